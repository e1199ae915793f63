// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision all: replaces r1 to r2, but not what step 1 of r2 does to rows or by raw SQL;
//   repeat that step as it is written there, or add without_data<...> to replaces with the reason why nothing is
//   lacking without it
#include <skein/replaces.hpp>
using namespace skein;

struct r1 : revision<"r1", base, "users", create_table<"users", column<"id", bigint, primary_key>, column<"age", integer>>> {};
struct r2 : revision<"r2", revises<"r1">, "older", execute<"UPDATE users SET age = 1", undo<"">>, alter_type<"users", "age", bigint>> {};
#ifdef SKEIN_FAULT
struct all : revision<"all", base, "users", replaces<"r1", "r2">, create_table<"users", column<"id", bigint, primary_key>, column<"age", bigint>>> {};  // @line
#else
struct all : revision<"all", base, "users", replaces<"r1", "r2", without_data<"there are no rows yet">>, create_table<"users", column<"id", bigint, primary_key>, column<"age", bigint>>> {};
#endif
struct history : chain<r1, r2, all> {};
static_assert(verify<history>::ok);
