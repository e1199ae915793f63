// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// `plan`: what an upgrade or a downgrade would run. `sql`: the same as a script, without a database.

#include <skein/cli/context.hpp>
#include <skein/render/idempotent_script.hpp>
#include <skein/render/plan.hpp>
#include <skein/render/script.hpp>

namespace skein::driver {

struct plan_verb {
  static constexpr const char* name = "plan";
  static constexpr const char* purpose = "Print what an upgrade of the database would run, without running it";
  std::string target;
  bool down = false;
  bool verbose = false;

  void declare(CLI::App& verb) {
    verb.add_flag("-v,--verbose", verbose, "All of the SQL, without the transactions and the journal");
    verb.add_option("target", target, "As of upgrade; with --down, of downgrade")->default_str("head, or base");
    verb.add_flag("--down", down, "What a downgrade would run instead");
  }
  exit_code run(context& c) const {
    run::options options = c.options();
    options.dry = true;
    run::runner runner(c.database(), c.history(), options);
    const std::string to = !target.empty() ? target : down ? "base" : "head";
    const run::report report = down ? runner.downgrade(to) : runner.upgrade(to);

    render::path path;
    json all = json::array();
    for (const std::string& id : report.pending) {
      const render::migration* m = c.find(id);
      all.push_back(m ? to_json(*m, true) : json{{"id", id}});
      if (m) path.push_back(m);
      else c.err.line("{}  is not in this program's history; the journal has its SQL", id);
    }
    if (c.given.json) c.out.line("{}", all.dump(2));
    else c.out.write((verbose ? render::plan_in_full : render::plan)(path, down ? render::direction::down : render::direction::up));
    return exit_code::done;
  }
};

struct sql_verb {
  static constexpr const char* name = "sql";
  static constexpr const char* purpose = "Print a script that does what an upgrade would do; no database is asked";
  std::string range;
  bool down = false;
  bool idempotent = false;

  void declare(CLI::App& verb) {
    CLI::Option* of =
        verb.add_option("range", range, "TO, FROM:TO or FROM: with targets as of upgrade")->default_str("base:head");
    CLI::Option* downwards = verb.add_flag("--down", down, "The way back; without a range from head to base");
    verb.add_flag("--idempotent", idempotent, "One that takes a database from any revision to head")
        ->excludes(of)
        ->excludes(downwards);
  }
  exit_code run(context& c) const {
    const run::options settings = c.given.options();
    render::script_options options{
        .journal = settings.journal_table(), .search_path = settings.search_path, .server = c.history().server};
    if (c.given.lock_timeout > 0)
      options.lock_timeout = fmt::format("{}ms", static_cast<long long>(c.given.lock_timeout * 1000));
    if (idempotent) {
      c.out.write(render::idempotent_script(render::whole(c.history()), options));
      return exit_code::done;
    }
    const std::size_t colon = range.find(':');
    const std::string from = colon == range.npos ? "" : range.substr(0, colon);
    const std::string to = colon == range.npos ? range : range.substr(colon + 1);
    // An end that is inside of a run says that the database goes through it.
    const run::standing way = c.standing({from, to});
    c.out.write(down ? downgrade_script(path(way, from, to), options) : render::upgrade_script(path(way, from, to), options));
    return exit_code::done;
  }

 private:
  static std::string downgrade_script(const render::path& revisions, const render::script_options& with) try {
    return render::downgrade_script(revisions, with);
  } catch (const std::invalid_argument& irreversible) {
    throw refusal(irreversible.what());
  }

  render::path path(const run::standing& way, const std::string& from, const std::string& to) const {
    const run::graph& graph = way.revisions;
    const run::revision_set start =
        run::targets(graph, graph.size(), graph.nothing()).at(!from.empty() ? from : down ? "heads" : "base");
    const run::targets targets(graph, graph.size(), start);
    const run::revision_set end =
        down ? targets.below(to.empty() ? "base" : to) : targets.above(to.empty() ? "head" : to);

    render::path out;
    for (std::size_t i = 0; i < graph.size(); ++i)
      if (start[i] != end[i]) out.push_back(&(*way.program)[i]);
    if (down) std::reverse(out.begin(), out.end());
    return out;
  }
};

}  // namespace skein::driver
