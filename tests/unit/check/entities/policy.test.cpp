// SPDX-License-Identifier: BSL-1.0
#include <skein/check/entities/policy.hpp>

#include "support/catch.hpp"
#include "unit/check/judged.hpp"

namespace {

using namespace skein;
using test::after, test::compared, test::first;

using start = first<create_table<"notes", column<"id", bigint>, column<"owner", text>, column<"team", text>, column<"text", text>>,
                    create_table<"teams", column<"team", text>, column<"member", text>>,
                    create_policy<"own", "notes", using_<"owner = current_user">, with_check<"team IN (SELECT t.team FROM teams AS t WHERE t.member = current_user)">>>;

TEST_CASE("a policy is of a table that is there, and once") {
  CHECK(after<start, create_policy<"all", "notes">, create_policy<"own", "teams", restrictive, for_update, to_roles<"public">>>() == "none");
  CHECK(after<start, create_policy<"own", "notes">>() == "entity_exists in 1.0: table own, is policy, on notes");
  CHECK(after<start, create_policy<"own", "note">>().substr(0, 15) == "no_table in 1.0");
  CHECK(after<start, drop_policy<"owns", "notes">>() == "no_entity in 1.0: table owns, is policy, on notes, hint own");
  CHECK(after<start, rename_policy<"own", "notes", "mine">, drop_policy<"mine", "notes">, create_policy<"own", "notes">>() == "none");
}

TEST_CASE("a policy has the expressions that its command takes") {
  CHECK(after<start, create_policy<"p", "notes", for_insert, with_check<"true">>, create_policy<"q", "notes", for_select, using_<"true">>>() == "none");
  CHECK(after<start, create_policy<"p", "notes", for_insert, using_<"true">>>().substr(0, 16) == "malformed in 1.0");
  CHECK(after<start, create_policy<"p", "notes", for_select, with_check<"true">>>().substr(0, 16) == "malformed in 1.0");
  CHECK(after<start, create_policy<"p", "notes", for_delete, with_check<"true">>>().substr(0, 16) == "malformed in 1.0");
  CHECK(after<start, create_policy<"p", "notes", loses_data>>().substr(0, 16) == "misplaced in 1.0");
}

TEST_CASE("a policy is altered to what it is to be") {
  constexpr auto of = [](const std::string& s) { return s.substr(0, s.find(' ')) + (s.find("text ") == s.npos ? "" : s.substr(s.find("text ") + 4)); };
  using select = steps<create_policy<"s", "notes", for_select, using_<"id > 0">>>;
  CHECK(after<start, alter_policy<"own", "notes", to_roles<"pg_monitor">, using_<"owner = ''">, with_check<"id > 0">>>() == "none");
  CHECK(after<start, select, alter_policy<"s", "notes", for_select, using_<"id > 1">>>() == "none");
  CHECK(after<start, select, alter_policy<"s", "notes", for_select, using_<"id > 0">>>().substr(0, 16) == "no_effect in 1.1");
  CHECK(of(after<start, select, alter_policy<"s", "notes", using_<"id > 1">>>()) ==
        "malformed stays for its command, and permissive or restrictive; say that again, or drop it and create it instead");
  CHECK(of(after<start, select, alter_policy<"s", "notes", for_select, restrictive, using_<"id > 1">>>()).substr(0, 15) == "malformed stays");
  CHECK(of(after<start, select, alter_policy<"s", "notes", for_select>>()) == "malformed keeps the expressions that it has; say them again, or drop it and create it instead");
  CHECK(of(after<start, alter_policy<"own", "notes", using_<"owner = current_user">>>()).substr(0, 15) == "malformed keeps");
  CHECK(of(after<start, create_policy<"p", "notes">, alter_policy<"p", "notes", with_check<"true">>>()) ==
        "malformed gets an expression that nothing takes away again; drop it and create it instead");
  CHECK(after<start, alter_policy<"owns", "notes", using_<"true">>>().substr(0, 16) == "no_entity in 1.0");
  CHECK(after<start, alter_policy<"own", "notes", using_<"true">, with_check<"notes.owned">>>().substr(0, 14) == "unknown_column");
  // What the former expressions used is free.
  CHECK(after<start, alter_policy<"own", "notes", using_<"true">, with_check<"id > 0">>, drop_table<"teams", loses_data>, drop_column<"notes", "owner", loses_data>>() == "none");
  CHECK(after<start, alter_policy<"own", "notes", using_<"true">, with_check<"id > 0">>, drop_column<"notes", "id", loses_data>>().substr(0, 18) == "column_used in 1.1");
}

TEST_CASE("what a policy uses is there, and stays") {
  CHECK(after<start, create_policy<"p", "notes", using_<"notes.owned">>>().substr(0, 21) == "unknown_column in 1.0");
  CHECK(after<start, create_policy<"p", "notes", using_<"id > 0 AND owned = current_user">>>() ==
        "unknown_column in 1.0: table p, other table notes, is policy, on notes, hint owner, text owned");
  CHECK(after<start, create_policy<"p", "notes", using_<"team IN (SELECT t.team FROM teams AS t WHERE owned = t.member)">>>().substr(0, 21) == "unknown_column in 1.0");
  CHECK(after<start, create_policy<"p", "notes", using_<"notes IS NOT NULL AND extract(day FROM now()) > 1 AND owner = session_user AND ctid IS NOT NULL">>>() == "none");
  CHECK(after<start, create_policy<"p", "notes", using_<"id IN (SELECT id FROM nothing)">>>().substr(0, 23) == "unknown_relation in 1.0");
  CHECK(after<start, drop_column<"notes", "owner", loses_data>>().substr(0, 18) == "column_used in 1.0");
  CHECK(after<start, drop_column<"notes", "team", loses_data>>().substr(0, 18) == "column_used in 1.0");
  CHECK(after<start, drop_column<"teams", "member", loses_data>>().substr(0, 18) == "column_used in 1.0");
  CHECK(after<start, drop_column<"notes", "text", loses_data>>() == "none");
  CHECK(after<start, drop_table<"teams", loses_data>>() == "table_used in 1.0: table teams, used by policy notes.own");
  CHECK(after<start, drop_policy<"own", "notes">, drop_table<"teams", loses_data>>() == "none");
  CHECK(after<start, drop_table<"notes", loses_data>, drop_table<"teams", loses_data>>() == "none");
}

TEST_CASE("a model of a policy has its expressions under present names") {
  using made = first<create_table<"notes", column<"a", text>, column<"b", text>>, create_policy<"p", "notes", to_roles<"public">, using_<"a = 'a'">, with_check<"b = 'b'">>,
                     rename_column<"notes", "a", "c">, rename_column<"notes", "b", "d">>;
  struct notes : table<"notes", column<"c", text>, column<"d", text>> {};
  struct fits : policy<"p", "notes", to_roles<"public">, using_<"c = 'a'">, with_check<"d = 'b'">> {};
  struct old : policy<"p", "notes", to_roles<"public">, using_<"c = 'a'">, with_check<"b = 'b'">> {};
  struct other : policy<"p", "notes", to_roles<"public">, restrictive, using_<"c = 'a'">, with_check<"d = 'b'">> {};
  struct nobody : policy<"p", "notes", using_<"c = 'a'">, with_check<"d = 'b'">> {};
  CHECK(compared<made, notes, fits>() == "none");
  CHECK(compared<made, notes, old>() == "model_entity_differs: table p, is policy, on notes");
  CHECK(compared<made, notes, other>() == "model_entity_differs: table p, is policy, on notes");
  CHECK(compared<made, notes, nobody>() == "model_entity_differs: table p, is policy, on notes");
}

}  // namespace
