// SPDX-License-Identifier: BSL-1.0
#include <skein/run/target.hpp>

#include "histories.hpp"
#include "support/catch.hpp"

using namespace skein::run;
using skein::test::containing;

namespace {

graph graph_of(const skein::render::migrations& history) {
  graph g;
  for (const auto& m : history) g.add(m.id, m.parents);
  return g;
}

/// The branched history with some of its revisions applied.
struct branched {
  graph g = graph_of(skein::test::branched());
  revision_set applied = g.nothing();

  explicit branched(std::initializer_list<const char*> ids) {
    for (const char* id : ids) applied[g.find(id)] = true;
  }
  std::string names(const revision_set& in) const {
    std::string out;
    for (std::size_t i = 0; i < in.size(); ++i)
      if (in[i]) out += g.id(i) + " ";
    return out;
  }
  std::string above(const char* target) const { return names(targets(g, g.size(), applied).above(target)); }
  std::string below(const char* target) const { return names(targets(g, g.size(), applied).below(target)); }
};

const auto all = {"alpha", "beta", "gamma", "delta", "epsilon", "eta", "omega"};

}  // namespace

TEST_CASE("a graph knows its ends and its forks", "[run][graph]") {
  const graph g = graph_of(skein::test::branched());
  CHECK(ids(g, g.heads(g.everything())) == std::vector<std::string>{"omega"});
  CHECK(ids(g, g.bases(g.everything())) == std::vector<std::string>{"alpha"});
  CHECK(ids(g, g.branch_points()) == std::vector<std::string>{"alpha", "delta"});
  CHECK(ids(g, g.heads(g.up_to(g.find("gamma")))) == std::vector<std::string>{"gamma"});
  CHECK(g.find("no") == graph::none);
}

TEST_CASE("targets above", "[run][target]") {
  CHECK(branched({}).above("head") == "alpha beta gamma delta epsilon eta omega ");
  CHECK(branched({}).above("heads") == "alpha beta gamma delta epsilon eta omega ");
  CHECK(branched({}).above("gamma") == "alpha gamma ");
  CHECK(branched({"alpha", "gamma"}).above("beta") == "alpha beta gamma ");
  CHECK(branched({"alpha"}).above("+2") == "alpha beta gamma ");
  CHECK(branched({}).above("branch") == "alpha ");
  CHECK(branched({"alpha"}).above("branch") == "alpha beta gamma delta ");
  CHECK(branched({}).above("eps") == "alpha beta gamma delta epsilon ");
  CHECK(branched(all).above("beta") == "alpha beta gamma delta epsilon eta omega ");
}

TEST_CASE("targets below", "[run][target]") {
  CHECK(branched(all).below("base").empty());
  CHECK(branched(all).below("-1") == "alpha beta gamma delta epsilon eta ");
  CHECK(branched(all).below("eta") == "alpha beta gamma delta eta ");
  CHECK(branched(all).below("branch") == "alpha beta gamma delta ");
  CHECK(branched({"alpha", "beta", "gamma", "delta"}).below("branch") == "alpha ");
  CHECK(branched(all).below("head") == "alpha beta gamma delta epsilon eta omega ");
}

TEST_CASE("a target that is none says what would be one", "[run][target]") {
  CHECK_THROWS_WITH(branched({}).above("gama"), "there is no revision gama; did you mean gamma?");
  CHECK_THROWS_WITH(branched({}).above("haed"), containing("did you mean head?"));
  CHECK_THROWS_WITH(branched({}).above("20251114"),
                    containing("say head, heads, base, branch, +n, -n or the beginning of one"));
  CHECK_THROWS_WITH(branched({}).above("e"), "e is the beginning of 2 revisions: epsilon and eta; write more of it");
  CHECK_THROWS_WITH(branched({}).above(""), "no revision is named; say head, heads, base, branch, +n, -n or the beginning of one");
  CHECK_THROWS_WITH(branched({}).above(("\x1b[2J" + std::string(200, 'x')).c_str()),
                    containing("there is no revision ?[2Jxxx") && containing("x…; say ") && !containing(std::string(64, 'x')));
  CHECK_THROWS_WITH(branched({}).below("-1"), "-1 is too far: no revision is applied");
  CHECK_THROWS_WITH(branched({}).above("base"), "base lies below: downgrade to it");
  CHECK_THROWS_WITH(branched({}).above("-1"), "-1 lies below: downgrade to it");
  CHECK_THROWS_WITH(branched({}).above("+8"), "+8 is too far: the database lacks 7 revisions");
  CHECK_THROWS_WITH(branched(all).above("branch"), "there is no branch point ahead");
  CHECK_THROWS_WITH(branched(all).below("+1"), "+1 lies above: upgrade to it");
  CHECK_THROWS_WITH(branched({"alpha"}).below("-2"), "-2 is too far: the database has 1 revision; say base for none");
  CHECK_THROWS_WITH(branched({"alpha"}).below("beta"), containing("beta is not applied"));
  CHECK_THROWS_WITH(branched({"alpha"}).below("branch"), "there is no branch point below");
}

TEST_CASE("several heads are named", "[run][target]") {
  graph g;
  g.add("a", {});
  g.add("b", {"a"});
  g.add("c", {"a"});
  const revision_set none = g.nothing();
  CHECK_THROWS_WITH(targets(g, 3, none).above("head"),
                    "the history has several heads: b and c; name one, or say heads for all");
  CHECK(targets(g, 3, none).above("heads") == g.everything());
}

TEST_CASE("long lists are cut", "[run][lookup]") {
  CHECK(listed({}).empty());
  CHECK(listed({"a"}) == "a");
  CHECK(listed({"a", "b", "c"}) == "a, b and c");
  CHECK(listed(std::vector<std::string>(12, "x")) == "x, x, x, x, x, x, x, x, x, x and 2 more");
}
