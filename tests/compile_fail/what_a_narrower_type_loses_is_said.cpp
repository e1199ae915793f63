// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: the new type of column users.seen, date, holds less than the old one;
//   acknowledge it with loses_data as the last argument of the step
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start",
    create_table<"users", column<"id", bigint, identity, primary_key>, column<"email", varchar<255>, not_null, unique>,
                 column<"name", text>, column<"age", integer>>,
    add_column<"users", column<"seen", timestamptz>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", alter_type<"users", "seen", date>> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next", alter_type<"users", "seen", date, loses_data>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
