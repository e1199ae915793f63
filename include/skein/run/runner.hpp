// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// The verbs: a database and a history in, a report out. No template over the history.

#include <skein/run/executor.hpp>
#include <skein/run/lock.hpp>
#include <skein/run/server.hpp>
#include <skein/run/status.hpp>

namespace skein::run {

/// All verbs but status hold the migration lock while they change anything, and judge by what the journal says then.
/// Errors: those of error.hpp; sql_error for what the server refuses outside of a revision.
class runner {
 public:
  /// Requires: `history` outlives it; the session is in no transaction.
  runner(session& database, const render::migrations& history, options with = {})
      : session_(database), history_(history), with_(std::move(with)), journal_(with_.journal_table()) {}

  /// Creates the journal if it is not there; upgrade does so by itself.
  void prepare() {
    require_server(session_, history_);
    read();
    if (journal_exists_) return;
    const migration_lock lock(session_, journal_.table(), with_);
    read_or_create();
  }

  /// Applies what leads to the target. One round trip if that is applied already.
  report upgrade(std::string_view target = "head") {
    choose_by(target);
    return change(direction::up, {[&](const standing& s) { return planned(s).up_to(aims(s).above(on_the_way(s, target))); }});
  }

  /// Takes back what does not lead to the target; what a newer program applied, with the SQL that it left in the
  /// journal.
  report downgrade(std::string_view target) {
    choose_by({});
    return change(direction::down, {[&](const standing& s) { return planned(s).down_to(aims(s).below(on_the_way(s, target))); }});
  }

  /// Takes the last revisions back and applies them again.
  report redo(std::size_t revisions = 1) {
    choose_by({});
    std::vector<std::string> before;  // by names: what replaces a run may come back in its place
    const auto back = [&](const standing& s) {
      before = s.current();
      return planned(s).down_to(aims(s).below(fmt::format("-{}", revisions)));
    };
    const auto again = [&](const standing& s) {
      revision_set wanted = s.applied;
      for (const std::string& id : before) {
        const revision_set with = aims(s).above(id);
        for (std::size_t i = 0; i < wanted.size(); ++i) wanted[i] = wanted[i] || with[i];
      }
      return planned(s).up_to(wanted);
    };
    return change(direction::up, {back, again});
  }

  /// Down to nothing and up again to head: all data are lost.
  report reset() {
    choose_by({});
    return change(direction::down, {[&](const standing& s) { return planned(s).down_to(s.revisions.nothing()); },
                                    [&](const standing& s) { return planned(s).up_to(aims(s).at("head")); }});
  }

  /// Makes the journal say that the database has exactly what leads to the target. Runs none of it, and asks for no
  /// consistency: it is the remedy where there is none.
  report stamp(std::string_view target) {
    const auto start = clock::now();
    choose_by(target, true);
    require_server(session_, history_);
    const standing before = read();
    report out{.pending = ids_of(restated(before, target)), .current = before.current()};
    if (with_.dry || out.pending.empty()) return timed(std::move(out), start);
    const migration_lock lock(session_, journal_.table(), with_);
    standing now = read_or_create();
    const plan changes = restated(now, target);
    std::deque<std::string> sql{"BEGIN"};
    for (const task& t : changes) {
      sql.push_back(journal_.removed(t.revision->id));
      if (t.towards == direction::up) sql.push_back(journal_.stamped(*t.revision));
      out.done.push_back({t.revision->id, t.revision->message, t.towards});
    }
    sql.push_back("COMMIT");
    session_.run(std::vector<std::string_view>(sql.begin(), sql.end()));
    out.pending.clear();
    out.current = current_after(now, out.done);
    return timed(std::move(out), start);
  }

  /// One round trip, no lock.
  run::status status() {
    choose_by({});
    run::status out(read());
    out.server = session_.server_version();
    out.target = history_.server;
    return out;
  }

  /// One round trip. Throws not_at_head, which names what is missing; checksum_mismatch, gap, unfinished. Revisions of
  /// a newer program do not disturb: while a release is rolled out, the old program meets the new database.
  void require_head() {
    choose_by({});
    standing s = standing_of(compare_journal(session_, journal_, preferred()));
    s.unknown.clear();
    require_consistent(s, direction::up);
    const std::vector<std::string> missing = s.pending();
    if (!missing.empty())
      throw not_at_head(fmt::format("the database lacks {}: {}; upgrade it before this program starts",
                                    render::counted(missing.size(), "revision"), listed(missing)),
                        missing);
  }

 private:
  using clock = std::chrono::steady_clock;
  using phase = std::function<plan(const standing&)>;

  /// One phase after the other under one lock, each planned by what the journal says when its turn comes.
  report change(direction towards, const std::vector<phase>& phases) {
    const auto start = clock::now();
    require_server(session_, history_);
    report out;
    if (settled(towards, phases, out)) return timed(std::move(out), start);
    migration_lock lock(session_, journal_.table(), with_);
    for (const phase& next : phases) {
      standing now;
      report part;
      try {
        now = read_or_create(&next == &phases.front() ? journal_.prepare() : "");
        lock.afterwards(render::journal::deallocate);
        require_consistent(now, towards);
        const plan tasks = next(now);
        execute({session_, journal_, with_, lock, &next == &phases.back(), tasks, part});
      } catch (stopped& early) {
        early.so_far.current = current_after(now, early.so_far.done);
        early.so_far.done.insert(early.so_far.done.begin(), out.done.begin(), out.done.end());
        early.so_far = timed(std::move(early.so_far), start);
        throw;
      } catch (const connection_lost& failure) {
        throw lost_on_the_way(failure, out.done.size() + part.done.size());
      }
      out.current = current_after(now, part.done);
      out.done.insert(out.done.end(), part.done.begin(), part.done.end());
    }
    return timed(std::move(out), start);
  }

  /// Whether a look at the journal is all that is needed: nothing is to be done, or only to be said.
  bool settled(direction towards, const std::vector<phase>& phases, report& out) {
    const standing s = standing_of(compare_journal(session_, journal_, preferred()));
    try {
      require_consistent(s, towards);
    } catch (const unfinished&) {  // it may be going on at this moment: judge when the lock is held
      if (with_.dry) throw;
      return false;
    }
    out.current = s.current();
    for (const phase& next : phases)
      for (const task& t : next(s)) out.pending.push_back(t.revision->id);
    if (with_.dry || out.pending.empty()) return true;
    out.pending.clear();
    return false;
  }

  /// What stamp has to write: the rows that are missing or wrong, the rows that are too many.
  plan restated(const standing& s, std::string_view target) {
    const revision_set wanted = aims(s).at(target);
    const auto wrong = [&](std::size_t i) {
      return !s.rows[i] || s.unfinished == i || s.rows[i]->checksum != (*s.program)[i].checksum;
    };
    plan out;
    stored_.clear();
    for (std::size_t i = 0; i < wanted.size(); ++i) {
      if (wanted[i] && wrong(i)) out.push_back({&(*s.program)[i], direction::up});
      if (wanted[i] || !s.rows[i]) continue;
      if (i >= s.known) stored_.push_back(as_migration(*s.rows[i]));
      out.push_back({i < s.known ? &(*s.program)[i] : &stored_.back(), direction::down});
    }
    return out;
  }

  /// Loads the down of what a newer program applied, or an older one that had more.
  planner planned(const standing& s) {
    stored_.clear();
    std::vector<std::string> unknown;
    std::vector<std::size_t> journals = s.unknown;
    journals.insert(journals.end(), s.stored.begin(), s.stored.end());
    for (const std::size_t i : journals) {
      stored_.push_back(as_migration(*s.rows[i]));
      unknown.push_back(stored_.back().id);
    }
    if (!unknown.empty()) {
      const rows sql = session_.run(journal_.read_down(unknown));
      for (std::size_t i = 0; i < sql.size(); ++i)
        for (render::migration& m : stored_)
          if (m.id == sql.text(i, 0)) m.down.push_back({sql.text(i, 1), 0});
    }
    return {s, stored_};
  }
  targets aims(const standing& s) const { return {s.revisions, s.known, s.applied}; }

  /// Where the journal does not say which way a database goes, or for stamp before it does.
  void choose_by(std::string_view target, bool first = false) {
    target_ = target;
    target_first_ = first;
  }
  /// The target. Throws bad_target where it names a revision of a way that this database does not go.
  std::string_view on_the_way(const standing& s, std::string_view target) const {
    const std::string id = named_by(history_, target);
    if (id.empty() || s.revisions.find(id) != graph::none) return target;
    const auto m = std::find_if(history_.begin(), history_.end(), [&](const auto& each) { return each.id == id; });
    throw bad_target(fmt::format("{} is of the run that {} replaces, and this database has {} in its place: name that one, or "
                                 "what comes before or after it",
                                 id, m->replaced_by, m->replaced_by));
  }
  /// What a database goes through that has nothing yet.
  const render::migrations& preferred() {
    if (!render::has_runs(history_)) return history_;
    if (preferred_.empty()) preferred_ = render::taken(history_, [](const render::migration&) { return false; });
    return preferred_;
  }
  standing standing_of(const journal_content& content) {
    journal_exists_ = content.exists;
    return compare(history_, content, {target_}, target_first_);
  }
  standing read() { return standing_of(read_journal(session_, journal_)); }
  /// Requires: the lock. `first` is run in the same message.
  standing read_or_create(std::string_view first = {}) {
    if (journal_exists_) {
      const journal_content content = read_journal(session_, journal_, first);
      if (content.exists) return standing_of(content);
    }
    return standing_of(create_journal(session_, journal_, first));
  }

  static std::vector<std::string> current_after(const standing& s, const std::vector<revision_result>& done) {
    revision_set applied = s.applied;
    for (const revision_result& r : done) applied[s.revisions.find(r.id)] = r.towards == direction::up;
    return s.shown(s.revisions.heads(applied));
  }
  static std::vector<std::string> ids_of(const plan& tasks) {
    std::vector<std::string> out;
    for (const task& t : tasks) out.push_back(t.revision->id);
    return out;
  }
  static report timed(report out, clock::time_point start) {
    out.time = clock::now() - start;
    return out;
  }

  session& session_;
  const render::migrations& history_;
  options with_;
  render::journal journal_;
  std::deque<render::migration> stored_;
  render::migrations preferred_{};
  bool journal_exists_ = false;
  std::string target_{};  ///< see way
  bool target_first_ = false;
};

}  // namespace skein::run
