// SPDX-License-Identifier: BSL-1.0
#include "integration/introspect/round_trip.hpp"

#include <skein/inherits.hpp>

#include "support/catch.hpp"

using namespace skein;
using test::introspected_as;

TEST_CASE("columns are read with their types, defaults and comments") {
  CHECK(
      introspected_as<
          create_schema<"app s">, create_enum<"mood", "sad", "it's \"ok\"", "">,
          create_enum<qualified("app s", "Größe"), "s">,
          create_table<"t", column<"a", varchar<10>>, column<"b", varchar<>>, column<"c", character<3>>,
                       column<"d", numeric<10, 2>>, column<"e", numeric<>>, column<"g", timestamp>,
                       column<"h", precision<timestamptz, 3>>, column<"i", interval_of<"year to month">>,
                       column<"j", precision<interval_of<"day to second">, 2>>, column<"k", precision<interval, 0>>,
                       column<"l", bit<8>>, column<"m", varbit<>>, column<"n", array<varchar<255>>>,
                       column<"o", array<type_named<"mood">>>, column<"p", type_named<qualified("app s", "Größe")>>,
                       column<"q", internal_char>, column<"r", pg_name>, column<"s", double_precision>,
                       column<"u", precision<timetz, 1>>, column<"v", jsonb>>,
          create_table<
              qualified("app s", "Table \"x\""), column<"order", integer, not_null, default_<"5">, comment<"it's\nso">>,
              column<"m", type_named<"mood">, default_<"'sad'::mood">>,
              column<"x", text, collate<"C">, default_<"'it''s \\ so'::text">>, column<"y", boolean, default_<"true">>,
              column<"z", timestamptz, default_<"now()">>, column<"w", integer, generated<"\"order\" * 2">>,
              comment<"a table">, parameter<"fillfactor", "70">, parameter<"toast.autovacuum_enabled", "false">>,
          create_table<"empty">>() == "");
}

TEST_CASE("a scale below zero is read") {
  if (test::server_is(15)) CHECK(introspected_as<create_table<"t", column<"a", numeric<5, -2>>>>() == "");
}

TEST_CASE("sequences are read with what owns them") {
  CHECK(introspected_as<
            create_table<"t", column<"id", serial, primary_key>, column<"n", smallserial>, column<"b", bigserial>>,
            create_sequence<"alone", start<7>, cycle>,
            create_table<"u", column<"a", bigint, default_<"nextval('alone'::regclass)">>,
                         column<"i", integer, identity_with<always, start<10>, increment<-2>, max_value<20>>>,
                         column<"j", bigint, identity_with<by_default>>>,
            create_sequence<"owned", as<integer>, owned_by<"u", "a">>, rename_table<"t", "renamed">,
            rename_sequence<"t_n_seq", "other">, rename_sequence<"u_j_seq", "of j">,
            comment_on_sequence<"alone", "counts">, comment_on_sequence<"u_i_seq", "of i">,
            drop_default<"renamed", "b">>() == "");
}

TEST_CASE("constraints and indexes are read as they are") {
  CHECK(
      introspected_as<
          create_table<"t", column<"a", integer>, column<"b", integer>, column<"c", text>, column<"d", int4range>,
                       constraint<"a key", primary_key_on<"b", "a">>,
                       constraint<"t u", unique_on<"a">, include<"c">, deferrable>, check_on<"positive", "a > 0">,
                       constraint<"late", check_on<"late", "b > 0">, not_valid>,
                       constraint<"kept", check_on<"kept", "c <> 'x'::text">, no_inherit>,
                       constraint<"apart", exclude_on<"apart", on<with("d", "&&")>, method<"gist">, where<"a > 5">>,
                                  initially_deferred>>,
          create_index<"t_a", "t", on<desc("a"), nulls_first("b"), nulls_last(desc("c"))>>,
          create_index<"t_c", "t", on<opclass("c", "text_pattern_ops"), collated("c", "C")>, unique>,
          create_index<"t_lower", "t", on<expression("lower(c)"), expression("a + b")>, include<"b">, where<"a > 3">>,
          create_index<"t_hash", "t", on<"a">, method<"hash">, with_parameters<parameter<"fillfactor", "50">>>,
          comment_on_index<"t_a", "by a">, comment_on_constraint<"t", "positive", "it's">,
          create_index<"t_key", "t", on<"c", "b">, unique>,
          create_table<
              "u", column<"x", integer>, column<"y", integer>, column<"z", text>,
              foreign_key<on<"x", "y">, to<"t", "b", "a">, on_delete<set_null>, on_update<cascade>>,
              constraint<"by index", foreign_key<on<"z", "y">, to<"t", "c", "b">>, match_full, initially_deferred>>,
          add_constraint<
              "u", constraint<"again", foreign_key<on<"x", "y">, to<"t", "b", "a">, on_delete<restrict_>, not_valid>>>,
          add_constraint<"t", constraint<"self", foreign_key<on<"b", "a">, to<"t", "b", "a">>>>>(false) == "");
}

TEST_CASE("a foreign key of another type than its target is read as one") {
  CHECK(introspected_as<create_table<"users", column<"id", bigint, primary_key>, column<"mail", text, unique>>,
                        create_table<"posts", column<"author", integer, references<"users">>,
                                     column<"mail", varchar<9>, references<"users", "mail">>>>(false) == "");
}

TEST_CASE("bounds that are numbers with a point, or labels, are read") {
  CHECK(introspected_as<create_enum<"mood", "sad", "it's ok">, create_table<"t", column<"m", type_named<"mood">>, partition_by_list<"m">>,
                        create_partition<"p", "t", values_in<"it's ok">>, create_table<"n", column<"n", numeric<5, 2>>, partition_by_range<"n">>,
                        create_partition<"n1", "n", values_from<"-1.50">, values_to<"2.25">>>() == "");
}

TEST_CASE("what a table inherits is read as that, what it declares beside as its own") {
  CHECK(introspected_as<
            create_table<"a", column<"x", integer, default_<"1">>, column<"y", text, not_null>, column<"n", bigint>,
                         constraint<"c", check<"x > 0">>, constraint<"alone", check<"x < 9">, no_inherit>>,
            create_table<"b", column<"z", integer>, column<"y", text, not_null>>,
            create_table<"heir", inherits<"a">, inherits<"b">, column<"own", text>, column<"x", integer, default_<"2">>,
                         column<"z", integer>, primary_key_on<"n">>,
            create_table<"grandchild", inherits<"heir">, constraint<"c", check<"x > 0">>>,
            set_default<"grandchild", "x", "3">, drop_default<"heir", "x">, set_not_null<"grandchild", "own">,
            comment_on_column<"grandchild", "n", "its own">, comment_on_constraint<"heir", "c", "why">,
            create_table<"late", column<"y", text, not_null>, column<"z", integer>>, inherit<"late", "b">>(false) ==
        "");
}

TEST_CASE("properties of tables and columns are read, and what else a column has is kept") {
  std::string left;
  CHECK(test::read_back(R"(CREATE UNLOGGED TABLE a (id bigint PRIMARY KEY, b text NOT NULL UNIQUE);
    CREATE UNLOGGED TABLE c (id bigint REFERENCES a, d text); ALTER TABLE a REPLICA IDENTITY USING INDEX a_b_key;
    ALTER TABLE a CLUSTER ON a_pkey; ALTER TABLE c REPLICA IDENTITY FULL; ALTER TABLE c ALTER d SET STATISTICS 500;
    CREATE INDEX ci ON c (d); ALTER TABLE c CLUSTER ON ci; CREATE TABLE e (id bigint); ALTER TABLE e REPLICA IDENTITY NOTHING)",
                        left) == "");
  CHECK(left == "");
  CHECK(test::read_back("CREATE TABLE c (d text); ALTER TABLE c ALTER d SET STORAGE MAIN, ALTER d SET (n_distinct = 5);"
                        "CREATE RULE r AS ON DELETE TO c DO INSTEAD NOTHING; ALTER TABLE c DISABLE RULE r",
                        left) == "");
  CHECK(left ==
        "storage c.d: it is not that of its type (kept)\noptions c.d: it has n_distinct = '5' (kept)\n"
        "firing rule r on c: it is disabled, or fires in replicas (kept)\n");
}

TEST_CASE("what neither the model nor SQL beside it brings back is said") {
  run::session s(test::fresh_database());
  s.run(
      "CREATE EXTENSION citext; COMMENT ON EXTENSION citext IS NULL; CREATE TABLE p (a integer) PARTITION BY RANGE (a);"
      "CREATE TABLE q PARTITION OF p DEFAULT; CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN END';"
      "CREATE TRIGGER t AFTER INSERT ON p FOR EACH ROW EXECUTE FUNCTION f(); ALTER TABLE q DISABLE TRIGGER t");
  if (test::server_is(15)) s.run("CREATE UNLOGGED SEQUENCE fast");
  const std::string fast = "persistence sequence fast: it is unlogged; it is there as a logged one\n";
  const std::string said = test::said(run::introspect(s).left_out);
  CHECK(said.starts_with("comment extension citext: it was removed; the extension brings it again\n" +
                         (test::server_is(15) ? fast : "") +
                         "firing trigger t on q: it is not that of its table's trigger, which it is there with\n"));
}
