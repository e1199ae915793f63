// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// A database read into the model, written again from it, and read again.

#include "integration/laboratory.hpp"

#include <skein/run/introspect.hpp>

namespace skein::test {

/// Whether the server is of that major version, or a later one.
inline bool server_is(int major) {
  static const int version = run::session(server().url()).server_version();
  return version >= major * 10000;
}

/// What was left out, but that NOT NULL has a name of its own, which PostgreSQL 18 knows: after renames, or when a
/// partition is attached.
inline std::string said(const std::vector<run::unrepresented>& left) {
  std::string out;
  for (const run::unrepresented& u : left)
    if (!u.why.starts_with("it is NOT NULL by a name of its own"))
      out += fmt::format("{} {}: {}{}\n", u.kind, u.name, u.why, u.kept ? " (kept)" : "");
  return out;
}

inline std::string run_all(run::session& s, const std::vector<std::string>& statements) {
  for (const std::string& sql : statements) try {
      s.run(sql);
    } catch (const run::sql_error& e) {
      return sql + "\n" + e.what();
    }
  return "";
}
inline std::vector<std::string> creation_sql(const checks::live_state& state) {
  checks::arena in;
  std::vector<std::string> out;
  for (const model::step* x : checks::creation_of(state, in))
    for (std::string& sql : render::statements(*x)) out.push_back(std::move(sql));
  return out;
}

/// What a second database that is created from what was read lacks, or has otherwise; empty if the round trip is the
/// identity. `first` is any database, what is left out of it is in `left`.
inline std::string round_trip(run::session& first, std::string& left, shape* read = nullptr) {
  const run::introspected found = run::introspect(first, {.owners = true});
  left = said(found.left_out);
  run::session second(fresh_database());
  const std::vector<std::string> sql = creation_sql(found.state);
  if (const std::string refused = run_all(second, sql); !refused.empty())
    return "the second database refuses\n" + refused;
  const run::catalog there(first), here(second);
  if (there != here) return "the catalogs differ\n" + text_of(difference(there, here)) + text_of(sql, ";\n");
  const run::introspected again = run::introspect(second, {.owners = true});
  if (shape_of(found.state) != shape_of(again.state))
    return "read again it differs\n" + difference(shape_of(found.state), shape_of(again.state));
  if (read) *read = shape_of(found.state);
  return "";
}

/// The steps in an empty database, which is read: nothing is left out, and the state is what the model predicts. Empty
/// if all of it holds. `normal`: every expression is written as PostgreSQL prints it.
template <class... Step>
std::string introspected_as(bool normal = true) {
  run::session first(fresh_database());
  checks::live_state predicted{};
  checks::arena in;
  std::vector<std::string> sql;
  for (const model::step* x : leaves_of<Step...>()) {
    for (std::string& each : render::statements(*carried_out(predicted, in, *x))) sql.push_back(std::move(each));
    if (!accept(predicted, *x)) return sentence(predicted.v, *x);
  }
  if (const std::string refused = run_all(first, sql); !refused.empty()) return refused;
  std::string left;
  shape read;
  std::string differs = round_trip(first, left, &read);
  if (!left.empty()) return "left out\n" + left + differs;
  if (differs.empty() && normal && read != shape_of(predicted))
    return "the state is not what the model predicts\n" + difference(shape_of(predicted), read);
  return differs;
}

/// The same for SQL of any kind.
inline std::string read_back(const std::string& sql, std::string& left) {
  run::session first(fresh_database());
  if (const std::string refused = run_all(first, {sql}); !refused.empty()) return refused;
  return round_trip(first, left);
}

}  // namespace skein::test
