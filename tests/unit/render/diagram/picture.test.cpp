// SPDX-License-Identifier: BSL-1.0
#include <skein/render/diagram/picture.hpp>

#include "support/catch.hpp"

#include <skein/check/replay.hpp>
#include <skein/skein.hpp>

using namespace skein;
using render::diagram::change;
using render::diagram::draw;

namespace {

// clang-format off
struct first : revision<"01", base, "people and what they write",
    create_table<"people",
        column<"id", bigint, identity, primary_key>,
        column<"email", varchar<255>, not_null, unique>,
        column<"age", integer>>,
    create_schema<"app">,
    create_table<qualified("app", "posts"),
        column<"id", bigint, primary_key>,
        column<"author", bigint, not_null, references<"people", "id">>,
        column<"editor", bigint, references<"people", "id">>>,
    create_table<"profiles", column<"person", bigint, primary_key, references<"people", "id">>>,
    create_view<"adults", "SELECT id FROM people WHERE age > 17">,
    create_table<"events", column<"at", date, not_null>, partition_by_range<"at">>,
    create_partition<"events_2026", "events", values_from<"2026-01-01">, values_to<"2027-01-01">>> {};
struct second : revision<"02", revises<"01">, "no more profiles",
    drop_table<"profiles", loses_data>,
    add_column<"people", column<"nick", text>>, alter_type<"people", "email", text>,
    drop_column<qualified("app", "posts"), "editor", loses_data>,
    create_table<"tags", column<"post", bigint, references<qualified("app", "posts"), "id">>>> {};
// clang-format on
struct history : chain<first, second> {};

checks::live_state state_after(int revisions) {
  checks::replay there;
  for (int i = 0; i < revisions; ++i) there.up(*history::all.items[i]);
  return there.state;
}

std::string mark(change is) {
  switch (is) {
    case change::added: return "+";
    case change::removed: return "-";
    case change::changed: return "~";
    default: return "";
  }
}
std::string text_of(const render::diagram::picture& p) {
  std::string out;
  for (const auto& t : p.tables) {
    out += mark(t.is) + t.name + ":";
    for (const auto& c : t.columns)
      out += " " + mark(c.is) + c.name + "(" + c.type + (c.primary ? " PK" : "") + (c.foreign ? " FK" : "") +
             (c.unique ? " UK" : "") + (c.not_null ? " not null" : "") + ")";
    out += "\n";
  }
  for (const auto& r : p.references)
    out += mark(r.is) + r.from + " -> " + r.to + " by " + r.columns + (r.optional ? " optional" : "") +
           (r.unique ? " unique" : "") + "\n";
  return out;
}

}  // namespace

TEST_CASE("a picture has the tables with their keys, and no views and no partitions") {
  CHECK(text_of(draw(state_after(1))) ==
        "people: id(bigint PK not null) email(varchar(255) UK not null) age(integer)\n"
        "app.posts: id(bigint PK not null) author(bigint FK not null) editor(bigint FK)\n"
        "profiles: person(bigint PK FK not null)\n"
        "events: at(date not null)\n"
        "app.posts -> people by author\n"
        "app.posts -> people by editor optional\n"
        "profiles -> people by person unique\n");
}

TEST_CASE("a picture of two states shows what is added, removed and changed") {
  CHECK(text_of(draw(state_after(1), state_after(2))) ==
        "people: id(bigint PK not null) ~email(text UK not null) age(integer) +nick(text)\n"
        "app.posts: id(bigint PK not null) author(bigint FK not null) -editor(bigint FK)\n"
        "events: at(date not null)\n"
        "+tags: +post(bigint FK)\n"
        "-profiles: -person(bigint PK FK not null)\n"
        "app.posts -> people by author\n"
        "+tags -> app.posts by post optional\n"
        "-app.posts -> people by editor optional\n"
        "-profiles -> people by person unique\n");
  CHECK(text_of(draw(state_after(2), state_after(2))).find_first_of("+-~") == text_of(draw(state_after(2))).find_first_of("+-~"));
}
