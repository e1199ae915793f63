// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// A database of its own, on which rendered steps are run and whose catalogs are then asked.

#include "support/server.hpp"

#include <skein/declare/steps.hpp>
#include <skein/render/step.hpp>

namespace skein::test {

class database {
 public:
  database() : session_(fresh_database()) {}

  /// Whether the server is of this major version or a later one: what an earlier one lacks is not tested there.
  bool has(int major) const { return session_.server_version() / 10000 >= major; }

  void run(const std::string& sql) { session_.run(sql); }
  /// Renders and runs steps.
  template <class... Step>
  void apply() {
    (apply(Step::step), ...);
  }
  void apply(const model::step& step) {
    for (const std::string& sql : render::statements(step)) session_.run(sql);
  }

  /// The rows of a query, one a line, their columns separated by `|`.
  std::string ask(const std::string& sql) {
    const run::rows rows = session_.run(sql);
    std::string out;
    for (std::size_t r = 0; r < rows.size(); ++r) {
      if (r) out += '\n';
      for (std::size_t c = 0; c < rows.columns(); ++c) out += (c ? "|" : "") + rows.text(r, c);
    }
    return out;
  }

  /// Name, type, NOT NULL, default or generation expression, identity, generated, collation: a column as the catalog has it.
  std::string column(const std::string& table, const std::string& name) {
    return ask(
        fmt::format("SELECT format_type(atttypid, atttypmod), CASE WHEN attnotnull THEN 'not null' ELSE 'null' END, "
                    "pg_get_expr(adbin, adrelid), attidentity, attgenerated, "
                    "(SELECT collname FROM pg_collation c JOIN pg_type t ON t.oid = atttypid WHERE c.oid = "
                    "attcollation AND c.oid <> typcollation) "
                    "FROM pg_attribute LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum "
                    "WHERE attrelid = {}::regclass AND attname = {} AND NOT attisdropped",
                    render::literal(table), render::literal(name)));
  }
  /// Names of columns in order.
  std::string columns(const std::string& table) {
    return ask(
        fmt::format("SELECT string_agg(attname, ' ' ORDER BY attnum) FROM pg_attribute WHERE attrelid = {}::regclass "
                    "AND attnum > 0 AND NOT attisdropped",
                    render::literal(table)));
  }
  /// Constraints by name; NOT NULL, which PostgreSQL 18 keeps as one, is the column's.
  std::string constraints(const std::string& table) {
    return ask(
        fmt::format("SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid = {}::regclass "
                    "AND contype <> 'n' ORDER BY conname COLLATE \"C\"",
                    render::literal(table)));
  }
  std::string index(const std::string& name) {
    return ask(fmt::format("SELECT pg_get_indexdef({}::regclass)", render::literal(name)));
  }
  std::string indexes(const std::string& table) {
    return ask(
        fmt::format("SELECT indexrelid::regclass FROM pg_index WHERE indrelid = {}::regclass ORDER BY indexrelid",
                    render::literal(table)));
  }

 private:
  run::session session_;
};

}  // namespace skein::test
