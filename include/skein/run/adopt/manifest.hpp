// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// A list of the files of migrations in their order, for directories that no tool's names tell it of.

#include <skein/run/adopt/layout.hpp>
#include <skein/run/adopt/sql_migration.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace skein::run::adoption {

namespace detail {

inline std::vector<std::string> fields_of(std::string_view line) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at <= line.size();) {
    const std::size_t tab = std::min(line.find('\t', at), line.size());
    out.emplace_back(trimmed(line.substr(at, tab - at)));
    at = tab + 1;
  }
  return out;
}

}  // namespace detail

/// Lines of fields between tabs. The first names them: `revision`, `up`, and `down`, which may be empty; other fields
/// are passed over. Files are looked for in the directory. A revision that begins with digits is recorded by those,
/// unless another one has them too.
/// Errors:   unadoptable, naming the line
inline std::vector<sql_migration> read_manifest(const std::filesystem::path& directory,
                                                const std::filesystem::path& file) {
  std::vector<sql_migration> out;
  std::vector<std::string> fields;
  std::set<std::string> revisions;
  std::map<std::string, int> versions;
  std::size_t number = 0;
  each_line(read_text(file), [&](std::string_view line, std::size_t) {
    ++number;
    const auto fail = [&](const std::string& what) {
      throw unadoptable(fmt::format("{}:{}: {}", file.string(), number, what));
    };
    if (trimmed(line).empty()) return;
    std::vector<std::string> found = detail::fields_of(line);
    if (fields.empty()) {
      fields = std::move(found);
      for (const char* needed : {"revision", "up"})
        if (std::find(fields.begin(), fields.end(), needed) == fields.end())
          fail(fmt::format(
              "no field is called {}; the first line names the fields, with tabs between them: revision up down",
              needed));
      return;
    }
    const auto field = [&](std::string_view name) {
      const auto at = static_cast<std::size_t>(std::find(fields.begin(), fields.end(), name) - fields.begin());
      return at < found.size() ? found[at] : std::string();
    };
    const std::string revision = field("revision"), up = field("up"), down = field("down");
    if (revision.empty() || up.empty()) fail(fmt::format("{} is empty", revision.empty() ? "revision" : "up"));
    if (!revisions.insert(revision).second) fail(fmt::format("{} is there twice", revision));
    const auto source = [&](const std::string& name) {
      return sql_source{directory / name, read_text(directory / name), true};
    };
    sql_migration& m = out.emplace_back(sql_migration{revision, revision, source(up), {}});
    if (!down.empty()) m.down = source(down);
    if (const auto named = read_numbered(revision)) ++versions[named->version];
  });
  if (out.empty()) throw unadoptable(fmt::format("{} lists no revision", file.string()));
  for (sql_migration& m : out) {
    const auto named = read_numbered(m.id);
    if (named && versions[named->version] == 1) m.id = named->version;
    m.message = words_of(named ? named->message : m.message);
  }
  return out;
}

}  // namespace skein::run::adoption
