// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Schemas that can be compared: of databases, of revisions, of the models; each as PostgreSQL prints it.

#include <skein/check/diff/declared.hpp>
#include <skein/check/diff/diff.hpp>
#include <skein/check/invert/invert.hpp>
#include <skein/check/objection.hpp>
#include <skein/cli/context.hpp>
#include <skein/render/state_at.hpp>
#include <skein/run/reference.hpp>

#include <algorithm>

namespace skein::driver {

/// Reads or builds them; what is built stands in databases of a throwaway server.
class schema_source {
 public:
  schema_source(context& c, std::vector<std::string> schemas) : c_(c), with_{std::move(schemas), c.given.options().journal_table()} {}

  /// `database`, `models`, a URL or `key=value` pairs, or a revision as `diagram` takes it.
  run::introspected read(const std::string& what) {
    if (what == "database") return database();
    if (what == "models") return models();
    if (what.find("://") != what.npos || what.find('=') != what.npos) {
      run::session other(what);
      return run::introspect(other, with_);
    }
    return at(what);
  }

  run::introspected database() { return run::introspect(c_.database(), with_); }
  run::introspected at(const std::string& revision) {
    const run::standing s = c_.standing({revision});
    const run::revision_set wanted = run::targets(s.revisions, s.known, s.revisions.nothing()).at(revision);
    return after([&](std::string_view id) {
      const std::size_t i = s.revisions.find(id);
      return i != run::graph::none && wanted[i];
    });
  }
  /// After the revisions for whose identifier `runs` is true.
  run::introspected after(auto&& runs) {
    const render::state_at state(c_.definition(), runs);
    return built(*state);
  }
  run::introspected models() {
    if (c_.models().size == 0) throw usage_error("this driver is compiled without models");
    checks::arena in;
    const checks::declared_state declared = checks::state_of(c_.models(), {}, in);
    for (const checks::declared_state::misfit& m : declared.left)
      throw run::history_mismatch(fmt::format("{}:{}: {}", m.of->where->file, m.of->where->line, checks::objection(m.why, *m.is)));
    return built(declared.state);
  }

 private:
  run::introspected built(const checks::live_state& state) {
    run::session empty(c_.scratch().create_database(fmt::format("skein_reference_{}", ++databases_)));
    return run::as_printed(empty, state, with_);
  }

  context& c_;
  run::introspect_options with_;
  int databases_ = 0;
};

/// The SQL that leads from one schema to another. What a step becomes depends on the state before it.
struct sql_between {
  std::vector<std::string> statements{};
  bool complete = true;  ///< nothing is left that no step changes

  sql_between(const checks::live_state& from, const checks::live_state& to) {
    checks::arena in;
    const checks::difference_of_states found = checks::diff(from, to, in);
    complete = found.complete;
    checks::live_state here = from;
    here.lenient = true;
    here.transactional = false;
    bool ok = true;
    checks::inverter along(here, in);
    along.run(in.make_list(found.steps), ok);
    for (const model::step* x : along.ran())
      for (std::string& sql : render::statements(*x)) statements.push_back(std::move(sql));
  }
  bool differs() const { return !statements.empty() || !complete; }
};

}  // namespace skein::driver
