// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Schemas that can be compared: of databases, of revisions, of the models; each as PostgreSQL prints it.

#include <skein/check/diff/declared.hpp>
#include <skein/check/objection.hpp>
#include <skein/cli/context.hpp>
#include <skein/render/state_at.hpp>
#include <skein/run/reference.hpp>

#include <algorithm>

namespace skein::driver {

/// Names of schemas to look at.
struct schema_choice {
  std::vector<std::string> names;
  void declare(CLI::App& verb) {
    verb.add_option("--schema", names, "Only what is in this schema; may be said again")->allow_extra_args(false);
  }
};

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

}  // namespace skein::driver
