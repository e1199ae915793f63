// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// What would run, as text for a person who has to say yes.

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
  if (!m.reversible) out += fmt::format(" [irreversible: {}]", m.irreversible_reason);
  return out;
}

}  // namespace detail

/// Each revision with its statements, a line each, and the sum of it all.
inline std::string plan(const path& revisions, direction towards) {
  std::string out;
  std::size_t statements = 0;
  tally sum;
  for (const migration* m : revisions) {
    const auto& sql = towards == direction::up ? m->up : m->down;
    statements += sql.size();
    sum += m->counts;
    out += fmt::format("{}  {}{}\n", m->id, detail::first_line(m->message), detail::remarks(*m, towards));
    for (const statement& s : sql) out += fmt::format("    {}\n", detail::first_line(s.sql));
  }
  const std::string counts = towards == direction::up ? summary(sum) : "";
  return out + fmt::format("{} to {}: {}{}{}\n", counted(revisions.size(), "revision"),
                           towards == direction::up ? "apply" : "take back", counted(statements, "statement"),
                           counts.empty() ? "" : ", ", counts);
}

}  // namespace skein::render
