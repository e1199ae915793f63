// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// What a driver is about, in a translation unit of its own: that of the driver, which takes much longer, is then not
/// compiled again whenever the history changes.
///
///     #include <skein/program.hpp>                                     // in the one
///     extern const skein::program migrations;
///     const skein::program migrations = skein::program_of<history, models<users>>();
///
///     #include <skein/cli.hpp>                                         // in the other
///     extern const skein::program migrations;
///     int main(int argc, char** argv) { return skein::cli(migrations, argc, argv); }

#include <skein/declare/listed.hpp>
#include <skein/skein.hpp>

#include <string_view>

namespace skein {

struct program {
  model::history_def history{};
  model::models_def models{};
  std::string_view drift{};  ///< the sentence of `verify`; empty: the models are what the history leads to
};

/// A history that does not fit together does not compile. Models that it does not lead to do: the driver is what helps
/// to write the missing revision, and `status` and `verify` say which it is.
template <class History, class Models = checks::no_models>
constexpr program program_of() {
  constexpr checks::outcome is = checks::decide<History, Models>();
  constexpr bool said = requires { is_said(checks::said_of<History>{}); };
  if constexpr (is == checks::outcome::stranger) {
    if constexpr (!said) static_assert(verify<History, Models>::ok);
    return {};  // not compiled; asking on would only add the compiler's own errors about the same declaration
  } else {
    if constexpr (!said) static_assert(verify<History>::ok);
    program out{model::revisions_of<History>, model::models_of<Models>, {}};
    if constexpr (is == checks::outcome::fault) {
      constexpr const checks::buffer& sentence = checks::sentence_of<History, Models>::value;
      out.drift = {sentence.text, sentence.size};
    }
    return out;
  }
}

}  // namespace skein
