// SPDX-License-Identifier: BSL-1.0
#include <skein/check/graph/link.hpp>

#include "support/catch.hpp"
#include "unit/check/judged.hpp"

namespace {

using namespace skein;
using test::judged;

struct a : revision<"aaaaaaaa", base, "the first"> {};
struct b : revision<"bbbbbbbb", revises<"aaaaaaaa">, "the second"> {};
struct c : revision<"cccccccc", revises<"bbbbbbbb">, "the third"> {};
struct left : revision<"left", revises<"aaaaaaaa">, "a branch"> {};
struct right : revision<"right", revises<"aaaaaaaa">, "another"> {};
struct merge : revision<"merge", revises<"left", "right">, "both"> {};

TEST_CASE("a chain is linked by its revisions' parents, in whatever order they are declared") {
  CHECK(judged<a>() == "none");
  CHECK(judged<a, b, c>() == "none");
  CHECK(judged<c, b, a>() == "none");
  CHECK(judged<b, c, a>() == "none");
  CHECK(judged<merge, right, a, left>() == "none");
  CHECK(judged<a, left, right, merge>() == "none");
}

TEST_CASE("steps run in the order of the links, not of the declaration") {
  struct create : revision<"create", base, "", create_table<"t", column<"a", text>>> {};
  struct rename : revision<"rename", revises<"create">, "", rename_column<"t", "a", "b">> {};
  struct drop : revision<"drop", revises<"rename">, "", drop_column<"t", "b", loses_data>> {};
  CHECK(judged<drop, create, rename>() == "none");
  struct drop_a : revision<"drop", revises<"rename">, "", drop_column<"t", "a", loses_data>> {};
  CHECK(judged<drop_a, create, rename>() == "no_column in 0.0: table t, column a");
}

TEST_CASE("a chain has a revision") { CHECK(judged<>() == "empty_chain in 0.0"); }

TEST_CASE("an identifier is used once, is there, and fits") {
  struct again : revision<"aaaaaaaa", revises<"bbbbbbbb">, "a copied identifier"> {};
  CHECK(judged<b, a, again>() == "duplicate_revision in 2.0: other revision 1");
  struct nameless : revision<"", base, ""> {};
  CHECK(judged<nameless>() == "name_empty in 0.0");
  struct fits : revision<"012345678901234567890123456789012345678901234567890123456789012", base, ""> {};
  CHECK(judged<fits>() == "none");
  struct long_ : revision<"0123456789012345678901234567890123456789012345678901234567890123", base, ""> {};
  CHECK(judged<long_>() ==
        "name_too_long in 0.0: column 012345678901234567890123456789012345678901234567890123456789012");
}

TEST_CASE("a parent is in the chain") {
  struct typo : revision<"cccccccc", revises<"bbbbbbb">, "a letter short"> {};
  CHECK(judged<a, b, typo>() == "unknown_parent in 2.0: column bbbbbbb, hint bbbbbbbb");
  struct lost : revision<"cccccccc", revises<"20251114">, "a file that was not merged"> {};
  CHECK(judged<a, b, lost>() == "unknown_parent in 2.0: column 20251114");
  struct own : revision<"cccccccc", revises<"ccccccc">, "not itself"> {};
  CHECK(judged<a, own>() == "unknown_parent in 1.0: column ccccccc");
}

TEST_CASE("a parent is named by its identifier") {
  struct by_struct : revision<"cccccccc", b, ""> {};
  CHECK(judged<a, b, by_struct>() == "parent_by_struct in 2.0");
  struct both_ways : revision<"bbbbbbbb", revises<"aaaaaaaa">, "", up<>, down<>> {};
  CHECK(judged<a, both_ways, by_struct>() == "parent_by_struct in 2.0");
}

TEST_CASE("a merge names each parent once") {
  struct twice : revision<"merge", revises<"left", "left">, "one branch only"> {};
  CHECK(judged<a, left, twice>() == "repeated_parent in 2.0: column left");
}

TEST_CASE("no revision is its own ancestor") {
  struct self : revision<"self", revises<"self">, ""> {};
  CHECK(judged<self>() == "cycle in 0.0");
  CHECK(judged<a, self>() == "cycle in 1.0");
  struct one : revision<"one", revises<"two">, ""> {};
  struct two : revision<"two", revises<"one">, ""> {};
  CHECK(judged<a, one, two>() == "cycle in 2.0");
  struct after_it : revision<"after", revises<"two">, ""> {};
  CHECK(judged<after_it, a, one, two>() == "cycle in 2.0");  // named is one of the circle, not what hangs on it
}

TEST_CASE("there is one base") {
  struct other : revision<"other", base, ""> {};
  CHECK(judged<a, other>() == "several_bases in 1.0");
  CHECK(judged<other, b, a>() == "several_bases in 2.0");
}

TEST_CASE("there is one head") {
  CHECK(judged<a, left, right>() == "several_heads in 2.0: other revision 1");
  CHECK(judged<a, left, right, merge>() == "none");
  CHECK(judged<a, b, left, right, merge>() == "several_heads in 4.0: other revision 1");
}

TEST_CASE("faults of the chain come before those of its steps") {
  struct fault : revision<"left", revises<"aaaaaaaa">, "", drop_table<"nothing", loses_data>> {};
  CHECK(judged<a, fault, right>() == "several_heads in 2.0: other revision 1");
}

}  // namespace
