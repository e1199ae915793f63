// SPDX-License-Identifier: BSL-1.0
#include "integration/laboratory.hpp"

#include "support/catch.hpp"

using namespace skein;
using test::objection_to, test::proved;

using notes = create_table<"notes", column<"id", bigint>, column<"owner", text>, column<"team", text>>;

TEST_CASE("policies come, change and go as the model says") {
  CHECK(proved<create_schema<"app s">, notes, create_table<qualified("app s", "Teams"), column<"team", text>, column<"Member", text>>,
               create_policy<"own rows", "notes", using_<"owner = current_user">,
                             with_check<"team IN (SELECT t.team FROM \"app s\".\"Teams\" AS t WHERE t.\"Member\" = current_user)">>,
               create_policy<"r", "notes", restrictive, for_select, to_roles<"pg_monitor", "public">, using_<"id > 0 -- or not">>,
               create_policy<"i", "notes", permissive, for_insert, with_check<"owner <> ''">>, create_policy<"u", "notes", for_update>, create_policy<"d", "notes", for_delete, using_<"false">>,
               alter_policy<"own rows", "notes", to_roles<"pg_monitor">, using_<"owner = 'x'">, with_check<"team <> ''">>,
               alter_policy<"r", "notes", restrictive, for_select, using_<"id > 1">>,
               comment_on_policy<"own rows", "notes", "it's">, rename_policy<"own rows", "notes", "Own">, rename_column<"notes", "owner", "Who">,
               rename_column<"notes", "team", "group">, rename_column<qualified("app s", "Teams"), "Member", "who">, drop_policy<"Own", "notes">,
               drop_policy<"i", "notes">, rename_table<"notes", "papers">, drop_policy<"r", "papers">, drop_table<"papers", loses_data>>() == "");
}

TEST_CASE("what a policy uses goes into another schema, and it follows") {
  using f = create_function<"f", arguments<text>, returns<boolean>, language<"sql">, body<"SELECT true">>;
  CHECK(proved<create_schema<"app">, notes, create_table<"teams", column<"team", text>>, f,
               create_policy<"p", "notes", using_<"f(owner) AND team IN (SELECT teams.team FROM teams)">, with_check<"public.f(team)">>,
               set_function_schema<"f", "app", text>, drop_policy<"p", "notes">,
               create_policy<"q", "notes", using_<"app.f(owner) AND team IN (SELECT t.team FROM public.teams AS t)">>, set_schema<"teams", "app">, f, drop_policy<"q", "notes">,
               create_policy<"r", "notes", using_<"app.f(owner)">>, rename_function<qualified("app", "f"), "G", text>, drop_policy<"r", "notes">>() == "");
}

TEST_CASE("the server objects to what the model refuses of policies") {
  CHECK(objection_to<notes, create_policy<"p", "notes", for_insert, using_<"true">>>() != "");
  CHECK(objection_to<notes, create_policy<"p", "notes", for_select, with_check<"true">>>() != "");
  CHECK(objection_to<notes, create_policy<"p", "notes", for_delete, with_check<"true">>>() != "");
  CHECK(objection_to<notes, create_policy<"p", "notes", using_<"owner = ''">>, drop_column<"notes", "owner", loses_data>>() != "");
  CHECK(objection_to<notes, create_policy<"p", "notes", using_<"owner = ''">>, alter_type<"notes", "owner", varchar<3>, loses_data>>() != "");
  CHECK(objection_to<notes, create_policy<"p", "notes">, create_policy<"p", "notes">>() != "");
}
