// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: the name
//   the_time_at_which_the_person_last_confirmed_their_telephone_num... has 66 bytes, PostgreSQL keeps 63; shorten it
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start",
    create_table<"users", column<"id", bigint, identity, primary_key>, column<"email", varchar<255>, not_null, unique>,
                 column<"name", text>, column<"age", integer>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next",  // @line
    add_column<"users", column<"the_time_at_which_the_person_last_confirmed_their_telephone_number", date>>> {};
#else
struct b : revision<"b", revises<"a">, "next", add_column<"users", column<"telephone_confirmed_at", date>>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
