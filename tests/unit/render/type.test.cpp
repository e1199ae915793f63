// SPDX-License-Identifier: BSL-1.0
#include <skein/render/type.hpp>

#include "database.hpp"
#include "support/catch.hpp"

using namespace skein;

namespace {

template <class Type>
std::string sql() {
  return render::type(Type::type);
}

}  // namespace

TEST_CASE("types are written with their parameters") {
  CHECK(sql<varchar<255>>() == "varchar(255)");
  CHECK(sql<varchar<>>() == "varchar");
  CHECK(sql<numeric<10, 2>>() == "numeric(10,2)");
  CHECK(sql<numeric<>>() == "numeric");
  CHECK(sql<numeric<10, -1>>() == "numeric(10,-1)");
  CHECK(sql<precision<timestamptz, 3>>() == "timestamptz(3)");
  CHECK(sql<precision<interval, 0>>() == "interval(0)");
  CHECK(sql<interval_of<"year to month">>() == "interval year to month");
  CHECK(sql<precision<interval_of<"day to second">, 3>>() == "interval day to second(3)");
  CHECK(sql<array<precision<interval_of<"second">, 3>>>() == "interval second(3)[]");
  CHECK(sql<array<integer, 2>>() == "integer[][]");
  CHECK(sql<array<varchar<8>>>() == "varchar(8)[]");
  CHECK(sql<type_named<"citext">>() == "citext");
  CHECK(sql<type_named<qualified("app", "Mood")>>() == "app.\"Mood\"");
  CHECK(sql<array<type_named<qualified("app", "vector"), 3>>>() == "app.vector(3)[]");
}

TEST_CASE("every built-in type is one of the server's, alone and as an array") {
  test::database db;
  for (int i = 0; i < static_cast<int>(model::type_id::named); ++i) {
    const model::data_type type{static_cast<model::type_id>(i)};
    CAPTURE(render::type(type));
    if (model::is_serial(type.id) || type.id == model::type_id::mistake) continue;
    if (!db.has(14) && db.ask(fmt::format("SELECT to_regtype('{}') IS NULL", render::type(type))) == "t") continue;
    CHECK(db.ask(fmt::format("SELECT '{0}'::regtype = format_type('{0}'::regtype, NULL)::regtype",
                             render::type(type))) == "t");
    CHECK(db.ask(fmt::format("SELECT NULL::{}[]", render::type(type))) == "");
  }
}

TEST_CASE("an interval keeps its fields in the catalog") {
  test::database db;
  for (int i = 0; i < model::interval_field_count; ++i)
    for (const int digits : {model::data_type::none, 3}) {
      if (digits > 0 && model::last_field(i) != 5) continue;
      const std::string type = render::type({model::type_id::interval, digits, i});
      db.run(fmt::format("CREATE TEMPORARY TABLE i (a {})", type));
      CHECK(db.ask("SELECT format_type(atttypid, atttypmod) FROM pg_attribute WHERE attrelid = 'i'::regclass AND attnum = 1") == type);
      db.run("DROP TABLE i");
    }
}

TEST_CASE("parameters arrive in the catalog") {
  test::database db;
  db.run("CREATE SCHEMA \"my app\"; CREATE TYPE \"my app\".\"Mood.x\" AS ENUM ('ok')");
  db.apply<
      create_table<"t", column<"a", varchar<255>>, column<"b", character<3>>, column<"c", numeric<10, 2>>,
                   column<"d", numeric<5>>, column<"e", precision<time_, 1>>, column<"f", precision<timetz, 2>>,
                   column<"g", precision<timestamp, 3>>, column<"h", precision<timestamptz, 4>>,
                   column<"i", precision<interval, 5>>, column<"j", bit<4>>, column<"k", varbit<9>>,
                   column<"l", varbit<>>, column<"m", array<precision<timestamptz, 6>, 3>>, column<"n", internal_char>,
                   column<"o", array<type_named<qualified("my app", "Mood.x")>>>, column<"p", bigserial>>>();
  const auto type = [&](const char* name) {
    return db.ask(fmt::format(
        "SELECT format_type(atttypid, atttypmod) FROM pg_attribute WHERE attrelid = 't'::regclass AND attname = '{}'",
        name));
  };
  CHECK(type("a") == "character varying(255)");
  CHECK(type("b") == "character(3)");
  CHECK(type("c") == "numeric(10,2)");
  CHECK(type("d") == "numeric(5,0)");
  CHECK(type("e") == "time(1) without time zone");
  CHECK(type("f") == "time(2) with time zone");
  CHECK(type("g") == "timestamp(3) without time zone");
  CHECK(type("h") == "timestamp(4) with time zone");
  CHECK(type("i") == "interval(5)");
  CHECK(type("j") == "bit(4)");
  CHECK(type("k") == "bit varying(9)");
  CHECK(type("l") == "bit varying");
  CHECK(type("m") == "timestamp(6) with time zone[]");
  CHECK(type("n") == "\"char\"");
  CHECK(type("o") == "\"my app\".\"Mood.x\"[]");
  CHECK(type("p") == "bigint");
  if (!db.has(15)) return;
  db.apply<add_column<"t", column<"q", numeric<3, -2>>>>();
  CHECK(type("q") == "numeric(3,-2)");
}
