// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision all: replaces r2 to r1, but the one does not lead to the other; name the first and
//   the last revision of a run
#include <skein/replaces.hpp>
using namespace skein;

struct r1 : revision<"r1", base, "users", create_table<"users", column<"id", bigint, primary_key>, column<"age", integer>>> {};
struct r2 : revision<"r2", revises<"r1">, "older", alter_type<"users", "age", bigint>> {};
#ifdef SKEIN_FAULT
struct all : revision<"all", base, "users", replaces<"r2", "r1">, create_table<"users", column<"id", bigint, primary_key>, column<"age", bigint>>> {};  // @line
#else
struct all : revision<"all", base, "users", replaces<"r1", "r2">, create_table<"users", column<"id", bigint, primary_key>, column<"age", bigint>>> {};
#endif
struct history : chain<r1, r2, all> {};
static_assert(verify<history>::ok);
