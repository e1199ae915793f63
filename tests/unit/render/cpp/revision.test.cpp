// SPDX-License-Identifier: BSL-1.0
#include <skein/render/cpp/revision.hpp>

#include <skein/declare/steps.hpp>

#include "support/catch.hpp"

using namespace skein;

namespace {

template <class Step>
std::string lines_of() {
  return render::cpp::laid_out(render::cpp::step(Step::step), 4);
}

TEST_CASE("a table has a line for each member, and its types stand below each other") {
  CHECK(lines_of<create_table<"users", column<"id", bigint, identity>,
                              column<"größe", text, comment<"in m, e.g. 1.80">>, unique_on<"id">>>() ==
        R"(create_table<"users",
        column<"id",    bigint, identity>,
        column<"größe", text, comment<"in m, e.g. 1.80">>,
        unique_on<"id">>)");
  CHECK(lines_of<create_table<"users", column<"id", bigint>>>() == R"(create_table<"users", column<"id", bigint>>)");
  CHECK(lines_of<create_partition<"p", "t", modulus<2, 0>, check_on<automatic, "a > 0">>>() ==
        R"(create_partition<"p", "t",
        modulus<2, 0>,
        check_on<automatic, "a > 0">>)");
}

TEST_CASE("what does not fit into a line is broken between its arguments") {
  CHECK(
      lines_of<add_constraint<"memories", constraint<"fk_memories_users_of_the_memory",
                                                     foreign_key<on<"user_id">, to<"users", "id">, on_delete<cascade>>,
                                                     initially_deferred>>>() ==
      R"(add_constraint<"memories",
        constraint<"fk_memories_users_of_the_memory",
            foreign_key<on<"user_id">, to<"users", "id">, on_delete<cascade>, initially_deferred>>>)");
  CHECK(lines_of<create_view<"v", "SELECT a,\n       b -- \"x\", y>\nFROM c">>() ==
        "create_view<\"v\",\n        R\"sql(SELECT a,\n       b -- \"x\", y>\nFROM c)sql\">");
}

TEST_CASE("a struct is called as the message says") {
  using render::cpp::struct_name;
  CHECK(struct_name("add bio") == "add_bio");
  CHECK(struct_name("  Users: have names & größe!") == "users_have_names_gr_e");
  CHECK(struct_name("2 columns") == "revision_2_columns");
  CHECK(struct_name("delete") == "delete_");
  CHECK(struct_name("???") == "revision");
}

TEST_CASE("a revision says before what its steps lose") {
  using gone = drop_column<"users", "bio", loses_data>;
  using there = add_column<"users", column<"age", integer>>;
  CHECK(
      render::cpp::revision({"b", {"a"}, "age, no bio", {&gone::step, &there::step}}) ==
      R"(// Read before you run it: these steps lose something, which their last argument says. Without that it does not compile.
//   drop_column<"users", "bio">
struct age_no_bio : revision<"b", revises<"a">, "age, no bio",
    drop_column<"users", "bio", loses_data>,
    add_column<"users", column<"age", integer>>> {};
)");
  CHECK(render::cpp::revision({"c", {"a", "b"}, "merge", {}}) ==
        "struct merge : revision<\"c\", revises<\"a\", \"b\">, \"merge\"> {};\n");
  CHECK(render::cpp::revision({"a", {}, "first", {&there::step}}) ==
        "struct first : revision<\"a\", base, \"first\",\n    add_column<\"users\", column<\"age\", integer>>> {};\n");
}

}  // namespace
