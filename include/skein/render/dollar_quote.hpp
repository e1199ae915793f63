// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// SQL as a constant inside SQL that a person can still read.

#include <fmt/format.h>

#include <string>
#include <string_view>

namespace skein::render {

/// `$tag$…$tag$`, with a number after the tag where the text itself contains it.
inline std::string dollar_quoted(std::string_view text, std::string_view tag) {
  std::string mark = fmt::format("${}$", tag);
  for (int n = 1; text.find(mark.substr(0, mark.size() - 1)) != text.npos; ++n) mark = fmt::format("${}{}$", tag, n);
  return fmt::format("{0}{1}{0}", mark, text);
}

}  // namespace skein::render
