// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision a, step 1: the foreign key on tree.parent references tree.code, which is no key
//   (deferrable and partial ones do not count); add unique_on<code> to the table
#include <skein/skein.hpp>
using namespace skein;

#ifdef SKEIN_FAULT
struct a : revision<"a", base, "start", create_table<"tree",  // @line
    column<"code", text>, column<"parent", text, references<"tree", "code">>>> {};
#else
struct a : revision<"a", base, "start", create_table<"tree",
    column<"code", text>, column<"parent", text, references<"tree", "code">>, unique_on<"code">>> {};
#endif
struct history : chain<a> {};
static_assert(verify<history>::ok);
