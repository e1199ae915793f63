// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// `baseline`: from that day on a database that was there before is migrated by skein.

#include <skein/cli/schema_difference.hpp>
#include <skein/cli/schema_source.hpp>

namespace skein::driver {

struct baseline_verb {
  static constexpr const char* name = "baseline";
  static constexpr const char* purpose =
      "Adopt a database without a journal: record that it is at a target, if it is what that makes it";
  std::string target = "head";
  schema_choice schemas;
  difference_format format;
  bool despite_differences = false;

  void declare(CLI::App& verb) {
    verb.add_option("target", target, "head, heads, a revision or the beginning of one")->capture_default_str();
    schemas.declare(verb);
    format.declare(verb);
    verb.add_flag("--despite-differences", despite_differences, "Record it although the database is something else");
  }
  exit_code run(context& c) const {
    run::options without_doing = c.options();
    without_doing.dry = true;
    const run::report planned = run::runner(c.database(), c.history(), without_doing).stamp(target);
    if (planned.pending.empty()) return say(c, {}, planned, "nothing to do");
    if (!planned.current.empty())
      throw refusal(
          fmt::format("{} already, as its journal says; check compares it with that, and stamp records another one",
                      run::at(planned.current)));
    schema_source source(c, schemas.names);
    const schema_difference drift(source.database().state, source.at(target).state);
    if (!drift.is_empty() && !despite_differences) {
      if (c.given.json)
        print_json(c, drift, planned);
      else
        c.out.line(
            "{}", c.out.in(colour::yellow, "the database is not what the history makes it; this would take it there:")),
            format.print(c, drift);
      c.err.line("nothing is recorded; mend the one or the other, or give --despite-differences");
      return exit_code::drift;
    }
    const run::report done = c.runner().stamp(target);
    return say(c, drift, done,
               drift.is_empty() ? "the database is what the history makes it" : "recorded despite the differences");
  }

 private:
  static exit_code say(context& c, const schema_difference& drift, const run::report& r, const char* words) {
    if (c.given.json) return print_json(c, drift, r), exit_code::done;
    c.out.line("{}; {}", words, run::at(r.current));
    return exit_code::done;
  }
  static void print_json(context& c, const schema_difference& drift, const run::report& r) {
    std::vector<std::string> recorded;
    for (const run::revision_result& one : r.done) recorded.push_back(one.id);
    c.out.line("{}", json{{"recorded", recorded},
                          {"current", r.current},
                          {"differences", {{"sql", drift.sql}, {"steps", drift.steps}, {"complete", drift.complete}}}}
                         .dump(2));
  }
};

}  // namespace skein::driver
