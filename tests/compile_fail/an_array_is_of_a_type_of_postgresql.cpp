// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: column users.tags: not_null is no type of PostgreSQL; write one such as bigint or
//   varchar<40>, or type_named<...> for a type of an extension
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_table<"users", column<"id", bigint, primary_key>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "tags", add_column<"users", column<"tags", array<not_null>>>> {};  // @line
#else
struct b : revision<"b", revises<"a">, "tags", add_column<"users", column<"tags", array<text>>>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
