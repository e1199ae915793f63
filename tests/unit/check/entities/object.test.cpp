// SPDX-License-Identifier: BSL-1.0
#include <skein/check/entities/object.hpp>

#include "support/catch.hpp"
#include "unit/check/judged.hpp"

namespace {

using namespace skein;
using test::after, test::compared, test::first, test::judged;

using anew = create<"CREATE SOMETHING">;
using start = first<create_schema<"app">, create_enum<"mood">, create_table<"users", column<"id", bigint>, column<"email", text>, column<"age", integer>>,
                    create_function<"f", arguments<integer>, returns<integer>, language<"sql">, body<"SELECT 1">>,
                    create_object<"collation", "ci", anew, drop<"DROP IT">>>;

TEST_CASE("a tracked object has a kind, a name and a text") {
  CHECK(after<start, create_object<"collation", "x", anew>, create_object<"cast", "x", anew>, create_object<"cast", qualified("app", "x"), anew>>() == "none");
  CHECK(after<start, create_object<"collation", "ci", anew>>() == "entity_exists in 1.0: table ci, is object");
  CHECK(after<start, create_object<"collation", "x">>().substr(0, 16) == "malformed in 1.0");
  CHECK(after<start, create_object<"", "x", anew>>().substr(0, 16) == "malformed in 1.0");
  CHECK(after<start, create_object<"collation", "x", anew, drop<"">>>().substr(0, 16) == "malformed in 1.0");
  CHECK(after<start, create_object<"collation", "x", create<"COMMIT">>>().substr(0, 23) == "ends_transaction in 1.0");
  CHECK(after<start, create_object<"collation", "x", anew, drop<"ROLLBACK">>>().substr(0, 23) == "ends_transaction in 1.0");
  CHECK(after<start, create_object<"collation", qualified("ap", "x"), anew>>().substr(0, 16) == "no_schema in 1.0");
}

TEST_CASE("a tracked object is dropped as its creation says") {
  CHECK(after<start, drop_object<"collation", "ci", drop<"DROP IT">>>() == "none");
  CHECK(after<start, drop_object<"collation", "ci">>().substr(0, 16) == "malformed in 1.0");
  CHECK(after<start, drop_object<"collation", "ci", drop<"DROP THAT">>>().substr(0, 16) == "malformed in 1.0");
  CHECK(after<start, drop_object<"cast", "ci", drop<"DROP IT">>>() == "no_entity in 1.0: table ci, is object");
  CHECK(after<start, create_object<"collation", "x", anew>, drop_object<"collation", "x", drop<"DROP IT">>>().substr(0, 16) == "malformed in 1.1");
}

TEST_CASE("what a tracked object uses is there, and stays") {
  CHECK(after<start, create_object<"x", "x", anew, uses<"user">>>() == "malformed in 1.0: table x, column user, is object, text uses something that is not there:");
  CHECK(after<start, create_object<"x", "x", anew, uses<"users", "mail">>>() == "no_column in 1.0: table users, column mail, hint email");
  CHECK(after<start, create_object<"x", "x", anew, uses_object<"cast", "ci">>>() ==
        "malformed in 1.0: table x, column ci, is object, text uses an object that is not there:");
  using made = create_object<"x", "x", anew, uses<"users", "email">, uses<"mood">, uses<"f">, uses_object<"collation", "ci">>;
  CHECK(after<start, made>() == "none");
  CHECK(after<start, made, drop_table<"users", loses_data>>() == "table_used in 1.1: table users, used by object x");
  CHECK(after<start, made, drop_column<"users", "email", loses_data>>().substr(0, 18) == "column_used in 1.1");
  CHECK(after<start, made, drop_column<"users", "age", loses_data>>() == "none");
  CHECK(after<start, made, drop_type<"mood">>() == "entity_used in 1.1: table mood, is type, used by object x");
  CHECK(after<start, made, drop_function<"f", integer>>().substr(0, 18) == "entity_used in 1.1");
  CHECK(after<start, made, drop_object<"collation", "ci", drop<"DROP IT">>>() == "entity_used in 1.1: table ci, is object, used by object x");
  CHECK(after<start, made, drop_object<"x", "x">, drop_type<"mood">, drop_table<"users", loses_data>>() == "none");
}

TEST_CASE("a tracked object is replaced by drop and create") {
  CHECK(after<start, replace_object<"collation", "ci", create<"CREATE OTHER">, drop<"DROP IT">>>() == "none");
  CHECK(after<start, replace_object<"collation", "ci", create<"CREATE OTHER">>>().substr(0, 16) == "malformed in 1.0");
}

TEST_CASE("a model of a tracked object has its texts") {
  struct ci : object<"collation", "ci", create<"CREATE IT">, drop<"DROP IT">> {};
  struct other : object<"collation", "ci", create<"CREATE THAT">, drop<"DROP IT">> {};
  using made = first<create_object<"collation", "ci", create<"CREATE IT">, drop<"DROP IT">>>;
  CHECK(compared<made, ci>() == "none");
  CHECK(compared<made, other>() == "model_entity_differs: table ci, is object");
}

}  // namespace
