// SPDX-License-Identifier: BSL-1.0
#include <skein/check/entities/composite.hpp>

#include "support/catch.hpp"
#include "unit/check/judged.hpp"

namespace {

using namespace skein;
using test::after, test::compared, test::first;

using start = first<create_enum<"mood", "sad">, create_composite<"address", attribute<"street", text>, attribute<"mood", type_named<"mood">>>,
                    create_composite<"home", attribute<"at", array<type_named<"address">>>>>;
using stored = add_column<"users", column<"home", type_named<"home">>>;

TEST_CASE("an attribute has a name of its own and a type that exists") {
  CHECK(after<start, create_composite<"c", attribute<"a", text>, attribute<"A", text>, attribute<"xmin", text>>>() == "none");
  CHECK(after<start, create_composite<"c", attribute<"a", text>, attribute<"a", text>>>() == "clause_exists in 1.0: table c, object a, is type");
  CHECK(after<start, create_composite<"c", attribute<"a", type_named<"moods">>>>() == "no_type in 1.0: hint mood, type ");
  CHECK(after<start, create_composite<"c", attribute<"a", serial>>>().substr(0, 9) == "misplaced");
  CHECK(after<start, create_composite<"c", column<"a", text>>>().substr(0, 9) == "misplaced");
  CHECK(after<start, create_composite<"c", attribute<"a", text, not_null>>>().substr(0, 9) == "misplaced");
  CHECK(after<start, add_attribute<"address", attribute<"street", text>>>() == "clause_exists in 1.0: table address, object street, is type");
  CHECK(after<start, drop_attribute<"address", "streets">>() == "no_clause in 1.0: table address, object streets, is type, hint street");
  CHECK(after<start, rename_attribute<"address", "street", "mood">>() == "clause_exists in 1.0: table address, object mood, is type");
  CHECK(after<start, add_attribute<"mood", attribute<"a", text>>>() == "no_entity in 1.0: table mood, is type, hint mood");
  CHECK(after<start, add_attribute<"address", attribute<"h", type_named<"home">>>>() == "holds_itself in 1.0: table address, is type");
}

TEST_CASE("a type that is stored keeps the types of its attributes") {
  using table = create_table<"users">;
  CHECK(after<start, alter_attribute<"address", attribute<"street", varchar<3>>>>() == "none");
  CHECK(after<start, alter_attribute<"address", attribute<"street", text>>>().substr(0, 9) == "no_effect");
  CHECK(after<start, table, stored, alter_attribute<"address", attribute<"street", varchar<3>>>>() ==
        "type_is_stored in 1.2: table address, is type, used by column users.home");
  CHECK(after<start, table, stored, drop_attribute<"address", "street">>().substr(0, 17) == "loses_data in 1.2");
  CHECK(after<start, table, stored, drop_attribute<"address", "street", loses_data>, add_attribute<"address", attribute<"zip", text>>>() == "none");
  CHECK(after<start, drop_attribute<"address", "street">>() == "none");
}

TEST_CASE("a composite type has a name among types, tables and indexes") {
  CHECK(after<start, create_table<"address">>() == "name_taken in 1.0: table address, is type");
  CHECK(after<start, create_table<"t", column<"a", integer>>, create_index<"address", "t", on<"a">>>() == "name_taken in 1.1: table address, is type");
  CHECK(after<start, create_enum<"address", "a">>() == "entity_exists in 1.0: table address, is type");
  CHECK(after<start, rename_type<"mood", "address">>() == "entity_exists in 1.0: table address, is type");
  CHECK(after<start, create_composite<"mood">>() == "entity_exists in 1.0: table mood, is type");
}

TEST_CASE("what an attribute is of stays") {
  CHECK(after<start, drop_type<"mood">>() == "entity_used in 1.0: table mood, is type, used by type address");
  CHECK(after<start, drop_type<"address">>() == "entity_used in 1.0: table address, is type, used by type home");
  CHECK(after<start, drop_attribute<"address", "mood">, drop_type<"mood">>() == "none");
  CHECK(after<start, alter_attribute<"address", attribute<"mood", text>>, drop_type<"mood">>() == "none");
  CHECK(after<start, drop_type<"home">, drop_type<"address">, drop_type<"mood">>() == "none");
}

TEST_CASE("the attributes of a model stand in any order, and follow a type that is renamed") {
  struct address : composite_type<"address", attribute<"feeling", type_named<"feeling">>, attribute<"street", text, comment<"it's">>> {};
  struct feeling : enum_type<"feeling", "sad"> {};
  using made = first<create_enum<"mood", "sad">, create_composite<"address", attribute<"street", text>, attribute<"mood", type_named<"mood">>>,
                     rename_attribute<"address", "mood", "feeling">, rename_type<"mood", "feeling">, comment_on_attribute<"address", "street", "it's">>;
  CHECK(compared<made, address, feeling>() == "none");
}

}  // namespace
