// SPDX-License-Identifier: BSL-1.0
#include <skein/check/entities/trigger.hpp>

#include "support/catch.hpp"
#include "unit/check/judged.hpp"

namespace {

using namespace skein;
using test::after, test::compared, test::first;

template <model::object_name Name>
using trigger_function = create_function<Name, returns_trigger, language<"plpgsql">, body<"BEGIN RETURN NEW; END">>;
template <class... Part>
using make = create_trigger<"t", "users", Part..., calls<"touch">>;

using start = first<create_schema<"app">, trigger_function<"touch">, create_function<"number", returns<integer>, language<"sql">, body<"SELECT 1">>,
                    create_function<"note", returns_event_trigger, language<"plpgsql">, body<"BEGIN END">>,
                    create_table<"posts", column<"id", bigint>>,
                    create_table<"users", column<"id", bigint, primary_key>, column<"email", text>, column<"bio", text>,
                                 column<"half", bigint, generated<"id / 2">>>,
                    create_trigger<"old", "users", fires_before<updating_of<"email">>, for_each_row, when<"NEW.bio IS DISTINCT FROM OLD.bio">, calls<"touch">>>;

std::string words(const std::string& s) { return s.rfind(", text ") == s.npos ? s : s.substr(s.rfind(", text ") + 7); }

TEST_CASE("a trigger has a name on its table, a function and columns") {
  CHECK(after<start, make<fires_after<inserting, deleting>>>() == "none");
  CHECK(after<start, create_trigger<"old", "users", fires_after<inserting>, calls<"touch">>>() == "entity_exists in 1.0: table old, is trigger, on users");
  CHECK(after<start, create_trigger<"old", "posts", fires_after<inserting>, calls<"touch">>>() == "none");
  CHECK(after<start, create_trigger<"t", "user", fires_after<inserting>, calls<"touch">>>() == "no_table in 1.0: table user, hint users");
  CHECK(after<start, create_trigger<"t", "users", fires_after<inserting>, calls<"touc">>>() == "no_entity in 1.0: table touc, is function, takes (), hint touch");
  CHECK(after<start, create_trigger<"t", "users", fires_after<inserting>, calls<"suppress_redundant_updates_trigger">>>() == "none");
  CHECK(after<start, create_extension<"moddatetime">, create_trigger<"t", "users", fires_after<inserting>, calls<"moddatetime", "bio">>>() == "none");
  CHECK(words(after<start, create_trigger<"t", "users", fires_after<inserting>, calls<"number">>>()) == "calls a function that does not return trigger:");
  CHECK(after<start, make<fires_after<updating_of<"mail">>>>() == "no_column in 1.0: table users, column mail, hint email");
  CHECK(after<start, make<fires_after<updating_of<"email", "email">>>>() == "repeated_column in 1.0: table users, column email");
  CHECK(after<start, drop_trigger<"old", "users">, drop_trigger<"old", "users">>() == "no_entity in 1.1: table old, is trigger, on users");
  CHECK(after<start, drop_trigger<"odl", "users">>().substr(0, 9) == "no_entity");
  CHECK(after<start, rename_trigger<"old", "users", "new">, drop_trigger<"new", "users">>() == "none");
}

TEST_CASE("what a trigger uses is not dropped, and goes with its table") {
  CHECK(after<start, drop_function<"touch">>() == "entity_used in 1.0: table touch, is function, takes (), used by trigger users.old");
  CHECK(after<start, drop_column<"users", "email", loses_data>>() == "column_used in 1.0: table users, column email, used by trigger users.old");
  CHECK(after<start, drop_column<"users", "bio", loses_data>>() == "column_used in 1.0: table users, column bio, used by trigger users.old");
  CHECK(after<start, alter_type<"users", "bio", varchar<3>, loses_data>>() == "column_used in 1.0: table users, column bio, used by trigger users.old");
  CHECK(after<start, drop_trigger<"old", "users">, drop_column<"users", "bio", loses_data>, drop_function<"touch">>() == "none");
  CHECK(after<start, drop_table<"users", loses_data>, drop_function<"touch">>() == "none");
  CHECK(after<start, rename_column<"users", "email", "mail">, rename_function<"touch", "t">, drop_column<"users", "mail", loses_data>>() ==
        "column_used in 1.2: table users, column mail, used by trigger users.old");
}

TEST_CASE("a view has triggers of its own") {
  using views = first<create_schema<"app">, trigger_function<"touch">, create_table<"users", column<"id", bigint>>, create_view<"v", "SELECT id FROM users">,
                      create_materialized_view<"m", "SELECT id FROM users">>;
  CHECK(after<views, create_trigger<"t", "v", fires_instead_of<inserting, deleting>, for_each_row, calls<"touch">>, drop_trigger<"t", "v">>() == "none");
  CHECK(after<views, create_trigger<"t", "v", fires_instead_of<inserting>, for_each_row, calls<"touch">>, drop_view<"v">, drop_function<"touch">>() == "none");
  CHECK(after<views, create_trigger<"t", "v", fires_instead_of<inserting>, for_each_row, calls<"touch">, disabled>>().substr(0, 16) == "malformed in 1.0");
  CHECK(after<views, create_trigger<"t", "v", fires_instead_of<inserting>, for_each_row, calls<"touch">>, disable_trigger<"t", "v">>().substr(0, 16) == "malformed in 1.1");
  CHECK(after<views, create_trigger<"t", "v", fires_before<inserting>, calls<"touch">>, drop_function<"touch">>().substr(0, 11) == "entity_used");
  CHECK(words(after<views, create_trigger<"t", "users", fires_instead_of<inserting>, for_each_row, calls<"touch">>>()) == "fires instead of something, which only a trigger of a view does");
  CHECK(words(after<views, create_trigger<"t", "v", fires_instead_of<inserting>, calls<"touch">>>()) == "fires instead of something, and so for_each_row");
  CHECK(words(after<views, create_trigger<"t", "v", fires_instead_of<updating_of<"id">>, for_each_row, calls<"touch">>>()) == "fires instead of something, and on columns");
  CHECK(words(after<views, create_trigger<"t", "v", fires_after<inserting>, for_each_row, calls<"touch">>>()) ==
        "fires for each row of a view, and so instead of something; write fires_instead_of");
  CHECK(words(after<views, create_trigger<"t", "m", fires_before<inserting>, calls<"touch">>>()) == "is of a materialized view, which has no triggers");
  CHECK(after<views, enable_row_security<"v">>().substr(0, 8) == "no_table");
}

TEST_CASE("a condition speaks of rows that there are") {
  CHECK(after<start, make<fires_before<updating>, for_each_row, when<"OLD.* IS DISTINCT FROM NEW.*">>>() ==
        "malformed in 1.0: table t, column half, is trigger, on users, text fires before there is a value of the generated column");
  CHECK(after<start, make<fires_after<updating>, for_each_row, when<"OLD.* IS DISTINCT FROM NEW.*">>>() == "none");
  CHECK(after<start, make<fires_after<updating>, for_each_row, when<"OLD.mail = ''">>>().substr(0, 14) == "unknown_column");
  CHECK(words(after<start, make<fires_after<updating>, when<"OLD.email = ''">>>()) == "fires for a statement, whose condition has no rows");
  CHECK(words(after<start, make<fires_after<inserting, updating>, for_each_row, when<"OLD.email = ''">>>()) == "fires on insert, where there is no row OLD");
  CHECK(words(after<start, make<fires_after<deleting>, for_each_row, when<"NEW.email = ''">>>()) == "fires on delete, where there is no row NEW");
  CHECK(after<start, make<fires_before<updating>, for_each_row, when<"OLD.half = 1">>>() == "none");
  CHECK(after<start, make<fires_before<updating>, when<"pg_trigger_depth() = 0">>>() == "none");
}

TEST_CASE("events fit the trigger") {
  CHECK(words(after<start, create_trigger<"t", "users", fires_after<inserting>>>()) == "calls no function");
  CHECK(words(after<start, make<>>()) == "does not say when it fires");
  CHECK(words(after<start, make<fires_after<>>>()) == "does not say when it fires");
  CHECK(words(after<start, make<fires_after<updating, updating_of<"bio">>>>()) == "says an event twice");
  CHECK(words(after<start, make<fires_instead_of<inserting>, for_each_row>>()) == "fires instead of something, which only a trigger of a view does");
  CHECK(words(after<start, make<fires_after<truncating>, for_each_row>>()) == "fires on truncate, which concerns no row");
  CHECK(after<start, make<fires_after<truncating>>>() == "none");
  CHECK(words(after<start, make<fires_before<inserting>, for_each_row, constraint_trigger>>()) == "is of a constraint, which fires after the event and for each row");
  CHECK(words(after<start, make<fires_after<inserting>, for_each_row, deferrable>>()) == "is deferred or from a table, which only constraint triggers are");
  CHECK(after<start, make<fires_after<inserting>, for_each_row, constraint_trigger, initially_deferred, from_table<"posts">>>() == "none");
  CHECK(words(after<start, make<fires_before<inserting>, new_rows<"n">>>()) == "refers to the rows of a statement, which only triggers after it do");
  CHECK(words(after<start, make<fires_after<inserting, updating>, new_rows<"n">>>()) == "refers to the rows of a statement, and fires on several events");
  CHECK(words(after<start, make<fires_after<updating_of<"bio">>, new_rows<"n">>>()) == "refers to the rows of a statement, and fires on columns");
  CHECK(words(after<start, make<fires_after<inserting>, old_rows<"n">>>()) == "refers to rows that its event does not have");
  CHECK(words(after<start, make<fires_after<updating>, old_rows<"n">, new_rows<"n">>>()) == "calls the old rows and the new ones alike");
  CHECK(after<start, make<fires_after<updating>, old_rows<"o">, new_rows<"n">>>() == "none");
  CHECK(after<start, make<fires_after<inserting>, not_null>>().substr(0, 9) == "misplaced");
}

TEST_CASE("a trigger is replaced, disabled and enabled") {
  CHECK(after<start, disable_trigger<"old", "users">, disable_trigger<"old", "users">>() == "no_effect in 1.1: table old, is trigger, on users");
  CHECK(after<start, enable_trigger<"old", "users">>().substr(0, 9) == "no_effect");
  CHECK(after<start, disable_trigger<"old", "users">, enable_trigger_always<"old", "users">, enable_trigger<"old", "users">>() == "none");
  CHECK(after<start, replace_trigger<"old", "users", fires_after<deleting>, calls<"touch">>, drop_column<"users", "bio", loses_data>>() == "none");
  CHECK(after<start, replace_trigger<"old", "users", fires_before<updating_of<"email">>, for_each_row, when<"NEW.bio IS DISTINCT FROM OLD.bio">, calls<"touch">>>().substr(0, 9) == "no_effect");
  CHECK(words(after<start, replace_trigger<"old", "users", fires_after<deleting>, for_each_row, constraint_trigger, calls<"touch">>>()) ==
        "is a constraint trigger, which is not replaced; drop it and create it instead");
  CHECK(words(after<start, make<fires_after<inserting>, for_each_row, constraint_trigger>, rename_trigger<"t", "users", "x">>()) ==
        "is a constraint trigger, whose constraint would keep its name; drop it and create it instead");
}

TEST_CASE("a model of a trigger has the names of today") {
  struct touched : function<"touched", returns_trigger, language<"plpgsql">, body<"BEGIN RETURN NEW; END">> {};
  struct users : table<"users", column<"id", bigint>, column<"mail", text>, column<"about", text>> {};
  using made = first<trigger_function<"touch">, create_table<"users", column<"id", bigint>, column<"email", text>, column<"bio", text>>,
                     create_trigger<"old", "users", fires_before<updating_of<"email">>, for_each_row, when<"NEW.bio = OLD.bio">, calls<"touch">>,
                     rename_column<"users", "email", "mail">, rename_column<"users", "bio", "about">, rename_function<"touch", "touched">, disable_trigger<"old", "users">>;
  struct fits : trigger<"old", "users", fires_before<updating_of<"mail">>, for_each_row, when<"NEW.about = OLD.about">, calls<"touched">, disabled> {};
  struct enabled : trigger<"old", "users", fires_before<updating_of<"mail">>, for_each_row, when<"NEW.about = OLD.about">, calls<"touched">> {};
  struct former : trigger<"old", "users", fires_before<updating_of<"mail">>, for_each_row, when<"NEW.bio = OLD.bio">, calls<"touched">, disabled> {};
  CHECK(compared<made, users, touched, fits>() == "none");
  CHECK(compared<made, users, touched, enabled>() == "model_entity_differs: table old, is trigger, on users");
  CHECK(compared<made, users, touched, former>() == "model_entity_differs: table old, is trigger, on users");
  CHECK(compared<made, users, touched>() == "entity_without_model: table old, is trigger, on users");
}

TEST_CASE("an event trigger is the database's") {
  CHECK(after<start, create_event_trigger<"e", on_event<"sql_drop">, tags<"DROP TABLE">, calls<"note">>, drop_function<"note">>() ==
        "entity_used in 1.1: table note, is function, takes (), used by event trigger e");
  CHECK(words(after<start, create_event_trigger<"e", on_event<"drop">, calls<"note">>>()) == "is on no event of ddl_command_start, ddl_command_end, sql_drop and table_rewrite");
  CHECK(words(after<start, create_event_trigger<"e", on_event<"sql_drop">, calls<"touch">>>()) == "calls a function that does not return event_trigger:");
  CHECK(after<start, create_event_trigger<"e", on_event<"sql_drop">, calls<"note">>, disable_event_trigger<"e">, rename_event_trigger<"e", "f">, drop_event_trigger<"f">, drop_function<"note">>() == "none");
}

}  // namespace
