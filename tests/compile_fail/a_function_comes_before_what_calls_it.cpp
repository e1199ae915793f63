// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision a, step 2: column orders.nr calls function next_nr() before that is there; create it first, or call pg_catalog.next_nr if that of PostgreSQL is meant
#include <skein/skein.hpp>
using namespace skein;

using orders = create_table<"orders", column<"nr", bigint, default_<"next_nr() + 1">>>;
using next_nr = create_function<"next_nr", returns<bigint>, language<"sql">, body<"SELECT 1::bigint">>;
#ifdef SKEIN_FAULT
struct a : revision<"a", base, "start", orders, next_nr> {};  // @line
#else
struct a : revision<"a", base, "start", next_nr, orders> {};
#endif
struct history : chain<a> {};
static_assert(verify<history>::ok);
