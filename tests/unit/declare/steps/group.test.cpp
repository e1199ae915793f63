// SPDX-License-Identifier: BSL-1.0
#include <skein/declare/steps/group.hpp>

#include "support/catch.hpp"
#include "unit/check/judged.hpp"

namespace {

using namespace skein;
using test::after, test::first;

struct users : table<"users", column<"id", bigint>> {};
struct orders : table<qualified("shop", "orders"), column<"id", bigint>> {};

using start = first<create_schema<"shop">, create_table<"tenants", column<"id", integer, primary_key>>,
                    create_table<"users", column<"id", bigint>>,
                    create_table<qualified("shop", "orders"), column<"id", bigint>>>;

// Each row belongs to a tenant, whatever its table.
template <model::object_name Table>
struct add_tenant : steps<
    add_column<Table, column<"tenant_id", integer, references<"tenants", "id">>>,
    create_index<join<"ix_", Table, "_tenant">, Table, on<"tenant_id">>,
    execute<join_sql<"UPDATE ", Table, " SET tenant_id = 1">, undo<"">>> {};

struct add_tenants : revision<"b", revises<"a">, "rows belong to a tenant",
    for_each_table<names<"users", qualified("shop", "orders")>, add_tenant>> {};

template <model::object_name Table>
struct drop_id : drop_column<Table, "id", loses_data> {};

TEST_CASE("one change for many tables enters the state of each") {
  CHECK(test::judged<start, add_tenants,
                     test::third<drop_index<"ix_users_tenant">, drop_index<qualified("shop", "ix_orders_tenant")>,
                                 set_not_null<"users", "tenant_id">,
                                 set_not_null<qualified("shop", "orders"), "tenant_id">>>() == "none");
  CHECK(after<start, for_each_table<models<users, orders>, drop_id>, add_column<"users", column<"id", text>>,
              add_column<qualified("shop", "orders"), column<"id", text>>>() == "none");
  CHECK(after<start, for_each_table<names<>, drop_id>, drop_column<"users", "id", loses_data>>() == "none");
}

TEST_CASE("what does not fit one of them is told with its place") {
  CHECK(after<start, comment_on_table<"users", "x">, for_each_table<names<"users", "orders">, drop_id>>() ==
        "no_table in 1.1, leaf 2: table orders, other schema shop, other table orders");
  CHECK(after<start, for_each_table<names<"tenants", qualified("shop", "orders"), "users">, drop_id>>() ==
        "none");
  CHECK(after<start, add_column<qualified("shop", "orders"), column<"tenant_id", integer>>,
              for_each_table<names<"users", qualified("shop", "orders")>, add_tenant>>() ==
        "column_exists in 1.1, leaf 4: schema shop, table orders, column tenant_id");
}

TEST_CASE("steps in the place of one may be nested") {
  CHECK(after<start, steps<>, steps<steps<drop_id<"users">, steps<add_column<"users", column<"id", text>>>>>>() ==
        "none");
  CHECK(after<start, steps<steps<drop_id<"users">, steps<comment_on_table<"tenants", "t">, drop_id<"users">>>>>() ==
        "no_column in 1.0, leaf 3: table users, column id");
}

TEST_CASE("what a revision says for all of its steps may stand among several") {
  CHECK(after<start, steps<loses_data, drop_column<"users", "id">>, drop_column<"tenants", "id">>() == "none");
  CHECK(after<start, steps<outside_transaction, create_index<"ix", "users", on<"id">, concurrently>>>() == "none");
}

TEST_CASE("raw SQL is at fault as a whole, whatever its effects group") {
  CHECK(after<start, execute<"…", undo<"">, effects<steps<drop_id<"users">, drop_id<"users">>>>>() ==
        "no_column in 1.0: table users, column id");
  CHECK(after<start, steps<drop_id<"tenants">, execute<"…", undo<"">, effects<steps<drop_id<"users">, drop_id<"users">>>>>>() ==
        "no_column in 1.0, leaf 2: table users, column id");
}

TEST_CASE("a written down may say one change for many tables") {
  CHECK(after<start, up<for_each_table<names<"users", "tenants">, drop_id>>,
              down<add_column<"users", column<"id", bigint>>, add_column<"tenants", column<"id", integer, primary_key>>>>() ==
        "none");
  CHECK(after<start, up<add_column<"users", column<"a", text>>, add_column<"tenants", column<"a", text>>>,
              down<steps<drop_column<"users", "a">, drop_column<"tenants", "aa">>>>() ==
        "no_column in 1.0 down, leaf 2: table tenants, column aa, hint a");
}

TEST_CASE("branches that change one table for many conflict") {
  struct b : revision<"b", revises<"a">, "", for_each_table<names<"users">, drop_id>> {};
  struct c : revision<"c", revises<"a">, "", add_column<"users", column<"n", integer, check<"id > 0">>>> {};
  struct d : revision<"d", revises<"b", "c">, ""> {};
  CHECK(test::judged<start, b, c, d>() == "conflict in 2.0: other revision 1, table users, column id");
}

}  // namespace
