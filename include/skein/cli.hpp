// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// The whole driver of a team's migrations:
/// `int main(int argc, char** argv) { return skein::cli<history, models<users>>(argc, argv); }`

#include <skein/cli/driver.hpp>
#include <skein/declare/listed.hpp>
#include <skein/run.hpp>
#include <skein/skein.hpp>

namespace skein {

/// A history that does not fit together does not compile. Models that it does not lead to do: the driver is what helps
/// to write the missing revision, and `status` and `verify` say which it is.
template <class History, class Models = checks::no_models>
int cli(int argc, const char* const* argv) {
  constexpr checks::outcome is = checks::decide<History, Models>();
  if constexpr (is == checks::outcome::stranger) {
    if constexpr (!requires { is_said(checks::said_of<History>{}); }) static_assert(verify<History, Models>::ok);
    return 0;  // not compiled; asking on would only add the compiler's own errors about the same declaration
  } else if constexpr (is == checks::outcome::fault) {
    static constexpr checks::buffer sentence = checks::sentence_of<History, Models>::value;
    return driver::run({&rendered<History>, {sentence.text, sentence.size}, model::revisions_of<History>, model::models_of<Models>},
                       argc, argv);
  } else {
    return driver::run({&rendered<History>, {}, model::revisions_of<History>, model::models_of<Models>}, argc, argv);
  }
}

/// A driver without a history, for those verbs that write one: `import`.
inline int cli(int argc, const char* const* argv) {
  static const render::migrations nothing{};
  return driver::run({[]() -> const render::migrations& { return nothing; }}, argc, argv);
}

}  // namespace skein
