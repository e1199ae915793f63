// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// What the server says when it refuses a statement, taken apart.

#include <skein/run/error.hpp>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace skein::run {

/// A statement failed. `what()` is all that the server said; the parts are empty where it did not say them.
class sql_error : public error {
 public:
  sql_error(std::string_view said, std::string state) : error(std::string(said)), sqlstate(std::move(state)) {
    message = part_after(": ").value_or(trimmed(said));
    detail = part_after("\nDETAIL:  ").value_or("");
    hint = part_after("\nHINT:  ").value_or("");
    context = part_after("\nCONTEXT:  ").value_or("");
    if (const auto number = part_after("\nLINE ")) line = number_in(*number);
  }

  std::string sqlstate;  ///< five characters; empty if the error is the client's
  std::string message;   ///< in one sentence, without ERROR:
  std::string detail, hint, context;
  unsigned line = 0;                       ///< of the text sent, from 1, where the fault is one of parsing; 0: unknown
  std::optional<std::size_t> statement{};  ///< of a batch, from 0, where it is known

  /// A chance remains that the same statement succeeds when it is run again: lock or statement timeout, deadlock,
  /// serialization failure.
  bool transient() const {
    return sqlstate == "55P03" || sqlstate == "57014" || sqlstate == "40P01" || sqlstate == "40001";
  }

 private:
  /// Up to the next part, which begins with a word in capitals at the start of a line.
  std::optional<std::string> part_after(std::string_view heading) const {
    const std::string_view said = what();
    const auto at = said.find(heading);
    if (at == said.npos) return std::nullopt;
    std::string_view part = said.substr(at + heading.size());
    part.remove_prefix(std::min(part.find_first_not_of(' '), part.size()));
    std::size_t end = part.size();
    for (const std::string_view next : {"\nLINE ", "\nDETAIL:", "\nHINT:", "\nQUERY:", "\nCONTEXT:"})
      end = std::min(end, part.find(next));
    return trimmed(part.substr(0, end));
  }
  static std::string trimmed(std::string_view text) {
    return std::string(text.substr(0, text.find_last_not_of('\n') + 1));
  }
  static unsigned number_in(std::string_view text) {
    unsigned number = 0;
    for (const char c : text) {
      if (c < '0' || c > '9') break;
      number = number * 10 + static_cast<unsigned>(c - '0');
    }
    return number;
  }
};

}  // namespace skein::run
