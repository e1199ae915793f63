// SPDX-License-Identifier: BSL-1.0
#include <skein/check/text/early_calls.hpp>

#include "support/catch.hpp"
#include "unit/check/judged.hpp"

namespace {

using namespace skein;
using test::after, test::first;

template <model::object_name Name, class... Type>
using f = create_function<Name, arguments<Type...>, returns<integer>, language<"sql">, immutable, body<"SELECT 1">>;
using start = first<create_schema<"app">, create_table<"t", column<"id", integer>, column<"n", integer>>>;

const std::string too_early = "called_too_early in 1.1: table one, is function, takes (), used by ";

TEST_CASE("what calls a function comes behind it") {
  CHECK(after<start, set_default<"t", "id", "one() + 1">, f<"one">>() == too_early + "expression t.id");
  CHECK(after<start, create_table<"u", column<"a", integer, default_<"one()">>, column<"b", integer, check<"b > one()">>>, f<"one">>() ==
        too_early + "expression u.a, used by expression u.u_b_check");
  CHECK(after<start, create_index<"ix", "t", on<expression("one() + n")>>, f<"one">>() == too_early + "expression t.ix");
  CHECK(after<start, add_column<"t", column<"g", integer, generated<"n + one()">>>, f<"one">>() == too_early + "expression t.g");
  CHECK(after<start, create_policy<"p", "t", using_<"n = one()">>, f<"one">>() == too_early + "policy t.p");
  CHECK(after<start, create_policy<"p", "t", for_insert, with_check<"n = one()">>, f<"one">>() == too_early + "policy t.p");
  CHECK(after<start, create_view<"v", "SELECT one() AS a FROM t">, f<"one">>() == too_early + "view v");
  CHECK(after<start, create_function<"g", returns<integer>, language<"sql">, body<"SELECT one()">>, f<"one">>() == too_early + "function g");
  CHECK(after<start, create_function<"g", returns<integer>, standard_body<"RETURN one()">>, f<"one">>() == too_early + "function g");
  CHECK(after<start, set_default<"t", "id", "app.one(2)">, f<qualified("app", "one"), integer>>() ==
        "called_too_early in 1.1: schema app, table one, is function, takes (integer), used by expression t.id");
  CHECK(test::judged<start, test::second<set_default<"t", "id", "one()">>, test::third<f<"one">>>().substr(0, 23) == "called_too_early in 2.0");
}

TEST_CASE("neither does a function come under a name that was called") {
  CHECK(after<start, f<"two">, set_default<"t", "id", "one()">, rename_function<"two", "one">>().substr(0, 23) == "called_too_early in 1.2");
  CHECK(after<start, f<"one">, set_default<"t", "id", "app.one()">, set_function_schema<"one", "app">>().substr(0, 23) == "called_too_early in 1.2");
}

TEST_CASE("a call that finds something else is none of the function") {
  CHECK(after<start, f<"one">, set_default<"t", "id", "one()">, f<"one", integer>>() == "none");
  CHECK(after<start, set_default<"t", "id", "one(1, 2)">, f<"one">, f<"one", integer>>() == "none");
  CHECK(after<start, f<"one", integer>, set_default<"t", "id", "one(1)">, f<"one", text>>() == "none");
  CHECK(after<start, set_default<"t", "id", "pg_catalog.one()">, f<"one">>() == "none");
  CHECK(after<start, set_default<"t", "id", "one()">, f<qualified("app", "one")>>() == "none");
  CHECK(after<start, set_default<"t", "id", "one()">, drop_default<"t", "id">, f<"one">>() == "none");
  CHECK(after<start, set_default<"t", "id", "'one()'::integer">, f<"one">>() == "none");
  CHECK(after<start, create_function<"g", returns<integer>, language<"plpgsql">, body<"BEGIN RETURN one(); END">>, f<"one">>() == "none");
  CHECK(after<start, create_function<"one", arguments<integer>, returns<integer>, language<"sql">, body<"SELECT one(1)">>>() == "none");
}

}  // namespace
