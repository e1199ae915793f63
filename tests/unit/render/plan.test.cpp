// SPDX-License-Identifier: BSL-1.0
#include <skein/render/plan.hpp>

#include "database.hpp"
#include "history.hpp"
#include "support/catch.hpp"

using namespace skein;
using render::direction;

TEST_CASE("a plan says what would run, a line for each statement, and how much it is") {
  const auto all = test::rendered<test::history>();
  CHECK(render::plan({&all[0], &all[1], &all[4]}, direction::up) == R"(a1  create users
    CREATE TABLE users ( …
    CREATE INDEX ix_lower ON users ((lower(email)))
    INSERT INTO users (email) VALUES ('a@b')
b1  names
    ALTER TABLE users ADD COLUMN name text DEFAULT ''
    COMMENT ON COLUMN users.name IS 'what they''re called'
d1  index names while the application runs [outside a transaction]
    UPDATE users SET name = email WHERE name = ''
    CREATE INDEX CONCURRENTLY ix_name ON users (name)
    VACUUM users
3 revisions to apply: 8 statements, 1 table created, 1 column added, 2 indexes created
)");
  CHECK(render::plan({&all[0]}, direction::down) ==
        "a1  create users\n    DROP TABLE users\n1 revision to take back: 1 statement\n");
  CHECK(render::plan({}, direction::up) == "0 revisions to apply: 0 statements\n");
}

TEST_CASE("a plan says what cannot be taken back") {
  render::migration m;
  m.id = "a";
  m.message = "mail";
  m.reversible = false;
  m.irreversible_reason = "the mail is sent";
  CHECK(render::plan({&m}, direction::up) ==
        "a  mail [irreversible: the mail is sent]\n1 revision to apply: 0 statements\n");
  m.reversible = true;
  m.loses_data = true;
  CHECK(render::plan({&m}, direction::up) == "a  mail [loses data]\n1 revision to apply: 0 statements\n");
  CHECK(render::plan({&m}, direction::down) ==
        "a  mail [brings back the shape, not the rows]\n1 revision to take back: 0 statements\n");
}

TEST_CASE("counts in words") {
  CHECK(render::summary({}) == "");
  CHECK(
      render::summary(
          {.tables_created = 1, .tables_dropped = 2, .columns_added = 3, .columns_dropped = 1, .indexes_created = 2}) ==
      "1 table created, 2 tables dropped, 3 columns added, 1 column dropped, 2 indexes created");
}
