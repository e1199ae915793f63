// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// `diagram`: the schema at a revision as a picture, or what some revisions make of it. No database is asked.

#include <skein/cli/context.hpp>
#include <skein/cli/picture_format.hpp>
#include <skein/render/state_at.hpp>

namespace skein::driver {

struct diagram_verb {
  static constexpr const char* name = "diagram";
  static constexpr const char* purpose = "Draw the tables at a revision and how they refer to each other";
  std::string revision = "head";
  std::string since;
  picture_format format{"mermaid"};

  void declare(CLI::App& verb) {
    verb.add_option("--revision", revision, "head, heads, a revision or the beginning of one")->capture_default_str();
    verb.add_option("--since", since, "What changed since that revision, or base: added green, removed red");
    format.declare(verb);
  }
  exit_code run(context& c) const {
    const run::standing s = c.standing({revision, since});
    const render::state_at now = state(c, s, revision);
    const std::string text =
        format(since.empty() ? render::diagram::draw(*now) : render::diagram::draw(*state(c, s, since), *now));
    if (c.given.json) c.out.line("{}", json{{"format", format.name}, {"text", text}}.dump(2));
    else c.out.write(text);
    return exit_code::done;
  }

 private:
  static render::state_at state(const context& c, const run::standing& s, const std::string& target) {
    const run::revision_set wanted = run::targets(s.revisions, s.known, s.revisions.nothing()).at(target);
    return {c.definition(), [&](std::string_view id) {
              const std::size_t i = s.revisions.find(id);
              return i != run::graph::none && wanted[i];
            }};
  }
};

}  // namespace skein::driver
