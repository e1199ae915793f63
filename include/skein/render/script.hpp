// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// A range of revisions as a script, which does what the runner would do: the same SQL, transactions and journal.

#include <skein/render/script_writer.hpp>

namespace skein::render {

namespace detail {

/// A line of its own between the steps, so that what belongs together stands together.
inline void write_statements(script_writer& out, const std::vector<statement>& statements) {
  model::u32 step = 0;
  for (const statement& s : statements) {
    if (s.step != step) out.empty_line();
    step = s.step;
    out.statement(s.sql);
  }
}

inline void write_transaction(script_writer& out, const migration& m, direction towards) {
  const bool up = towards == direction::up;
  out.statement("BEGIN");
  out.lines(out.lock_timeout());
  out.statement(guard::block(out.check.lock() + (up ? out.check.parents(m) : out.check.last(m))));
  write_statements(out, up ? m.up : m.down);
  out.empty_line();
  out.statement(up ? out.sql.applied(m) : out.sql.removed(m.id));
  out.statement("COMMIT");
}

/// The journal counts the statements: the runner continues where the script stopped.
inline void write_outside_transaction(script_writer& out, const migration& m, direction towards) {
  const bool up = towards == direction::up;
  out.comment("Outside a transaction: if it stops on the way, the program's own upgrade or downgrade continues there.");
  out.statement(guard::block((up ? out.check.parents(m) : out.check.last(m)) + out.check.lock_session()));
  out.statement(up ? out.sql.upgrading(m) : out.sql.downgrading(m.id));
  std::size_t done = 0;
  for (const statement& s : up ? m.up : m.down) {
    out.empty_line();
    out.statement(s.sql);
    out.statement(out.sql.progressed(m.id, ++done));
  }
  out.empty_line();
  out.statement(up ? out.sql.completed(m.id) : out.sql.removed(m.id));
  out.statement(guard::block(out.check.unlock()));
}

inline std::string script(const path& revisions, direction towards, std::string_view purpose,
                          const script_options& with) {
  script_writer out(with);
  out.title(revisions, towards, purpose);
  if (towards == direction::up) out.create_journal();
  for (const migration* m : revisions) {
    out.heading(*m, towards);
    (m->transactional ? write_transaction : write_outside_transaction)(out, *m, towards);
  }
  return std::move(out).text();
}

}  // namespace detail

/// Applies revisions that are not applied, to a database that has what the first of them follow. On any other it stops
/// at the first revision that does not fit, before that changes something.
inline std::string upgrade_script(const path& revisions, const script_options& with = {}) {
  return detail::script(revisions, direction::up, "upgrade", with);
}

/// Takes revisions back. Throws std::invalid_argument where one of them is irreversible.
inline std::string downgrade_script(const path& revisions, const script_options& with = {}) {
  for (const migration* m : revisions)
    if (!m->reversible)
      throw std::invalid_argument(fmt::format("revision {} cannot be taken back: {}", m->id, m->irreversible_reason));
  return detail::script(revisions, direction::down, "downgrade", with);
}

}  // namespace skein::render
