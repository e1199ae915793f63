// SPDX-License-Identifier: BSL-1.0
// That a difference leads where it should is what property/diff.test.cpp is about; this, that it does so as a person
// would.
#include <skein/check/diff/diff.hpp>

#include <skein/check/compare/compare.hpp>
#include <skein/declare/chain.hpp>
#include <skein/declare/models.hpp>
#include <skein/declare/steps.hpp>
#include <skein/check/diff/declared.hpp>
#include <skein/declare/entities/enum_type.hpp>
#include <skein/declare/entities/view.hpp>

#include "support/catch.hpp"

#include <string>

namespace {

using namespace skein;
using model::op;

template <class... Step>
checks::live_state state_after() {
  checks::live_state s;
  s.transactional = false;
  s.lenient = true;
  const auto run = [&](const model::step& x) {
    INFO("step " << static_cast<int>(x.what) << ", fault " << static_cast<int>(s.v.what));
    REQUIRE(checks::advance(s, x));
  };
  (run(Step::step), ...);
  return s;
}

/// The operations of the difference, and what it loses.
std::string told(const checks::live_state& from, const checks::live_state& to,
                 std::vector<std::string_view> renames = {}) {
  checks::arena in;
  std::vector<checks::rename> given;
  for (const std::string_view each : renames) given.push_back(checks::read_rename(each, from, in).value());
  const checks::difference_of_states found = checks::diff(from, to, in, given);
  std::string out;
  for (const model::step* x : found.steps) {
    const char* words = "another step";
    switch (x->what) {
      case op::rename_table:
        words = "rename_table";
        break;
      case op::rename_column:
        words = "rename_column";
        break;
      case op::rename_constraint:
        words = "rename_constraint";
        break;
      case op::rename_index:
        words = "rename_index";
        break;
      case op::rename_entity:
        words = "rename_entity";
        break;
      case op::add_column:
        words = "add_column";
        break;
      case op::drop_column:
        words = "drop_column";
        break;
      case op::alter_type:
        words = "alter_type";
        break;
      case op::set_not_null:
        words = "set_not_null";
        break;
      case op::alter_entity:
        words = "alter_entity";
        break;
      case op::replace_entity:
        words = "replace_entity";
        break;
      case op::drop_entity:
        words = "drop_entity";
        break;
      case op::create_entity:
        words = "create_entity";
        break;
      case op::create_table:
        words = "create_table";
        break;
      case op::drop_table:
        words = "drop_table";
        break;
      case op::add_constraint:
        words = "add_constraint";
        break;
      case op::drop_constraint:
        words = "drop_constraint";
        break;
      case op::validate_constraint:
        words = "validate_constraint";
        break;
      default:
        break;
    }
    out += (out.empty() ? "" : ", ") + std::string(words) +
           (x->acknowledged == model::loss::loses_data     ? " loses_data"
            : x->acknowledged == model::loss::irreversible ? " irreversible"
                                                           : "");
  }
  return out + (found.complete ? "" : " and more");
}

using users =
    create_table<"users", column<"id", bigint, identity, primary_key>, column<"name", text, not_null, unique>>;

TEST_CASE("what is called otherwise is another thing, unless it is said that it is not") {
  using renamed =
      create_table<"users", column<"id", bigint, identity, primary_key>, column<"full_name", text, not_null, unique>>;
  const auto from = state_after<users>(), to = state_after<renamed>();
  CHECK(told(from, from) == "");
  CHECK(told(from, to) == "drop_column loses_data, add_column, add_constraint");
  CHECK(told(from, to, {"users.name:users.full_name"}) == "rename_column, rename_constraint");
}

TEST_CASE("with a table go the names that PostgreSQL chose for what is its own") {
  using people =
      create_table<"people", column<"id", bigint, identity, primary_key>, column<"name", text, not_null, unique>>;
  const auto from = state_after<users>(), to = state_after<people>();
  CHECK(told(from, to) == "drop_table loses_data, create_table");
  CHECK(told(from, to, {"users:people"}) == "rename_table, rename_constraint, rename_constraint, rename_entity");
}

TEST_CASE("likely renames are those of which there is no second") {
  using renamed = create_table<"users", column<"id", bigint, identity, primary_key>,
                               column<"full_name", text, not_null>, column<"age", integer>>;
  using start = create_table<"users", column<"id", bigint, identity, primary_key>, column<"name", text, not_null>>;
  const auto from = state_after<start>(), to = state_after<renamed>();
  checks::arena in;
  const auto likely = checks::likely_renames(from, to, in);
  REQUIRE(likely.size() == 1);
  CHECK(same(*likely[0].column, model::ident("name")));
  CHECK(same(*likely[0].to, model::ident("full_name")));
  using two = create_table<"users", column<"id", bigint, identity, primary_key>, column<"full_name", text, not_null>,
                           column<"nick", text, not_null>>;
  CHECK(checks::likely_renames(from, state_after<two>(), in).empty());
  const auto table = checks::likely_renames(
      from,
      state_after<
          create_table<"people", column<"id", bigint, identity, primary_key>, column<"name", text, not_null>>>(),
      in);
  REQUIRE(table.size() == 1);
  CHECK(!table[0].column);
}

TEST_CASE("given renames") {
  const auto from =
      state_after<create_schema<"app">, users, create_table<qualified("app", "posts"), column<"id", bigint>>>();
  checks::arena in;
  CHECK(checks::read_rename("users.name:users.full_name", from, in)->column);
  CHECK(checks::read_rename("users.name:full_name", from, in)->column);
  CHECK_FALSE(checks::read_rename("app.posts:articles", from, in)->column);
  CHECK(checks::read_rename("app.posts.id:number", from, in)->column);
  CHECK_FALSE(checks::read_rename("users.age:years", from, in));
  CHECK_FALSE(checks::read_rename("posts:articles", from, in));
  CHECK_FALSE(checks::read_rename("users", from, in));
  CHECK_FALSE(checks::read_rename("users:", from, in));
}

TEST_CASE("what can be changed in place is") {
  using mood = create_enum<"mood", "sad", "happy">;
  using table = create_table<"t", column<"m", enum_type<"mood">>, column<"n", integer>>;
  const auto from = state_after<mood, table, create_view<"v", "SELECT n FROM t">>();
  CHECK(told(from, state_after<create_enum<"mood", "sad", "ok", "happy", "great">, table,
                               create_view<"v", "SELECT n FROM t">>()) == "alter_entity, alter_entity");
  CHECK(told(from, state_after<create_enum<"mood", "happy">, table, create_view<"v", "SELECT n FROM t">>()) ==
        "replace_entity loses_data");
  CHECK(told(from, state_after<mood, table, create_view<"v", "SELECT n FROM t WHERE n > 0">>()) == "replace_entity");
  CHECK(told(from, state_after<mood, create_table<"t", column<"m", enum_type<"mood">>, column<"n", bigint>>,
                               create_view<"v", "SELECT n FROM t">>()) == "drop_entity, alter_type, create_entity");
  using checked = create_table<"t", column<"n", integer>>;
  CHECK(
      told(state_after<checked, add_constraint<"t", constraint<"positive", check_on<automatic, "n > 0">, not_valid>>>(),
           state_after<checked, add_constraint<"t", check_on<"positive", "n > 0">>>()) == "validate_constraint");
}

TEST_CASE("a column that is never null finds rows in its way") {
  using filled = insert_into<"t", columns<"n">, row<1>>;
  using before = create_table<"t", column<"n", integer>>;
  using behind = create_table<"t", column<"n", integer>, column<"m", integer, not_null>>;
  CHECK(told(state_after<before>(), state_after<behind>()) == "add_column");
  CHECK(told(state_after<before, filled>(), state_after<behind>()) == "add_column, set_not_null");
}

TEST_CASE("models as a state") {
  struct parents : table<"parents", column<"id", bigint, identity, primary_key>,
                         column<"child", bigint, references<"children", "id">>> {};
  struct children : table<"children", column<"id", bigint, identity, primary_key>, column<"parent", bigint>,
                          indexed<automatic, on<"parent">>, foreign_key<on<"parent">, to<"parents", "id">>> {};
  struct both : view<"both", "SELECT c.id FROM children c"> {};
  using all = models<both, parents, children>;
  static constexpr auto held = all::all;
  const model::models_def declared{held.items, all::size};
  checks::arena in;
  const checks::declared_state found = checks::state_of(declared, {}, in);
  CHECK(found.left.empty());
  for (const model::table_def* m : declared) {
    checks::verdict v;
    CHECK(checks::compare(found.state, *m, v));
  }
  const std::string created = told({}, found.state);
  CHECK(created == "create_table, create_table, add_constraint, add_constraint, create_entity");

  struct broken : table<"broken", column<"n", enum_type<"nothing">>> {};
  using wrong = models<broken, parents>;
  static constexpr auto wrong_held = wrong::all;
  CHECK(checks::state_of({wrong_held.items, wrong::size}, {}, in).left.at(0).of == &broken::value);
}

TEST_CASE("names that a model leaves to PostgreSQL are those of the history") {
  struct model_of_users
      : table<"users", column<"id", bigint, identity, primary_key>, column<"full_name", text, not_null, unique>> {};
  using all = models<model_of_users>;
  static constexpr auto held = all::all;
  const auto head = state_after<create_schema<"app">, users, rename_column<"users", "name", "full_name">>();
  checks::arena in;
  CHECK(told(head, checks::state_of({held.items, all::size}, head, in).state) == "");
}

}  // namespace
