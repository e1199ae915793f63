// SPDX-License-Identifier: BSL-1.0
#include <skein/run.hpp>

#include "support/catch.hpp"
#include "support/server.hpp"

using skein::test::containing;
using skein::test::fresh_database;
using ids = std::vector<std::string>;

namespace library_test {

using namespace skein;

// clang-format off
struct create_users : revision<"efaa6e584823", base, "create users",
    create_table<"users",
        column<"id",    bigint, identity, primary_key>,
        column<"email", varchar<255>, not_null, unique>>,
    create_index<"ix_users_email", "users", on<"email">>> {};

struct add_bio : revision<"20251114120000", revises<"efaa6e584823">, "add bio",
    add_column<"users", column<"bio", text>>> {};

struct index_bio : revision<"20251115120000", revises<"20251114120000">, "index bio", outside_transaction,
    create_index<"ix_users_bio", "users", on<"bio">, concurrently>> {};
// clang-format on

struct history : chain<create_users, add_bio, index_bio> {};

}  // namespace library_test

using library_test::history;

TEST_CASE("an application upgrades, checks and goes back", "[run][library]") {
  pqxx::connection connection(fresh_database());
  CHECK_THROWS_WITH(skein::require_head<history>(connection),
                    containing("the database lacks 3 revisions: efaa6e584823, "));
  const skein::run::report report = skein::upgrade<history>(connection);
  CHECK(report.done.size() == 3);
  CHECK_THAT(report.summary(), containing("1 table created, 1 column added, 2 indexes created"));
  skein::require_head<history>(connection);
  CHECK(skein::status<history>(connection).at_head());
  CHECK(skein::upgrade<history>(connection).done.empty());
  CHECK(skein::downgrade<history>(connection, "efaa").current == ids{"efaa6e584823"});
  CHECK(skein::status<history>(connection).pending == ids{"20251114120000", "20251115120000"});
  CHECK(skein::upgrade<history>(connection, "+1").current == ids{"20251114120000"});
  pqxx::work work(connection);
  work.exec("INSERT INTO users (email, bio) VALUES ('a@b', 'x')");
  work.commit();
}
