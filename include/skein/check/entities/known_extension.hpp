// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Extensions that skein knows: which types they bring, and which extensions they need. Of PostgreSQL's own from their scripts
/// and control files in 15, of the others from their documentation.

#include <skein/model/text.hpp>

namespace skein::checks {

using model::ident;
using model::u32;

struct known_extension {
  enum : std::uint8_t { is_known, has_type, needs } what;
  const char* name;   ///< plain text: a table of identifiers would be paid for by everyone who includes this
  const char* other;  ///< the type that it brings, the extension that it needs
};

inline constexpr known_extension known_extensions[]{
    {known_extension::has_type, "citext", "citext"},
    {known_extension::has_type, "cube", "cube"},
    {known_extension::has_type, "earthdistance", "earth"},
    {known_extension::needs, "earthdistance", "cube"},
    {known_extension::has_type, "hstore", "hstore"},
    {known_extension::has_type, "intarray", "query_int"},
    {known_extension::has_type, "isn", "ean13"},
    {known_extension::has_type, "isn", "isbn"},
    {known_extension::has_type, "isn", "isbn13"},
    {known_extension::has_type, "isn", "ismn"},
    {known_extension::has_type, "isn", "ismn13"},
    {known_extension::has_type, "isn", "issn"},
    {known_extension::has_type, "isn", "issn13"},
    {known_extension::has_type, "isn", "upc"},
    {known_extension::has_type, "lo", "lo"},
    {known_extension::has_type, "ltree", "lquery"},
    {known_extension::has_type, "ltree", "ltree"},
    {known_extension::has_type, "ltree", "ltxtquery"},
    {known_extension::has_type, "seg", "seg"},
    {known_extension::has_type, "postgis", "geometry"},
    {known_extension::has_type, "postgis", "geography"},
    {known_extension::has_type, "postgis", "box2d"},
    {known_extension::has_type, "postgis", "box3d"},
    {known_extension::has_type, "postgis_raster", "raster"},
    {known_extension::needs, "postgis_raster", "postgis"},
    {known_extension::has_type, "vector", "vector"},
    {known_extension::has_type, "vector", "halfvec"},
    {known_extension::has_type, "vector", "sparsevec"},
    {known_extension::is_known, "btree_gin", ""},
    {known_extension::is_known, "btree_gist", ""},
    {known_extension::is_known, "dblink", ""},
    {known_extension::is_known, "fuzzystrmatch", ""},
    {known_extension::is_known, "pgcrypto", ""},
    {known_extension::is_known, "pg_stat_statements", ""},
    {known_extension::is_known, "pg_trgm", ""},
    {known_extension::is_known, "postgres_fdw", ""},
    {known_extension::is_known, "unaccent", ""},
    {known_extension::is_known, "uuid-ossp", ""},
};

constexpr bool is_called(const ident& name, const char* text) {
  for (u32 i = 0; i < name.kept(); ++i)
    if (name.text[i] != text[i]) return false;
  return !text[name.kept()];
}
constexpr bool is_known_extension(const ident& name) {
  for (const known_extension& k : known_extensions)
    if (is_called(name, k.name)) return true;
  return false;
}
/// The extension that brings the type; null if skein knows none.
constexpr const char* known_home_of(const ident& type) {
  for (const known_extension& k : known_extensions)
    if (k.what == known_extension::has_type && is_called(type, k.other)) return k.name;
  return nullptr;
}

}  // namespace skein::checks
