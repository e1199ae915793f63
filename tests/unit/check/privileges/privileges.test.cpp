// SPDX-License-Identifier: BSL-1.0
#include <skein/check/privileges/privileges.hpp>

#include "support/catch.hpp"
#include "unit/check/judged.hpp"

namespace {

using namespace skein;
using test::after, test::compared, test::first, test::judged, test::second, test::third;

template <class... Word>
struct made : first<create_schema<"app">, create_table<"notes", column<"id", bigserial>, column<"title", text>, column<"body", text>>,
                    create_table<qualified("app", "users"), column<"id", bigint>>, create_enum<"mood", "sad">,
                    create_function<"f", arguments<integer>, returns<integer>, language<"sql">, body<"SELECT 1">>,
                    grant<privileges<"select", "insert">, on_table<"notes">, to_roles<"reader", "writer">>, Word...> {};
using start = made<>;

TEST_CASE("privileges are of the kind of object that they are granted on") {
  CHECK(after<start, grant<privileges<"usage">, on_schema<"app", "public">, to_roles<"reader">>, grant<privileges<"usage">, on_type<"mood">, to_roles<"reader">>,
              grant<privileges<"select", "usage">, on_sequence<"notes_id_seq">, to_roles<"reader">>,
              grant<privileges<"execute">, on_function<"f", integer>, to_roles<"reader">>,
              grant<privileges<"update", "references">, on_table<"notes">, for_columns<"title", "body">, to_roles<"reader">>,
              grant<all_privileges, on_table<qualified("app", "users")>, to_roles<"reader">, with_grant_option>>() == "none");
  CHECK(after<start, create_range<"stay", date>, grant<privileges<"usage">, on_type<"stay_multirange">, to_roles<"reader">>>().substr(0, 16) == "misplaced in 1.1");
  CHECK(after<start, grant<privileges<"usage", "select">, on_table<"notes">, to_roles<"other">>>() == "no_privilege in 1.0: table notes, may usage, number 1151");
  CHECK(after<start, grant<privileges<"delete">, on_table<"notes">, for_columns<"title">, to_roles<"other">>>() ==
        "no_privilege in 1.0: table notes, column title, may delete, number 39");
  CHECK(after<start, grant<privileges<"select">, on_schema<"app">, to_roles<"other">>>() == "no_privilege in 1.0: schema app, may select, number 384");
  CHECK(after<start, grant<privileges<"create">, on_type<"mood">, to_roles<"other">>>() == "no_privilege in 1.0: table mood, is type, may create, number 128");
  CHECK(judged<start, second<grant<privileges<"maintain">, on_table<"notes">, to_roles<"other">>>>() == "none");
  CHECK(after<start, grant<privileges<"read">, on_table<"notes">, to_roles<"other">>>().substr(0, 42) == "misplaced in 1.0: text read is no privileg");
  CHECK(after<start, grant<privileges<"create">, on_schema<"public">, to_roles<"public">>>() == "depends_on_server in 1.0: schema public, role public, may create");
}

TEST_CASE("what is granted is there") {
  CHECK(after<start, grant<privileges<"select">, on_table<"note">, to_roles<"reader">>>() == "no_table in 1.0: table note, hint notes");
  CHECK(after<start, grant<privileges<"select">, on_table<"notes">, for_columns<"titel">, to_roles<"reader">>>() == "no_column in 1.0: table notes, column titel, hint title");
  CHECK(after<start, grant<privileges<"usage">, on_sequence<"notes_seq">, to_roles<"reader">>>().substr(0, 16) == "no_entity in 1.0");
  CHECK(after<start, grant<privileges<"execute">, on_function<"f">, to_roles<"reader">>>() == "no_entity in 1.0: table f, is function, takes (), used by function f");
  CHECK(after<start, grant<privileges<"execute">, on_procedure<"f", integer>, to_roles<"reader">>>().substr(0, 16) == "no_entity in 1.0");
  CHECK(after<start, grant<privileges<"usage">, on_type<"moon">, to_roles<"reader">>>() == "no_entity in 1.0: table moon, is type, hint mood");
  CHECK(after<start, grant<privileges<"usage">, on_schema<"apps">, to_roles<"reader">>>() == "no_schema in 1.0: schema apps, hint app");
  CHECK(after<start, grant<privileges<"select">, on_all_tables_in<"apps">, to_roles<"reader">>>() == "no_schema in 1.0: schema apps, hint app");
}

TEST_CASE("a statement is whole") {
  CHECK(after<start, grant<on_table<"notes">, to_roles<"reader">>>() == "misplaced in 1.0: text this step names no privilege; write privileges<...> in it");
  CHECK(after<start, grant<privileges<"select">, on_table<"notes">>>() == "misplaced in 1.0: text this step names no role; write to_roles<...> in it");
  CHECK(after<start, grant<privileges<"select">, to_roles<"reader">>>().substr(0, 40) == "misplaced in 1.0: text this step names n");
  CHECK(after<start, grant<privileges<"select">, on_table<"notes">, to_roles<"public">, with_grant_option>>().substr(0, 38) == "misplaced in 1.0: text public takes no");
  CHECK(after<start, grant<privileges<"usage">, on_type<"mood">, for_columns<"a">, to_roles<"reader">>>().substr(0, 40) == "misplaced in 1.0: text only tables have ");
  CHECK(after<start, grant<privileges<"select">, on_table<"notes">, to_roles<"reader">, loses_data>>().substr(0, 40) == "misplaced in 1.0: text loses_data is no ");
  CHECK(after<start, create_table<"t", granted<privileges<"select">, on_table<"notes">, to_roles<"reader">>>>().substr(0, 40) == "misplaced in 1.0: text a member of a tab");
  CHECK(after<start, add_constraint<"notes", granted<privileges<"select">, to_roles<"reader">>>>().substr(0, 40) == "misplaced in 1.0: text this step takes n");
}

TEST_CASE("nobody is granted what he has, and nothing is revoked that he does not have") {
  CHECK(after<start, grant<privileges<"select", "update">, on_table<"notes">, to_roles<"other", "writer">>>() ==
        "granted_already in 1.0: table notes, role writer, may select");
  CHECK(after<start, grant<privileges<"select">, on_table<"notes">, to_roles<"reader">, with_grant_option>,
              grant<privileges<"select">, on_table<"notes">, to_roles<"reader">>>() == "granted_already in 1.1: table notes, role reader, may select");
  CHECK(after<start, revoke_<privileges<"select", "update">, on_table<"notes">, from_roles<"reader">>>() == "not_granted in 1.0: table notes, role reader, may update");
  CHECK(after<start, revoke_<privileges<"select">, on_table<"notes">, from_roles<"reader">, grant_option_alone>>() == "not_granted in 1.0: table notes, role reader, may select");
  CHECK(after<start, revoke_<privileges<"select">, on_table<"notes">, from_roles<"reader">>, grant<privileges<"select">, on_table<"notes">, to_roles<"reader">>>() == "none");
  CHECK(after<start, revoke_<privileges<"execute">, on_function<"f", integer>, from_roles<"public">>, revoke_<privileges<"execute">, on_function<"f", integer>, from_roles<"public">>>() ==
        "not_granted in 1.1: table f, is function, takes (integer), role public, may execute");
  CHECK(after<start, grant<privileges<"execute">, on_function<"f", integer>, to_roles<"public">>>().substr(0, 22) == "granted_already in 1.0");
  CHECK(after<start, grant<privileges<"usage">, on_type<"mood">, to_roles<"public">>>().substr(0, 22) == "granted_already in 1.0");
  CHECK(after<start, grant<privileges<"usage">, on_schema<"public">, to_roles<"public">>>().substr(0, 22) == "granted_already in 1.0");
  CHECK(after<start, grant<privileges<"usage">, on_schema<"app">, to_roles<"public">>>() == "none");
}

TEST_CASE("privileges stay with their object, whatever it is called, and go with it") {
  CHECK(after<start, rename_table<"notes", "papers">, set_schema<"papers", "app">, revoke_<privileges<"select">, on_table<qualified("app", "papers")>, from_roles<"reader">>>() == "none");
  CHECK(after<start, grant<privileges<"select">, on_table<"notes">, for_columns<"title">, to_roles<"other">>, rename_column<"notes", "title", "name">,
              revoke_<privileges<"select">, on_table<"notes">, for_columns<"name">, from_roles<"other">>>() == "none");
  CHECK(after<start, drop_table<"notes", loses_data>, create_table<"notes", column<"a", text>>, revoke_<privileges<"select">, on_table<"notes">, from_roles<"reader">>>() ==
        "not_granted in 1.2: table notes, role reader, may select");
  CHECK(after<start, grant<privileges<"select">, on_table<"notes">, for_columns<"title">, to_roles<"other">>, drop_column<"notes", "title", loses_data>,
              add_column<"notes", column<"title", text>>, revoke_<privileges<"select">, on_table<"notes">, for_columns<"title">, from_roles<"other">>>() ==
        "not_granted in 1.3: table notes, column title, role other, may select");
  CHECK(after<start, grant<privileges<"usage">, on_type<"mood">, to_roles<"other">>, rename_type<"mood", "temper">, revoke_<privileges<"usage">, on_type<"temper">, from_roles<"other">>>() == "none");
}

TEST_CASE("what is revoked of a table is revoked of its columns") {
  using columns = grant<privileges<"select", "update">, on_table<"notes">, for_columns<"title">, to_roles<"reader">>;
  CHECK(after<start, columns, revoke_<privileges<"select">, on_table<"notes">, from_roles<"reader">>, revoke_<privileges<"update">, on_table<"notes">, for_columns<"title">, from_roles<"reader">>>() == "none");
  CHECK(after<start, columns, revoke_<privileges<"select">, on_table<"notes">, from_roles<"reader">>, revoke_<privileges<"select">, on_table<"notes">, for_columns<"title">, from_roles<"reader">>>() ==
        "not_granted in 1.2: table notes, column title, role reader, may select");
}

TEST_CASE("all tables of a schema are those that there are") {
  CHECK(after<start, grant<privileges<"select">, on_all_tables_in<"app">, to_roles<"reader">>, create_table<qualified("app", "later")>>() == "none");
  CHECK(after<start, grant<privileges<"select">, on_all_tables_in<"app">, to_roles<"reader">>, create_table<qualified("app", "later")>,
              revoke_<privileges<"select">, on_table<qualified("app", "later")>, from_roles<"reader">>>() == "not_granted in 1.2: schema app, table later, role reader, may select");
  CHECK(after<start, grant<privileges<"select">, on_all_tables_in<"public">, to_roles<"reader", "other">>, revoke_<privileges<"select">, on_table<"notes">, from_roles<"other">>>() == "none");
  CHECK(after<start, grant<privileges<"select">, on_all_tables_in<"public">, to_roles<"reader">>>() == "granted_already in 1.0: schema public, text all tables of , role reader, may select");
  CHECK(after<start, revoke_<privileges<"update">, on_all_tables_in<"public">, from_roles<"reader">>>() == "not_granted in 1.0: schema public, text all tables of , role reader, may update");
}

TEST_CASE("a written down restores privileges") {
  using lists = grant<privileges<"select">, on_table<qualified("app", "users")>, to_roles<"reader">>;
  using back = revoke_<privileges<"select">, on_table<qualified("app", "users")>, from_roles<"reader">>;
  CHECK(after<start, up<lists>, down<back>>() == "none");
  CHECK(after<start, up<lists>, down<>>() == "down_differs in 1.0 down: left privileges_differ, schema app, table users, role reader");
  CHECK(after<start, up<revoke_<privileges<"select">, on_table<"notes">, from_roles<"reader">>>, down<>>() == "down_differs in 1.0 down: left privileges_differ, table notes, role reader");
  CHECK(after<start, up<drop_table<"notes", loses_data>>, down<create_table<"notes", column<"id", bigserial>, column<"title", text>, column<"body", text>>>>() ==
        "down_differs in 1.0 down: left privileges_differ, table notes, role reader");
  CHECK(after<start, up<drop_table<"notes", loses_data>>, down<create_table<"notes", column<"id", bigserial>, column<"title", text>, column<"body", text>,
                                                                           granted<privileges<"select", "insert">, to_roles<"reader", "writer">>>>>() == "none");
}

TEST_CASE("branches commute unless they are about the same role and object, or one grants on all tables") {
  using base_of = first<create_table<"t", column<"a", text>>>;
  struct one : revision<"b", revises<"a">, "", grant<privileges<"select">, on_table<"t">, to_roles<"reader">>> {};
  struct same : revision<"c", revises<"a">, "", grant<privileges<"insert">, on_table<"t">, to_roles<"reader">>> {};
  struct other : revision<"c", revises<"a">, "", grant<privileges<"select">, on_table<"t">, to_roles<"writer">>> {};
  struct column_too : revision<"c", revises<"a">, "", add_column<"t", column<"b", text>>> {};
  struct drops : revision<"c", revises<"a">, "", drop_table<"t", loses_data>> {};
  struct all : revision<"b", revises<"a">, "", grant<privileges<"select">, on_all_tables_in<"public">, to_roles<"reader">>> {};
  struct creates : revision<"c", revises<"a">, "", create_table<"u">> {};
  struct merge : revision<"d", revises<"b", "c">, ""> {};
  CHECK(judged<base_of, one, same, merge>().substr(0, 8) == "conflict");
  CHECK(judged<base_of, one, other, merge>() == "none");
  CHECK(judged<base_of, one, column_too, merge>() == "none");
  CHECK(judged<base_of, one, drops, merge>().substr(0, 8) == "conflict");
  CHECK(judged<base_of, all, creates, merge>().substr(0, 8) == "conflict");
  CHECK(judged<base_of, one, creates, merge>() == "none");
}

TEST_CASE("models say what roles may do, all of it") {
  using history = first<create_schema<"app">, create_table<"notes", column<"title", text>>, create_function<"f", returns<integer>, language<"sql">, body<"SELECT 1">>,
                        grant<privileges<"select">, on_table<"notes">, to_roles<"reader", "writer">>, grant<privileges<"insert">, on_table<"notes">, to_roles<"writer">, with_grant_option>,
                        grant<privileges<"update">, on_table<"notes">, for_columns<"title">, to_roles<"reader">>, grant<privileges<"usage">, on_schema<"app">, to_roles<"reader">>,
                        revoke_<privileges<"execute">, on_function<"f">, from_roles<"public">>>;
  using read = granted<privileges<"select">, to_roles<"reader", "writer">>;
  using write = granted<privileges<"insert">, to_roles<"writer">, with_grant_option>;
  using change = granted<privileges<"update">, for_columns<"title">, to_roles<"reader">>;
  struct notes : table<"notes", column<"title", text>, read, write, change> {};
  struct f : function<"f", returns<integer>, language<"sql">, body<"SELECT 1">> {};
  struct in_app : granted<privileges<"usage">, on_schema<"app">, to_roles<"reader">> {};
  struct not_f : revoked<privileges<"execute">, on_function<"f">, from_roles<"public">> {};
  CHECK(compared<history, notes, f, in_app, not_f>() == "none");
  CHECK(compared<history, notes, f, not_f>() == "model_privileges_extra: schema app, role reader, may usage");
  CHECK(compared<history, notes, f, in_app>() == "model_privileges_extra: table f, is function, takes (), role public, may execute");
  struct no_option : table<"notes", column<"title", text>, read, granted<privileges<"insert">, to_roles<"writer">>, change> {};
  CHECK(compared<history, no_option, f, in_app, not_f>() == "model_privileges_extra: table notes, role writer, may insert");
  struct no_column : table<"notes", column<"title", text>, read, write> {};
  CHECK(compared<history, no_column, f, in_app, not_f>() == "model_privileges_extra: table notes, column title, role reader, may update");
  struct more : table<"notes", column<"title", text>, read, write, change, granted<privileges<"delete">, to_roles<"writer">>> {};
  CHECK(compared<history, more, f, in_app, not_f>() == "model_privileges_missing: table notes, role writer, may delete");
  struct beside : granted<privileges<"select">, on_table<"nodes">, to_roles<"reader">> {};
  CHECK(compared<history, notes, f, in_app, not_f, beside>() == "model_privileges_missing");
  struct nobody : granted<privileges<"select">, on_table<"notes">> {};
  CHECK(compared<history, notes, f, in_app, not_f, nobody>().substr(0, 15) == "model_misplaced");
  struct plain : table<"notes", column<"title", text>> {};
  CHECK(compared<first<create_table<"notes", column<"title", text>>>, plain>() == "none");
  CHECK(compared<first<create_table<"notes", column<"title", text>>>, notes>() == "model_privileges_missing: table notes");
}

TEST_CASE("default privileges are those of what is created later") {
  using readers = grant_by_default<privileges<"select">, on_tables, to_roles<"reader">>;
  CHECK(after<start, readers, revoke_<privileges<"select">, on_table<qualified("app", "users")>, from_roles<"reader">>>() ==
        "not_granted in 1.1: schema app, table users, role reader, may select");
  CHECK(after<start, readers, create_table<"t", column<"id", serial>>, create_view<"v", "SELECT id FROM t">, revoke_<privileges<"select">, on_table<"t", "v">, from_roles<"reader">>>() == "none");
  CHECK(after<start, grant_by_default<privileges<"insert">, on_tables, in_schemas<"app">, to_roles<"reader">>, create_table<"t">,
              grant<privileges<"insert">, on_table<"t">, to_roles<"reader">>, create_table<qualified("app", "t")>,
              grant<privileges<"insert">, on_table<qualified("app", "t")>, to_roles<"reader">>>() == "granted_already in 1.4: schema app, table t, role reader, may insert");
  CHECK(after<start, grant_by_default<privileges<"usage">, on_sequences, to_roles<"reader">, with_grant_option>, create_table<"t", column<"id", bigint, identity>>, create_sequence<"s">,
              revoke_<privileges<"usage">, on_sequence<"t_id_seq", "s">, from_roles<"reader">, grant_option_alone>>() == "none");
  CHECK(after<start, revoke_by_default<privileges<"execute">, on_functions, from_roles<"public">>, create_function<"g", returns<integer>, language<"sql">, body<"SELECT 1">>,
              grant<privileges<"execute">, on_function<"g">, to_roles<"public">>>() == "none");
  CHECK(after<start, revoke_by_default<privileges<"usage">, on_types, from_roles<"public">>, create_domain<"d", text>, grant<privileges<"usage">, on_type<"d">, to_roles<"public">>>() == "none");
  CHECK(after<start, grant_by_default<privileges<"usage">, on_schemas, to_roles<"reader">>, create_schema<"new">, revoke_<privileges<"usage">, on_schema<"new">, from_roles<"reader">>>() == "none");
  CHECK(after<start, grant_by_default<privileges<"select">, on_tables, for_role<"other">, to_roles<"reader">>, create_table<"t">, grant<privileges<"select">, on_table<"t">, to_roles<"reader">>>() == "none");
}

TEST_CASE("default privileges are granted once, revoked once, and said whole") {
  using readers = grant_by_default<privileges<"select">, on_tables, in_schemas<"app">, to_roles<"reader">>;
  CHECK(after<start, readers, readers>() == "granted_already in 1.1: schema app, role reader, later table, may select");
  CHECK(after<start, readers, revoke_by_default<privileges<"select">, on_tables, from_roles<"reader">>>() == "not_granted in 1.1: role reader, later table, may select");
  CHECK(after<start, readers, grant_by_default<privileges<"select">, on_tables, for_role<"other">, in_schemas<"app">, to_roles<"reader">>>() == "none");
  CHECK(after<start, revoke_by_default<privileges<"execute">, on_functions, in_schemas<"app">, from_roles<"public">>>() == "not_granted in 1.0: schema app, role public, later routine, may execute");
  CHECK(after<start, grant_by_default<privileges<"execute">, on_functions, to_roles<"public">>>() == "granted_already in 1.0: role public, later routine, may execute");
  CHECK(after<start, grant_by_default<privileges<"execute">, on_tables, to_roles<"reader">>>() == "no_privilege in 1.0: later table, may execute, number 1151");
  CHECK(after<start, grant_by_default<privileges<"select">, on_tables, in_schemas<"apps">, to_roles<"reader">>>() == "no_schema in 1.0: schema apps, hint app");
  CHECK(after<start, grant_by_default<privileges<"usage">, on_schemas, in_schemas<"app">, to_roles<"reader">>>().substr(0, 38) == "misplaced in 1.0: text schemas are in ");
  CHECK(after<start, grant_by_default<privileges<"usage">, to_roles<"reader">>>().substr(0, 40) == "misplaced in 1.0: text this step names n");
  CHECK(after<start, grant_by_default<privileges<"select">, on_table<"notes">, to_roles<"reader">>>().substr(0, 41) == "misplaced in 1.0: text default privileges");
  CHECK(after<start, grant<privileges<"select">, on_tables, to_roles<"reader">>>().substr(0, 35) == "misplaced in 1.0: text what will be");
  CHECK(after<start, grant_by_default<privileges<"select">, on_tables, for_role<"public">, to_roles<"reader">>>().substr(0, 41) == "misplaced in 1.0: text public creates not");
  CHECK(after<start, grant_by_default<privileges<"select">, on_tables, for_role<"reader">, to_roles<"reader">>>().substr(0, 40) == "misplaced in 1.0: text a role may do eve");
  CHECK(after<start, up<readers>, down<>>() == "down_differs in 1.0 down: left privileges_differ, schema app, role reader, later table");
  CHECK(after<start, up<readers>, down<revoke_by_default<privileges<"select">, on_tables, in_schemas<"app">, from_roles<"reader">>>>() == "none");
}

TEST_CASE("models say default privileges, and what came of them") {
  using history = first<grant_by_default<privileges<"select">, on_tables, to_roles<"reader">>, create_table<"t", column<"a", text>>>;
  struct t : table<"t", column<"a", text>, granted<privileges<"select">, to_roles<"reader">>> {};
  struct plain : table<"t", column<"a", text>> {};
  struct later : granted_by_default<privileges<"select">, on_tables, to_roles<"reader">> {};
  struct others : granted_by_default<privileges<"select">, on_tables, for_role<"other">, to_roles<"reader">> {};
  CHECK(compared<history, t, later>() == "none");
  CHECK(compared<history, t>() == "model_privileges_extra: role reader, later table, may select");
  CHECK(compared<history, plain, later>() == "model_privileges_extra: table t, role reader, may select");
  CHECK(compared<history, t, later, others>() == "model_privileges_missing: hint other, role reader, later table, may select");
}

}  // namespace
