// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: function next_nr() keeps its name, column orders.nr calls it by that; drop that first, and add it again behind
#include <skein/skein.hpp>
using namespace skein;

template <model::object_name Name>
using counter = create_function<Name, returns<bigint>, language<"sql">, body<"SELECT 1::bigint">>;
struct a : revision<"a", base, "start", counter<"next_nr">, create_table<"orders", column<"nr", bigint, default_<"next_nr()">>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", rename_function<"next_nr", "new_nr">> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next", drop_default<"orders", "nr">, rename_function<"next_nr", "new_nr">, set_default<"orders", "nr", "new_nr()">> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
