// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: column users.settings cannot be a key, PostgreSQL has no order for json; leave
//   it out, or index it with a method or an opclass of its own
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start",
    create_table<"users", column<"id", bigint, identity, primary_key>, column<"settings", json>, column<"tags", jsonb>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next",  // @line
    add_constraint<"users", unique_on<"settings">>> {};
#else
struct b : revision<"b", revises<"a">, "next",
    add_constraint<"users", unique_on<"tags">>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
