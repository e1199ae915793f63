// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: index users_email_key belongs to a constraint of users; write
//   drop_constraint<users, users_email_key> instead
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start",
    create_table<"users", column<"id", bigint, identity, primary_key>, column<"email", varchar<255>, not_null, unique>,
                 column<"name", text>, column<"age", integer>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", drop_index<"users_email_key">> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next", drop_constraint<"users", "users_email_key">> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
