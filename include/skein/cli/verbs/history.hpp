// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// `history`, `heads`, `show`: the history itself. No database is asked, unless `--applied` says so.

#include <skein/cli/context.hpp>
#include <skein/cli/drawing.hpp>
#include <skein/cli/picture_format.hpp>
#include <skein/render/summary.hpp>

#include <fmt/ranges.h>

namespace skein::driver {

struct history_verb {
  static constexpr const char* name = "history";
  static constexpr const char* purpose = "Print all revisions, newest first, with their branches";
  bool verbose = false;
  bool applied = false;
  picture_format format;

  void declare(CLI::App& verb) {
    CLI::Option* more = verb.add_flag("-v,--verbose", verbose, "Where each is declared, and what it does");
    CLI::Option* ask = verb.add_flag("-a,--applied", applied, "Ask the database which of them it has");
    format.declare(verb)->excludes(more)->excludes(ask);
  }
  exit_code run(context& c) const {
    if (!format.name.empty()) return c.out.write(format(c.history())), exit_code::done;
    std::optional<run::status> status;
    if (applied) status = c.runner().status();
    if (c.given.json) {
      json all = json::array();
      for (const render::migration& m : c.history()) {
        all.push_back(to_json(m, false));
        if (status) all.back()["applied_at"] = row_of(*status, m) ? json(row_of(*status, m)->applied_at) : json();
      }
      c.out.line("{}", all.dump(2));
      return exit_code::done;
    }
    const drawing picture(c.history());
    for (std::size_t i = 0; i < picture.lines().size(); ++i) {
      const drawn_line& line = picture.lines()[i];
      if (!line.revision) c.out.line("{}", line.strokes);
      else print(c, line, picture.width(), status);
    }
    return exit_code::done;
  }

 private:
  static const run::journal_row* row_of(const run::status& s, const render::migration& m) {
    const auto found =
        std::find_if(s.applied.begin(), s.applied.end(), [&](const auto& row) { return row.id == m.id; });
    return found == s.applied.end() ? nullptr : &*found;
  }

  void print(context& c, const drawn_line& line, std::size_t width, const std::optional<run::status>& status) const {
    const render::migration& m = *line.revision;
    const run::journal_row* row = status ? row_of(*status, m) : nullptr;
    std::string mark;
    if (row) mark = "  " + c.out.in(colour::green, "applied " + row->applied_at);
    else if (status && run::way::is_of(status->aside, m.id)) mark = "  " + c.out.in(colour::dim, "not gone through");
    else if (status) mark = "  " + c.out.in(colour::yellow, "pending");
    if (!m.replaces.empty()) mark = fmt::format(" (replaces {} to {})", m.replaces.front(), m.replaces.back()) + mark;
    c.out.line("{:<{}} {}  {}{}", line.strokes, width, c.out.in(colour::bold, m.id), m.message, mark);
    if (!verbose) return;
    c.out.line("{:<{}}   {}:{}", line.beneath, width, m.file, m.line);
    c.out.line("{:<{}}   {} up, {} down{}{}{}", line.beneath, width, render::counted(m.up.size(), "statement"),
               m.down.size(), m.transactional ? "" : ", outside a transaction", m.loses_data ? ", loses data" : "",
               m.reversible ? "" : ", irreversible: " + m.irreversible_reason);
  }
};

struct heads_verb {
  static constexpr const char* name = "heads";
  static constexpr const char* purpose = "Print the revisions that no other one revises";

  void declare(CLI::App&) {}
  exit_code run(context& c) const {
    const run::standing s = c.standing();
    json all = json::array();
    for (const std::size_t i : s.revisions.heads(s.revisions.everything())) {
      const render::migration& m = (*s.program)[i];
      if (c.given.json) all.push_back(to_json(m, false));
      else c.out.line("{}  {}", m.id, m.message);
    }
    if (c.given.json) c.out.line("{}", all.dump(2));
    return exit_code::done;
  }
};

struct show_verb {
  static constexpr const char* name = "show";
  static constexpr const char* purpose = "Print a revision with its SQL, up and down";
  std::string revision;

  void declare(CLI::App& verb) {
    verb.add_option("revision", revision, "head, an identifier or the beginning of one")->required();
  }
  exit_code run(context& c) const {
    const run::standing s = c.standing({revision});
    const std::size_t i = revision == "head" ? run::only_head(s.revisions, s.revisions.everything())
                                             : run::find_revision(s.revisions, revision);
    const render::migration& m = (*s.program)[i];
    if (c.given.json) {
      c.out.line("{}", to_json(m, true).dump(2));
      return exit_code::done;
    }
    c.out.line("{}  {}", c.out.in(colour::bold, m.id), m.message);
    c.out.line("declared  {}:{}", m.file, m.line);
    c.out.line("revises   {}", m.parents.empty() ? "base" : run::listed(m.parents));
    if (!m.replaces.empty()) c.out.line("replaces  {}", fmt::join(m.replaces, ", "));
    if (!m.replaced_by.empty()) c.out.line("is replaced by {} where nothing of its run is applied", m.replaced_by);
    c.out.line("checksum  {}", m.checksum);
    if (!m.transactional) c.out.line("runs outside a transaction, statement by statement");
    print(c, "up", m.up);
    if (!m.reversible) c.out.line("\n-- down\n-- none: {}", m.irreversible_reason);
    else print(c, m.loses_data ? "down (brings back the shape, not the rows)" : "down", m.down);
    return exit_code::done;
  }

 private:
  static void print(context& c, const char* direction, const std::vector<render::statement>& statements) {
    c.out.line("\n{}", c.out.in(colour::dim, fmt::format("-- {}", direction)));
    for (const render::statement& s : statements) c.out.line("{};", s.sql);
  }
};

}  // namespace skein::driver
