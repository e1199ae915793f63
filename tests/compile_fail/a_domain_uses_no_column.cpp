// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision a, step 1: domain email uses adress in a default or a check, and a domain has no columns; write VALUE in a check for what is looked at
#include <skein/skein.hpp>
using namespace skein;

#ifdef SKEIN_FAULT
struct a : revision<"a", base, "start", create_domain<"email", text, check<"adress ~ '@'">>> {};  // @line
#else
struct a : revision<"a", base, "start", create_domain<"email", text, check<"value ~ '@'">>> {};
#endif
struct history : chain<a> {};
static_assert(verify<history>::ok);
