// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 2.1 for table app.orders: column app.orders.tenant_id exists already; drop or
//   rename it first, or choose another name
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start",
    create_schema<"app">,
    create_table<"users", column<"id", bigint>>,
    create_table<qualified("app", "orders"), column<"id", bigint>>,
    create_table<"notes", column<"id", bigint>>> {};

template <model::object_name Table>
struct add_tenant : steps<
    add_column<Table, column<"tenant_id", integer>>,
    create_index<join<"ix_", Table, "_tenant">, Table, on<"tenant_id">>> {};

#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", add_column<qualified("app", "orders"), column<"tenant_id", text>>, for_each_table<names<"users", qualified("app", "orders"), "notes">, add_tenant>> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next",
    add_column<qualified("app", "orders"), column<"tenant", text>>,
    for_each_table<names<"users", qualified("app", "orders"), "notes">, add_tenant>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
