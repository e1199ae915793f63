// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// A directory of SQL migrations, read in the layout of whichever tool it is for.

#include <skein/run/adopt/alembic_script.hpp>
#include <skein/run/adopt/layout.hpp>
#include <skein/run/adopt/manifest.hpp>
#include <skein/run/adopt/marked_sections.hpp>

#include <algorithm>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

namespace skein::run::adoption {

/// What the files of a directory are like; of golang-migrate and sqlx the names are the same.
enum class layout : unsigned char { pairs, single, directories, flyway, dbmate, goose, alembic, manifest };

/// In sentences.
inline const char* name_of(layout l) {
  switch (l) {
    case layout::pairs:
      return "pairs of .up.sql and .down.sql, as of golang-migrate and sqlx";
    case layout::single:
      return "one file each, as of sqlx";
    case layout::directories:
      return "a directory each with up.sql and down.sql, as of diesel";
    case layout::flyway:
      return "V1__name.sql, as of Flyway";
    case layout::dbmate:
      return "sections -- migrate:up, as of dbmate";
    case layout::goose:
      return "sections -- +goose Up, as of goose";
    case layout::alembic:
      return "a script of Alembic";
    default:
      return "the files of --order";
  }
}

struct migration_directory {
  layout what{};
  std::vector<sql_migration> migrations{};  ///< in the order in which the tool runs them
  std::vector<std::string> passed_over{};   ///< files that are no migrations
};

namespace detail {

namespace fs = std::filesystem;

class directory_reader {
 public:
  explicit directory_reader(const fs::path& of) : of_(of) {}

  migration_directory run() {
    std::error_code failure;
    if (fs::is_regular_file(of_, failure)) return add(of_), finish();
    for (const fs::path& entry : entries_of(of_)) add(entry);
    return finish();
  }

 private:
  struct part {
    named_file name{};
    sql_source source{};
    std::string text{};
  };

  [[noreturn]] static void fail(const fs::path& file, const std::string& what) {
    throw unadoptable(fmt::format("{}: {}", file.string(), what));
  }
  static std::vector<fs::path> entries_of(const fs::path& directory) {
    std::error_code failure;
    std::vector<fs::path> out;
    for (fs::directory_iterator each(directory, failure), end; !failure && each != end; each.increment(failure))
      out.push_back(each->path());
    if (failure) fail(directory, "it cannot be read: " + failure.message());
    std::sort(out.begin(), out.end());
    return out;
  }
  static bool is_code(const fs::path& file) {
    for (const char* extension : {".go", ".java", ".py", ".rs", ".js", ".ts", ".rb", ".kt"})
      if (file.extension() == extension) return true;
    return false;
  }

  void add(const fs::path& entry) {
    const std::string name = entry.filename().string();
    if (name.starts_with('.')) return;
    if (std::error_code ignored; fs::is_directory(entry, ignored)) return add_directory(entry);
    const auto flyway = read_flyway(name);
    const auto numbered = read_numbered(name);
    if (!name.ends_with(".sql")) {
      if (is_code(entry) && (read_numbered(name + ".sql") || name.starts_with('V')))
        fail(entry,
             "it is a program, which adopt cannot run; write what it does as SQL, and list the files with --order");
      if (!name.ends_with(".sql.conf")) found_.passed_over.push_back(name);
      return;
    }
    std::string text = read_text(entry);
    if (is_alembic_script(text))
      return belongs(layout::alembic, entry), scripts_.emplace_back(entry, std::move(text)), void();
    if (flyway) {
      belongs(layout::flyway, entry);
      parts_.push_back({*flyway, {entry, std::move(text), !runs_outside(entry)}, {}});
    } else if (!numbered) {
      fail(entry, "its name is that of no migration; move it away, or list the files that count with --order");
    } else if (numbered->what != way::both) {
      belongs(layout::pairs, entry);
      parts_.push_back({*numbered, {entry, text, !asks_for_no_transaction(text)}, {}});
    } else {
      const bool dbmate = is_marked(text, dbmate_mark), goose = is_marked(text, goose_mark);
      if (dbmate && goose) fail(entry, "it has the marks of dbmate and those of goose");
      belongs(dbmate ? layout::dbmate : goose ? layout::goose : layout::single, entry);
      parts_.push_back({*numbered, {entry, {}, !asks_for_no_transaction(text)}, std::move(text)});
    }
  }
  void add_directory(const fs::path& entry) {
    const auto numbered = read_numbered(entry.filename().string());
    std::error_code failure;
    if (!fs::exists(entry / "up.sql", failure)) {
      for (const fs::path& inner : entries_of(entry))
        if (inner.extension() == ".sql")
          fail(inner, "a directory in a directory of migrations has up.sql in it, or no SQL at all");
      found_.passed_over.push_back(entry.filename().string() + "/");
      return;
    }
    if (!numbered) fail(entry, "its name does not begin with the number of a migration");
    belongs(layout::directories, entry);
    const bool transactional = !says(entry / "metadata.toml", "run_in_transaction", "false");
    const auto take = [&](const fs::path& file, way what) {
      parts_.push_back({{numbered->version, numbered->message, what}, {file, read_text(file), transactional}, {}});
    };
    take(entry / "up.sql", way::up);
    if (fs::exists(entry / "down.sql", failure)) take(entry / "down.sql", way::down);
  }
  /// A line `key = value` of a small file of settings.
  static bool says(const fs::path& file, std::string_view key, std::string_view value) {
    bool found = false;
    if (std::error_code ignored; fs::exists(file, ignored))
      each_line(read_text(file), [&](std::string_view line, std::size_t) {
        const std::size_t sign = line.find('=');
        found = found ||
                (sign != line.npos && trimmed(line.substr(0, sign)) == key && trimmed(line.substr(sign + 1)) == value);
      });
    return found;
  }
  static bool runs_outside(const fs::path& file) {
    return says(file.string() + ".conf", "executeInTransaction", "false");
  }
  /// How sqlx is told.
  static bool asks_for_no_transaction(std::string_view text) { return text.starts_with("-- no-transaction"); }

  /// All files are of one layout.
  void belongs(layout to, const fs::path& file) {
    if (first_.empty())
      found_.what = to, first_ = file;
    else if (found_.what != to)
      fail(file, fmt::format("it is of another layout than {}: {}, not {}", first_.filename().string(), name_of(to),
                             name_of(found_.what)));
  }

  migration_directory finish() {
    if (first_.empty())
      fail(of_,
           "there is no migration in it: no numbered .sql, no directory with up.sql, no V1__name.sql, no script of "
           "Alembic");
    if (found_.what == layout::alembic) {
      for (const bool up : {true, false})  // a way down comes after its way up, whatever the files are called
        for (const auto& [file, text] : scripts_)
          if ((text.find(alembic_up) != text.npos) == up) take_alembic_script(found_.migrations, file, text);
      return std::move(found_);
    }
    const auto before = [&](const part& a, const part& b) {
      const bool repeats = a.name.what == way::repeatable, other = b.name.what == way::repeatable;
      if (repeats || other) return repeats == other ? a.name.version < b.name.version : other;
      return compare_versions(a.name.version, b.name.version) < 0;
    };
    std::stable_sort(parts_.begin(), parts_.end(), before);
    for (part& p : parts_) take(p, found_.migrations.empty() || before(*last_, p));
    for (const sql_migration& m : found_.migrations)
      if (m.up.file.empty()) fail(m.down->file, "there is a way down and no way up");
    return std::move(found_);
  }
  void take(part& p, bool is_new) {
    if (is_new) found_.migrations.push_back({p.name.version, words_of(p.name.message), {}, {}});
    last_ = &p;
    sql_migration& m = found_.migrations.back();
    const bool down = p.name.what == way::down;
    if (const fs::path& other = down && m.down ? m.down->file : down ? fs::path() : m.up.file; !other.empty())
      fail(p.source.file, fmt::format("it has the number of {}", other.filename().string()));
    if (down) {
      m.down = std::move(p.source);
      return;
    }
    m.up = std::move(p.source);
    if (found_.what == layout::dbmate || found_.what == layout::goose)
      take_sections(m, p.text, found_.what == layout::dbmate ? dbmate_mark : goose_mark);
    else if (found_.what == layout::single)
      m.up.sql = std::move(p.text);
  }

  const fs::path of_;
  migration_directory found_{};
  fs::path first_;
  std::vector<part> parts_;
  const part* last_ = nullptr;
  std::vector<std::pair<fs::path, std::string>> scripts_;
};

}  // namespace detail

/// Reads a directory, or one script of Alembic. `order` lists the files instead, see manifest.hpp.
/// Errors:   unadoptable, which names the file
inline migration_directory read_directory(const std::filesystem::path& directory,
                                          const std::filesystem::path& order = {}) {
  if (!order.empty()) return {layout::manifest, read_manifest(directory, order), {}};
  return detail::directory_reader(directory).run();
}

}  // namespace skein::run::adoption
