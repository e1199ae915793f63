// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// What would run, as text for a person who has to say yes.

#include <skein/render/expression.hpp>
#include <skein/render/path.hpp>
#include <skein/render/summary.hpp>
#include <skein/render/tally.hpp>

namespace skein::render {

namespace detail {

/// A statement's first line; an ellipsis where it goes on.
inline std::string first_line(std::string_view sql) {
  const auto end = sql.find('\n');
  return end == sql.npos ? std::string(sql) : fmt::format("{} …", sql.substr(0, end));
}

/// What to know about a revision besides its SQL.
inline std::string remarks(const migration& m, direction towards) {
  std::string out;
  if (!m.transactional) out += " [outside a transaction]";
  if (m.loses_data) out += towards == direction::up ? " [loses data]" : " [brings back the shape, not the rows]";
  if (!m.replaces.empty()) out += fmt::format(" [replaces {} to {}]", m.replaces.front(), m.replaces.back());
  if (!m.reversible) out += fmt::format(" [irreversible: {}]", m.irreversible_reason);
  return out;
}

inline const std::vector<statement>& sql(const migration& m, direction towards) {
  return towards == direction::up ? m.up : m.down;
}

/// `3 revisions to apply: 7 statements, 1 table created`.
inline std::string sum(const path& revisions, direction towards) {
  std::size_t statements = 0;
  tally all;
  for (const migration* m : revisions) {
    statements += sql(*m, towards).size();
    all += m->counts;
  }
  const std::string counts = towards == direction::up ? summary(all) : "";
  return fmt::format("{} to {}: {}{}{}\n", counted(revisions.size(), "revision"),
                     towards == direction::up ? "apply" : "take back", counted(statements, "statement"),
                     counts.empty() ? "" : ", ", counts);
}
inline std::string heading(const migration& m, direction towards) {
  return fmt::format("{}  {}{}\n", m.id, first_line(m.message), remarks(m, towards));
}

}  // namespace detail

/// Each revision with its statements, a line each, and the sum of it all.
inline std::string plan(const path& revisions, direction towards) {
  std::string out;
  for (const migration* m : revisions) {
    out += detail::heading(*m, towards);
    for (const statement& s : detail::sql(*m, towards)) out += fmt::format("    {}\n", detail::first_line(s.sql));
  }
  return out + detail::sum(revisions, towards);
}

/// The same with the whole of the SQL, the rest as comments. To read: it has neither transactions nor a journal.
inline std::string plan_in_full(const path& revisions, direction towards) {
  std::string out;
  for (const migration* m : revisions) {
    out += "-- " + detail::heading(*m, towards);
    for (const statement& s : detail::sql(*m, towards)) out += terminated(s.sql) + "\n";
    out += "\n";
  }
  return out + "-- " + detail::sum(revisions, towards);
}

}  // namespace skein::render
