// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: table posts is permanent and references unlogged table users, whose rows a crash takes; make both the same
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_table<"users", column<"id", bigint, primary_key>, unlogged>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", create_table<"posts", column<"author", bigint, references<"users", "id">>>> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next", create_table<"posts", column<"author", bigint, references<"users", "id">>, unlogged>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
