// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Migrations that have both ways in one file, under comments that say which: dbmate's `-- migrate:up` and goose's
/// `-- +goose Up`.

#include <skein/run/adopt/sql_migration.hpp>
#include <skein/run/adopt/text_file.hpp>

#include <algorithm>
#include <cctype>
#include <string>
#include <string_view>

namespace skein::run::adoption {

/// What begins a comment that is meant for the tool.
inline constexpr std::string_view dbmate_mark = "migrate:", goose_mark = "+goose ";

/// What stands behind the mark in a line; nothing where it is not there.
inline std::string_view marked(std::string_view line, std::string_view mark) {
  line = trimmed(line);
  if (!line.starts_with("--")) return {};
  line = trimmed(line.substr(2));
  return line.starts_with(mark) ? trimmed(line.substr(mark.size())) : std::string_view();
}
inline bool is_marked(std::string_view text, std::string_view mark) {
  bool found = false;
  each_line(text, [&](std::string_view line, std::size_t) { found = found || !marked(line, mark).empty(); });
  return found;
}

namespace detail {

inline bool same_words(std::string_view a, std::string_view b) {
  return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) {
           return std::tolower(static_cast<unsigned char>(x)) == std::tolower(static_cast<unsigned char>(y));
         });
}
/// Whether a line before the first mark is SQL, as far as a line tells.
inline bool is_sql(std::string_view line) {
  line = trimmed(line);
  return !line.empty() && !line.starts_with("--");
}

}  // namespace detail

/// Puts what follows each mark into its way. Marks themselves are not part of the SQL; where goose's statements begin
/// and end the SQL says by itself.
/// Errors:   unadoptable: SQL before the first mark, a mark that is unknown, the same way twice, no way up
inline void take_sections(sql_migration& m, std::string_view text, std::string_view mark) {
  using detail::same_words;
  const std::filesystem::path file = m.up.file;
  sql_source* into = nullptr;
  bool up = false, transactional = true;
  std::size_t number = 0, from = 0;
  each_line(text, [&](std::string_view line, std::size_t next) {
    ++number;
    const auto fail = [&](std::string_view what) {
      throw unadoptable(fmt::format("{}:{}: {}", file.string(), number, what));
    };
    const std::string_view said = marked(line, mark), all = text.substr(from, next - from);
    from = next;
    if (said.empty()) {
      if (into)
        into->sql += all;
      else if (detail::is_sql(line))
        fail(fmt::format("SQL before the first -- {}up belongs to no way", mark));
      return;
    }
    const std::string_view word = said.substr(0, said.find_first_of(" \t")), rest = trimmed(said.substr(word.size()));
    if (same_words(word, "up") || same_words(word, "down")) {
      const bool is_up = same_words(word, "up");
      if (is_up ? up : m.down.has_value()) fail(fmt::format("-- {}{} is there twice", mark, said));
      if (!rest.empty() && rest != "transaction:false" && rest != "transaction:true")
        fail(fmt::format("-- {}{}: what {} means is not known", mark, said, rest));
      up = up || is_up;
      into = is_up ? &m.up : &m.down.emplace(sql_source{file, {}, true});
      if (rest == "transaction:false") into->transactional = false;
    } else if (same_words(said, "no transaction")) {
      transactional = false;
    } else if (!same_words(word, "statementbegin") && !same_words(word, "statementend")) {
      fail(fmt::format("-- {}{} is not known; take it out, or write what it does", mark, said));
    }
  });
  if (!up) throw unadoptable(fmt::format("{} has no -- {}up", file.string(), mark));
  if (transactional) return;
  m.up.transactional = false;
  if (m.down) m.down->transactional = false;
}

}  // namespace skein::run::adoption
