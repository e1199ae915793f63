// SPDX-License-Identifier: BSL-1.0
#include <skein/model/automatic_name.hpp>

#include "support/catch.hpp"
#include "unit/check/judged.hpp"
#include "unit/render/database.hpp"

#include <algorithm>

namespace {

using namespace skein;
using test::first;

std::string lines(std::vector<std::string> names) {
  std::sort(names.begin(), names.end());
  std::string out;
  for (const std::string& n : names) out.append(out.empty() ? "" : "\n").append(n);
  return out;
}

/// The names of indexes, sequences and constraints that the model has after the steps.
template <class... Step>
std::string chosen() {
  using h = test::history<first<Step...>>;
  static constexpr checks::verdict v = checks::verdict_of<h>();
  if (v) return test::facts(v);
  const auto& s = checks::head_of<h>;
  std::vector<std::string> names;
  const auto add = [&](const model::name_ref& n) {
    const model::short_text t = model::naming::write(n);
    names.emplace_back(t.text, t.size);
  };
  for (model::u32 i = 1; i <= s.used.objects; ++i) {
    const model::object_state& o = s.objects[i];
    if (!o.alive) continue;
    if (checks::names::is_relation(o)) add(o.name);
    if (model::is_constraint(o.what)) add(o.name);
  }
  for (model::u32 i = 1; i <= s.used.sequences; ++i)
    if (s.sequences[i].column) add(s.sequences[i].name);
  return lines(names);
}

/// Those that the server has.
template <class... Step>
std::string on_the_server() {
  test::database db;
  db.apply<Step...>();
  return db.ask(
      "SELECT name FROM (SELECT relname AS name, relnamespace AS space FROM pg_class WHERE relkind IN ('i', 'S') "
      "UNION ALL SELECT conname, connamespace FROM pg_constraint WHERE contype <> 'n') x "
      "WHERE space IN (SELECT oid FROM pg_namespace WHERE nspname !~ '^pg_|^information_schema$') ORDER BY name "
      "COLLATE \"C\"");
}

template <class... Step>
void agree() {
  CHECK(chosen<Step...>() == on_the_server<Step...>());
}

template <class... Member>
using t = create_table<"t", Member...>;

TEST_CASE("a name is the table's, the columns' and a label") {
  CHECK(chosen<t<column<"a", bigserial, primary_key>, column<"b", text, unique>, column<"c", integer, check<"c > 0">>,
                 column<"d", bigint, references<"t">>, indexed<automatic, on<"b", "c">>>>() ==
        "t_a_seq\nt_b_c_idx\nt_b_key\nt_b_key\nt_c_check\nt_d_fkey\nt_pkey\nt_pkey");
  agree<t<column<"a", bigserial, primary_key>, column<"b", text, unique>, column<"c", integer, check<"c > 0">>,
          column<"d", bigint, references<"t">>, indexed<automatic, on<"b", "c">>>>();
  agree<t<column<"a", bigint, identity>, column<"b", text>, column<"c", int4range>, primary_key_on<"a", "b">,
          unique_on<"b", "a">, foreign_key<on<"b", "a">, to<"t", "b", "a">>, check_on<automatic, "a > 0 AND b <> ''">,
          check_on<automatic, "now() > '2000-01-01'">, exclude_on<automatic, on<with("c", "&&")>, method<"gist">>>>();
}

TEST_CASE("what comes again is numbered, and an expression has a name of its own") {
  agree<t<column<"a", integer>, column<"b", text>, column<"a1", integer>, indexed<automatic, on<"a", "a">>,
          indexed<automatic, on<"a", "a", "a1">>, indexed<automatic, on<"a1", "a", "a">>,
          constraint<automatic, unique_on<"a">, include<"b", "b", "a">>,
          indexed<automatic, on<expression("lower(b)"), "b", expression("lower(b)"), expression("a + 1")>>,
          exclude_on<automatic, on<with(expression("a + 1"), "="), with("a", "=")>>>>();
  agree<t<column<"ééééééééééééééééééééééééééééééé", integer>,
          indexed<automatic, on<"ééééééééééééééééééééééééééééééé", "ééééééééééééééééééééééééééééééé">>>>();
}

TEST_CASE("steps after the first choose as CREATE TABLE does") {
  agree<t<column<"a", bigint>, column<"b", text>>, add_constraint<"t", primary_key_on<"a">>,
        add_constraint<"t", unique_on<"b">>, add_constraint<"t", check_on<automatic, "b <> ''">>,
        add_constraint<"t", foreign_key<on<"a">, to<"t">>>, create_index<automatic, "t", on<"b">>,
        add_column<"t", column<"c", bigserial, unique, check<"c > 0">, references<"t", "a">>>>();
}

TEST_CASE("a name that is taken gets a number") {
  agree<create_table<"t_pkey", column<"a", bigint>>, create_table<"t_a_seq", column<"a", bigint>>,
        create_table<"t_b_idx", column<"a", bigint>>,
        t<column<"a", bigserial, primary_key>, column<"b", text>, indexed<automatic, on<"b">>,
          indexed<automatic, on<desc("b")>>>>();
  agree<t<column<"a", integer, check<"a > 0">, check<"a < 9">, check<"a <> 5">>>>();
  agree<t<column<"a", bigint, unique>, column<"b", bigint, references<"t", "a">>>,
        add_constraint<"t", foreign_key<on<"b">, to<"t", "a">>>, add_constraint<"t", unique_on<"a">>>();
  agree<create_table<"a", column<"b_c", text, unique>>, create_table<"a_b", column<"c", text, unique>>>();
  agree<t<column<"a", integer, constraint<"t_a_check", check<"a > 0">>, check<"a < 9">>>>();
}

TEST_CASE("a constraint's name is taken by a constraint anywhere in the schema") {
  agree<create_table<"x", column<"a", integer, constraint<"t_pkey", check<"a > 0">>>>,
        t<column<"a", bigint, primary_key>>>();
  agree<create_table<"x", column<"a", integer, constraint<"t_a_fkey", check<"a > 0">>>>,
        t<column<"a", bigint>, column<"b", bigint, unique>>, add_constraint<"t", foreign_key<on<"a">, to<"t", "b">>>>();
}

TEST_CASE("names of other schemas are not taken") {
  agree<create_schema<"app">, create_table<qualified("app", "t"), column<"a", bigserial, primary_key>>,
        t<column<"a", bigserial, primary_key>>>();
}

TEST_CASE("a long name is shortened, the longer part first") {
  agree<create_table<"a_table_with_a_name_of_just_sixty_three_bytes_which_is_the_most",
                     column<"id", bigserial, primary_key>, column<"b", text, unique>>>();
  agree<t<column<"a_column_with_a_name_of_just_sixty_three_bytes_that_is_the_most", bigserial, unique,
                 check<"a_column_with_a_name_of_just_sixty_three_bytes_that_is_the_most > 0">>>>();
  agree<create_table<"a_table_with_a_rather_long_name_of_forty",
                     column<"and_a_column_of_the_same_length_as_it_is", text, unique>>>();
  agree<create_table<
      "orders_of_customers_who_pay_by_invoice", column<"first_column_of_an_index_on_several", text>,
      column<"second_column_of_an_index_on_several", text>, column<"third_column_of_an_index_on_several", text>,
      indexed<automatic, on<"first_column_of_an_index_on_several", "second_column_of_an_index_on_several",
                            "third_column_of_an_index_on_several">>>>();
}

TEST_CASE("the number takes its place from the longer part too") {
  using twice = create_table<"a_table_with_a_rather_long_name_of_forty",
                             column<"and_a_column_of_the_same_length_as_it_is", integer>,
                             indexed<automatic, on<"and_a_column_of_the_same_length_as_it_is">>,
                             indexed<automatic, on<desc("and_a_column_of_the_same_length_as_it_is")>>>;
  agree<twice>();
  agree<t<column<"a", integer, check<"a > 0">, check<"a > 1">, check<"a > 2">, check<"a > 3">, check<"a > 4">,
                 check<"a > 5">, check<"a > 6">, check<"a > 7">, check<"a > 8">, check<"a > 9">, check<"a > 10">,
                 check<"a > 11">>>>();
}

TEST_CASE("a character of several bytes is not cut in two") {
  agree<create_table<"größenübersichtstabelle_für_äußerst_ähnliche_möbel", column<"schlüssel", bigserial, primary_key>,
                     column<"größe", text, unique>>>();
  agree<create_table<"ääääääääääääääääääääääääääääää", column<"öööööööööööööööööööööööööööööö", text, unique>>>();
  agree<create_table<"x", column<"名前名前名前名前名前名前名前名前名前名前", text, unique>,
                     indexed<automatic, on<"名前名前名前名前名前名前名前名前名前名前">>>>();
  agree<create_table<"xy", column<"名前名前名前名前名前名前名前名前名前名前", text, unique>>,
        create_table<"xyz", column<"名前名前名前名前名前名前名前名前名前名前", text, unique>>>();
}

TEST_CASE("columns that an index only carries are in its name") {
  agree<t<column<"a", bigint>, column<"b", text>, column<"c", text>,
          constraint<automatic, unique_on<"a">, include<"b", "c">>,
          constraint<automatic, primary_key_on<"a">, include<"b">>, indexed<automatic, on<"b">, include<"a">>>>();
}

TEST_CASE("a renamed table and a renamed column name what comes after") {
  agree<t<column<"a", bigserial, primary_key>, column<"b", text, unique>>, rename_table<"t", "u">,
        rename_column<"u", "b", "c">, create_index<automatic, "u", on<"c">>, add_constraint<"u", unique_on<"c">>,
        add_constraint<"u", check_on<automatic, "c <> ''">>,
        create_table<"t", column<"a", bigserial, primary_key>, column<"b", text, unique>>>();
}

TEST_CASE("a name that was given up is free") {
  agree<t<column<"a", bigserial, primary_key>, column<"b", text, unique>>, drop_constraint<"t", "t_b_key">,
        add_constraint<"t", unique_on<"b">>, drop_constraint<"t", "t_pkey">,
        add_constraint<"t", primary_key_on<"b">>>();
}

TEST_CASE("two sequences of one statement whose names would be one") {
  // The server chooses both before it creates either, and then fails.
  CHECK(
      chosen<
          create_table<"the_table_of_which_the_name_is_long", column<"a_serial_column_that_is_called_first", bigserial>,
                       column<"a_serial_column_that_is_called_second", bigserial>>>()
          .substr(0, 10) == "name_taken");
}

TEST_CASE("a key that another one of the statement makes redundant is not created") {
  agree<t<column<"a", bigint, primary_key, unique>>>();
  agree<t<column<"a", bigint, unique>, unique_on<"a">>>();
  agree<t<column<"a", bigint, unique>, constraint<"uq", unique_on<"a">>>>();
}

}  // namespace
