// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// What `alembic upgrade base:head --sql` prints, and `alembic downgrade head:base --sql`: one script of all revisions,
/// with a comment before each.

#include <skein/run/adopt/sql_migration.hpp>
#include <skein/run/adopt/statement.hpp>
#include <skein/run/adopt/text_file.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace skein::run::adoption {

inline constexpr std::string_view alembic_up = "-- Running upgrade ", alembic_down = "-- Running downgrade ";

inline bool is_alembic_script(std::string_view text) {
  bool found = false;
  each_line(text, [&](std::string_view line, std::size_t) {
    found = found || line.starts_with(alembic_up) || line.starts_with(alembic_down);
  });
  return found;
}

namespace detail {

/// The transaction is skein's, and so is the record of what was applied.
inline std::string without_bookkeeping(std::string_view sql) {
  std::string out;
  for (const statement& s : statements_of(sql))
    if (!s.controls_transaction && !s.has_word("alembic_version")) out += s.text;
  return out;
}
/// `-- Running upgrade a1, b2 -> c3, add users`, and what stands for `-- Running downgrade c3 -> a1, b2`.
struct alembic_heading {
  std::string from, to;
};
inline alembic_heading read_heading(std::string_view line) {
  const std::size_t arrow = line.find("->");
  return arrow == line.npos ? alembic_heading{}
                            : alembic_heading{std::string(trimmed(line.substr(0, arrow))),
                                              std::string(trimmed(line.substr(arrow + 2)))};
}

}  // namespace detail

/// Adds the revisions of a script that goes up, in its order, or the ways down of one that goes down.
/// Errors:   unadoptable: a heading without an arrow, a revision twice, a way down of no revision, SQL before the first
///           heading
inline void take_alembic_script(std::vector<sql_migration>& to, const std::filesystem::path& file,
                                std::string_view text) {
  std::size_t number = 0, from = 0;
  sql_source* into = nullptr;
  std::string before;
  to.reserve(to.size() + static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')));  // they stay in place
  each_line(text, [&](std::string_view line, std::size_t next) {
    ++number;
    const std::string_view all = text.substr(from, next - from);
    from = next;
    const bool up = line.starts_with(alembic_up), down = line.starts_with(alembic_down);
    if (!up && !down) {
      into ? into->sql += all : before += all;
      return;
    }
    const auto fail = [&](std::string_view what) {
      throw unadoptable(fmt::format("{}:{}: {}", file.string(), number, what));
    };
    detail::alembic_heading is = detail::read_heading(line.substr((up ? alembic_up : alembic_down).size()));
    std::string& target = up ? is.to : is.from;
    std::string message;
    if (const std::size_t comma = target.find(','); up && comma != target.npos)
      message = trimmed(std::string_view(target).substr(comma + 1)), target.resize(comma);
    if (target.empty()) fail("the comment names no revision");
    const auto found = std::find_if(to.begin(), to.end(), [&](const sql_migration& m) { return m.id == target; });
    if (up) {
      if (found != to.end()) fail(fmt::format("{} is there twice", target));
      into = &to.emplace_back(sql_migration{target, message, {file, {}, true}, {}}).up;
    } else {
      if (found == to.end())
        fail(fmt::format("{} has a way down and no way up; give the script of the way up as well", target));
      if (found->down) fail(fmt::format("{} has two ways down", target));
      into = &found->down.emplace(sql_source{file, {}, true});
    }
  });
  if (!trimmed(before).empty())
    for (const statement& s : statements_of(detail::without_bookkeeping(before)))
      if (!s.is_empty())
        throw unadoptable(fmt::format("{}: SQL before the first revision belongs to none", file.string()));
  for (sql_migration& m : to) {
    if (m.up.file == file) m.up.sql = detail::without_bookkeeping(m.up.sql);
    if (m.down && m.down->file == file) m.down->sql = detail::without_bookkeeping(m.down->sql);
  }
}

}  // namespace skein::run::adoption
