// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// `completion`: the shell knows the verbs, their options and the revisions.

#include <skein/cli/context.hpp>

namespace skein::driver {

struct completion_verb {
  static constexpr const char* name = "completion";
  static constexpr const char* purpose = "Print what completes this command line in bash: source <(PROGRAM completion)";
  CLI::App* app = nullptr;

  void declare(CLI::App& verb) { app = verb.get_parent(); }
  exit_code run(context& c) const {
    const std::string path = app->get_name();
    const std::string program = path.substr(path.rfind('/') + 1);
    std::string verbs, cases, revisions = "head heads base branch";
    for (const render::migration& m : c.history()) revisions += ' ' + m.id;
    const std::string everywhere = options(*app);
    for (const CLI::App* verb : app->get_subcommands([](const CLI::App*) { return true; })) {
      verbs += (verbs.empty() ? "" : "|") + verb->get_name();
      cases += fmt::format("    {}) words=\"{} {} {}\" ;;\n", verb->get_name(), options(*verb), everywhere,
                           takes_revision(*verb) ? revisions : "");
    }
    std::string listed = verbs;
    std::replace(listed.begin(), listed.end(), '|', ' ');
    c.out.write(fmt::format("_skein_complete() {{\n"
                            "  local word verb= words=\"{0} {1}\"\n"
                            "  for word in \"${{COMP_WORDS[@]:1:COMP_CWORD-1}}\"; do\n"
                            "    case $word in {2}) verb=$word ;; esac\n"
                            "  done\n"
                            "  case $verb in\n{3}  esac\n"
                            "  COMPREPLY=($(compgen -W \"$words\" -- \"${{COMP_WORDS[COMP_CWORD]}}\"))\n"
                            "}}\n"
                            "complete -o default -F _skein_complete {4}\n",
                            listed, everywhere, verbs, cases, program));
    return exit_code::done;
  }

 private:
  static std::string options(const CLI::App& of) {
    std::string out;
    for (const CLI::Option* option : of.get_options())
      for (const std::string& word : option->get_lnames()) out += (out.empty() ? "--" : " --") + word;
    return out;
  }
  static bool takes_revision(const CLI::App& verb) {
    for (const char* word : {"target", "revision", "range"})
      if (verb.get_option_no_throw(word)) return true;
    return false;
  }
};

}  // namespace skein::driver
