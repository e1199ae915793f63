// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: function next_nr() cannot be dropped, column orders.nr and constraint orders_nr_check of orders use it; drop those first
#include <skein/skein.hpp>
using namespace skein;

template <model::object_name Name>
using counter = create_function<Name, returns<bigint>, language<"sql">, body<"SELECT 1::bigint">>;
struct a : revision<"a", base, "start", counter<"next_nr">, counter<"last_nr">,
                    create_table<"orders", column<"nr", bigint, check<"nr <= next_nr()">, default_<"next_nr()">>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", drop_function<"next_nr">> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next", drop_function<"last_nr">> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
