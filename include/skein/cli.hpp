// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// The whole driver of a team's migrations:
/// `int main(int argc, char** argv) { return skein::cli<history, models<users>>(argc, argv); }`

#include <skein/cli/driver.hpp>
#include <skein/program.hpp>
#include <skein/render/history.hpp>
#include <skein/run.hpp>

#include <mutex>

namespace skein {

/// For programs whose history is in another translation unit than their driver, see program.hpp.
inline int cli(const program& of, int argc, const char* const* argv) {
  std::once_flag once;
  render::migrations history;
  const auto rendered = [&]() -> const render::migrations& {
    std::call_once(once, [&] { history = render::render_history(of.history); });
    return history;
  };
  return driver::run(of, rendered, argc, argv);
}

/// Refuses to compile what `program_of` refuses.
template <class History, class Models = checks::no_models>
int cli(int argc, const char* const* argv) {
  return cli(program_of<History, Models>(), argc, argv);
}

/// A driver without a history, for those verbs that write one: `import`.
inline int cli(int argc, const char* const* argv) { return cli(program{}, argc, argv); }

}  // namespace skein
