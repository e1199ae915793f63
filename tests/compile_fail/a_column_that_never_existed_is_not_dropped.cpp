// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: column users.birthday does not exist; add it before, or mend the name
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start",
    create_table<"users", column<"id", bigint, identity, primary_key>, column<"email", varchar<255>, not_null, unique>,
                 column<"name", text>, column<"age", integer>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", drop_column<"users", "birthday", loses_data>> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next", drop_column<"users", "age", loses_data>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
