// SPDX-License-Identifier: BSL-1.0
#include <skein/check/diff/declared.hpp>

#include "support/catch.hpp"

#include <skein/check/compare/digests.hpp>
#include <skein/check/objection.hpp>
#include <skein/check/replay.hpp>
#include <skein/declare/listed.hpp>
#include <skein/skein.hpp>

using namespace skein;

namespace {

// clang-format off
struct posts : table<qualified("app", "posts"),
    column<"id", serial, primary_key>,
    column<"author", bigint, not_null, references<"people", "id">>,
    column<"mood", type_named<"mood">, default_<"'fine'">>> {};
struct adults : view<"adults", "SELECT id FROM people WHERE age > 17"> {};
struct people : table<"people",
    column<"id", bigint, primary_key, default_<"nextval('numbers')">>,
    column<"age", integer, check<"age > 0">>,
    column<"best", integer>,
    constraint<"fk", foreign_key<on<"best">, to<qualified("app", "posts"), "id">>>,
    granted<privileges<"select">, to_roles<"reader">>> {};
struct mood : enum_type<"mood", "fine", "sad"> {};
struct numbers : sequence<"numbers", owned_by<"people", "id">> {};

struct all : revision<"01", base, "all",
    create_schema<"app">,
    create_enum<"mood", "fine", "sad">,
    create_sequence<"numbers">,
    create_table<"people",
        column<"id", bigint, primary_key, default_<"nextval('numbers')">>,
        column<"age", integer, check<"age > 0">>,
        column<"best", integer>>,
    create_table<qualified("app", "posts"),
        column<"id", serial, primary_key>,
        column<"author", bigint, not_null, references<"people", "id">>,
        column<"mood", type_named<"mood">, default_<"'fine'">>>,
    add_constraint<"people", constraint<"fk", foreign_key<on<"best">, to<qualified("app", "posts"), "id">>>>,
    alter_sequence<"numbers", owned_by<"people", "id">>,
    create_view<"adults", "SELECT id FROM people WHERE age > 17">,
    grant<privileges<"select">, on_table<"people">, to_roles<"reader">>> {};
// clang-format on
struct history : chain<all> {};

/// Every table, view and sequence of the first is the same in the second.
void check_alike(const checks::live_state& a, const checks::live_state& b) {
  for (model::u32 t = 1; t <= a.used.tables; ++t) {
    if (!a.tables[t].alive) continue;
    CAPTURE(std::string(a.tables[t].name->text, a.tables[t].name->kept()));
    CHECK(checks::digests::of_table(a, t) == checks::digests::of_table(b, checks::names::find_table(b, *a.tables[t].schema, *a.tables[t].name)));
  }
  CHECK(a.used.sequences == b.used.sequences);
  CHECK(a.used.entities == b.used.entities);
  CHECK(a.used.rights == b.used.rights);
}

std::string objections(const checks::declared_state& s) {
  std::string out;
  for (const checks::declared_state::misfit& each : s.left) out += checks::objection(each.why, *each.is) + "\n";
  return out;
}

}  // namespace

TEST_CASE("models in any order lead to the state that the history leads to") {
  checks::replay there;
  there.up(*history::all.items[0]);
  checks::arena in;
  const checks::declared_state forth = checks::state_of(model::models_of<models<posts, adults, people, mood, numbers>>, {}, in);
  CHECK(objections(forth) == "");
  check_alike(there.state, forth.state);
  const checks::declared_state back = checks::state_of(model::models_of<models<numbers, mood, people, adults, posts>>, {}, in);
  CHECK(objections(back) == "");
  check_alike(there.state, back.state);
}

TEST_CASE("a model that fits in no order is said, and the others are there") {
  checks::arena in;
  const checks::declared_state without = checks::state_of(model::models_of<models<posts, people, numbers>>, {}, in);
  const std::string said = objections(without);
  CHECK(said.find("mood") != said.npos);
  CHECK(without.left.size() == 3);  // the table, its foreign key, and the one to it
  CHECK(checks::names::find_table(without.state, {}, model::ident("people")) != 0);
  CHECK(checks::names::find_table(without.state, model::ident("app"), model::ident("posts")) == 0);
}
