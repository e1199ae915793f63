// SPDX-License-Identifier: BSL-1.0
#include <skein/check/entities/routine.hpp>

#include "support/catch.hpp"
#include "unit/check/judged.hpp"

namespace {

using namespace skein;
using test::after, test::compared, test::first;

template <model::object_name Name, class... Part>
using sql_function = create_function<Name, language<"sql">, body<"SELECT 1">, Part...>;
using mood = type_named<"mood">;

using start = first<create_schema<"app">, create_enum<"mood", "sad", "ok">, create_table<"users", column<"id", bigint, primary_key>>,
                    sql_function<"f", arguments<in<"a", integer>, in<"b", text, default_<"'x'">>>, returns<integer>>,
                    sql_function<"g", arguments<mood, type_named<"users">>, returns_setof<type_named<"users">>>,
                    create_procedure<"p", arguments<in<"a", integer>>, language<"sql">, body<"SELECT 1">>>;

TEST_CASE("overloads are told apart by the types that are passed") {
  CHECK(after<start, sql_function<"f", arguments<integer>, returns<integer>>>() == "none");
  CHECK(after<start, sql_function<"f", arguments<in<"c", integer>, varchar<>>, returns<text>>>() == "none");
  CHECK(after<start, sql_function<"f", arguments<in<"c", integer>, text, out<"d", bigint>>>>() == "entity_exists in 1.0: table f, is function, takes (integer, text)");
  CHECK(after<start, sql_function<"h", arguments<varchar<3>>, returns<integer>>, sql_function<"h", arguments<varchar<4>>, returns<integer>>>().substr(0, 13) == "entity_exists");
  CHECK(after<start, create_procedure<"f", arguments<integer, text>, language<"sql">, body<"">>>() == "entity_exists in 1.0: table f, is function, takes (integer, text)");
  CHECK(after<start, sql_function<qualified("app", "f"), arguments<integer, text>, returns<integer>>>() == "none");
  CHECK(after<start, drop_function<"f", integer, text>>() == "none");
  CHECK(after<start, drop_function<"f", integer>>() == "no_entity in 1.0: table f, is function, takes (integer), used by function f");
  CHECK(after<start, drop_procedure<"f", integer, text>>() == "no_entity in 1.0: table f, is procedure, takes (integer, text), used by function f");
  CHECK(after<start, drop_function<"ff", integer, text>>() == "no_entity in 1.0: table ff, is function, takes (integer, text), hint f");
}

TEST_CASE("a type that a routine takes or returns is one of its uses, whatever it is called") {
  CHECK(after<start, drop_type<"mood">>() == "entity_used in 1.0: table mood, is type, used by function g");
  CHECK(after<start, drop_table<"users", loses_data>>() == "table_used in 1.0: table users, used by function g");
  CHECK(after<start, drop_function<"g", mood, type_named<"users">>, drop_type<"mood">, drop_table<"users", loses_data>>() == "none");
  CHECK(after<start, rename_type<"mood", "feeling">, rename_table<"users", "people">, drop_function<"g", type_named<"feeling">, type_named<"people">>>() == "none");
  CHECK(after<start, rename_type<"mood", "feeling">, drop_function<"g", mood, type_named<"users">>>().substr(0, 9) == "no_entity");
  CHECK(after<start, set_type_schema<"mood", "app">, drop_function<"g", type_named<qualified("app", "mood")>, type_named<"users">>>() == "none");
  CHECK(after<start, sql_function<"h", arguments<type_named<"mod">>, returns<integer>>>() == "no_type in 1.0: hint mood, type ");
  CHECK(after<start, sql_function<"h", arguments<array<type_named<"anyelement">>>, returns<type_named<"anyelement">>>>() == "none");
}

TEST_CASE("arguments and what is returned fit together") {
  const auto of = [](const std::string& s) { return s.substr(s.find("text ") + 5); };
  CHECK(of(after<start, sql_function<"h">>()) == "does not say what it returns");
  CHECK(of(after<start, sql_function<"h", arguments<in<"a", integer>, in<"a", text>>, returns_void>>()) == "has two arguments called ");
  CHECK(after<start, sql_function<"h", arguments<in<"a", integer>, out<"a", text>>>>() == "none");
  CHECK(of(after<start, create_function<"h", arguments<in<"a", integer>, out<"a", text>>, language<"plpgsql">, body<"BEGIN END">>>()) == "has two arguments called ");
  CHECK(of(after<start, sql_function<"h", arguments<in<"a", integer>>, returns_table<column<"a", integer>>>>()) == "has two arguments called ");
  CHECK(of(after<start, sql_function<"h", arguments<in<"a", integer, default_<"1">>, integer>, returns_void>>()) == "has an argument without a default behind one that has a default");
  CHECK(of(after<start, sql_function<"h", arguments<in<"a", integer, default_<"b + 1">>>, returns_void>>()) == "has a default that uses a column, of its argument");
  CHECK(of(after<start, sql_function<"h", arguments<variadic<"a", integer>>, returns_void>>()) == "has a variadic argument that is no array");
  CHECK(of(after<start, sql_function<"h", arguments<variadic<"a", array<integer>>, integer>, returns_void>>()) == "is passed more behind its variadic argument");
  CHECK(of(after<start, sql_function<"h", arguments<out<"a", integer>>, returns<text>>>()) == "returns something else than its OUT arguments say");
  CHECK(after<start, sql_function<"h", arguments<out<"a", integer>>, returns<integer>>>() == "none");
  CHECK(after<start, sql_function<"h", arguments<out<"a", integer>, inout<"b", text>>, returns_record>>() == "none");
  CHECK(of(after<start, sql_function<"h", arguments<out<"b", integer>>, returns_table<column<"a", integer>>>>()) == "returns a table, and something else besides");
  CHECK(of(after<start, sql_function<"h", returns<type_named<"anyelement">>>>()) == "returns a type that no argument decides");
  CHECK(of(after<start, sql_function<"h", returns<integer>, rows<"10">>>()) == "says how many rows it returns, which are no set");
  CHECK(of(after<start, sql_function<"h", returns<integer>, cost<"-1">>>()) == "has a cost or a number of rows that is no positive number");
  CHECK(of(after<start, create_function<"h", returns<integer>, language<"sql">>>()) == "has no body");
  CHECK(of(after<start, create_function<"h", returns<integer>, body<"SELECT 1">>>()) == "is in no language");
  CHECK(after<start, create_function<"h", returns<integer>, standard_body<"RETURN 1">>>() == "none");
  CHECK(of(after<start, create_function<"h", returns<integer>, language<"plpgsql">, standard_body<"RETURN 1">>>()) == "has a standard body, which only SQL has");
  CHECK(of(after<start, create_function<"h", arguments<integer>, returns_trigger, language<"plpgsql">, body<"">>>()) ==
        "returns a trigger and declares arguments, which a trigger passes in another way");
  CHECK(of(after<start, create_procedure<"h", returns_void, language<"sql">, body<"">>>()) == "returns something; a procedure has OUT arguments instead");
  CHECK(of(after<start, create_procedure<"h", strict, language<"sql">, body<"">>>()) == "takes a language, a body, security_definer and set_config only");
  CHECK(of(after<start, create_procedure<"h", arguments<in<"a", integer, default_<"1">>, out<"b", integer>>, language<"sql">, body<"">>>()) ==
        "has an OUT argument behind one that may be left out");
}

TEST_CASE("what replaces a function returns the same from arguments of the same names") {
  CHECK(after<start, replace_function<"f", arguments<in<"a", integer>, in<"b", text, default_<"'y'">>>, returns<integer>, language<"plpgsql">, body<"">, stable>>() == "none");
  const auto of = [](const std::string& s) { return s.substr(0, s.find(' ')) + (s.rfind(", text ") == s.npos ? "" : s.substr(s.rfind(", text ") + 6)); };
  CHECK(of(after<start, replace_function<"f", arguments<in<"a", integer>, in<"b", text, default_<"'x'">>>, returns<integer>, language<"sql">, body<"SELECT 1">>>()) == "no_effect");
  CHECK(of(after<start, replace_function<"f", arguments<in<"a", integer>, in<"b", text, default_<"'x'">>>, returns<bigint>, language<"sql">, body<"SELECT 1">>>()) ==
        "malformed returns something else than before; drop it and create it instead");
  CHECK(of(after<start, replace_function<"f", arguments<in<"c", integer>, in<"b", text, default_<"'x'">>>, returns<integer>, language<"sql">, body<"SELECT 2">>>()) ==
        "malformed cannot give another name to its argument");
  CHECK(of(after<start, replace_function<"f", arguments<in<"a", integer>, in<"b", text>>, returns<integer>, language<"sql">, body<"SELECT 2">>>()) ==
        "malformed cannot take the default away from its argument");
  CHECK(of(after<start, replace_function<"f", arguments<integer>, returns<integer>, language<"sql">, body<"SELECT 2">>>()) == "no_entity");
  CHECK(after<start, replace_function<"g", arguments<mood, type_named<"users">>, returns_table<column<"id", bigint>>, language<"sql">, body<"SELECT 2">>>().substr(0, 9) == "malformed");
  CHECK(after<start, rename_type<"mood", "m">, replace_function<"g", arguments<type_named<"m">, type_named<"users">>, returns_setof<type_named<"users">>, language<"sql">, body<"SELECT 2">>>() == "none");
  using several = first<sql_function<"h", arguments<out<"a", integer>, out<"b", text>>>>;
  CHECK(after<several, replace_function<"h", arguments<out<"a", integer>, out<"b", text>>, language<"sql">, body<"SELECT 2, ''">>>() == "none");
  CHECK(after<several, replace_function<"h", arguments<out<"a", integer>, out<"c", text>>, language<"sql">, body<"SELECT 2, ''">>>().substr(0, 9) == "malformed");
  CHECK(after<several, replace_function<"h", arguments<out<"c", integer>, out<"b", text>>, language<"sql">, body<"SELECT 2, ''">>>().substr(0, 9) == "malformed");
}

TEST_CASE("what a replacement cannot take back is said aloud") {
  using made = first<sql_function<"h", arguments<in<"", integer>>, returns<integer>>>;
  CHECK(after<made, replace_function<"h", arguments<in<"named", integer>>, returns<integer>, language<"sql">, body<"SELECT 1">>>().substr(0, 9) == "malformed");
  CHECK(after<made, replace_function<"h", arguments<in<"", integer, default_<"1">>>, returns<integer>, language<"sql">, body<"SELECT 1">>>().substr(0, 9) == "malformed");
  CHECK(after<made, replace_function<"h", arguments<in<"named", integer, default_<"1">>>, returns<integer>, language<"sql">, body<"SELECT 1">, irreversible<"named">>>() == "none");
  CHECK(after<made, replace_function<"h", arguments<integer>, returns<integer>, language<"sql">, body<"SELECT 2">>>() == "none");
}

TEST_CASE("what has no place in a routine is a mistake of its step") {
  CHECK(after<start, sql_function<"h", returns<integer>, not_null>>() == "misplaced in 1.0: text not_null is no option of this step; write it behind the type of a column");
  CHECK(after<start, sql_function<"h", returns<int>>>() == "misplaced in 1.0: type int");
  CHECK(after<start, sql_function<"h", arguments<in<"a", integer, not_null>>, returns<integer>>>().substr(0, 28) == "misplaced in 1.0: text not_n");
  CHECK(after<start, sql_function<"h", returns_table<integer>>>().substr(0, 9) == "misplaced");
  CHECK(after<start, sql_function<"h", arguments<serial>, returns<integer>>>().substr(0, 9) == "malformed");
  CHECK(after<start, drop_function<"f", int, text>>().substr(0, 9) == "no_entity");
  CHECK(after<start, language<"sql">>() == "misplaced in 1.0: text a part of a function is no step; write it inside create_function<...> or function<...>");
  CHECK(after<start, create_table<"t", in<"a", integer>>>().substr(0, 9) == "misplaced");
}

TEST_CASE("an aggregate uses the functions that it is made of") {
  using made = first<sql_function<"step", arguments<integer, bigint>, returns<integer>>, sql_function<"step", arguments<text>, returns<text>>,
                     create_aggregate<"total", arguments<bigint>, transition_function<"step">, state_type<integer>, initial_state<"0">>>;
  CHECK(after<made, drop_function<"step", integer, bigint>>() == "entity_used in 1.0: table step, is function, takes (integer, bigint), used by aggregate total");
  CHECK(after<made, drop_function<"step", text>>() == "none");
  CHECK(after<made, drop_aggregate<"total", bigint>, drop_function<"step", integer, bigint>>() == "none");
  CHECK(after<made, create_aggregate<"t", arguments<integer>, transition_function<"int4pl">, state_type<integer>>>() == "none");
  CHECK(after<made, create_aggregate<"t", arguments<integer>, transition_function<"int4pl">>>().substr(0, 9) == "malformed");
  struct step : function<"step", arguments<integer, bigint>, returns<integer>, language<"sql">, body<"SELECT 1">> {};
  struct step_of_text : function<"step", arguments<text>, returns<text>, language<"sql">, body<"SELECT 1">> {};
  struct total : aggregate<"total", arguments<bigint>, transition_function<"step">, state_type<integer>, initial_state<"0">> {};
  CHECK(compared<made, step, step_of_text, total>() == "none");
  struct moved : first<create_schema<"app">, sql_function<"step", arguments<integer, bigint>, returns<integer>>,
                       create_aggregate<"total", arguments<bigint>, transition_function<"step">, state_type<integer>, initial_state<"0">>,
                       set_function_schema<"step", "app", integer, bigint>> {};
  struct app_step : function<qualified("app", "step"), arguments<integer, bigint>, returns<integer>, language<"sql">, body<"SELECT 1">> {};
  struct app_total : aggregate<"total", arguments<bigint>, transition_function<qualified("app", "step")>, state_type<integer>, initial_state<"0">> {};
  CHECK(compared<moved, app_step, app_total>() == "none");
  CHECK(compared<moved, app_step, total>().substr(0, 20) == "model_entity_differs");
}

TEST_CASE("a model says all that a routine is") {
  struct users : table<"users", column<"id", bigint, primary_key>> {};
  struct mood_type : enum_type<"mood", "sad"> {};
  using made = first<create_enum<"feeling", "sad">, create_table<"users", column<"id", bigint, primary_key>>,
                     sql_function<"g", arguments<in<"a", type_named<"feeling">>, in<"b", type_named<"users">, default_<"NULL">>>, returns_setof<type_named<"users">>, volatile_>,
                     rename_type<"feeling", "mood">>;
  struct fits : function<"g", arguments<in<"a", mood>, in<"b", type_named<"users">, default_<"NULL">>>, returns_setof<type_named<"users">>, body<"SELECT 1">, language<"sql">> {};
  struct stable_one : function<"g", arguments<in<"a", mood>, in<"b", type_named<"users">, default_<"NULL">>>, returns_setof<type_named<"users">>, body<"SELECT 1">, language<"sql">, stable> {};
  struct other_body : function<"g", arguments<in<"a", mood>, in<"b", type_named<"users">, default_<"NULL">>>, returns_setof<type_named<"users">>, body<"SELECT 2">, language<"sql">> {};
  struct overload : function<"g", arguments<in<"a", mood>>, returns_setof<type_named<"users">>, body<"SELECT 1">, language<"sql">> {};
  CHECK(compared<made, users, mood_type, fits>() == "none");
  CHECK(compared<made, users, mood_type, stable_one>() == "model_entity_differs: table g, is function, takes (mood, users)");
  CHECK(compared<made, users, mood_type, other_body>().substr(0, 20) == "model_entity_differs");
  CHECK(compared<made, users, mood_type, overload>() == "model_entity_missing: table g, is function, takes (mood)");
  CHECK(compared<made, users, mood_type>().substr(0, 20) == "entity_without_model");
}

}  // namespace
