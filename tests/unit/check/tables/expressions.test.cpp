// SPDX-License-Identifier: BSL-1.0
#include <skein/check/tables/expressions.hpp>

#include "support/catch.hpp"
#include "unit/check/judged.hpp"

namespace {

using namespace skein;
using test::after, test::compared, test::first;

template <model::object_name Name, class... Type>
using f = create_function<Name, arguments<Type...>, returns<integer>, language<"sql">, immutable, body<"SELECT 1">>;

using start = first<create_schema<"app">, f<"one">, f<"two", integer>, f<"two", text, integer>, f<"plain">, f<qualified("app", "one")>,
                    create_table<"t", column<"id", integer, default_<"one()">>, column<"n", integer, check<"two(n) > 0">>, column<"m", integer, default_<"app.one() + 1">>>>;

const std::string one = "entity_used in 1.0: table one, is function, takes (), used by expression t.";

TEST_CASE("a function that an expression calls stays as long as that") {
  CHECK(after<start, drop_function<"one">>() == one + "id");
  CHECK(after<start, drop_function<qualified("app", "one")>>() == "entity_used in 1.0: schema app, table one, is function, takes (), used by expression t.m");
  CHECK(after<start, drop_function<"two", integer>>() == "entity_used in 1.0: table two, is function, takes (integer), used by expression t.t_n_check");
  CHECK(after<start, drop_function<"two", text, integer>>() == "none");
  CHECK(after<start, drop_function<"plain">>() == "none");
  CHECK(after<start, drop_default<"t", "id">, drop_function<"one">>() == "none");
  CHECK(after<start, set_default<"t", "id", "2">, drop_function<"one">>() == "none");
  CHECK(after<start, set_default<"t", "n", "one ( )">, drop_default<"t", "id">, drop_function<"one">>().substr(0, 11) == "entity_used");
  CHECK(after<start, drop_column<"t", "id", loses_data>, drop_function<"one">>() == "none");
  CHECK(after<start, drop_constraint<"t", "t_n_check">, drop_function<"two", integer>>() == "none");
  CHECK(after<start, drop_column<"t", "n", loses_data>, drop_function<"two", integer>>() == "none");
  CHECK(after<start, drop_table<"t", loses_data>, drop_function<"two", integer>, drop_function<"one">>() == "none");
  CHECK(after<start, rename_table<"t", "u">, set_schema<"u", "app">, drop_function<"one">>().substr(0, 11) == "entity_used");
}

TEST_CASE("indexes, exclusions and generated columns call too") {
  CHECK(after<start, create_index<"ix", "t", on<expression("plain() + n")>>, drop_function<"plain">>() ==
        "entity_used in 1.1: table plain, is function, takes (), used by expression t.ix");
  CHECK(after<start, create_index<"ix", "t", on<"n">, where<"n > plain()">>, drop_function<"plain">>().substr(0, 11) == "entity_used");
  CHECK(after<start, create_index<"ix", "t", on<"n">, where<"n > plain()">>, drop_index<"ix">, drop_function<"plain">>() == "none");
  CHECK(after<start, add_column<"t", column<"g", integer, generated<"n + plain()">>>, drop_function<"plain">>() ==
        "entity_used in 1.1: table plain, is function, takes (), used by expression t.g");
  CHECK(after<start, add_column<"t", column<"g", integer, generated<"n + plain()">>>, drop_column<"t", "g">, drop_function<"plain">>() == "none");
  CHECK(after<start, add_constraint<"t", exclude_on<"ex", on<with("n", "=")>, where<"plain() > 0">>>, drop_function<"plain">>().substr(0, 11) == "entity_used");
  CHECK(after<start, add_column<"t", column<"g", text, default_<"'plain()'">>>, drop_function<"plain">>() == "none");
}

TEST_CASE("a function that expressions call gets another name, and is called by that") {
  CHECK(after<start, replace_function<"one", returns<integer>, language<"sql">, body<"SELECT 2">>>() == "none");
  CHECK(after<start, rename_function<"one", "uno">>() == "none");
  CHECK(after<start, rename_function<"one", "uno">, drop_function<"uno">>() == "entity_used in 1.1: table uno, is function, takes (), used by expression t.id");
  // Another function has the name that the text was written with.
  CHECK(after<start, rename_function<"one", "uno">, f<"one">, drop_function<"one">>() == "none");
  CHECK(after<start, rename_function<"one", "uno">, set_default<"t", "id", "uno()">>() == "no_effect in 1.1: table t, column id");
  CHECK(after<start, rename_function<"one", "uno">, f<"one">, set_default<"t", "id", "one()">, drop_function<"uno">>() == "none");
}

TEST_CASE("what a domain or the default of an argument calls stays, and keeps its name") {
  using domain_of = create_domain<"d", integer, check<"two(value) > 0">>;
  CHECK(after<start, domain_of, drop_constraint<"t", "t_n_check">, drop_function<"two", integer>>() ==
        "entity_used in 1.2: table two, is function, takes (integer), used by domain d");
  CHECK(after<start, domain_of, rename_function<"two", "zwei", integer>>() == "entity_called in 1.1: table two, is function, takes (integer), used by domain d");
  CHECK(after<start, domain_of, set_function_schema<"two", "app", integer>>().substr(0, 13) == "entity_called");
  CHECK(after<start, domain_of, drop_domain_constraint<"d", "d_check">, rename_function<"two", "zwei", integer>>() == "none");
  using takes = create_function<"takes", arguments<in<"a", integer, default_<"plain() + 1">>>, returns<integer>, language<"sql">, body<"SELECT 1">>;
  CHECK(after<start, takes, drop_function<"plain">>() == "entity_used in 1.1: table plain, is function, takes (), used by function takes");
  CHECK(after<start, takes, rename_function<"plain", "simple">>().substr(0, 13) == "entity_called");
  CHECK(after<start, takes, rename_function<"takes", "took", integer>>() == "none");
}

TEST_CASE("a down restores a text whose function has another name meanwhile") {
  CHECK(test::judged<start, revision<"b", revises<"a">, "x", up<rename_function<"one", "uno">>, down<rename_function<"uno", "one">>>>() == "none");
  CHECK(test::judged<start, revision<"b", revises<"a">, "x", rename_function<"one", "uno">, rename_column<"t", "n", "m2">>,
                     revision<"c", revises<"b">, "x", up<drop_default<"t", "id">, drop_constraint<"t", "t_n_check">>,
                              down<set_default<"t", "id", "uno()">, add_constraint<"t", check_on<"t_n_check", "two(m2) > 0">>>>>() == "none");
  CHECK(test::judged<start, revision<"b", revises<"a">, "x", rename_function<"one", "uno">>,
                     revision<"c", revises<"b">, "x", up<drop_default<"t", "id">>, down<f<"one">, set_default<"t", "id", "one()">>>>().substr(0, 4) == "down");
}

TEST_CASE("models of tables whose expressions call functions") {
  struct one_model : function<"one", returns<integer>, language<"sql">, immutable, body<"SELECT 1">> {};
  struct two_model : function<"two", returns<integer>, language<"sql">, immutable, body<"SELECT 1">> {};
  struct t : table<"t", column<"id", integer, default_<"one()">>> {};
  CHECK(compared<first<f<"one">, create_table<"t", column<"id", integer, default_<"one()">>>, f<"two">>, t, one_model, two_model>() == "none");
  struct uno_model : function<"uno", returns<integer>, language<"sql">, immutable, body<"SELECT 1">> {};
  struct renamed : table<"t", column<"id", integer, default_<"uno()">, check<"app.two() > uno() + id">>, indexed<"ix", on<expression("id + app.two()")>>> {};
  using before = first<create_schema<"app">, f<"one">, f<"two">, create_table<"t", column<"id", integer, default_<"one()">, check<"two() > one() + id">>>,
                       create_index<"ix", "t", on<expression("id + two()")>>, rename_function<"one", "uno">, set_function_schema<"two", "app">>;
  struct two_in_app : function<qualified("app", "two"), returns<integer>, language<"sql">, immutable, body<"SELECT 1">> {};
  CHECK(compared<before, renamed, uno_model, two_in_app>() == "none");
  struct former : table<"t", column<"id", integer, default_<"one()">, check<"app.two() > uno() + id">>, indexed<"ix", on<expression("id + app.two()")>>> {};
  CHECK(compared<before, former, uno_model, two_in_app>().substr(0, 20) == "model_column_differs");
  struct unmoved : table<"t", column<"id", integer, default_<"uno()">, check<"two() > uno() + id">>, indexed<"ix", on<expression("id + app.two()")>>> {};
  CHECK(compared<before, unmoved, uno_model, two_in_app>().substr(0, 12) == "model_object");
  CHECK(test::judged<start, revision<"b", revises<"a">, "x", up<drop_default<"t", "id">, drop_function<"one">>, down<f<"one">, set_default<"t", "id", "one()">>>>() == "none");
}

}  // namespace
