// SPDX-License-Identifier: BSL-1.0
#include <skein/check/text/routine_body.hpp>

#include "support/catch.hpp"
#include "unit/check/judged.hpp"

namespace {

using namespace skein;
using test::after, test::compared, test::first, test::judged, test::second, test::third;

template <model::object_name Name, model::literal Text, class... Part>
using in_sql = create_function<Name, returns<text>, language<"sql">, body<Text>, Part...>;
template <model::object_name Name, model::literal Text, class... Part>
using in_plpgsql = create_function<Name, returns<text>, language<"plpgsql">, body<Text>, Part...>;
template <model::object_name Name, model::literal Text, class... Part>
using parsed = create_function<Name, returns<text>, standard_body<Text>, Part...>;

using tables = steps<create_schema<"app">, create_enum<"mood", "sad", "ok">, create_sequence<"nr">,
                     create_table<"users", column<"id", bigint, primary_key>, column<"email", text>, column<"mood", type_named<"mood">>>,
                     create_table<qualified("app", "log"), column<"line", text>>, create_table<"other", column<"id", bigint>>>;
using start = first<tables, in_sql<"f", "SELECT email FROM users WHERE id = 1">,
                    in_plpgsql<"g", "DECLARE m mood; BEGIN SELECT u.email INTO m FROM users u; PERFORM nextval('nr'); INSERT INTO app.log VALUES (f()); RETURN m; END">>;

TEST_CASE("what the body of a routine names stays as it is called") {
  CHECK(after<start, rename_column<"users", "email", "mail">>() == "named_in_body in 1.0: table users, used by function f, used by function g, hint mail, text email");
  CHECK(after<start, drop_column<"users", "email", loses_data>>() == "named_in_body in 1.0: table users, used by function f, used by function g, text email");
  CHECK(after<start, rename_table<"users", "people">>() == "named_in_body in 1.0: used by function f, used by function g, hint people, text users");
  CHECK(after<start, drop_column<"other", "id", loses_data>, drop_table<"users", loses_data>>() == "named_in_body in 1.1: used by function f, used by function g, text users");
  CHECK(after<start, set_schema<"users", "app">>() == "named_in_body in 1.0: other schema app, used by function f, used by function g, hint users, text users");
  CHECK(after<start, rename_type<"mood", "feeling">>() == "named_in_body in 1.0: used by function g, hint feeling, text mood");
  CHECK(after<start, rename_sequence<"nr", "number">>() == "named_in_body in 1.0: used by function g, hint number, text nr");
  CHECK(after<start, drop_sequence<"nr", loses_data>>() == "named_in_body in 1.0: used by function g, text nr");
  CHECK(after<start, rename_table<qualified("app", "log"), "lines">>().substr(0, 20) == "named_in_body in 1.0");
  CHECK(after<start, drop_function<"f">>() == "named_in_body in 1.0: used by function g, text f");
  CHECK(after<start, rename_function<"f", "ff">>() == "named_in_body in 1.0: used by function g, hint ff, text f");
  CHECK(after<start, set_function_schema<"f", "app">>().substr(0, 20) == "named_in_body in 1.0");
}

TEST_CASE("what no body names goes") {
  CHECK(after<start, drop_column<"users", "mood", loses_data>, rename_column<"users", "id", "nr">>().substr(0, 20) == "named_in_body in 1.1");
  CHECK(after<start, drop_column<"users", "mood", loses_data>, drop_table<"other", loses_data>, rename_column<"other", "id", "a">>().substr(0, 8) == "no_table");
  CHECK(after<start, drop_column<"users", "mood", loses_data>, rename_table<"other", "another">, drop_table<"another", loses_data>>() == "none");
  CHECK(after<start, drop_function<"g">, rename_type<"mood", "feeling">, drop_sequence<"nr", loses_data>, drop_table<qualified("app", "log"), loses_data>>() == "none");
  CHECK(after<start, drop_function<"g">, drop_function<"f">, drop_table<"users", loses_data>>() == "none");
  CHECK(after<start, alter_type<"users", "email", varchar<80>, loses_data>, add_column<"users", column<"a", text>>>() == "none");
}

template <model::literal Text>
using other_f = replace_function<"f", returns<text>, language<"sql">, body<Text>>;
template <model::literal Text>
using other_g = replace_function<"g", returns<text>, language<"plpgsql">, body<Text>>;

TEST_CASE("it may go, or be called otherwise, where the body is replaced in the same revision") {
  CHECK(after<start, rename_column<"users", "email", "mail">, other_f<"SELECT mail FROM users">, other_g<"BEGIN RETURN (SELECT mail FROM users); END">>() == "none");
  CHECK(after<start, other_f<"SELECT ''">, other_g<"BEGIN RETURN (SELECT mail FROM users); END">, rename_column<"users", "email", "mail">>() == "none");
  CHECK(after<start, other_f<"SELECT 'users'">, other_g<"BEGIN RETURN 1; END">, drop_table<"users", loses_data>>() == "none");
  CHECK(after<start, drop_table<"users", loses_data>, other_f<"SELECT 'users'">>() == "named_in_body in 1.0: used by function g, text users");
  // The new body is read as it is at the end, and may say too much again.
  CHECK(judged<start, second<other_f<"SELECT ''">, other_g<"BEGIN RETURN (SELECT mail FROM users); END">, rename_column<"users", "email", "mail">>,
               third<rename_column<"users", "mail", "post">>>() == "named_in_body in 2.0: table users, used by function g, hint post, text mail");
  // PostgreSQL reads a body in SQL when it is created.
  CHECK(after<start, other_f<"SELECT mail FROM people">, rename_table<"users", "people">>() == "unknown_relation in 1.0: table f, is function, takes (), text people");
  CHECK(after<start, other_f<"SELECT u.mail FROM users u">, rename_column<"users", "email", "mail">>().substr(0, 14) == "unknown_column");
}

TEST_CASE("something else may have the name at the end") {
  using again = create_table<"users", column<"id", bigint>, column<"email", text>>;
  CHECK(after<start, drop_table<"users", loses_data>, again>() == "none");
  CHECK(after<start, drop_table<"users", loses_data>, create_table<"users", column<"id", bigint>>>() == "named_in_body in 1.0: table users, used by function f, used by function g, text email");
  CHECK(judged<start, second<drop_table<"users", loses_data>, again>, third<drop_column<"users", "email", loses_data>>>() ==
        "named_in_body in 2.0: table users, used by function f, used by function g, text email");
  CHECK(after<start, rename_column<"users", "email", "mail">, add_column<"users", column<"email", text>>>() == "none");
  CHECK(after<start, rename_column<"users", "email", "mail">, rename_column<"users", "mail", "email">>() == "none");
}

TEST_CASE("who wants a body to be broken says so") {
  CHECK(after<start, rename_column<"users", "email", "mail">, breaks_bodies>() == "none");
  CHECK(judged<start, second<drop_table<"users", loses_data>, breaks_bodies>, third<create_table<"users", column<"id", bigint>>, drop_table<"users", loses_data>>>() == "none");
  CHECK(judged<start, second<rename_column<"users", "email", "mail">, breaks_bodies>, third<rename_column<"users", "id", "nr">>>().substr(0, 20) == "named_in_body in 2.0");
}

TEST_CASE("of PL/pgSQL only what is found counts") {
  CHECK(after<start, in_plpgsql<"h", "DECLARE r record; BEGIN SELECT a.b, c INTO r.email FROM nothing a; EXECUTE 'DELETE FROM users'; RETURN r.email; END">, rename_column<"users", "email", "mail">, other_f<"SELECT ''">,
              drop_function<"g">>() == "none");
  CHECK(after<start, drop_function<"g">, drop_function<"f">, in_plpgsql<"h", "#variable_conflict use_variable\nDECLARE email text; BEGIN RETURN (SELECT email FROM users); END">,
              rename_column<"users", "email", "mail">>() == "none");
  using typed = second<drop_function<"g">, drop_function<"f">, in_plpgsql<"h", "DECLARE a users.email%TYPE; b app.log%ROWTYPE; BEGIN RETURN a; END">>;
  CHECK(judged<start, typed, third<rename_column<"users", "email", "mail">>>() == "named_in_body in 2.0: table users, used by function h, hint mail, text email");
  CHECK(judged<start, typed, third<drop_table<qualified("app", "log"), loses_data>>>() == "named_in_body in 2.0: used by function h, text log");
  CHECK(judged<start, typed, third<rename_column<"users", "id", "nr">>>() == "none");
  // A table that comes behind the function, in the same revision.
  CHECK(judged<first<in_plpgsql<"h", "BEGIN RETURN (SELECT a FROM t); END">, create_table<"t", column<"a", text>>>, second<drop_table<"t", loses_data>>>() ==
        "named_in_body in 1.0: used by function h, text t");
}

TEST_CASE("of SQL PostgreSQL wants everything to be there") {
  CHECK(after<start, in_sql<"h", "SELECT 1 FROM nothing">>() == "unknown_relation in 1.0: table h, is function, takes (), text nothing");
  CHECK(after<start, in_sql<"h", "SELECT users.mail FROM users">>() == "unknown_column in 1.0: table h, other table users, is function, takes (), hint email, text mail");
  CHECK(after<start, in_sql<"h", "SELECT a FROM users WHERE id = $1; DELETE FROM app.log">>() == "none");
  CHECK(after<start, in_sql<"h", "SELECT a FROM log", set_config<parameter<"search_path", "app, pg_temp">>>, rename_table<qualified("app", "log"), "lines">>() ==
        "named_in_body in 1.1: other schema app, used by function g, used by function h, hint lines, text log");
  CHECK(after<start, in_sql<"h", "SELECT line FROM app.log, whatever", set_config<parameter<"search_path", "''">>>>() == "none");
  CHECK(after<start, create_function<"h", returns<text>, language<"plperl">, body<"SELECT email FROM users">>, drop_function<"g">, drop_function<"f">,
              drop_table<"users", loses_data>>() == "none");
}

TEST_CASE("what a parsed body uses is held, and carried along") {
  using made = first<tables, parsed<"h", "BEGIN ATOMIC SELECT u.email FROM users u; SELECT line FROM app.log; END">, parsed<"i", "RETURN (SELECT id FROM other)">>;
  CHECK(after<made, drop_table<"users", loses_data>>() == "table_used in 1.0: table users, used by function h");
  CHECK(after<made, drop_column<"users", "email", loses_data>>().substr(0, 18) == "column_used in 1.0");
  CHECK(after<made, drop_table<"other", loses_data>>() == "table_used in 1.0: table other, used by function i");
  CHECK(after<made, rename_column<"users", "email", "mail">, rename_table<"users", "people">, set_schema<"other", "app">>() == "none");
  CHECK(after<made, parsed<"j", "BEGIN ATOMIC SELECT 1 FROM nothing; END">>().substr(0, 16) == "unknown_relation");
  CHECK(after<made, drop_function<"h">, drop_table<"users", loses_data>>() == "none");
  struct users : table<"people", column<"id", bigint, primary_key>, column<"mail", text>> {};
  struct now : function<"h", returns<text>, standard_body<"BEGIN ATOMIC SELECT mail AS email FROM people; END">> {};
  struct before : function<"h", returns<text>, standard_body<"BEGIN ATOMIC SELECT email FROM users; END">> {};
  using renamed = first<create_table<"users", column<"id", bigint, primary_key>, column<"email", text>>, parsed<"h", "BEGIN ATOMIC SELECT email FROM users; END">,
                        rename_column<"users", "email", "mail">, rename_table<"users", "people">>;
  CHECK(compared<renamed, users, now>() == "none");
  CHECK(compared<renamed, users, before>().substr(0, 20) == "model_entity_differs");
}

/// A comment of 4,096 characters.
struct padding {
  char text[4097];
  consteval padding() : text{} {
    for (char& c : text) c = '-';
    text[4095] = '\n', text[4096] = '\0';
  }
};
template <model::object_name Name>
using padded = in_plpgsql<Name, model::literal(padding().text)>;

TEST_CASE("of one revision so much is read as a compiler has time for") {
  using last = in_plpgsql<"z", "BEGIN RETURN (SELECT id FROM other); END">;
  CHECK(judged<start, second<padded<"h">, last>, third<drop_table<"other", loses_data>>>() == "named_in_body in 2.0: used by function z, text other");
  CHECK(judged<start, second<padded<"h">, padded<"i">, last>, third<drop_table<"other", loses_data>>>() == "none");
}

TEST_CASE("a written down leaves no body behind") {
  CHECK(judged<start, revision<"b", revises<"a">, "b", up<rename_column<"users", "email", "mail">, other_f<"SELECT mail FROM users">, drop_function<"g">>,
                               down<rename_column<"users", "mail", "email">>>>().substr(0, 25) == "named_in_body in 1.0 down");
}

TEST_CASE("branches of which one creates what names the other's work conflict") {
  using left = revision<"b", revises<"a">, "b", in_sql<"h", "SELECT id FROM users">>;
  using right = revision<"c", revises<"a">, "c", rename_column<"users", "id", "nr">, drop_function<"f">, drop_function<"g">>;
  using beside = revision<"c", revises<"a">, "c", rename_column<"other", "id", "nr">>;
  using merge = revision<"d", revises<"b", "c">, "d">;
  CHECK(judged<start, left, right, merge>().substr(0, 8) == "conflict");
  CHECK(judged<start, left, beside, merge>() == "none");
  using in_body = revision<"b", revises<"a">, "b", in_plpgsql<"h", "BEGIN PERFORM id FROM users; END">>;
  CHECK(judged<start, in_body, right, merge>().substr(0, 8) == "conflict");
  CHECK(judged<start, in_body, beside, merge>() == "none");
  CHECK(judged<start, revision<"b", revises<"a">, "b", parsed<"h", "RETURN (SELECT id FROM users)">>, right, merge>().substr(0, 8) == "conflict");
}

}  // namespace
