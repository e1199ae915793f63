// SPDX-License-Identifier: BSL-1.0
#include <skein/render/history.hpp>

#include "database.hpp"
#include "history.hpp"
#include "support/catch.hpp"

using namespace skein;
using test::containing;
using test::rendered;

namespace {

std::string ids(const render::migrations& all) {
  std::string out;
  for (const auto& m : all) out += (out.empty() ? "" : " ") + m.id;
  return out;
}

/// A revision by itself: it need not fit onto anything.
template <class Revision>
render::migration alone() {
  checks::carried_revision out;
  const auto flat = [](const auto& steps, auto& to) {
    for (const model::step* x : steps) each_leaf(*x, [&](const model::step& one) { to.push_back(&one); });
  };
  flat(Revision::value.up, out.up), flat(Revision::value.down, out.down);
  return render::render_revision(Revision::value, out);
}

template <model::revision_id Id, class Parents>
struct empty : revision<Id, Parents, "", up<>, down<>> {};

}  // namespace

TEST_CASE("revisions come after their parents, otherwise as they are declared") {
  struct shuffled : chain<empty<"d", revises<"b", "c">>, empty<"c", revises<"a">>, empty<"a", base>,
                          empty<"b", revises<"a">>, empty<"z", base>> {};
  CHECK(ids(rendered<shuffled>()) == "a c b d z");
  CHECK(ids(rendered<test::history>()) == "a1 b1 b2 c1 d1 e'$sql$--");
  CHECK(rendered<chain<>>().empty());
}

TEST_CASE("a history that nobody verified is refused") {
  CHECK_THROWS_WITH((rendered<chain<empty<"a", base>, empty<"b", revises<"x">>>>()),
                    containing("revision b revises x, which does not exist"));
  CHECK_THROWS_WITH((rendered<chain<empty<"a", base>, empty<"a", base>>>()), containing("declared twice"));
  CHECK_THROWS_WITH((rendered<chain<empty<"a", revises<"b">>, empty<"b", revises<"a">>>>()), containing("circle"));
}

TEST_CASE("a revision with both of its directions") {
  const auto all = rendered<test::history>();
  const auto& first = all[0];
  CHECK(first.message == "create users");
  CHECK(first.parents.empty());
  CHECK(first.file == "history.hpp");
  CHECK(first.line > 10);
  REQUIRE(first.up.size() == 3);
  CHECK(first.up[1].sql == "CREATE INDEX ix_lower ON users ((lower(email)))");
  CHECK(first.up[1].step == 1);
  CHECK(first.up[2].step == 2);
  REQUIRE(first.down.size() == 1);
  CHECK(first.down[0].sql == "DROP TABLE users");
  CHECK(first.counts.tables_created == 1);
  CHECK(first.counts.indexes_created == 1);
  CHECK(first.counts.statements == 3);
  CHECK(all[1].counts.columns_added == 1);
  CHECK(all[3].parents == std::vector<std::string>{"b1", "b2"});
}

TEST_CASE("what the steps say about the revision") {
  const auto all = rendered<test::history>();
  CHECK(all[0].transactional);
  CHECK_FALSE(all[4].transactional);
  CHECK(all[4].up[0].step == 2);   // as declared; outside_transaction is the first
  CHECK_FALSE(all[0].loses_data);  // its down drops what it made

  struct lossy : revision<"a", base, "", drop_column<"t", "c", loses_data>> {};
  CHECK(alone<lossy>().loses_data);
  struct one_way : revision<"a", base, "", execute<"SELECT 1", irreversible<"the mail is sent">>> {};
  CHECK_FALSE(alone<one_way>().reversible);
  CHECK(alone<one_way>().irreversible_reason == "the mail is sent");
  CHECK(alone<one_way>().down.empty());
  struct wholly : revision<"a", base, "", execute<"SELECT 1">, irreversible<"for all of it">> {};
  CHECK(alone<wholly>().irreversible_reason == "for all of it");
  struct concurrent : revision<"a", base, "", up<>, down<drop_index<"i", concurrently>>> {};
  CHECK_FALSE(alone<concurrent>().transactional);
}

TEST_CASE("what an execute does is counted and not run") {
  struct raw
      : revision<"a", base, "",
                 execute<"SELECT f()", effects<create_table<"p", column<"a", integer>>, drop_column<"q", "c">>>> {};
  const auto m = alone<raw>();
  CHECK(m.up.size() == 1);
  CHECK(m.counts.tables_created == 1);
  CHECK(m.counts.columns_dropped == 1);
}

TEST_CASE("a down that is derived does not count in the checksum, one that is written does") {
  struct one : revision<"b", revises<"a">, "", drop_table<"t", loses_data>> {};
  struct a : revision<"a", base, "", create_table<"t", column<"x", text>>> {};
  struct other : revision<"a", base, "", create_table<"t", column<"y", text>>> {};
  CHECK(rendered<chain<a, one>>()[1].checksum == rendered<chain<other, one>>()[1].checksum);
  struct undone : revision<"a", base, "", execute<"SELECT 1", undo<"SELECT 2">>> {};
  struct otherwise : revision<"a", base, "", execute<"SELECT 1", undo<"SELECT 3">>> {};
  CHECK(rendered<chain<undone>>()[0].checksum != rendered<chain<otherwise>>()[0].checksum);
  struct down_a : revision<"a", base, "", up<execute<"SELECT 1">>, down<execute<"SELECT 2">>> {};
  struct down_b : revision<"a", base, "", up<execute<"SELECT 1">>, down<execute<"SELECT 3">>> {};
  CHECK(rendered<chain<down_a>>()[0].checksum != rendered<chain<down_b>>()[0].checksum);
}

TEST_CASE("a checksum tells SQL apart, and is the same for good") {
  using list = std::vector<render::statement>;
  CHECK(render::checksum({}, {}) == render::checksum({}, {}));
  CHECK(render::checksum(list{{"a", 1}}, {}) != render::checksum({}, list{{"a", 1}}));
  CHECK(render::checksum(list{{"a", 1}, {"b", 1}}, {}) != render::checksum(list{{"ab", 1}}, {}));
  CHECK(render::checksum(list{{"a", 1}}, {}) == render::checksum(list{{"a", 2}}, {}));  // of the SQL alone
  CHECK(render::checksum({}, {}) == "af63bc4c8601b62c");
  CHECK(rendered<test::history>()[0].checksum == "3c43951a35c32f5c");
}
