// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: domain email has no constraint email_chek; did you mean email_check?
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_domain<"email", text, check<"value ~ '@'">>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", drop_domain_constraint<"email", "email_chek">> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next", drop_domain_constraint<"email", "email_check">> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
