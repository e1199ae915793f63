// SPDX-License-Identifier: BSL-1.0
#include "integration/laboratory.hpp"

#include "support/catch.hpp"

using namespace skein;
using test::objection_to, test::proved;

namespace {

template <class... Step>
std::string proved_on_tables() {
  return proved<create_schema<"app s">,
                create_table<"users", column<"id", bigint, primary_key>, column<"email", varchar<255>>, column<"Age", integer>, column<"active", boolean>>,
                create_table<"orders", column<"id", bigint, primary_key>, column<"user_id", bigint>, column<"total", numeric<10, 2>>>, Step...>();
}

}  // namespace

TEST_CASE("views come and go as the model says, and follow renames") {
  CHECK(proved_on_tables<create_view<"adults", "SELECT id, email AS mail FROM users WHERE \"Age\" >= 18">,
                         create_view<qualified("app s", "It's \"all\""), "SELECT * FROM users", security_barrier>,
                         create_view<"named", "SELECT count(*), 1 + 1, id FROM orders GROUP BY id", columns<"n", "two">>,
                         drop_view<"named">>() == "");
}

TEST_CASE("a view follows renames of what it uses") {
  CHECK(proved_on_tables<create_view<"adults", "SELECT users.id, u2.email FROM users JOIN users u2 USING (id) WHERE users.\"Age\" >= 18">,
                         create_view<"totals", "SELECT u.*, (SELECT sum(total) FROM orders WHERE user_id = u.id) AS total FROM users u">,
                         create_view<"of_view", "WITH x AS (SELECT email FROM adults) SELECT x.email AS one, * FROM x, orders o">,
                         rename_column<"users", "email", "order">, rename_table<"orders", "Order">, rename_column<"users", "Age", "years">,
                         add_column<"users", column<"later", text>>, add_column<"Order", column<"later", text>>, set_schema<"users", "app s">,
                         rename_view<"adults", "grown up">, rename_column<"grown up", "email", "mail">, set_view_schema<"of_view", "app s">,
                         rename_table<qualified("app s", "users"), "people">, drop_view<qualified("app s", "of_view")>, drop_view<"grown up">>() == "");
}

TEST_CASE("a view is replaced, and has options, defaults and comments") {
  CHECK(proved_on_tables<create_view<"v", "SELECT id, email FROM users">, create_view<"w", "SELECT id FROM v">,
                         replace_view<"v", "SELECT o.id, u.email FROM users u JOIN orders o ON o.user_id = u.id", security_barrier>,
                         set_view_option<"v", with_check_option>, set_view_option<"v", with_local_check_option>, reset_view_option<"v", with_check_option>>() != "");
  CHECK(proved_on_tables<create_view<"v", "SELECT id, email FROM users">, set_view_option<"v", with_check_option>,
                         set_view_option<"v", with_local_check_option>, set_view_option<"v", security_barrier>, reset_view_option<"v", with_check_option>,
                         replace_view<"v", "SELECT id, email, active FROM users WHERE active">,
                         replace_view<"v", "SELECT id, email, active FROM users WHERE NOT active", security_barrier>, set_default<"v", "id", "1">,
                         comment_on_column<"v", "email", "it's">, comment_on_view<"v", "of users">, rename_column<"v", "active", "on">,
                         replace_view<"v", "SELECT id, email, active, 1 FROM users", columns<"id", "email", "on", "one">>, drop_default<"v", "id">,
                         drop_view<"v">>() == "");
}

TEST_CASE("materialized views have indexes") {
  CHECK(proved_on_tables<create_materialized_view<"m", "SELECT user_id, sum(total) AS total FROM orders GROUP BY user_id">,
                         create_index<"m_user", "m", on<"user_id">, unique>, create_index<automatic, "m", on<desc("total")>>,
                         refresh_materialized_view<"m">, refresh_materialized_view<"m", concurrently>, comment_on_materialized_view<"m", "sums">,
                         comment_on_column<"m", "total", "in all">, rename_column<"m", "total", "sum">, rename_materialized_view<"m", "sums">,
                         set_materialized_view_schema<"sums", "app s">, rename_column<"orders", "total", "amount">,
                         create_view<"on_it", "SELECT sum FROM \"app s\".sums">, drop_view<"on_it">, drop_materialized_view<qualified("app s", "sums")>,
                         create_materialized_view<"empty", "SELECT 1 AS one -- alone", no_data, parameter<"fillfactor", "70">>,
                         drop_materialized_view<"empty">>() == "");
}

TEST_CASE("a materialized view that others read is emptied behind them") {
  CHECK(proved_on_tables<create_materialized_view<"m", "SELECT id FROM users">, create_materialized_view<"n", "SELECT id FROM m">,
                         refresh_materialized_view<"m", no_data>>() == "");
}

TEST_CASE("a materialized view is emptied and filled") {
  CHECK(proved_on_tables<create_materialized_view<"m", "SELECT id FROM users", no_data>, create_index<"m_id", "m", on<"id">, unique>,
                         refresh_materialized_view<"m">, refresh_materialized_view<"m", concurrently>, refresh_materialized_view<"m", no_data>>() == "");
  CHECK(objection_to<create_materialized_view<"m", "SELECT 1 AS id", no_data>, create_index<"m_id", "m", on<"id">, unique>,
                     refresh_materialized_view<"m", concurrently>>() != "");
}

TEST_CASE("a view has triggers, and functions that take its rows") {
  CHECK(proved_on_tables<create_function<"write", returns_trigger, language<"plpgsql">, body<"BEGIN RETURN NEW; END">>,
                         create_view<"v", "SELECT id, email FROM users">, create_trigger<"t", "v", fires_instead_of<inserting, updating>, for_each_row, calls<"write">>,
                         create_trigger<"s", "v", fires_after<deleting>, calls<"write">>, rename_trigger<"t", "v", "in place">,
                         create_function<"mail_of", arguments<in<"row", type_named<"v">>>, returns<text>, language<"sql">, body<"SELECT ''::text">>,
                         rename_view<"v", "w">, set_view_schema<"w", "app s">, drop_function<"mail_of", type_named<qualified("app s", "w")>>,
                         drop_view<qualified("app s", "w")>>() == "");
}

TEST_CASE("a column keeps the name that a view gives it, behind what it is cast to") {
  CHECK(proved_on_tables<create_view<"v", "SELECT email::varchar(10), id, upper(email) AS up FROM users UNION ALL SELECT email::varchar(10), id, '' FROM users">,
                         create_view<"w", "WITH x AS (SELECT users.* FROM users) SELECT id FROM x">, rename_table<"users", "people">,
                         rename_column<"orders", "total", "sum">, replace_view<"w", "WITH x AS (SELECT email FROM people) SELECT 1::bigint AS id, * FROM x">,
                         rename_column<"people", "email", "mail">>() == "");
}

TEST_CASE("rules are of a table or of a view") {
  CHECK(proved_on_tables<create_rule<"keep", "users", "DELETE", "WHERE OLD.active DO INSTEAD NOTHING">,
                         create_rule<"log", "users", "UPDATE", "DO ALSO (INSERT INTO orders (id, user_id) VALUES (NEW.id, OLD.id); DELETE FROM orders WHERE user_id = OLD.id)">,
                         rename_column<"users", "active", "alive">, rename_table<"orders", "sales">, rename_column<"sales", "user_id", "whose">,
                         create_view<"v", "SELECT id FROM users">, create_rule<"ins", "v", "INSERT", "DO INSTEAD INSERT INTO sales (id) VALUES (NEW.id)">,
                         drop_rule<"log", "users">, rename_view<"v", "w">, drop_view<"w">>() == "");
}
