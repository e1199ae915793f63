// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: model domain email is not what the history leads to; change the model, or add a revision that leads to create_domain<email, text, not_null, constraint<odd, check<value ~ `@`>>>
#include <skein/skein.hpp>
using namespace skein;

#ifdef SKEIN_FAULT
struct email : domain_type<"email", text, not_null, constraint<"odd", check<"value ~ '@'">>> {};  // @line
#else
struct email : domain_type<"email", text, constraint<"odd", check<"value ~ '@'">>> {};
#endif
struct a : revision<"a", base, "start", create_domain<"email", text, constraint<"odd", check<"value ~ '@'">>>> {};
struct history : chain<a> {};
static_assert(verify<history, models<email>>::ok);
