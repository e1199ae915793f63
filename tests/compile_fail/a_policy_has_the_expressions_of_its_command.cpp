// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: policy p on notes is for insert, which has no rows to choose from; write with_check instead of using_
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_table<"notes", column<"owner", text>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", create_policy<"p", "notes", for_insert, using_<"owner = current_user">>> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next", create_policy<"p", "notes", for_insert, with_check<"owner = current_user">>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
