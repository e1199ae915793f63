// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: PostgreSQL does not convert column users.age back to integer by itself;
//   add undo_using<...> with the expression, or irreversible<...>
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start",
    create_table<"users", column<"id", bigint, identity, primary_key>, column<"email", varchar<255>, not_null, unique>,
                 column<"name", text>, column<"age", integer>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", alter_type<"users", "age", text>> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next", alter_type<"users", "age", text, undo_using<"age::integer">>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
