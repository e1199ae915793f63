// SPDX-License-Identifier: BSL-1.0
#include <skein/render/cpp/code_name.hpp>

#include "support/catch.hpp"

using skein::render::cpp::code_name;

TEST_CASE("names of anything become identifiers") {
  CHECK(code_name("users", "table") == "users");
  CHECK(code_name("  Users: have names & größe!", "") == "users_have_names_gr_e");
  CHECK(code_name("__a__b__", "") == "a_b");
  CHECK(code_name("2 columns", "table") == "table_2_columns");
  CHECK(code_name("期间", "table") == "table");
  CHECK(code_name("", "table") == "table");
}

TEST_CASE("no keyword, and nothing that a macro replaces") {
  for (const char* word : {"alignas", "namespace", "xor_eq", "errno", "std", "Class"}) {
    const std::string name = code_name(word, "");
    CHECK(name.back() == '_');
    CHECK(!skein::render::cpp::is_taken(name));
  }
}
