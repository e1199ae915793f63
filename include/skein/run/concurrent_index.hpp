// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// CREATE and DROP INDEX CONCURRENTLY after an interruption: what is already there, and what must go first.

#include <skein/run/pqxx.hpp>

#include <skein/render/quote.hpp>

#include <fmt/format.h>

#include <optional>
#include <string>
#include <string_view>

namespace skein::run {

/// Reads SQL word by word: identifiers with their quotes and dots as one word, anything else character by character.
class sql_words {
 public:
  explicit sql_words(std::string_view sql) : rest_(sql) {}

  /// Empty at the end.
  std::string_view next() {
    const std::size_t start = rest_.find_first_not_of(" \t\r\n");
    if (start == rest_.npos) return {};
    rest_.remove_prefix(start);
    std::size_t end = 0;
    bool quoted = false;
    while (end < rest_.size() && (quoted || continues(rest_[end]))) quoted ^= rest_[end++] == '"';
    const std::string_view word = rest_.substr(0, end == 0 ? 1 : end);
    rest_.remove_prefix(word.size());
    return word;
  }
  /// Takes the words if they come next, in capitals or not.
  bool take(std::initializer_list<std::string_view> words) {
    const std::string_view before = rest_;
    for (const std::string_view word : words)
      if (!equal(next(), word)) return rest_ = before, false;
    return true;
  }

 private:
  static bool continues(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '$' ||
           c == '"' || c == '.' || static_cast<unsigned char>(c) >= 128;
  }
  static bool equal(std::string_view word, std::string_view capitals) {
    const auto upper = [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; };
    return std::equal(word.begin(), word.end(), capitals.begin(), capitals.end(),
                      [&](char a, char b) { return upper(a) == b; });
  }

  std::string_view rest_;
};

/// The index that a statement creates or drops CONCURRENTLY.
struct concurrent_index {
  bool creates = true;
  std::string name, table{};  ///< as they are written

  static std::optional<concurrent_index> in(std::string_view sql) {
    sql_words words(sql);
    if (words.take({"DROP", "INDEX", "CONCURRENTLY"})) {
      words.take({"IF", "EXISTS"});
      return concurrent_index{false, std::string(words.next())};
    }
    if (!words.take({"CREATE", "INDEX", "CONCURRENTLY"}) && !words.take({"CREATE", "UNIQUE", "INDEX", "CONCURRENTLY"}))
      return std::nullopt;
    words.take({"IF", "NOT", "EXISTS"});
    concurrent_index out{true, std::string(words.next())};
    if (!words.take({"ON"})) return std::nullopt;  // an index without a name
    words.take({"ONLY"});
    out.table = words.next();
    return out;
  }

  /// Whether an earlier attempt did the whole work. What it left half done, an invalid index, is dropped.
  bool settle(session& s) const {
    if (!creates) return s.run(fmt::format("SELECT to_regclass({}) IS NULL", render::literal(name))).truth(0, 0);
    const rows found = s.run(fmt::format(
        "SELECT i.indisvalid, format('%I.%I', n.nspname, c.relname) FROM pg_index i "
        "JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_namespace n ON n.oid = c.relnamespace "
        "WHERE i.indrelid = to_regclass({}) AND c.relname = (parse_ident({}))[1]",
        render::literal(table), render::literal(name)));
    if (found.empty()) return false;
    if (found.truth(0, 0)) return true;
    s.run("DROP INDEX CONCURRENTLY " + found.text(0, 1));
    return false;
  }
};

}  // namespace skein::run
