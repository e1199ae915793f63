// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: model users has no table any more, revision b renames it to people; rename it in the models
//   too, or add a revision with create_table<users, column<id, bigint>>
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_table<"users", column<"id", bigint>>> {};
struct b : revision<"b", revises<"a">, "people", rename_table<"users", "people">> {};
#ifdef SKEIN_FAULT
struct users : table<"users", column<"id", bigint>> {};  // @line
#else
struct users : table<"people", column<"id", bigint>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history, models<users>>::ok);
