// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: execute does not say how it is undone; add undo<...> (empty if there is
//   nothing to undo) or irreversible<...>, or write up<...>, down<...>
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start",
    create_table<"users", column<"id", bigint, identity, primary_key>, column<"email", varchar<255>, not_null, unique>,
                 column<"name", text>, column<"age", integer>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", execute<"UPDATE users SET age = age + 1">> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next",
    execute<"UPDATE users SET age = age + 1", undo<"UPDATE users SET age = age - 1">>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
