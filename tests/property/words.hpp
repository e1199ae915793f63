// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Names and types that random histories are made of. Names are few, so that they meet again, and some are hostile.

#include <skein/model/step.hpp>

#include <iterator>
#include <string_view>

namespace skein::test {

// clang-format off
inline constexpr std::string_view schema_words[]{"app", "My Schema", "select", "app.x", "pg_app"};

inline constexpr std::string_view table_words[]{
    "users", "posts", "a", "User", "order", "two words", "quo\"te", "it's", "naïve", "データ", "a.b", "back\\slash",
    "users_id", "$1", "posts_id_seq",
    "a_name_of_sixty_three_bytes_is_the_longest_that_postgresql_keep",
    "an_other_name_of_sixty_two_bytes_is_nearly_as_long_as_can_be_x",
    "ééééééééééééééééééééééééééééééé"};

inline constexpr std::string_view column_words[]{
    "id", "name", "b", "c", "Id", "group", "value", "user id", "\"", "it's", "größe", "x.y", "two\nlines", "users",
    "null", "9lives", "time", "type", "a$b", "xmin",
    "a_column_of_sixty_three_bytes_is_the_longest_that_postgres_keep",
    "a_column_of_sixty_three_bytes_is_the_longest_that_postgres_kept",
    "日本語日本語日本語日本語日本語日本語日本語"};

inline constexpr std::string_view object_words[]{
    "ck", "uq", "Fk", "users_pkey", "posts_id_key", "users_name_idx", "users_check", "in dex", "co\"n", "unique",
    "ключ", "a_constraint_of_sixty_three_bytes_is_the_longest_that_there_can"};

inline constexpr std::string_view comment_words[]{"plain", "it's \\ \"quoted\"", "two\nlines; -- $$", "größe"};
// clang-format on

/// What PostgreSQL can do with a type, as far as it concerns what may be written about a column of it.
struct type_facts {
  model::type_id id;
  std::string_view value;  ///< a constant of it, as SQL; empty: none that always fits
  bool ordered;            ///< has a default btree operator class
  bool overlaps;           ///< has && in GiST
};

// clang-format off
inline constexpr type_facts facts[]{
    {model::type_id::smallint, "7", true, false},
    {model::type_id::integer, "0", true, false},
    {model::type_id::bigint, "-1", true, false},
    {model::type_id::smallserial, "", true, false},
    {model::type_id::serial, "", true, false},
    {model::type_id::bigserial, "", true, false},
    {model::type_id::mistake, "", false, false},
    {model::type_id::numeric, "0.0", true, false},
    {model::type_id::regcollation, "", false, false},
    {model::type_id::pg_snapshot, "", false, false},
    {model::type_id::xid8, "'1'", true, false},
    {model::type_id::int4multirange, "'{}'", true, true},
    {model::type_id::int8multirange, "", true, true},
    {model::type_id::nummultirange, "", true, true},
    {model::type_id::tsmultirange, "", true, true},
    {model::type_id::tstzmultirange, "", true, true},
    {model::type_id::datemultirange, "", true, true},
    {model::type_id::real, "1.5", true, false},
    {model::type_id::double_precision, "'NaN'", true, false},
    {model::type_id::money, "'0'", true, false},
    {model::type_id::boolean, "NOT false", true, false},
    {model::type_id::character, "'x'", true, false},
    {model::type_id::varchar, "'y'", true, false},
    {model::type_id::text, "'it''s' || ' \\ \"b\"'", true, false},
    {model::type_id::bytea, "'\\x00'", true, false},
    {model::type_id::date, "current_date", true, false},
    {model::type_id::time, "'12:00'", true, false},
    {model::type_id::timetz, "'12:00+01'", true, false},
    {model::type_id::timestamp, "now()", true, false},
    {model::type_id::timestamptz, "now() + interval '1 day'", true, false},
    {model::type_id::interval, "'1 day'", true, false},
    {model::type_id::uuid, "gen_random_uuid()", true, false},
    {model::type_id::json, "'{}'", false, false},
    {model::type_id::jsonb, "'{\"a\": [1]}'", true, false},
    {model::type_id::jsonpath, "'$.a'", false, false},
    {model::type_id::xml, "", false, false},
    {model::type_id::inet, "'10.0.0.1'", true, false},
    {model::type_id::cidr, "'10.0.0.0/8'", true, false},
    {model::type_id::macaddr, "'08:00:2b:01:02:03'", true, false},
    {model::type_id::macaddr8, "'08:00:2b:01:02:03:04:05'", true, false},
    {model::type_id::bit, "", true, false},
    {model::type_id::varbit, "B'1'", true, false},
    {model::type_id::tsvector, "''", true, false},
    {model::type_id::tsquery, "'a'", true, false},
    {model::type_id::point, "point(1, 2)", false, false},
    {model::type_id::line, "", false, false},
    {model::type_id::lseg, "", false, false},
    {model::type_id::box, "'(1,1),(0,0)'", false, true},
    {model::type_id::path, "", false, false},
    {model::type_id::polygon, "'((0,0),(1,1),(1,0))'", false, true},
    {model::type_id::circle, "'<(0,0),1>'", false, true},
    {model::type_id::int4range, "'[1,5)'", true, true},
    {model::type_id::int8range, "'empty'", true, true},
    {model::type_id::numrange, "numrange(0, 1)", true, true},
    {model::type_id::tsrange, "", true, true},
    {model::type_id::tstzrange, "tstzrange(now(), NULL)", true, true},
    {model::type_id::daterange, "", true, true},
    {model::type_id::oid, "0", true, false},
    {model::type_id::regclass, "'pg_class'", false, false},
    {model::type_id::regconfig, "'simple'", false, false},
    {model::type_id::regdictionary, "", false, false},
    {model::type_id::regnamespace, "'pg_catalog'", false, false},
    {model::type_id::regoper, "", false, false},
    {model::type_id::regoperator, "", false, false},
    {model::type_id::regproc, "'now'", false, false},
    {model::type_id::regprocedure, "", false, false},
    {model::type_id::regrole, "", false, false},
    {model::type_id::regtype, "'integer'", false, false},
    {model::type_id::name, "current_user", true, false},
    {model::type_id::pg_lsn, "'0/0'", true, false},
    {model::type_id::txid_snapshot, "", false, false},
    {model::type_id::xid, "", false, false},
    {model::type_id::cid, "", false, false},
    {model::type_id::tid, "'(0,1)'", true, false},
    {model::type_id::internal_char, "'c'", true, false},
    {model::type_id::named, "'happy'", true, false}};
// clang-format on
static_assert(std::size(facts) == static_cast<std::size_t>(model::type_id::named) + 1);

constexpr const type_facts& facts_of(const model::data_type& t) { return facts[static_cast<std::size_t>(t.id)]; }
constexpr bool is_ordered(const model::data_type& t) { return facts_of(t).ordered; }
constexpr bool is_number(const model::data_type& t) { return t.dims == 0 && t.id <= model::type_id::numeric; }
constexpr bool is_text(const model::data_type& t) {
  return t.dims == 0 && (t.id == model::type_id::text || t.id == model::type_id::varchar);
}

/// The user's own type, with which every history begins.
inline constexpr model::object_name mood_name{"Mood of \"it\""};
inline constexpr model::clause mood_labels[]{{.text = model::view("happy")}, {.text = model::view("sad")}};
inline constexpr model::entity_def mood{.what = model::entity_kind::enumeration, .name = &mood_name, .clauses = {mood_labels, 2}};
inline constexpr model::step create_mood{.what = model::op::create_entity, .entity = &mood};

}  // namespace skein::test
