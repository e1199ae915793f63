// SPDX-License-Identifier: BSL-1.0
#include <skein/check/strangers.hpp>
#include <skein/declare/table.hpp>

#include "support/catch.hpp"

namespace {

using namespace skein;
using checks::itself, checks::stranger_in;

struct users : table<"users", column<"id", bigint>> {};
struct a : revision<"a", base, "a"> {};
struct b : revision<"b", revises<"a">, "b"> {};
struct refused {};
struct history : chain<a, b> {};
struct with_a_model : chain<a, users, b> {};
struct with_one_refused : chain<a, b, refused> {};
struct empty : chain<> {};

TEST_CASE("a chain of revisions, and models") {
  CHECK(stranger_in<history> == 0);
  CHECK(stranger_in<empty> == 0);
  CHECK(stranger_in<models<users>> == 0);
  CHECK(stranger_in<models<>> == 0);
  CHECK(stranger_in<checks::no_models> == 0);
}

TEST_CASE("what is none of it has its place") {
  CHECK(stranger_in<with_a_model> == 2);
  CHECK(stranger_in<with_one_refused> == 3);
  CHECK(stranger_in<models<users, a>> == 2);
  CHECK(stranger_in<models<history>> == 1);
}

TEST_CASE("neither a chain nor models") {
  CHECK(stranger_in<users> == itself);
  CHECK(stranger_in<a> == itself);
  CHECK(stranger_in<refused> == itself);
}

}  // namespace
