// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// What is wrong with a command line, in one sentence: CLI11's own takes two lines and knows no near word.

#include <skein/run/lookup.hpp>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace skein::driver {

inline std::string no_such(std::string_view word, std::string_view kind, const std::vector<std::string>& known,
                           std::string_view help) {
  const std::string_view meant = run::nearest(word, {known.begin(), known.end()});
  return meant.empty() ? fmt::format("{} is no {}; {} lists them", word, kind, help)
                       : fmt::format("{} is no {}; did you mean {}?", word, kind, meant);
}

/// Requires: the fault is what parsing the command line threw.
inline std::string what_is_wrong(CLI::App& app, const CLI::ParseError& fault) {
  const auto chosen = app.get_subcommands();
  const std::string verb = chosen.empty() ? "" : chosen.front()->get_name();
  const std::string help = verb.empty() ? "--help" : verb + " --help";
  const std::vector<std::string> extra = app.remaining(true);
  if (!dynamic_cast<const CLI::ExtrasError*>(&fault) || extra.empty())
    return fmt::format("{}{}{}; {} says more", verb, verb.empty() ? "" : ": ", fault.what(), help);

  // The option before its value; their order is CLI11's own.
  const auto option = std::find_if(extra.begin(), extra.end(), [](const auto& each) { return each.starts_with('-'); });
  const std::string& word = option == extra.end() ? extra.front() : *option;
  std::vector<std::string> known;
  if (word.starts_with('-')) {
    for (const CLI::App* from : {&app, chosen.empty() ? &app : chosen.front()})
      for (const CLI::Option* each : from->get_options({}))
        for (const std::string& name : each->get_lnames()) known.push_back("--" + name);
    return no_such(word.substr(0, word.find('=')), "option", known, help);
  }
  if (!verb.empty()) return fmt::format("{}: {} is one argument too many; {} says more", verb, word, help);
  for (const CLI::App* each : app.get_subcommands({})) known.push_back(each->get_name());
  return no_such(word, "verb", known, help);
}

}  // namespace skein::driver
