// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// `revision`: the next revision, written; `merge`: the one that brings branches together. No database is asked, unless
/// it says what is to be.

#include <skein/check/diff/declared.hpp>
#include <skein/check/diff/diff.hpp>
#include <skein/check/objection.hpp>
#include <skein/cli/context.hpp>
#include <skein/cli/formatted.hpp>
#include <skein/render/cpp/revision.hpp>
#include <skein/render/state_at.hpp>
#include <skein/run/introspect.hpp>

#include <ctime>

namespace skein::driver {

/// Today and now, in UTC, as fourteen digits; a second later where a revision has that.
inline std::string fresh_id(const context& c) {
  for (std::time_t now = std::time(nullptr);; ++now) {
    std::tm parts{};
    ::gmtime_r(&now, &parts);
    char text[16];
    std::strftime(text, sizeof(text), "%Y%m%d%H%M%S", &parts);
    if (!c.find(text)) return text;
  }
}

inline void print(context& c, const render::cpp::revision_text& r) {
  const std::string code = formatted(render::cpp::revision(r));
  if (c.given.json)
    c.out.line("{}", json{{"id", r.id},
                          {"parents", r.parents},
                          {"name", render::cpp::struct_name(r.message)},
                          {"steps", r.steps.size()},
                          {"code", code}}
                         .dump(2));
  else
    c.out.write(code);
}

inline std::vector<std::string> heads_of(const run::standing& s) {
  std::vector<std::string> out;
  for (const std::size_t i : s.revisions.heads(s.revisions.everything())) out.push_back((*s.program)[i].id);
  return out;
}

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
    const run::standing s = c.standing();
    const std::vector<std::string> heads = heads_of(s);
    if (heads.size() > 1)
      throw usage_error(
          fmt::format("the history has {} heads; write a merge of them first: the verb merge does", heads.size()));
    render::cpp::revision_text r{fresh_id(c), heads, message, {}};
    if (empty) return print(c, r), exit_code::done;
    const render::state_at head(c.definition(), [](std::string_view) { return true; });
    checks::arena in;
    const auto lead_to = [&](const checks::live_state& wanted) { return write(c, r, *head, wanted, in); };
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
  exit_code write(context& c, render::cpp::revision_text& r, const checks::live_state& head,
                  const checks::live_state& wanted, checks::arena& in) const {
    std::vector<checks::rename> given;
    for (const std::string& text : renames) {
      const auto found = checks::read_rename(text, head, in);
      if (!found)
        throw usage_error(fmt::format(
            "--rename {} names nothing that the history has; write old:new, as in users.name:users.full_name", text));
      given.push_back(*found);
    }
    const checks::difference_of_states steps = checks::diff(head, wanted, in, given);
    if (!steps.complete)
      throw std::runtime_error("no steps lead to all of it; write the revision by hand: revision --empty begins it");
    if (steps.steps.empty()) {
      c.err.line("nothing to do: the history leads there already");
      return exit_code::done;
    }
    for (const checks::rename& likely : checks::likely_renames(head, wanted, in))
      if (!is_given(likely, given)) c.err.line("if it is only called otherwise, add --rename {}", text_of(likely));
    r.steps = steps.steps;
    print(c, r);
    return exit_code::done;
  }
  static bool is_given(const checks::rename& likely, const std::vector<checks::rename>& given) {
    for (const checks::rename& g : given)
      if (same(*g.table, *likely.table) && same(g.column, likely.column)) return true;
    return false;
  }
  static std::string text_of(const checks::rename& r) {
    const std::string table = (r.table->schema.empty() ? "" : std::string(render::view(r.table->schema)) + ".") +
                              std::string(render::view(r.table->name));
    return table + (r.column ? "." + std::string(render::view(*r.column)) : "") + ":" +
           std::string(render::view(*r.to));
  }
};

struct merge_verb {
  static constexpr const char* name = "merge";
  static constexpr const char* purpose = "Write the C++ of the revision that merges the heads";
  std::string message = "merge";

  void declare(CLI::App& verb) {
    verb.add_option("-m,--message", message, "What it brings together, in a few words")->capture_default_str();
  }
  exit_code run(context& c) const {
    const std::vector<std::string> heads = heads_of(c.standing());
    if (heads.size() < 2) throw usage_error("the history has one head; there is nothing to merge");
    print(c, {fresh_id(c), heads, message, {}});
    return exit_code::done;
  }
};

}  // namespace skein::driver
