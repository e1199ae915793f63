// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: no step makes column users.shout generated again; say why with
//   irreversible<...> as the last argument of the step
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start",
    create_table<"users", column<"id", bigint, identity, primary_key>, column<"email", varchar<255>, not_null, unique>,
                 column<"name", text>, column<"age", integer>>,
    add_column<"users", column<"shout", text, generated<"upper(name)">>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", drop_expression<"users", "shout">> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next",
    drop_expression<"users", "shout", irreversible<"it is edited from now on">>> {};
#endif
struct history : chain<target<13>, a, b> {};
static_assert(verify<history>::ok);
