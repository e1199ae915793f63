// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// A script that brings a database from any revision of a history to the last one, and changes nothing when run again.

#include <skein/render/script_writer.hpp>

namespace skein::render {

namespace detail {

/// `EXECUTE` of the SQL as it is: inside a block PL/pgSQL would read it in its own way.
inline std::string execution(const statement& s) { return fmt::format("  EXECUTE {};\n", dollar_quoted(s.sql, "sql")); }

/// A DO block is a transaction, and decides on the server whether the revision is still to be applied.
inline void write_block(script_writer& out, const migration& m) {
  std::string lines = out.check.lock() + out.check.return_if_present(m) + out.check.parents(m) + out.lock_timeout("  ");
  for (const statement& s : m.up) lines += execution(s);
  out.statement(guard::block(lines + "  " + out.sql.applied(m) + ";\n"));
}

/// Statements that a block cannot hold. The row of the journal says which of them are to come; psql runs what the
/// queries give.
inline void write_queries(script_writer& out, const migration& m) {
  const auto ask = [&](const std::string& sql, const std::string& where) {
    out.lines(fmt::format("SELECT {} {}\n\\gexec\n", sql, where));
  };
  const auto quoted = [](const std::string& sql) { return dollar_quoted(sql, "sql"); };
  const auto where_done = [&](std::size_t n) {
    return fmt::format("FROM {} WHERE id = {} AND state = '{}' AND statements_done = {}", out.sql.table(),
                       literal(m.id), state::upgrading, n);
  };
  out.comment(
      "Outside a transaction, so no block can hold it: the queries say what is left to do, and psql does it "
      "(\\gexec).\n"
      "With another client: run each query, then what it gives, one after the other.\n"
      "Where CREATE INDEX CONCURRENTLY failed: drop the invalid index before the next attempt.");
  out.statement(guard::block(out.check.unless_replaced(m, out.check.parents(m)) + out.check.lock_session()));
  ask(quoted(out.sql.upgrading(m)), "WHERE NOT " + out.check.present(m));
  for (std::size_t k = 0; k < m.up.size(); ++k)
    ask(fmt::format("{},\n  {}", quoted(m.up[k].sql), quoted(out.sql.progressed(m.id, k + 1))), where_done(k));
  ask(quoted(out.sql.completed(m.id)), where_done(m.up.size()));
  out.statement(guard::block(out.check.unlock() + out.check.unless_replaced(m, out.check.complete(m))));
}

}  // namespace detail

/// Requires: a whole history, each revision after its parents. Plain SQL, except where a revision runs outside a
/// transaction: that takes psql, or a hand.
inline std::string idempotent_script(const path& revisions, const script_options& with = {}) {
  script_writer out(with);
  out.title(revisions, direction::up, "from any revision to the last, any number of times");
  out.create_journal();
  for (const migration* m : revisions) {
    out.heading(*m, direction::up);
    (m->transactional ? detail::write_block : detail::write_queries)(out, *m);
  }
  return std::move(out).text();
}

}  // namespace skein::render
