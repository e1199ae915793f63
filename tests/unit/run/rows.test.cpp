// SPDX-License-Identifier: BSL-1.0
#include <skein/run/rows.hpp>

#include "support/catch.hpp"
#include "support/server.hpp"

#include <skein/declare/table.hpp>

#include <limits>

namespace app {

enum class mood { calm, wild };

struct entry {
  std::optional<std::int64_t> id;
  std::string name;
  std::optional<std::string> bio;
  bool active;
  std::int16_t small;
  double ratio;
  float share;
  std::vector<std::string> tags;
  std::vector<std::optional<std::int32_t>> scores;
  std::vector<std::byte> content;
  std::optional<std::chrono::year_month_day> born;
  std::chrono::sys_time<std::chrono::microseconds> seen;
  std::chrono::local_time<std::chrono::microseconds> alarm;
  mood now;
  std::optional<std::string> folded;

  bool operator==(const entry&) const = default;
};

struct ticket {
  std::optional<std::int64_t> number;
};

}  // namespace app

BOOST_HANA_ADAPT_STRUCT(app::ticket, number);
BOOST_HANA_ADAPT_STRUCT(app::entry, id, name, bio, active, small, ratio, share, tags, scores, content, born, seen,
                        alarm, now, folded);

template <>
struct skein::stored<app::mood> {
  using type = std::string;
  static std::string write(app::mood m) { return m == app::mood::calm ? "calm" : "wild"; }
  static app::mood read(const std::string& text) { return text == "calm" ? app::mood::calm : app::mood::wild; }
};

namespace {

using namespace skein;
using namespace std::chrono_literals;

struct entries : table<"Entries", column<"id", bigint, identity, primary_key>, column<"name", varchar<80>, not_null>,
                       column<"bio", text>, column<"active", boolean, not_null>, column<"small", smallint, not_null>,
                       column<"ratio", double_precision, not_null>, column<"share", real, not_null>,
                       column<"tags", array<text>, not_null>, column<"scores", array<integer>, not_null>,
                       column<"content", bytea, not_null>, column<"born", date>, column<"seen", timestamptz, not_null>,
                       column<"alarm", timestamp, not_null>, column<"now", text, not_null>,
                       column<"folded", text, generated<"lower(name)">>> {};

struct tickets : table<"tickets", column<"number", bigint, identity, primary_key>> {};

constexpr const char* create =
    R"(CREATE TABLE "Entries" (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name varchar(80) NOT NULL,
  bio text, active boolean NOT NULL, small smallint NOT NULL, ratio double precision NOT NULL, share real NOT NULL,
  tags text[] NOT NULL, scores integer[] NOT NULL, content bytea NOT NULL, born date, seen timestamptz NOT NULL,
  alarm timestamp NOT NULL, now text NOT NULL, folded text GENERATED ALWAYS AS (lower(name)) STORED))";

app::entry difficult() {
  using std::chrono::microseconds;
  return {{},
          "O'Neil \\ \"x\"",
          {},
          true,
          -32768,
          0.1,
          0.1f,
          {"plain", "", "NULL", "null", "a \"b\" \\ {c},d", "ü"},
          {1, {}, std::numeric_limits<std::int32_t>::min()},
          {std::byte{0}, std::byte{92}, std::byte{255}},
          2024y / 2 / 29,
          std::chrono::sys_time<microseconds>(microseconds(1'763'000'000'123'456)),
          std::chrono::local_time<microseconds>(microseconds(-1)),
          app::mood::wild,
          {}};
}

TEST_CASE("rows come back as they were written, whatever the session's time zone") {
  pqxx::connection connection(test::fresh_database());
  pqxx::work work(connection);
  work.exec(create);
  for (const char* zone : {"UTC", "Asia/Kolkata", "America/St_Johns"}) {
    work.exec(std::string("SET TIME ZONE '") + zone + "'");
    app::entry wanted = difficult();
    const app::entry kept = insert<entries>(work, wanted);
    REQUIRE(kept.id);
    wanted.id = kept.id;
    wanted.folded = "o'neil \\ \"x\"";
    CHECK((kept == wanted));
    CHECK((select<app::entry, entries>(work, "WHERE id = " + std::to_string(*kept.id)) == std::vector{wanted}));
  }
}

TEST_CASE("numbers at their limits") {
  pqxx::connection connection(test::fresh_database());
  pqxx::work work(connection);
  work.exec(create);
  app::entry e = difficult();
  for (const double ratio : {std::numeric_limits<double>::max(), std::numeric_limits<double>::denorm_min(),
                             -std::numeric_limits<double>::infinity()}) {
    e.ratio = ratio;
    CHECK(insert<entries>(work, e).ratio == ratio);
  }
}

TEST_CASE("several rows in one statement, and one written back") {
  pqxx::connection connection(test::fresh_database());
  pqxx::work work(connection);
  work.exec(create);
  CHECK(insert<entries>(work, std::vector<app::entry>{}).empty());
  const auto kept = insert<entries>(work, std::vector{difficult(), difficult(), difficult()});
  REQUIRE(kept.size() == 3);
  CHECK(kept[2].id == 3);

  app::entry changed = kept[1];
  changed.bio = "changed";
  changed.now = app::mood::calm;
  CHECK(update<entries>(work, changed));
  CHECK((select<app::entry, entries>(work, "WHERE bio IS NOT NULL") == std::vector{changed}));
  changed.id = 77;
  CHECK_FALSE(update<entries>(work, changed));
  changed.id.reset();
  CHECK_FALSE(update<entries>(work, changed));
}

TEST_CASE("rows that leave everything to PostgreSQL") {
  pqxx::connection connection(test::fresh_database());
  pqxx::work work(connection);
  work.exec("CREATE TABLE tickets (number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY)");
  CHECK(insert<tickets>(work, app::ticket{}).number == 1);
  const auto more = insert<tickets>(work, std::vector<app::ticket>(2));
  REQUIRE(more.size() == 2);
  CHECK(more[1].number == 3);
}

TEST_CASE("a value that the field's type does not have is an error that names the column") {
  pqxx::connection connection(test::fresh_database());
  pqxx::work work(connection);
  work.exec(create);
  insert<entries>(work, difficult());
  work.exec("UPDATE \"Entries\" SET born = 'infinity'");
  CHECK_THROWS_WITH((select<app::entry, entries>(work)),
                    test::containing("\"Entries\".born") && test::containing("infinity"));
}

}  // namespace
