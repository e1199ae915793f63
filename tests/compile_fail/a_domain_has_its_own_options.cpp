// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision a, step 1: unique is no option of a domain; write it behind the type of a column, or among the members of a table
#include <skein/skein.hpp>
using namespace skein;

#ifdef SKEIN_FAULT
struct a : revision<"a", base, "start", create_domain<"email", text, not_null, unique>> {};  // @line
#else
struct a : revision<"a", base, "start", create_domain<"email", text, not_null>> {};
#endif
struct history : chain<a> {};
static_assert(verify<history>::ok);
