// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: the default of column users.nick uses email, but a default may use no
//   column; call a function, or use generated<...>
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start",
    create_table<"users", column<"id", bigint, identity, primary_key>, column<"email", varchar<255>, not_null, unique>,
                 column<"name", text>, column<"age", integer>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next",  // @line
    add_column<"users", column<"nick", text, default_<"lower(email)">>>> {};
#else
struct b : revision<"b", revises<"a">, "next",
    add_column<"users", column<"nick", text, generated<"lower(email)">>>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
