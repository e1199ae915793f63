// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: column users.whisper is generated from a generated column, which
//   PostgreSQL does not allow; repeat the expression of that one
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start",
    create_table<"users", column<"id", bigint, identity, primary_key>, column<"email", varchar<255>, not_null, unique>,
                 column<"name", text>, column<"age", integer>>,
    add_column<"users", column<"shout", text, generated<"upper(name)">>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next",  // @line
    add_column<"users", column<"whisper", text, generated<"lower(shout)">>>> {};
#else
struct b : revision<"b", revises<"a">, "next",
    add_column<"users", column<"whisper", text, generated<"lower(upper(name))">>>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
