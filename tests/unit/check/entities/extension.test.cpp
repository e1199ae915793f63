// SPDX-License-Identifier: BSL-1.0
#include <skein/check/entities/extension.hpp>

#include "support/catch.hpp"
#include "unit/check/judged.hpp"

namespace {

using namespace skein;
using test::after, test::compared, test::first, test::judged;

template <class Type>
using new_table = create_table<"t", column<"a", Type>>;
using citext_column = new_table<type_named<"citext">>;
using no_way = irreversible<"there is no script">;

TEST_CASE("a type of an extension comes with it") {
  CHECK(judged<first<citext_column>>() == "no_type in 0.0: text citext, type ");
  CHECK(judged<first<create_extension<"hstore">, citext_column>>() == "no_type in 0.1: text citext, type ");
  CHECK(judged<first<create_extension<"pgcrypto">, new_table<type_named<"mood">>>>() == "no_type in 0.1: type ");
  CHECK(judged<first<create_extension<"citext">, citext_column>>() == "none");
  CHECK(judged<first<create_extension<"isn">, new_table<array<type_named<"isbn13">>>>>() == "none");
  CHECK(judged<first<create_extension<"semver">, new_table<type_named<"semver">>>>() == "none");
  CHECK(judged<first<create_extension<"semver">, citext_column>>() == "no_type in 0.1: text citext, type ");
  CHECK(judged<first<create_extension<"semver", provides<"semver">>, new_table<type_named<"semver">>>>() == "none");
  CHECK(judged<first<create_extension<"semver", provides<"semver">>, new_table<type_named<"mood">>>>() == "no_type in 0.1: type ");
}

TEST_CASE("a type is in the schema of its extension") {
  using start = first<create_schema<"app">, create_extension<"citext", in_schema<"app">>>;
  CHECK(after<start, new_table<type_named<qualified("app", "citext")>>>() == "none");
  CHECK(after<start, citext_column>() == "no_type in 1.0: other schema app, text citext, type ");
  CHECK(after<start, drop_schema<"app">>() == "schema_in_use in 1.0: schema app, table citext");
  CHECK(after<start, drop_extension<"citext">, drop_schema<"app">>() == "none");
  CHECK(judged<first<create_extension<"citext", in_schema<"app">>>>() == "no_schema in 0.0: schema app");
}

TEST_CASE("an extension stays while columns are of its types") {
  using known = first<create_extension<"citext">, create_extension<"hstore">, citext_column>;
  CHECK(after<known, drop_extension<"citext">>() == "entity_used in 1.0: table citext, is extension, used by column t.a");
  CHECK(after<known, drop_extension<"hstore">>() == "none");
  CHECK(after<known, drop_column<"t", "a", loses_data>, drop_extension<"citext">>() == "none");
  CHECK(after<known, drop_table<"t", loses_data>, drop_extension<"citext">>() == "none");
  CHECK(after<known, alter_type<"t", "a", text, using_<"a::text">, undo_using<"a::citext">>, drop_extension<"citext">>() == "none");
  using said = first<create_extension<"semver", provides<"semver">>, new_table<array<type_named<"semver">>>>;
  CHECK(after<said, drop_extension<"semver">>() == "entity_used in 1.0: table semver, is extension, used by column t.a");
  using unknown = first<create_extension<"semver">, new_table<type_named<"semver">>>;
  CHECK(after<unknown, drop_extension<"semver">>() == "entity_used in 1.0: table semver, is extension, used by column t.a");
  CHECK(after<unknown, create_extension<"other">, drop_extension<"semver">>() == "none");
}

TEST_CASE("an extension stays while another needs it") {
  CHECK(judged<first<create_extension<"earthdistance">>>() == "extension_needs in 0.0: table earthdistance, is extension, text cube");
  using both = first<create_extension<"cube">, create_extension<"earthdistance">>;
  CHECK(after<both, drop_extension<"cube">>() == "entity_used in 1.0: table cube, is extension, used by extension earthdistance");
  CHECK(after<both, drop_extension<"earthdistance">, drop_extension<"cube">>() == "none");
}

TEST_CASE("an extension comes once, and so do its types") {
  CHECK(judged<first<create_extension<"citext">, create_extension<"citext">>>() == "entity_exists in 0.1: table citext, is extension");
  CHECK(judged<first<create_extension<"plpgsql">>>().substr(0, 9) == "malformed");
  CHECK(judged<first<create_table<"cube">, create_extension<"cube">>>() == "type_exists in 0.1: schema public, text cube");
  CHECK(judged<first<create_enum<"lo">, create_extension<"lo">>>() == "type_exists in 0.1: schema public, text lo");
  CHECK(judged<first<create_extension<"cube">, create_table<"cube">>>() == "name_taken in 0.1: table cube, text type");
  CHECK(judged<first<create_extension<"lo">, create_enum<"lo">>>() == "name_taken in 0.1: table lo, text type");
  CHECK(judged<first<create_extension<"semver">, new_table<type_named<"mood">>, create_extension<"x", provides<"mood">>>>() ==
        "type_exists in 0.2: schema public, text mood");
  CHECK(judged<first<create_schema<"app">, create_extension<"cube", in_schema<"app">>, create_table<"cube">>>() == "none");
}

TEST_CASE("an extension is updated, with no way back") {
  using start = first<create_extension<"citext", version<"1.4">>>;
  CHECK(after<start, update_extension<"citext", "1.5">>().substr(0, 16) == "malformed in 1.0");
  CHECK(after<start, update_extension<"citext", "1.5", no_way>>() == "none");
  CHECK(after<start, update_extension<"citext", "1.4", no_way>>() == "no_effect in 1.0: table citext, is extension");
  CHECK(after<first<create_extension<"citext">>, update_extension<"citext", "1.5", no_way>, update_extension<"citext", "1.5", no_way>>() ==
        "no_effect in 1.1: table citext, is extension");
  CHECK(after<start, update_extension<"cite", "1.5", no_way>>() == "no_entity in 1.0: table cite, is extension, hint citext");
}

TEST_CASE("a model says of an extension what the history says") {
  struct bare : extension<"citext"> {};
  struct full : extension<"citext", version<"1.5">, in_schema<"app">> {};
  using made = first<create_schema<"app">, create_extension<"citext", in_schema<"app">, version<"1.4">>, update_extension<"citext", "1.5", no_way>>;
  CHECK(compared<made, full>() == "none");
  CHECK(compared<made, bare>() == "model_entity_differs: table citext, is extension");
  CHECK(compared<first<create_extension<"citext">>, bare>() == "none");
  CHECK(compared<first<create_extension<"citext">>, full>() == "model_entity_differs: table citext, is extension");
}

TEST_CASE("branches that use a type and drop its extension conflict") {
  using start = first<create_extension<"citext">, create_table<"t">>;
  struct uses_it : revision<"b", revises<"a">, "", add_column<"t", column<"a", type_named<"citext">>>> {};
  struct drops_it : revision<"c", revises<"a">, "", drop_extension<"citext">> {};
  struct other : revision<"c", revises<"a">, "", create_extension<"hstore">> {};
  struct merged : revision<"d", revises<"b", "c">, ""> {};
  CHECK(judged<start, uses_it, drops_it, merged>().substr(0, 8) == "conflict");
  CHECK(judged<start, uses_it, other, merged>() == "none");
}

}  // namespace
