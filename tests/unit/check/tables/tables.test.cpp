// SPDX-License-Identifier: BSL-1.0
#include <skein/check/tables/tables.hpp>

#include "support/catch.hpp"
#include "unit/check/judged.hpp"

namespace {

using namespace skein;
using test::after, test::first, test::judged;

using start = first<create_schema<"app">,
                    create_table<"users", column<"id", bigint, identity, primary_key>, column<"email", text, not_null>,
                                 indexed<"ix_users_email", on<"email">>, parameter<"fillfactor", "70">>,
                    create_table<qualified("app", "notes"), column<"id", bigserial, primary_key>,
                                 column<"owner", bigint, constraint<"fk_owner", references<"users", "id">>>>>;

TEST_CASE("a table that a step names exists") {
  CHECK(after<start, comment_on_table<"users", "people">>() == "none");
  CHECK(after<start, comment_on_table<qualified("public", "users"), "people">>() == "none");
  CHECK(after<start, comment_on_table<"userss", "people">>() == "no_table in 1.0: table userss, hint users");
  CHECK(after<start, comment_on_table<"invoices", "bills">>() == "no_table in 1.0: table invoices");
  CHECK(after<start, comment_on_table<"ix_users_email", "an index is no table">>() ==
        "no_table in 1.0: table ix_users_email");
  CHECK(after<start, comment_on_table<qualified("app", "note"), "">>() ==
        "no_table in 1.0: schema app, table note, hint notes");
  CHECK(after<start, comment_on_table<"notes", "it is in app">>() ==
        "no_table in 1.0: table notes, other schema app, other table notes");
  CHECK(after<start, drop_table<"users_", loses_data>>() == "no_table in 1.0: table users_, hint users");
  CHECK(after<start, rename_table<"Users", "people">>() == "no_table in 1.0: table Users, hint users");
  CHECK(after<start, set_schema<"user", "app">>() == "no_table in 1.0: table user, hint users");
  CHECK(after<start, create_index<"ix", "user", on<"id">>>() == "no_table in 1.0: table user, hint users");
  CHECK(after<start, comment_on_table<"users", "x">, set_not_null<"user", "id">>() ==
        "no_table in 1.1: table user, hint users");
}

TEST_CASE("tables, indexes and sequences of a schema share their names") {
  CHECK(after<start, create_table<"users", column<"id", bigint>>>() == "name_taken in 1.0: table users, text table");
  CHECK(after<start, create_table<"ix_users_email">>() == "name_taken in 1.0: table ix_users_email, text index");
  CHECK(after<start, create_table<"users_pkey">>() == "name_taken in 1.0: table users_pkey, text index");
  CHECK(after<start, create_table<"users_id_seq">>() == "name_taken in 1.0: table users_id_seq, text sequence");
  CHECK(after<start, create_table<"notes">>() == "none");
  CHECK(after<start, create_table<qualified("app", "notes")>>() ==
        "name_taken in 1.0: schema app, table notes, text table");
  CHECK(after<start, create_table<qualified("public", "users")>>().substr(0, 10) == "name_taken");
  CHECK(after<start, rename_table<"users", "users_pkey">>() == "name_taken in 1.0: table users_pkey, text index");
  CHECK(after<start, rename_table<"users", "people">, create_table<"users", column<"id", bigint>>>() == "none");
  CHECK(after<start, rename_table<"users", "users">>() == "name_taken in 1.0: table users, text table");
  CHECK(after<start, create_table<"notes">, set_schema<"notes", "app">>() ==
        "name_taken in 1.1: schema app, table notes, text table");
  CHECK(after<start, drop_constraint<qualified("app", "notes"), "fk_owner">, drop_table<"users", loses_data>,
              create_table<"users">>() == "none");
}

TEST_CASE("a name is there and fits into 63 bytes") {
  CHECK(after<start, create_table<"">>() == "name_empty in 1.0");
  CHECK(after<start, create_table<"a2345678901234567890123456789012345678901234567890123456789012x">>() == "none");
  CHECK(after<start, create_table<"a2345678901234567890123456789012345678901234567890123456789012xy">>() ==
        "name_too_long in 1.0: column a2345678901234567890123456789012345678901234567890123456789012x");
  CHECK(after<start, create_table<"äöüäöüäöüäöüäöüäöüäöüäöüäöüäöüäö">>().substr(0, 20) ==
        "name_too_long in 1.0");  // 64 bytes
  CHECK(after<start, rename_table<"users", "">>() == "name_empty in 1.0");
  CHECK(after<start, create_schema<"">>() == "name_empty in 1.0");
  CHECK(after<start, add_column<"users", column<"", text>>>() == "name_empty in 1.0");
  CHECK(after<start,
              rename_column<"users", "email", "a2345678901234567890123456789012345678901234567890123456789012xy">>()
            .substr(0, 13) == "name_too_long");
  CHECK(after<start,
              create_index<"a2345678901234567890123456789012345678901234567890123456789012xy", "users", on<"id">>>()
            .substr(0, 13) == "name_too_long");
}

TEST_CASE("a schema exists before what is in it, and after it") {
  CHECK(after<start, create_table<qualified("app", "t")>>() == "none");
  CHECK(after<start, create_table<qualified("apps", "t")>>() == "no_schema in 1.0: schema apps, hint app");
  CHECK(after<start, create_table<qualified("billing", "t")>>() == "no_schema in 1.0: schema billing");
  CHECK(after<start, set_schema<"users", "ap">>() == "no_schema in 1.0: schema ap, hint app");
  CHECK(after<start, create_schema<"app">>() == "schema_exists in 1.0: schema app");
  CHECK(after<start, create_schema<"public">>() == "schema_exists in 1.0: schema public");
  CHECK(after<start, create_schema<"more">, create_table<qualified("more", "t")>>() == "none");
  CHECK(after<start, drop_schema<"billing">>() == "no_schema in 1.0: schema billing");
  CHECK(after<start, drop_schema<"app">>() == "schema_in_use in 1.0: schema app, table notes");
  CHECK(after<start, drop_table<qualified("app", "notes"), loses_data>, drop_schema<"app">>() == "none");
  CHECK(after<start, set_schema<qualified("app", "notes"), "public">, drop_schema<"app">, create_schema<"app">>() ==
        "none");
}

TEST_CASE("a table that another one references stays") {
  CHECK(after<start, drop_table<"users", loses_data>>() ==
        "table_referenced in 1.0: table users, object fk_owner, other schema app, other table notes");
  CHECK(after<start, drop_table<qualified("app", "notes"), loses_data>, drop_table<"users", loses_data>>() == "none");
  CHECK(after<start, drop_constraint<qualified("app", "notes"), "fk_owner">, drop_table<"users", loses_data>>() ==
        "none");
  using tree =
      first<create_table<"nodes", column<"id", bigint, primary_key>, column<"parent", bigint, references<"nodes">>>>;
  CHECK(after<tree, drop_table<"nodes", loses_data>>() == "none");
}

TEST_CASE("what dropping a table loses is said") {
  CHECK(after<start, drop_table<qualified("app", "notes")>>() == "loses_data in 1.0: schema app, table notes");
  CHECK(after<start, drop_table<qualified("app", "notes"), irreversible<"the rows are gone">>>() == "none");
  CHECK(after<start, drop_table<qualified("app", "notes")>, loses_data>() == "none");
  CHECK(after<start, irreversible<"it is a farewell">, drop_table<qualified("app", "notes")>>() == "none");
}

TEST_CASE("a table moves to another schema") {
  CHECK(after<start, set_schema<"users", "app">>() == "none");
  CHECK(after<start, set_schema<"users", "app">, set_not_null<qualified("app", "users"), "email">>() ==
        "no_effect in 1.1: schema app, table users, column email");
  CHECK(after<start, set_schema<"users", "public">>() == "no_effect in 1.0: table users");
  CHECK(after<start, set_schema<qualified("app", "notes"), "app">>() == "no_effect in 1.0: schema app, table notes");
  CHECK(after<start, set_schema<"users", "app">, drop_index<qualified("app", "ix_users_email")>>() == "none");
  CHECK(after<start, create_index<"ix", "users", on<"email">>, create_table<qualified("app", "ix")>,
              set_schema<"users", "app">>() == "name_taken in 1.2: schema app, table ix, text table");
}

TEST_CASE("storage parameters") {
  CHECK(after<start, reset_parameter<"users", "fillfactor">>() == "none");
  CHECK(after<start, reset_parameter<"users", "autovacuum_enabled">>() ==
        "no_parameter in 1.0: table users, text autovacuum_enabled");
  CHECK(after<start, set_parameters<"users", parameter<"autovacuum_enabled", "false">>,
              reset_parameter<"users", "autovacuum_enabled">>() == "none");
  CHECK(after<start, reset_parameter<"users", "fillfactor">, reset_parameter<"users", "fillfactor">>() ==
        "no_parameter in 1.1: table users, text fillfactor");
}

TEST_CASE("a comment that is there already is not set again") {
  CHECK(after<start, comment_on_table<"users", "people">, comment_on_table<"users", "people">>() ==
        "no_effect in 1.1: table users");
  CHECK(after<start, comment_on_table<"users", "people">, comment_on_table<"users", "">>() == "none");
  CHECK(after<start, comment_on_table<"users", "">>() == "no_effect in 1.0: table users");
}

/// Revisions that create a table of N columns, 400 a revision.
template <std::size_t N>
constexpr auto numbered = [] {
  std::array<char, 5> name{'c'};
  for (std::size_t i = 4, n = N; i; --i, n /= 10) name[i] = static_cast<char>('0' + n % 10);
  struct wrapped {
    char text[6];
  } w{};
  for (std::size_t i = 0; i < 5; ++i) w.text[i] = name[i];
  return w;
}();
template <std::size_t N>
struct numbered_column {
  static constexpr model::ident name{numbered<N>.text, 5};
  static constexpr model::member member{model::kind::column, 0, &name, &integer::type, {}};
};
template <class>
struct wide;
template <std::size_t... N>
struct wide<std::index_sequence<N...>> : create_table<"wide", numbered_column<N>...> {};

TEST_CASE("a table has at most 1,600 columns") {
  CHECK(judged<first<wide<std::make_index_sequence<1600>>>>() == "none");
  CHECK(judged<first<wide<std::make_index_sequence<1601>>>>() == "too_many_columns in 0.0: table wide");
  CHECK(after<first<wide<std::make_index_sequence<1600>>>, add_column<"wide", column<"one more", text>>>() ==
        "too_many_columns in 1.0: table wide");
}

}  // namespace
