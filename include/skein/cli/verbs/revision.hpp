// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// `revision`: the next revision, written. No database is asked, unless it says what is to be.

#include <skein/check/diff/declared.hpp>
#include <skein/check/diff/diff.hpp>
#include <skein/check/diff/divided.hpp>
#include <skein/check/objection.hpp>
#include <skein/cli/written_revision.hpp>
#include <skein/render/state_at.hpp>
#include <skein/run/introspect.hpp>

namespace skein::driver {

struct revision_verb {
  static constexpr const char* name = "revision";
  static constexpr const char* purpose = "Write the C++ of the revision that takes the history to the models";
  std::string message = "next revision";
  std::vector<std::string> renames;
  bool empty = false;
  bool from_database = false;

  void declare(CLI::App& verb) {
    verb.add_option("-m,--message", message, "What it does, in a few words")->capture_default_str();
    verb.add_option("--rename", renames, "What is only called otherwise: users.name:users.full_name, users:people")
        ->type_name("OLD:NEW");
    CLI::Option* without = verb.add_flag("--empty", empty, "Without steps, to be filled in");
    verb.add_flag("--from-database", from_database, "To what the database is, instead of the models")
        ->excludes(without);
  }
  exit_code run(context& c) const {
    const std::vector<std::string> heads = heads_of(c.standing());
    if (heads.size() > 1)
      throw usage_error(
          fmt::format("the history has {} heads; write a merge of them first: the verb merge does", heads.size()));
    if (empty) return print(c, heads, message, {{}}), exit_code::done;
    const render::state_at head(c.definition(), [](std::string_view) { return true; });
    checks::arena in;
    const auto lead_to = [&](const checks::live_state& wanted) { return write(c, heads, *head, wanted, in); };
    if (from_database) {
      const run::introspected found = run::introspect(c.database(), {.journal = c.options().journal});
      return lead_to(found.state);
    }
    const checks::declared_state wanted = checks::state_of(c.models(), *head, in);
    if (!wanted.left.empty()) {
      const checks::declared_state::misfit& first = wanted.left.front();
      throw std::runtime_error(fmt::format("the models do not fit together: {}:{}: {}", first.of->where->file,
                                           first.of->where->line, checks::objection(first.why, *first.is)));
    }
    return lead_to(wanted.state);
  }

 private:
  exit_code write(context& c, const std::vector<std::string>& heads, const checks::live_state& head,
                  const checks::live_state& wanted, checks::arena& in) const {
    const checks::difference_of_states found = checks::diff(head, wanted, in, renamed(c, head, wanted, in));
    if (found.complete && found.steps.empty()) {
      c.err.line("nothing to do: the history leads there already");
      return exit_code::done;
    }
    const auto parts = checks::divided(found.steps, head, in);
    if (!found.complete || parts.empty())
      throw std::runtime_error("no steps lead to all of it; write the revision by hand: revision --empty begins it");
    print(c, heads, message, parts);
    return exit_code::done;
  }
  /// What is said to be renamed, and what a person who is asked says is.
  std::vector<checks::rename> renamed(context& c, const checks::live_state& head, const checks::live_state& wanted,
                                      checks::arena& in) const {
    std::vector<checks::rename> given;
    for (const std::string& text : renames) {
      const auto found = checks::read_rename(text, head, in);
      if (!found)
        throw usage_error(fmt::format(
            "--rename {} names nothing that the history has; write old:new, as in users.name:users.full_name", text));
      given.push_back(*found);
    }
    for (const checks::rename& likely : checks::likely_renames(head, wanted, in)) {
      if (is_given(likely, given)) continue;
      if (!c.asks()) c.err.line("if it is only called otherwise, add --rename {}", text_of(likely));
      else if (c.says_yes(fmt::format("Is {} only called otherwise, {}?", old_name(likely), render::view(*likely.to))))
        given.push_back(likely);
    }
    return given;
  }
  static bool is_given(const checks::rename& likely, const std::vector<checks::rename>& given) {
    for (const checks::rename& g : given)
      if (same(*g.table, *likely.table) && same(g.column, likely.column)) return true;
    return false;
  }
  static std::string old_name(const checks::rename& r) {
    const std::string table = render::shown(*r.table);
    return r.column ? table + "." + std::string(render::view(*r.column)) : table;
  }
  static std::string text_of(const checks::rename& r) {
    return fmt::format("{}:{}", old_name(r), render::view(*r.to));
  }
};

}  // namespace skein::driver
