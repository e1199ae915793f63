// SPDX-License-Identifier: BSL-1.0
#include <skein/check/apply.hpp>

#include "support/catch.hpp"
#include "unit/check/judged.hpp"

namespace {

using namespace skein;
using test::after, test::first, test::judged;

using start = first<create_table<"users", column<"id", bigint, identity, primary_key>, column<"name", text>,
                                 indexed<"ix_name", on<"name">>>>;

TEST_CASE("raw SQL says how it is undone") {
  CHECK(after<start, execute<"UPDATE users SET name = ''">>() == "no_undo in 1.0");
  CHECK(after<start, comment_on_table<"users", "x">, execute<"SELECT 1">>() == "no_undo in 1.1");
  CHECK(after<start, execute<"UPDATE users SET name = ''", undo<"UPDATE users SET name = NULL">>>() == "none");
  CHECK(after<start, execute<"ANALYZE users", undo<"">>>() == "none");
  CHECK(after<start, execute<"DELETE FROM users", irreversible<"they are gone">>>() == "none");
  CHECK(after<start, execute<"DELETE FROM users">, irreversible<"they are gone">>() == "none");
  CHECK(after<start, execute<"DELETE FROM users">, loses_data>() == "no_undo in 1.0");
  CHECK(after<start, up<execute<"UPDATE users SET name = ''">>, down<>>() == "none");
}

TEST_CASE("what raw SQL does to the schema enters the state") {
  using partition =
      execute<"SELECT partition()", undo<"SELECT undo()">, effects<create_table<"p1", column<"id", bigint>>>>;
  CHECK(after<start, partition, add_column<"p1", column<"n", text>>>() == "none");
  CHECK(after<start, partition, create_table<"p1">>() == "name_taken in 1.1: table p1, text table");
  CHECK(after<start, execute<"…", undo<"">, effects<drop_column<"users", "nam", loses_data>>>>() ==
        "no_column in 1.0: table users, column nam, hint name");
  CHECK(after<start, execute<"…", undo<"">, effects<drop_index<"ix_name">, drop_column<"users", "name", loses_data>>>,
              add_column<"users", column<"name", text>>>() == "none");
  CHECK(after<start, execute<"…", undo<"">, effects<drop_table<"users">>>>() == "loses_data in 1.0: table users");
}

TEST_CASE("an index is built concurrently outside a transaction only") {
  CHECK(after<start, create_index<"ix", "users", on<"name">, concurrently>>() ==
        "needs_no_transaction in 1.0: object ix");
  CHECK(after<start, drop_index<"ix_name", concurrently>>() == "needs_no_transaction in 1.0: object ix_name");
  CHECK(after<start, outside_transaction, create_index<"ix", "users", on<"name">, concurrently>>() == "none");
  CHECK(after<start, drop_index<"ix_name", concurrently>, outside_transaction>() == "none");
  CHECK(judged<start, test::second<outside_transaction, drop_index<"ix_name", concurrently>>,
               test::third<create_index<"ix_name", "users", on<"name">, concurrently>>>() ==
        "needs_no_transaction in 2.0: object ix_name");
}

TEST_CASE("an acknowledgement holds for its revision") {
  CHECK(judged<start, test::second<loses_data, add_column<"users", column<"bio", text>>>,
               test::third<drop_column<"users", "bio">>>() == "loses_data in 2.0: table users, column bio");
}

TEST_CASE("the first fault is told, in the order of the history") {
  CHECK(after<start, drop_table<"one", loses_data>, drop_table<"two", loses_data>>() == "no_table in 1.0: table one");
  CHECK(judged<test::third<drop_table<"later", loses_data>>, test::second<drop_table<"sooner", loses_data>>, start>() ==
        "no_table in 1.0: table sooner");
}

}  // namespace
