// SPDX-License-Identifier: BSL-1.0
#include "integration/laboratory.hpp"

#include "support/catch.hpp"

using namespace skein;
using test::objection_to, test::proved;

namespace {

template <model::object_name Name, class... Type>
using f = create_function<Name, arguments<Type...>, returns<integer>, language<"sql">, immutable, body<"SELECT 1">>;
using table_t = create_table<"t", column<"id", integer, default_<"one()">>, column<"n", integer, check<"two(n) > 0">>, column<"g", integer, generated<"n + one()">>,
                             indexed<"ix", on<expression("two(n)")>, where<"n > one()">>>;

TEST_CASE("tables whose expressions call functions come, change and go as the model says") {
  CHECK(proved<f<"one">, f<"two", integer>, table_t, create_table<"u", column<"a", integer>>, set_default<"u", "a", "one() + 1">, f<"row_of", type_named<"t">>,
               f<"three">, set_default<"t", "id", "three()">, drop_column<"t", "g">, drop_index<"ix">, drop_default<"u", "a">, drop_function<"one">,
               drop_function<"row_of", type_named<"t">>, drop_table<"t", loses_data>>() == "");
}

TEST_CASE("what expressions call gets another name, or goes into another schema, and they follow") {
  CHECK(proved<create_schema<"app">, f<"one">, f<"two", integer>, table_t, create_sequence<"s">, create_table<"u", column<"a", bigint, default_<"one() + nextval('s')">>>,
               rename_function<"one", "Uno">, set_function_schema<"two", "app", integer>, rename_column<"t", "n", "m">, rename_sequence<"s", "s2">,
               f<"one">, drop_default<"t", "id">, drop_column<"t", "g">, drop_index<"ix">, drop_default<"u", "a">, drop_constraint<"t", "t_n_check">, drop_table<"t", loses_data>>() == "");
  CHECK(proved<create_enum<"mood", "sad", "ok">, f<"good", type_named<"mood">>, create_table<"t", column<"m", text, check<"good(m::mood) > 0">>>,
               rename_type<"mood", "feeling">, rename_function<"good", "fine", type_named<"feeling">>, drop_constraint<"t", "t_m_check">>() == "");
}

TEST_CASE("what PostgreSQL says to dropping what expressions call") {
  const auto depends = [](const std::string& s) { return s.find("other objects depend on it") != s.npos; };
  CHECK(depends(objection_to<f<"one">, f<"two", integer>, table_t, drop_function<"one">>()));
  CHECK(depends(objection_to<f<"one">, f<"two", integer>, table_t, drop_function<"two", integer>>()));
  CHECK(depends(objection_to<f<"two", integer>, create_domain<"d", integer, check<"two(value) > 0">>, drop_function<"two", integer>>()));
  CHECK(depends(objection_to<f<"one">, create_function<"g", arguments<in<"a", integer, default_<"one()">>>, returns<integer>, language<"sql">, body<"SELECT 1">>,
                             drop_function<"one">>()));
  CHECK(depends(objection_to<f<"one">, create_table<"u", column<"a", integer>>, set_default<"u", "a", "one()">, drop_function<"one">>()));
}

}  // namespace
