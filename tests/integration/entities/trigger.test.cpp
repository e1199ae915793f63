// SPDX-License-Identifier: BSL-1.0
#include "integration/laboratory.hpp"

#include "support/catch.hpp"

using namespace skein;
using test::objection_to, test::proved;

namespace {

using touch = create_function<"touch", returns_trigger, language<"plpgsql">, body<"BEGIN RETURN NEW; END">>;
using users = create_table<"users", column<"id", bigint, primary_key>, column<"email", text>, column<"select", text>>;

TEST_CASE("triggers come, change and go as the model says") {
  CHECK(proved<create_schema<"app s">, touch, users, create_table<"posts", column<"id", bigint>>,
               create_trigger<"Größe of", "users", fires_before<inserting, updating_of<"email", "select">, deleting>, for_each_row, calls<"touch", "it's", "back\\slash">>,
               create_trigger<"changed", "users", fires_after<updating>, for_each_row, when<"NEW.email IS DISTINCT FROM OLD.email AND old.\"select\" = 'email' -- why">, calls<"touch">>,
               create_trigger<"rows", "users", fires_after<updating>, old_rows<"before">, new_rows<"After">, calls<"touch">>,
               create_trigger<"emptied", "users", fires_before<truncating>, for_each_statement, calls<"touch">, disabled>,
               create_trigger<"checked", "users", fires_after<inserting>, for_each_row, constraint_trigger, initially_deferred, from_table<"posts">, calls<"touch">>,
               comment_on_trigger<"changed", "users", "it's">, comment_on_trigger<"changed", "users", "">, comment_on_trigger<"rows", "users", "all">,
               disable_trigger<"rows", "users">, enable_trigger_always<"rows", "users">, enable_trigger_in_replicas<"rows", "users">, enable_trigger<"rows", "users">,
               disable_trigger<"changed", "users">, rename_trigger<"changed", "users", "is changed">,
               rename_column<"users", "email", "E mail">, rename_column<"users", "select", "name">, rename_function<"touch", "touched">,
               set_function_schema<"touched", "app s">, set_schema<"users", "app s">,
               drop_trigger<"is changed", qualified("app s", "users")>, drop_table<qualified("app s", "users"), loses_data>>() == "");
}

TEST_CASE("a trigger that is replaced is enabled again") {
  CHECK(proved<touch, users, create_trigger<"t", "users", fires_after<updating_of<"email">>, calls<"touch">>, disable_trigger<"t", "users">,
               replace_trigger<"t", "users", fires_before<deleting>, for_each_row, calls<"touch">>,
               replace_trigger<"t", "users", fires_before<deleting>, for_each_row, calls<"touch">, enabled_always>>() == "");
}

TEST_CASE("event triggers come, change and go as the model says") {
  CHECK(proved<create_function<"note", returns_event_trigger, language<"plpgsql">, body<"BEGIN END">>,
               create_event_trigger<"dropped", on_event<"sql_drop">, tags<"DROP TABLE", "DROP VIEW">, calls<"note">>,
               create_event_trigger<"all of it", on_event<"ddl_command_end">, calls<"note">>, disable_event_trigger<"dropped">, comment_on_event_trigger<"dropped", "it's">,
               rename_event_trigger<"all of it", "everything">, enable_event_trigger<"dropped">, drop_event_trigger<"dropped">>() == "");
}

TEST_CASE("what PostgreSQL says to triggers that the model refuses") {
  const auto refused = [](const std::string& s, const char* words) { return s.find(words) != s.npos; };
  CHECK(refused(objection_to<touch, users, create_trigger<"t", "users", fires_instead_of<inserting>, for_each_row, calls<"touch">>>(), "cannot have INSTEAD OF triggers"));
  CHECK(refused(objection_to<touch, users, create_trigger<"t", "users", fires_after<truncating>, for_each_row, calls<"touch">>>(), "TRUNCATE FOR EACH ROW triggers are not supported"));
  CHECK(refused(objection_to<touch, users, create_trigger<"t", "users", fires_after<inserting>, when<"NEW.id > 0">, calls<"touch">>>(), "statement trigger's WHEN condition cannot reference column values"));
  CHECK(refused(objection_to<touch, users, create_trigger<"t", "users", fires_after<inserting>, for_each_row, when<"OLD.id > 0">, calls<"touch">>>(), "cannot reference OLD values"));
  CHECK(refused(objection_to<touch, users, create_trigger<"t", "users", fires_after<inserting, updating>, new_rows<"n">, calls<"touch">>>(), "more than one event"));
  CHECK(refused(objection_to<touch, users, create_trigger<"t", "users", fires_after<updating_of<"id">>, new_rows<"n">, calls<"touch">>>(), "column lists"));
  CHECK(refused(objection_to<touch, users, create_trigger<"t", "users", fires_after<updating_of<"id", "id">>, calls<"touch">>>(), "specified more than once"));
  CHECK(refused(objection_to<touch, users, create_trigger<"t", "users", fires_after<updating_of<"id">>, calls<"touch">>, drop_column<"users", "id", loses_data>>(), "other objects depend on it"));
  CHECK(refused(objection_to<touch, users, create_trigger<"t", "users", fires_after<updating_of<"id">>, calls<"touch">>, alter_type<"users", "id", integer>>(), "used in a trigger definition"));
  CHECK(refused(objection_to<touch, users, create_trigger<"t", "users", fires_after<inserting>, calls<"touch">>, drop_function<"touch">>(), "other objects depend on it"));
}

}  // namespace
