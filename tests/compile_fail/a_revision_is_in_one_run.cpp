// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision all: replaces r1 to r2, but r2 of these replaces others or is replaced already; let
//   every revision be in one run
#include <skein/replaces.hpp>
using namespace skein;

struct r1 : revision<"r1", base, "users", create_table<"users", column<"id", bigint, primary_key>, column<"age", integer>>> {};
struct r2 : revision<"r2", revises<"r1">, "older", alter_type<"users", "age", bigint>> {};
#ifdef SKEIN_FAULT
struct too : revision<"too", base, "users", replaces<"r1", "r2">, create_table<"users", column<"id", bigint, primary_key>, column<"age", bigint>>> {};
struct all : revision<"all", base, "users", replaces<"r1", "r2">, create_table<"users", column<"id", bigint, primary_key>, column<"age", bigint>>> {};  // @line
#else
struct too : revision<"too", revises<"r2">, "too"> {};
struct all : revision<"all", base, "users", replaces<"r1", "r2">, create_table<"users", column<"id", bigint, primary_key>, column<"age", bigint>>> {};
#endif
struct history : chain<r1, r2, too, all> {};
static_assert(verify<history>::ok);
