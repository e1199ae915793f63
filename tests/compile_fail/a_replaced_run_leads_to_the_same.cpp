// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision all: replaces r1 to r2, but does not lead to the same: column users.age ends up of
//   type integer instead of bigint; add alter_type<users, age, bigint> to it
#include <skein/replaces.hpp>
using namespace skein;

struct r1 : revision<"r1", base, "users", create_table<"users", column<"id", bigint, primary_key>, column<"age", integer>>> {};
struct r2 : revision<"r2", revises<"r1">, "older", alter_type<"users", "age", bigint>> {};
#ifdef SKEIN_FAULT
struct all : revision<"all", base, "users", replaces<"r1", "r2">, create_table<"users", column<"id", bigint, primary_key>, column<"age", integer>>> {};  // @line
#else
struct all : revision<"all", base, "users", replaces<"r1", "r2">, create_table<"users", column<"id", bigint, primary_key>, column<"age", bigint>>> {};
#endif
struct history : chain<r1, r2, all> {};
static_assert(verify<history>::ok);
