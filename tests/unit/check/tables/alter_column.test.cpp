// SPDX-License-Identifier: BSL-1.0
#include <skein/check/tables/alter_column.hpp>

#include "support/catch.hpp"
#include "unit/check/judged.hpp"

namespace {

using namespace skein;
using test::after, test::first, test::judged, test::second;

using begin = first<
    create_extension<"citext">,
    create_table<"users", column<"id", bigint, identity, primary_key>, column<"email", varchar<255>, not_null, unique>,
                 column<"age", integer>, column<"score", numeric<10, 2>>, column<"born", text>,
                 column<"seen", timestamptz>, column<"city", text, default_<"'Rome'">>, column<"kin", serial>,
                 column<"shout", text, generated<"upper(city)">>>,
    create_table<"posts", column<"id", bigint, primary_key>, column<"author", bigint, references<"users", "id">>>>;

TEST_CASE("a type that PostgreSQL converts to by itself, both ways") {
  CHECK(after<begin, alter_type<"users", "age", bigint>>() == "none");
  CHECK(after<begin, alter_type<"users", "email", text>>() == "none");
  CHECK(after<begin, alter_type<"users", "email", varchar<320>>>() == "none");
  CHECK(after<begin, alter_type<"users", "score", numeric<12, 2>>>() == "none");
}

TEST_CASE("a type that it does not convert to, or not back from") {
  CHECK(after<begin, alter_type<"users", "born", date>>() ==
        "not_convertible in 1.0: table users, column born, text up, type date");
  CHECK(after<begin, alter_type<"users", "born", date, using_<"born::date">>>() == "none");
  CHECK(after<begin, alter_type<"users", "age", text>>() ==
        "not_convertible in 1.0: table users, column age, text down, type integer");
  CHECK(after<begin, alter_type<"users", "age", text, undo_using<"age::integer">>>() == "none");
  CHECK(after<begin, alter_type<"users", "age", text, irreversible<"letters come in">>>() == "none");
  CHECK(after<begin, irreversible<"letters come in">, alter_type<"users", "age", text>>() == "none");
  CHECK(after<begin, alter_type<"users", "age", boolean, using_<"age > 17">>>() ==
        "not_convertible in 1.0: table users, column age, text down, type integer");
  CHECK(after<begin, alter_type<"users", "age", array<integer>>>() ==
        "not_convertible in 1.0: table users, column age, text up, type integer");
  CHECK(after<begin, alter_type<"users", "age", type_named<"citext">>>().substr(0, 22) == "not_convertible in 1.0");
}

TEST_CASE("what a narrower type loses is said") {
  CHECK(after<begin, alter_type<"users", "score", integer>>() ==
        "loses_data in 1.0: table users, column score, text up, type integer");
  CHECK(after<begin, alter_type<"users", "score", integer, loses_data>>() == "none");
  CHECK(after<begin, loses_data, alter_type<"users", "score", integer>>() == "none");
  CHECK(after<begin, alter_type<"users", "score", numeric<10, 1>>>() ==
        "loses_data in 1.0: table users, column score, text up, type numeric");
  CHECK(after<begin, alter_type<"users", "seen", date>>() ==
        "loses_data in 1.0: table users, column seen, text up, type date");
  CHECK(after<begin, alter_type<"users", "seen", precision<timestamptz, 3>>>() ==
        "loses_data in 1.0: table users, column seen, text up, type timestamptz");
}

TEST_CASE("an identity stays an integer") {
  CHECK(after<begin, alter_type<"posts", "id", integer>>() == "none");
  using numbered = first<create_table<"t", column<"n", bigint, identity>>>;
  CHECK(after<numbered, alter_type<"t", "n", text>>() == "not_an_integer in 1.0: table t, column n");
  CHECK(after<numbered, alter_type<"t", "n", integer>>() == "none");
  CHECK(after<numbered, drop_identity<"t", "n">, alter_type<"t", "n", text, undo_using<"n::bigint">>>() == "none");
}

TEST_CASE("a serial column is an integer with a default") {
  CHECK(after<begin, alter_type<"users", "kin", bigint>>() == "none");
  CHECK(after<begin, alter_type<"users", "kin", text>>() == "contradiction in 1.0: table users, column kin");
  CHECK(after<begin, drop_default<"users", "kin">, alter_type<"users", "kin", text, undo_using<"1">>>() == "none");
  CHECK(after<begin, drop_default<"users", "kin">, drop_default<"users", "kin">>() == "no_effect in 1.1: table users, column kin");
  CHECK(after<begin, set_default<"users", "kin", "0">, drop_not_null<"users", "kin">>() == "none");
  CHECK(after<begin, set_default<"users", "kin", "nextval( 'public.users_kin_seq'::regclass )">>() == "no_effect in 1.0: table users, column kin");
  CHECK(after<begin, add_identity<"users", "kin">>() == "contradiction in 1.0: table users, column kin");
  CHECK(after<begin, drop_default<"users", "kin">, add_identity<"users", "kin">>() == "none");
  CHECK(after<begin, rename_column<"users", "kin", "family">>() == "none");
  CHECK(after<begin, drop_column<"users", "kin", loses_data>, add_column<"users", column<"kin", integer, identity>>>() == "none");
}

TEST_CASE("what set_identity does not say stays") {
  using limited = first<create_table<"t", column<"n", integer, identity_with<always, max_value<50>, cache<2>>>>>;
  CHECK(after<limited, set_identity<"t", "n", identity>>() == "no_effect in 1.0: table t, column n");
  CHECK(after<limited, set_identity<"t", "n", identity_with<always, cache<2>, no_cycle, start<1>>>>() == "no_effect in 1.0: table t, column n");
  CHECK(after<limited, set_identity<"t", "n", identity_with<by_default>>, set_identity<"t", "n", identity>>() == "none");
  CHECK(after<limited, set_identity<"t", "n", identity_with<always, start<51>>>>() == "sequence_option in 1.0: table t, column n, text start");
  CHECK(after<limited, set_identity<"t", "n", identity_with<always, no_max_value>>, set_identity<"t", "n", identity_with<always, start<51>>>>() == "none");
  CHECK(after<limited, alter_type<"t", "n", smallint>, set_identity<"t", "n", identity_with<always, max_value<32768>>>>() ==
        "sequence_option in 1.1: table t, column n, text max_value");
  CHECK(after<limited, set_identity<"t", "n", identity_with<always, max_value<32768>>>, alter_type<"t", "n", smallint>>() ==
        "sequence_option in 1.1: table t, column n, text max_value");
}

TEST_CASE("a default, a key and a check that do not convert go before the type does") {
  CHECK(after<begin, alter_type<"users", "city", array<text>, using_<"ARRAY[city]">, undo_using<"city[1]">>>() ==
        "column_used in 1.0: table users, column city, object shout, other table users, text generated column");
  using t = first<create_table<"t", column<"a", text, default_<"'x'">>, column<"b", text, check<"b <> ''">>>>;
  CHECK(after<t, alter_type<"t", "a", integer, using_<"length(a)">>>() == "contradiction in 1.0: table t, column a");
  CHECK(after<t, drop_default<"t", "a">, alter_type<"t", "a", integer, using_<"length(a)">>>() == "none");
  CHECK(after<t, alter_type<"t", "b", integer, using_<"length(b)">>>() ==
        "column_used in 1.0: table t, column b, object t_b_check, other table t, text constraint");
}

TEST_CASE("keys and indexes are built again for another type, if it has an order") {
  using t = first<create_extension<"citext">, create_table<"t", column<"a", text, primary_key>, column<"b", text, unique>, column<"c", jsonb, unique>,
                               column<"d", text>, indexed<"i", on<"d", "b">, include<"c">>,
                               indexed<"p", on<opclass("d", "text_pattern_ops")>>>>;
  CHECK(after<t, alter_type<"t", "a", integer, using_<"a::integer">>>() == "none");
  CHECK(after<t, alter_type<"t", "a", xml, using_<"a::xml">>>() ==
        "column_used in 1.0: table t, column a, object t_pkey, other table t, text constraint");
  CHECK(after<t, alter_type<"t", "b", integer, using_<"b::integer">>>() == "none");
  CHECK(after<t, alter_type<"t", "c", json>>() ==
        "column_used in 1.0: table t, column c, object t_c_key, other table t, text constraint");
  CHECK(after<t, drop_constraint<"t", "t_c_key">, alter_type<"t", "c", json>>() == "none");
  CHECK(after<t, alter_type<"t", "d", integer, using_<"d::integer">>>() ==
        "column_used in 1.0: table t, column d, object p, other table t, text index");
  CHECK(after<t, drop_index<"p">, alter_type<"t", "d", integer, using_<"d::integer">>>() == "none");
  CHECK(after<t, drop_index<"p">, alter_type<"t", "d", type_named<"citext">, using_<"d::citext">>>().substr(0, 11) ==
        "column_used");
}

TEST_CASE("a column that a key includes keeps its type while a foreign key rests on the key") {
  using t = first<create_table<"t", column<"a", integer>, column<"b", integer>, constraint<"pk", primary_key_on<"a">, include<"b">>>>;
  CHECK(after<t, alter_type<"t", "b", bigint>>() == "none");
  CHECK(after<t, create_table<"r", column<"a", integer, references<"t">>>, alter_type<"t", "b", bigint>>() ==
        "column_used in 1.1: table t, column b, object pk, other table t, text constraint");
}

TEST_CASE("a column keeps a type that its foreign keys take, at each step") {
  CHECK(after<begin, alter_type<"users", "id", integer>>() == "none");
  CHECK(after<begin, alter_type<"posts", "author", integer>>() == "none");
  CHECK(after<begin, alter_type<"posts", "author", numeric<>>>() ==
        "target_type in 1.0: table posts, column author, other table users, other column id, type bigint");
  using keyed = first<create_table<"users", column<"id", text, primary_key>>, create_table<"posts", column<"author", text, constraint<"fk", references<"users">>>>>;
  using to_uuid = alter_type<"users", "id", uuid, using_<"id::uuid">>;
  CHECK(after<keyed, to_uuid, alter_type<"posts", "author", uuid, using_<"author::uuid">>>() ==
        "target_type in 1.0: table posts, column author, other table users, other column id, type uuid");
  CHECK(after<keyed, drop_constraint<"posts", "fk">, to_uuid, alter_type<"posts", "author", uuid, using_<"author::uuid">>,
              add_constraint<"posts", constraint<"fk", foreign_key<on<"author">, to<"users">>>>>() == "none");
}

TEST_CASE("a generated column is computed for its new type; what it is generated from keeps its own") {
  CHECK(after<begin, alter_type<"users", "city", varchar<80>>>() ==
        "column_used in 1.0: table users, column city, object shout, other table users, text generated column");
  CHECK(after<begin, alter_type<"users", "shout", varchar<80>, using_<"''">>>() ==
        "column_generated in 1.0: table users, column shout");
  CHECK(after<begin, alter_type<"users", "shout", date, undo_using<"''">>>() ==
        "column_generated in 1.0: table users, column shout");
  CHECK(after<begin, alter_type<"users", "shout", date>>() ==
        "not_convertible in 1.0: table users, column shout, text up, type date");
  CHECK(after<begin, alter_type<"users", "shout", varchar<80>>>() == "none");
  using rounded = first<create_table<"t", column<"a", numeric<8, 2>>, column<"b", numeric<8, 2>, generated<"a * 2">>>>;
  CHECK(after<rounded, alter_type<"t", "b", integer>>() == "none");  // nothing is lost that is not computed again
  CHECK(after<begin, drop_column<"users", "shout">, alter_type<"users", "city", varchar<80>>>() == "none");
}

TEST_CASE("a step that changes nothing has no down that could be told from it") {
  CHECK(after<begin, alter_type<"users", "age", integer>>() == "no_effect in 1.0: table users, column age");
  CHECK(after<begin, set_not_null<"users", "email">>() == "no_effect in 1.0: table users, column email");
  CHECK(after<begin, set_not_null<"users", "id">>() == "no_effect in 1.0: table users, column id");
  CHECK(after<begin, drop_not_null<"users", "age">>() == "no_effect in 1.0: table users, column age");
  CHECK(after<begin, set_default<"users", "city", "'Rome'">>() == "no_effect in 1.0: table users, column city");
  CHECK(after<begin, drop_default<"users", "age">>() == "no_effect in 1.0: table users, column age");
  CHECK(after<begin, comment_on_column<"users", "age", "">>() == "no_effect in 1.0: table users, column age");
  CHECK(after<begin, set_identity<"users", "id", identity>>() == "no_effect in 1.0: table users, column id");
  CHECK(after<begin, drop_expression<"users", "age", irreversible<"…">>>() ==
        "no_effect in 1.0: table users, column age");

  CHECK(after<begin, set_not_null<"users", "age">, drop_not_null<"users", "age">>() == "none");
  CHECK(after<begin, set_default<"users", "city", "'Oslo'">, drop_default<"users", "city">>() == "none");
  CHECK(after<begin, comment_on_column<"users", "age", "in years">, comment_on_column<"users", "age", "">>() == "none");
  CHECK(after<begin, set_identity<"users", "id", identity_with<by_default>>>() == "none");
  CHECK(after<begin, set_identity<"users", "id", identity_with<always, start<10>>>>() == "none");
}

TEST_CASE("a primary key and an identity require a value") {
  CHECK(after<begin, drop_not_null<"users", "id">>() == "contradiction in 1.0: table users, column id");
  CHECK(after<begin, drop_not_null<"posts", "id">>() == "contradiction in 1.0: table posts, column id");
  CHECK(after<begin, drop_not_null<"users", "email">>() == "none");
  CHECK(after<begin, drop_constraint<"posts", "posts_pkey">, drop_not_null<"posts", "id">>() == "none");
}

TEST_CASE("defaults of columns that have another source of values") {
  CHECK(after<begin, set_default<"users", "id", "0">>() == "column_generated in 1.0: table users, column id");
  CHECK(after<begin, set_default<"users", "shout", "'x'">>() == "column_generated in 1.0: table users, column shout");
  CHECK(after<begin, drop_default<"users", "id">>() == "column_generated in 1.0: table users, column id");
  CHECK(after<begin, drop_identity<"users", "id">, set_default<"users", "id", "0">>() == "none");
}

TEST_CASE("identities come and go") {
  CHECK(after<begin, add_identity<"posts", "id">>() == "none");
  CHECK(after<begin, add_identity<"users", "id">>() == "identity_already in 1.0: table users, column id");
  CHECK(after<begin, add_identity<"users", "age">>() ==
        "contradiction in 1.0: table users, column age");  // it may be null
  CHECK(after<begin, set_not_null<"users", "age">, add_identity<"users", "age", identity_with<by_default>>>() ==
        "none");
  CHECK(after<begin, set_not_null<"users", "age">, set_default<"users", "age", "0">, add_identity<"users", "age">>() ==
        "contradiction in 1.2: table users, column age");  // it has a default
  CHECK(after<begin, add_identity<"users", "email">>() == "not_an_integer in 1.0: table users, column email");
  CHECK(after<begin, drop_identity<"users", "age">>() == "not_identity in 1.0: table users, column age");
  CHECK(after<begin, set_identity<"users", "age", identity>>() == "not_identity in 1.0: table users, column age");
  CHECK(after<begin, drop_identity<"users", "id">, drop_identity<"users", "id">>() ==
        "not_identity in 1.1: table users, column id");
  CHECK(after<begin, drop_identity<"users", "id">, add_identity<"users", "id">>() == "none");
}

TEST_CASE("a generated column becomes a plain one for good") {
  CHECK(after<begin, drop_expression<"users", "shout">>() == "irreversible in 1.0: table users, column shout");
  CHECK(after<begin, drop_expression<"users", "shout", loses_data>>() ==
        "irreversible in 1.0: table users, column shout");
  CHECK(after<begin, drop_expression<"users", "shout", irreversible<"it is edited now">>>() == "none");
  CHECK(after<begin, irreversible<"it is edited now">, drop_expression<"users", "shout">>() == "none");
  CHECK(after<begin, drop_expression<"users", "shout", irreversible<"edited">>,
              drop_column<"users", "city", loses_data>>() == "none");
}

}  // namespace
