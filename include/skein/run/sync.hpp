// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Additive update of a live database, for who has models and no history: what they have and it lacks is added, and nothing
/// is dropped or changed.

#include <skein/check/diff/declared.hpp>
#include <skein/check/objection.hpp>
#include <skein/check/sync/additions.hpp>
#include <skein/render/journal.hpp>
#include <skein/render/step.hpp>
#include <skein/run/introspect.hpp>
#include <skein/run/lock.hpp>
#include <skein/run/sqlstate.hpp>
#include <skein/run/sync/report.hpp>
#include <skein/run/sync/words.hpp>

#include <optional>

namespace skein::run {

class synchroniser {
 public:
  /// Requires: no transaction is open in the session.
  synchroniser(session& s, const model::models_def& models, model::u32 server, const sync_options& with)
      : session_(s), models_(models), server_(server), with_(with) {}

  /// Adds what is missing, each in a transaction of its own; who runs it at the same time waits. What fails is said, and
  /// what does not need it goes on; the same call again tries again. Throws lock_not_acquired, pooled_connection, interrupted,
  /// connection_lost.
  sync_report run() {
    std::optional<migration_lock> lock;
    if (!with_.dry) lock.emplace(session_, render::journal(with_.journal_table()).table(), with_);
    const introspected there = introspect(session_, {.journal = with_.journal_table()});
    checks::declared_state declared = checks::state_of(models_, there.state, in_);
    declared.state.server = server_;
    sync_report out{.database = session_.database(), .user = session_.user(), .server_version = session_.server_version()};
    out.tables = tables_of(there.state);
    out.expected = tables_of(declared.state);
    out.left = leftovers(there.state, declared.state);
    out.not_read = there.left_out;
    for (const checks::declared_state::misfit& each : declared.left)
      out.without_sense.push_back(fmt::format("{}:{}: {}", each.of->where->file, each.of->where->line, checks::objection(each.why, *each.is)));
    for (const checks::addition& each : checks::additions(there.state, declared.state, in_)) {
      if (with_.stop.stop_requested()) throw interrupted("stopped; what is added stays added, and the same command continues", {});
      out.changes.push_back(change(each, there.state, lock ? &*lock : nullptr));
    }
    return out;
  }

 private:
  static std::size_t tables_of(const checks::live_state& s) {
    std::size_t n = 0;
    for (model::u32 t = 1; t <= s.used.tables; ++t) n += s.tables[t].alive;
    return n;
  }

  sync_change change(const checks::addition& each, const checks::live_state& before, const migration_lock* lock) {
    const model::step* x = each.x;
    sync_change out{.table = sync_detail::subject(*x), .what = sync_detail::words(*x), .sql = render::statements(*x)};
    if (!each.refused.empty()) return out.is = sync_change::state::refused, out.error = each.refused, out;
    if (lacks_values(*x, before)) {
      if (with_.strict) {
        out.is = sync_change::state::refused;
        out.error = "it is not null and has no default, and the table has rows; give it a default, or let it be nullable";
        return out;
      }
      out.sql = render::statements(nullable(*x));
      out.note = "added nullable: the table has rows, and there is no default for them; fill it, then set it not null";
    }
    if (lock) execute(out, *lock);
    return out;
  }

  /// A new column of a table that has rows already has to have something in them.
  bool lacks_values(const model::step& x, const checks::live_state& before) {
    namespace flag = model::flag;
    if (x.what != model::op::add_column) return false;
    const model::member& c = *x.members[0];
    constexpr model::u32 filled = flag::default_value | flag::next_value | flag::generated | flag::identity;
    if (!(c.flags & flag::not_null) || c.flags & filled || model::is_serial(c.type->id)) return false;
    if (!checks::names::find_table(before, x.table->schema, x.table->name)) return false;
    return session_.run(fmt::format("SELECT EXISTS (SELECT FROM {})", render::identifier(*x.table))).truth(0, 0);
  }
  model::step nullable(model::step x) {
    model::member c = *x.members[0];
    std::vector<const model::option*> options;
    for (const model::option* o : c.options)
      if (o->bit != model::flag::not_null) options.push_back(o);
    c.flags &= ~model::flag::not_null;
    c.options = in_.make_list(options);
    x.members = in_.list_of(in_.make(c));
    return x;
  }

  void execute(sync_change& c, const migration_lock& lock) {
    growing_pause pauses(with_.pause, std::chrono::minutes(1));
    for (unsigned attempt = 1;; ++attempt) try {
        std::vector<std::string> all{"BEGIN", fmt::format("SET LOCAL lock_timeout = {}", lock.statement_patience(with_).count())};
        if (with_.statement_timeout) all.push_back(fmt::format("SET LOCAL statement_timeout = {}", with_.statement_timeout->count()));
        all.insert(all.end(), c.sql.begin(), c.sql.end());
        all.push_back("COMMIT");
        session_.run(std::vector<std::string_view>(all.begin(), all.end()));
        c.is = sync_change::state::added;
        return;
      } catch (const sql_error& e) {
        session_.run("ROLLBACK");
        const bool again = sqlstate::is_contention(e.sqlstate) && attempt < with_.attempts;
        if (again && pause(pauses.next(), with_.stop)) continue;
        c.is = sync_change::state::failed;
        c.error = e.message;
        return;
      }
  }

  session& session_;
  const model::models_def models_;
  const model::u32 server_;
  const sync_options& with_;
  checks::arena in_;
};

/// Requires: no transaction is open in the session. Errors: see synchroniser::run.
inline sync_report sync(session& s, const model::models_def& models, model::u32 server, const sync_options& with = {}) {
  return synchroniser(s, models, server, with).run();
}

}  // namespace skein::run
