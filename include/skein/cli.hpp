// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// The whole driver of a team's migrations:
/// `int main(int argc, char** argv) { return skein::cli<history, models<users>>(argc, argv); }`

#include <skein/cli/driver.hpp>
#include <skein/run.hpp>
#include <skein/skein.hpp>

namespace skein {

/// A history that does not fit together does not compile. Models that it does not lead to do: the driver is what helps
/// to write the missing revision, and `status` and `verify` say which it is.
template <class History, class Models = checks::no_models>
int cli(int argc, const char* const* argv) {
  static constexpr checks::verdict drift = checks::judgement<History, Models>::value;
  if constexpr (drift) {
    static constexpr checks::buffer sentence = checks::sentence_of<History, Models>::value;
    return driver::run({&rendered<History>, {sentence.text, sentence.size}}, argc, argv);
  } else {
    return driver::run({&rendered<History>}, argc, argv);
  }
}

}  // namespace skein
