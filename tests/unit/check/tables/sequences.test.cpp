// SPDX-License-Identifier: BSL-1.0
#include "support/catch.hpp"
#include "unit/check/judged.hpp"

namespace {

using namespace skein;
using test::after, test::compared, test::first, test::judged, test::second;

using begin = first<create_schema<"app">, create_sequence<"counter">, create_sequence<qualified("app", "steps"), as<smallint>, increment<-1>>,
                    create_table<"users", column<"id", bigint, identity, primary_key>, column<"kin", serial>, column<"n", integer>,
                                 column<"code", bigint, default_<"nextval('counter')">>, column<"tag", text, default_<"'t' || nextval('app.steps'::regclass)">>>>;

TEST_CASE("a sequence is named as tables are") {
  CHECK(after<begin, create_sequence<"counter">>() == "name_taken in 1.0: table counter, text sequence");
  CHECK(after<begin, create_sequence<"users">>() == "name_taken in 1.0: table users, text table");
  CHECK(after<begin, create_sequence<"users_kin_seq">>() == "name_taken in 1.0: table users_kin_seq, text sequence");
  CHECK(after<begin, create_enum<"mood">, create_sequence<"mood">>() == "entity_exists in 1.1: table mood, is type");
  CHECK(after<begin, create_enum<"mood">, rename_sequence<"counter", "mood">>() == "entity_exists in 1.1: table mood, is type");
  CHECK(after<begin, create_enum<"counter">>() == "name_taken in 1.0: table counter, text sequence");
  CHECK(after<begin, create_table<"counter">>() == "name_taken in 1.0: table counter, text sequence");
  CHECK(after<begin, create_sequence<qualified("ap", "s")>>() == "no_schema in 1.0: schema ap, hint app");
  CHECK(after<begin, rename_sequence<"counter", "users_pkey">>() == "name_taken in 1.0: table users_pkey, text index");
  CHECK(after<begin, rename_sequence<"conter", "c">>() == "no_entity in 1.0: table conter, is sequence, hint counter");
  CHECK(after<begin, rename_sequence<"user_kin_seq", "c">>() == "no_entity in 1.0: table user_kin_seq, is sequence, hint users_kin_seq");
  CHECK(after<begin, set_sequence_schema<"counter", "app">, create_sequence<"counter">, set_sequence_schema<"counter", "app">>() ==
        "name_taken in 1.2: schema app, table counter, text sequence");
  CHECK(after<begin, set_sequence_schema<"counter", "public">>() == "no_effect in 1.0: object counter, is sequence");
  CHECK(after<begin, drop_schema<"app">>() == "schema_in_use in 1.0: schema app, object steps");
  CHECK(after<begin, add_column<"users", column<"i", serial>>, rename_sequence<"users_i_seq", "x">, add_column<"users", column<"i_", serial>>,
              create_sequence<"users_i_seq">>() == "none");
}

TEST_CASE("options of a sequence fit its type and each other") {
  CHECK(after<begin, create_sequence<"s", increment<0>>>() == "sequence_option in 1.0: object s, is sequence, text increment");
  CHECK(after<begin, create_sequence<"s", cache<0>>>() == "sequence_option in 1.0: object s, is sequence, text cache");
  CHECK(after<begin, create_sequence<"s", as<smallint>, max_value<32768>>>() == "sequence_option in 1.0: object s, is sequence, text max_value");
  CHECK(after<begin, create_sequence<"s", as<smallint>, max_value<32767>>>() == "none");
  CHECK(after<begin, create_sequence<"s", as<integer>, min_value<-2147483649>>>() == "sequence_option in 1.0: object s, is sequence, text min_value");
  CHECK(after<begin, create_sequence<"s", min_value<5>, max_value<5>>>() == "sequence_option in 1.0: object s, is sequence, text min_value");
  CHECK(after<begin, create_sequence<"s", increment<-1>, min_value<-1>>>() == "sequence_option in 1.0: object s, is sequence, text min_value");
  CHECK(after<begin, create_sequence<"s", start<0>>>() == "sequence_option in 1.0: object s, is sequence, text start");
  CHECK(after<begin, create_sequence<"s", start<0>, min_value<0>>>() == "none");
  CHECK(after<begin, create_sequence<"s", increment<-1>, start<1>>>() == "sequence_option in 1.0: object s, is sequence, text start");
  CHECK(after<begin, add_column<"users", column<"i", smallint, identity_with<always, max_value<40000>>>>>() ==
        "sequence_option in 1.0: table users, column i, text max_value");
  CHECK(after<begin, alter_sequence<"counter", min_value<5>>>() == "sequence_option in 1.0: object counter, is sequence, text start");
  CHECK(after<begin, alter_sequence<"counter", min_value<5>, start<5>>>() == "sequence_option in 1.0: object counter, is sequence, text restart");
  CHECK(after<begin, restart_sequence<"counter", 5, undo_restart<1>>, alter_sequence<"counter", min_value<5>, start<5>>>() == "none");
  CHECK(after<begin, restart_sequence<"counter", 0, undo_restart<1>>>() == "sequence_option in 1.0: object counter, is sequence, text restart");
  CHECK(after<begin, restart_sequence<"counter", 5>>() == "no_undo in 1.0: object counter, is sequence");
  CHECK(after<begin, restart_sequence<"counter", 5, irreversible<"rows have gone on">>>() == "none");
  CHECK(after<begin, alter_sequence<"counter", increment<1>, no_max_value, no_cycle>>() == "no_effect in 1.0: object counter, is sequence");
}

TEST_CASE("a sequence that is used stays") {
  CHECK(after<begin, drop_sequence<"counter", loses_data>>() == "entity_used in 1.0: object counter, is sequence, used by column users.code");
  CHECK(after<begin, drop_sequence<qualified("app", "steps"), loses_data>>() ==
        "entity_used in 1.0: schema app, object steps, is sequence, used by expression users.tag");
  CHECK(after<begin, rename_column<"users", "tag", "label">, drop_sequence<qualified("app", "steps"), loses_data>>() ==
        "entity_used in 1.1: schema app, object steps, is sequence, used by expression users.label");
  CHECK(after<begin, drop_default<"users", "code">, drop_sequence<"counter">>() == "loses_data in 1.1: object counter, is sequence");
  CHECK(after<begin, drop_default<"users", "code">, drop_sequence<"counter", loses_data>, set_default<"users", "tag", "'none'">,
              drop_sequence<qualified("app", "steps"), loses_data>>() == "none");
  CHECK(after<begin, drop_sequence<"users_kin_seq", loses_data>>() == "entity_used in 1.0: object users_kin_seq, is sequence, used by column users.kin");
  CHECK(after<begin, drop_default<"users", "kin">, drop_sequence<"users_kin_seq", loses_data>>() == "none");
  CHECK(after<begin, create_table<"posts", column<"n", bigint, default_<"nextval('users_kin_seq')">>>, drop_column<"users", "kin", loses_data>>() ==
        "entity_used in 1.1: object users_kin_seq, is sequence, used by column posts.n");
  CHECK(after<begin, create_table<"posts", column<"n", bigint, default_<"nextval('users_kin_seq')">>>, drop_table<"users", loses_data>>() ==
        "entity_used in 1.1: object users_kin_seq, is sequence, used by column posts.n");
  CHECK(after<begin, set_default<"users", "n", "nextval('users_id_seq')">, drop_identity<"users", "id">>() ==
        "entity_used in 1.1: object users_id_seq, is sequence, used by column users.n");
  CHECK(after<begin, set_default<"users", "n", "nextval('users_id_seq')">, drop_table<"users", loses_data>>() == "none");
  CHECK(after<begin, drop_table<"users", loses_data>, drop_sequence<"counter", loses_data>>() == "none");
}

TEST_CASE("a default names what is there") {
  CHECK(after<begin, add_column<"users", column<"c", bigint, default_<"nextval('conter')">>>>() ==
        "no_relation in 1.0: table users, column c, hint counter, text conter");
  CHECK(after<begin, set_default<"users", "n", "1 + currval('app.counter'::regclass)">>() ==
        "no_relation in 1.0: table users, column n, hint counter, text app.counter");
  CHECK(after<begin, set_default<"users", "n", "nextval('Counter')">>() == "none");
  CHECK(after<begin, set_default<"users", "n", "nextval('\"Counter\"')">>().substr(0, 11) == "no_relation");
  CHECK(after<begin, set_default<"users", "n", "nextval('anything'::text)">, set_default<"users", "n", "length('nextval(x)')">>() == "none");
  CHECK(after<begin, set_default<"users", "tag", "'pg_class'::regclass::text">, set_default<"users", "tag", "regclass 'users'">>() == "none");
  CHECK(after<begin, create_table<"t", column<"a", bigint, default_<"nextval('t_b_seq')">>, column<"b", serial>>>() == "none");
  CHECK(after<begin, rename_sequence<"counter", "c">, set_default<"users", "n", "nextval('counter')">>() ==
        "no_relation in 1.1: table users, column n, text counter");
  CHECK(after<begin, rename_sequence<"counter", "c">, set_default<"users", "code", "nextval('c')">>() == "no_effect in 1.1: table users, column code");
}

TEST_CASE("a sequence belongs to one column of its schema") {
  CHECK(after<begin, alter_sequence<"counter", owned_by<"users", "m">>>() == "no_column in 1.0: table users, column m");
  CHECK(after<begin, alter_sequence<qualified("app", "steps"), owned_by<"users", "n">>>() ==
        "sequence_elsewhere in 1.0: schema app, object steps, other table users, is sequence");
  CHECK(after<begin, alter_sequence<"counter", owned_by<"users", "n">>, set_sequence_schema<"counter", "app">>() ==
        "sequence_of_identity in 1.1: object counter, other table users, other column n, is sequence");
  CHECK(after<begin, alter_sequence<"counter", owned_by<"users", "n">>, alter_sequence<"counter", owned_by<"users", "n">>>() ==
        "no_effect in 1.1: object counter, is sequence");
  CHECK(after<begin, alter_sequence<"counter", owned_by<"users", "n">>, drop_column<"users", "n", loses_data>>() ==
        "entity_used in 1.1: object counter, is sequence, used by column users.code");
  CHECK(after<begin, alter_sequence<"counter", owned_by<"users", "code">>, set_schema<"users", "app">, alter_sequence<qualified("app", "counter"), owned_by<>>>() ==
        "none");
  CHECK(after<begin, drop_sequence<"users_id_seq", loses_data>>() ==
        "sequence_of_identity in 1.0: object users_id_seq, other table users, other column id, is sequence");
  CHECK(after<begin, alter_sequence<"users_id_seq", owned_by<>>>().substr(0, 20) == "sequence_of_identity");
  CHECK(after<begin, alter_sequence<"users_id_seq", as<integer>>>().substr(0, 20) == "sequence_of_identity");
  CHECK(after<begin, rename_sequence<"users_id_seq", "ids">, alter_sequence<"ids", cache<5>>, restart_sequence<"ids", 7, undo_restart<1>>>() == "none");
}

struct counter : sequence<"counter"> {};
struct steps : sequence<qualified("app", "steps"), as<smallint>, increment<-1>> {};
template <class... Column>
using users = table<"users", column<"id", bigint, identity, primary_key>, column<"n", integer>, column<"code", bigint, default_<"nextval('counter')">>,
                    column<"tag", text, default_<"'t' || nextval('app.steps'::regclass)">>, Column...>;
using kin = column<"kin", serial>;

TEST_CASE("models say serial, or what it really is") {
  CHECK(compared<begin, users<kin>, counter, steps>() == "none");
  CHECK(compared<begin, users<kin>, counter>() == "entity_without_model: schema app, object steps, is sequence");
  CHECK(compared<begin, users<kin>, sequence<"counter", cache<2>>, steps>() == "model_entity_differs: object counter, is sequence");
  CHECK(compared<begin, users<kin>, sequence<"counter", owned_by<"users", "n">>, steps>() == "model_entity_differs: object counter, is sequence");
  CHECK(compared<begin, users<kin>, counter, steps, sequence<"others">>() == "model_entity_missing: table others, is sequence");
  CHECK(compared<begin, users<kin>, counter, steps, sequence<"counter">>() == "model_repeated: table counter, is sequence");
  using plain = column<"kin", integer, not_null, default_<"nextval('users_kin_seq')">>;
  CHECK(compared<begin, users<plain>, counter, steps>() == "entity_without_model: object users_kin_seq, is sequence");
  CHECK(compared<begin, users<plain>, counter, steps, sequence<"users_kin_seq", as<integer>, owned_by<"users", "kin">>>() == "none");
  CHECK(compared<begin, users<kin>, counter, steps, sequence<"users_kin_seq", as<integer>, owned_by<"users", "kin">>>() == "none");
}

template <class... Step>
using then = first<create_sequence<"counter">, create_schema<"app">, create_sequence<qualified("app", "steps"), as<smallint>, increment<-1>>,
                   create_table<"users", column<"id", bigint, identity, primary_key>, column<"kin", serial>, column<"n", integer>,
                                column<"code", bigint, default_<"nextval('counter')">>, column<"tag", text, default_<"'t' || nextval('app.steps'::regclass)">>>,
                   Step...>;

TEST_CASE("models follow what becomes of a serial column") {
  const std::string other = "model_column_differs: table users, column kin, differs in ";
  using wide = then<alter_type<"users", "kin", bigint>>;
  CHECK(compared<wide, users<column<"kin", bigserial>>, counter, steps>() == other + "next value");
  CHECK(compared<wide, users<column<"kin", bigint, not_null, default_<"nextval('users_kin_seq')">>>, counter, steps,
                 sequence<"users_kin_seq", as<integer>, owned_by<"users", "kin">>>() == "none");
  CHECK(compared<then<alter_type<"users", "kin", bigint>, alter_sequence<"users_kin_seq", as<bigint>>>, users<column<"kin", bigserial>>, counter, steps>() ==
        "none");
  CHECK(compared<then<drop_not_null<"users", "kin">>, users<kin>, counter, steps>() == other + "nullability, differs in next value");
  CHECK(compared<then<drop_default<"users", "kin">>, users<kin>, counter, steps>() == other + "next value");
  CHECK(compared<then<alter_sequence<"users_kin_seq", owned_by<>>>, users<kin>, counter, steps>() == other + "next value");
  CHECK(compared<then<rename_sequence<"users_kin_seq", "kin">>, users<kin>, counter, steps>() == "none");
  CHECK(compared<then<rename_sequence<"counter", "c">>, users<kin>, sequence<"c">, steps>() ==
        "model_column_differs: table users, column code, text counter, differs in default, differs in next value");
  using renamed = then<rename_sequence<qualified("app", "steps"), "S">>;
  using tagged = table<"users", column<"id", bigint, identity, primary_key>, column<"n", integer>, column<"code", bigint, default_<"nextval('public.counter')">>,
                       column<"tag", text, default_<"'t' || nextval('app.\"S\"'::regclass)">>, kin>;
  CHECK(compared<renamed, tagged, counter, sequence<qualified("app", "S"), as<smallint>, increment<-1>>>() == "none");
  CHECK(compared<renamed, users<kin>, counter, sequence<qualified("app", "S"), as<smallint>, increment<-1>>>() ==
        "model_column_differs: table users, column tag, text app.steps, differs in default");
}

TEST_CASE("branches that concern one sequence conflict") {
  const auto conflict = []<class A, class B>() {
    struct b : revision<"b", revises<"a">, "b", A> {};
    struct c : revision<"c", revises<"a">, "c", B> {};
    struct d : revision<"d", revises<"b", "c">, "d"> {};
    return judged<begin, b, c, d>().substr(0, 8) == "conflict";
  };
  CHECK(conflict.operator()<rename_sequence<"counter", "c">, alter_sequence<"counter", cache<4>>>());
  CHECK(conflict.operator()<set_identity<"users", "id", identity_with<always, cache<2>>>, alter_sequence<"users_id_seq", cache<4>>>());
  CHECK(conflict.operator()<set_default<"users", "n", "nextval('counter')">, alter_sequence<"counter", cache<4>>>());
  CHECK(conflict.operator()<drop_column<"users", "kin", loses_data>, alter_sequence<"users_kin_seq", cache<4>>>());
  CHECK(conflict.operator()<create_sequence<"x", owned_by<"users", "n">>, drop_column<"users", "n", loses_data>>());
  CHECK(!conflict.operator()<create_sequence<"x">, create_sequence<"y">>());
  CHECK(!conflict.operator()<create_sequence<"x">, create_table<"posts", column<"id", bigint, identity>>>());
}

}  // namespace
