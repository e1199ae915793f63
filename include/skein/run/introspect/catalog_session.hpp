// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Reading PostgreSQL's catalogs: one moment of the database, and texts as a person would write them.

#include <skein/run/introspect/selection.hpp>
#include <skein/run/pqxx.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

namespace skein::run::introspection {

/// A transaction that only reads, with the settings under which PostgreSQL prints what the model reads: names without a
/// schema are those of `public`, the model's default schema; times are those of UTC. The session's own settings are
/// back at its end.
class catalog_session {
 public:
  /// Requires: no transaction is open.
  catalog_session(session& s, const introspect_options& with) : session_(s), with_(with), prologue_(prologue(with)) {}
  catalog_session(const catalog_session&) = delete;
  ~catalog_session() {
    try {
      session_.run("ROLLBACK");
    } catch (const error&) {  // the session is lost, and its transaction with it
    }
  }

  /// One round trip. The query may say `spaces` (the schemas that are read: oid, nspname), `members` (what belongs to
  /// an extension: classid, objid) and `relations` (pg_class with nspname, as far as it is read).
  rows read(std::string_view query) {
    return session_.run(fmt::format("{}{}{}", std::exchange(opening_, ""), prologue_, query));
  }
  /// A column of a catalog that older servers do not have, where it is NULL.
  const char* since(int major, const char* column, const char* otherwise = "NULL") const {
    return server_version() >= major * 10000 ? column : otherwise;
  }
  /// Whether that schema is to be read, if it is there.
  bool reads(std::string_view schema) const {
    return with_.schemas.empty() ||
           std::find(with_.schemas.begin(), with_.schemas.end(), schema) != with_.schemas.end();
  }
  int server_version() const { return session_.server_version(); }

 private:
  static std::string prologue(const introspect_options& with) {
    std::string names;
    for (const std::string& name : with.schemas) names += (names.empty() ? "" : ", ") + render::literal(name);
    const std::string chosen = names.empty() ? "" : fmt::format(" AND nspname IN ({})", names);
    return fmt::format(
        R"(WITH spaces AS (
  SELECT oid, nspname FROM pg_namespace WHERE nspname NOT LIKE 'pg\_%' AND nspname <> 'information_schema'{}
), collations AS (
  SELECT c.oid, n.nspname, c.collname FROM pg_collation c JOIN pg_namespace n ON n.oid = c.collnamespace
), routines AS (
  SELECT p.oid, n.nspname, p.proname FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
), operators AS (
  SELECT o.oid, n.nspname, o.oprname FROM pg_operator o JOIN pg_namespace n ON n.oid = o.oprnamespace
), opclasses AS (
  SELECT o.oid, n.nspname, o.opcname FROM pg_opclass o JOIN pg_namespace n ON n.oid = o.opcnamespace
      WHERE NOT o.opcdefault
), members AS (
  SELECT classid, objid FROM pg_depend WHERE deptype = 'e'
), relations AS (
  SELECT c.*, n.nspname FROM pg_class c JOIN spaces n ON n.oid = c.relnamespace
  WHERE ('pg_class'::regclass, c.oid) NOT IN (SELECT classid, objid FROM members) AND NOT (n.nspname = {}
      AND c.relname = {})
)
)",
        chosen, render::literal(with.journal.schema), render::literal(with.journal.table));
  }

  session& session_;
  const introspect_options& with_;
  std::string_view opening_ =  ///< goes with the first query
      "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL search_path = public; SET LOCAL "
      "quote_all_identifiers = off; "
      "SET LOCAL client_encoding = 'UTF8'; SET LOCAL standard_conforming_strings = on; SET LOCAL DateStyle = 'ISO, "
      "YMD'; "
      "SET LOCAL IntervalStyle = 'postgres'; SET LOCAL TimeZone = 'UTC'; SET LOCAL extra_float_digits = 1; "
      "SET LOCAL bytea_output = 'hex'; SET LOCAL xmloption = 'content'; ";
  std::string prologue_;
};

}  // namespace skein::run::introspection
