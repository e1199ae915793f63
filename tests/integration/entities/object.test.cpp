// SPDX-License-Identifier: BSL-1.0
#include "integration/laboratory.hpp"

#include "support/catch.hpp"

using namespace skein;
using test::objection_to, test::proved;

TEST_CASE("tracked objects come and go as the model says") {
  CHECK(proved<create_schema<"app s">, create_table<"t", column<"a", integer>, column<"b", integer>>,
               create_object<"text search configuration", qualified("app s", "English x"), create<"CREATE TEXT SEARCH CONFIGURATION \"app s\".\"English x\" (COPY = english)">>,
               create_object<"collation", "c2", create<"CREATE COLLATION c2 FROM \"C\";">>,
               create_function<"mood_of", arguments<boolean>, returns<point>, language<"sql">, body<"SELECT point(0, 0)">>,
               create_object<"cast", "boolean as point", create<"CREATE CAST (boolean AS point) WITH FUNCTION mood_of(boolean)">,
                             drop<"DROP CAST (boolean AS point)">, uses<"mood_of">>,
               create_object<"statistics", "s", create<"CREATE STATISTICS s ON a, b FROM t">, uses<"t", "a">, uses<"t", "b">>,
               create_object<"publication", "p", create<"CREATE PUBLICATION p">>,
               replace_object<"collation", "c2", create<"CREATE COLLATION c2 FROM \"POSIX\"">>,
               replace_object<"statistics", "s", create<"CREATE STATISTICS s (ndistinct) ON b, a FROM t">, uses<"t", "a">, uses<"t", "b">>,
               drop_object<"text search configuration", qualified("app s", "English x")>,
               drop_object<"cast", "boolean as point", drop<"DROP CAST (boolean AS point)">>, drop_function<"mood_of", boolean>>() == "");
}

TEST_CASE("the server objects to what the model refuses of tracked objects") {
  using cast = create_object<"cast", "boolean as point", create<"CREATE CAST (boolean AS point) WITH FUNCTION f(boolean)">, drop<"DROP CAST (boolean AS point)">>;
  using f = create_function<"f", arguments<boolean>, returns<point>, language<"sql">, body<"SELECT point(0, 0)">>;
  CHECK(objection_to<cast>() != "");
  CHECK(objection_to<f, cast, drop_function<"f", boolean>>() != "");
}
