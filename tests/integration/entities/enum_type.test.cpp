// SPDX-License-Identifier: BSL-1.0
#include "integration/laboratory.hpp"

#include "support/catch.hpp"

using namespace skein;
using test::objection_to, test::proved;

TEST_CASE("enum types come, change and go as the model says") {
  CHECK(proved<create_schema<"app s">, create_enum<"mood", "sad", "so so", "it's">, create_enum<qualified("app s", "Größe"), "S", "", "back\\slash">,
               create_enum<"none_at_all">, comment_on_type<"mood", "how it feels">, comment_on_type<"mood", "">,
               create_table<"users", column<"id", bigint, primary_key>, column<"mood", type_named<"mood">, default_<"'sad'">>,
                            column<"moods", array<type_named<"mood">>>>,
               rename_value<"mood", "so so", "fine">, rename_type<"mood", "Feeling">, comment_on_type<"Feeling", "it's">,
               set_type_schema<"Feeling", "app s">, set_type_schema<qualified("app s", "Feeling"), "public">, drop_type<"none_at_all">>() == "");
}

TEST_CASE("labels are added, and stay") {
  CHECK(proved<create_enum<"mood", "a", "c">, add_value<"mood", "b", before<"c">, irreversible<"stays">>,
               add_value<"mood", "B", after<"b">, irreversible<"stays">>, add_value<"mood", "z", irreversible<"stays">>>() == "");
}
