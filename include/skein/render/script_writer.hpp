// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// The parts that all scripts are made of.

#include <skein/render/expression.hpp>
#include <skein/render/guard.hpp>
#include <skein/render/path.hpp>
#include <skein/render/summary.hpp>
#include <skein/version.hpp>

#include <stdexcept>

namespace skein::render {

struct script_options {
  journal_name journal{};
  /// Schemas in which names without one are looked up and created; empty: as the session has it.
  std::vector<std::string> search_path{};
  /// How long a transaction waits for a lock, and keeps others waiting behind it; empty: as the session has it.
  std::string lock_timeout = "2s";
  /// The oldest server that the revisions run on: a script for a newer one than any that skein is made for asks first.
  model::u32 server = model::oldest_server;
};

/// Writes a script from top to bottom.
class script_writer {
 public:
  explicit script_writer(const script_options& with) : sql(with.journal), check(sql), with_(with) {}

  const journal sql;  ///< statements on the journal
  const guard check;  ///< conditions on it

  /// Lines of a comment, whatever the text holds.
  void comment(std::string_view text) {
    std::string line = "-- ";
    for (const char c : text) c == '\n' || c == '\r' ? line += "\n-- " : line += c;
    lines(line + "\n");
  }
  void statement(const std::string& text) { lines(terminated(text) + "\n"); }
  void lines(const std::string& text) { out_ += text; }
  void empty_line() { out_ += "\n"; }

  /// What the script is, and how it is run.
  void title(const path& revisions, direction towards, std::string_view purpose) {
    std::size_t statements = 0;
    for (const migration* m : revisions) statements += (towards == direction::up ? m->up : m->down).size();
    comment(fmt::format("skein {}: {}: {}, {}", SKEIN_VERSION, purpose, counted(revisions.size(), "revision"),
                        counted(statements, "statement")));
    comment(fmt::format("Journal: {}. A client that stops at the first error runs it: psql -v ON_ERROR_STOP=1 -f FILE",
                        sql.table()));
    set_up(revisions);
  }

  /// The journal's table, and its schema, where they are missing.
  void create_journal() {
    empty_line();
    if (with_.journal.schema != "public")
      statement(guard::block(fmt::format("  IF to_regnamespace({}) IS NULL THEN\n    {};\n  END IF;\n",
                                         literal(identifier(with_.journal.schema)), sql.create_schema())));
    statement(sql.create());
  }

  void heading(const migration& m, direction towards) {
    empty_line();
    comment(fmt::format("{} {}: {}", towards == direction::up ? "Revision" : "Take back revision", m.id, m.message));
    std::string origin = m.parents.empty() ? "the first" : "follows";
    for (const std::string& parent : m.parents) origin += (&parent == &m.parents.front() ? " " : ", ") + parent;
    comment(fmt::format("{} ({}:{})", origin, m.file, m.line));
    if (!m.replaces.empty()) comment(fmt::format("Replaces {} to {}.", m.replaces.front(), m.replaces.back()));
    if (m.loses_data) comment(towards == direction::up ? "Loses data." : "Brings back the shape, not the rows.");
    if (!m.reversible) comment("Irreversible: " + m.irreversible_reason);
  }

  /// The line that bounds a transaction's waits, or nothing.
  std::string lock_timeout(std::string_view indent = "") const {
    return with_.lock_timeout.empty()
               ? ""
               : fmt::format("{}SET LOCAL lock_timeout = {};\n", indent, literal(with_.lock_timeout));
  }

  std::string text() && { return std::move(out_); }

 private:
  void set_up(const path& revisions) {
    const auto outside = [](const migration* m) { return !m->transactional; };
    if (std::any_of(revisions.begin(), revisions.end(), outside)) lines("\\set ON_ERROR_STOP on\n");
    std::string schemas;
    for (const std::string& schema : with_.search_path) schemas += (schemas.empty() ? "" : ", ") + identifier(schema);
    if (!schemas.empty()) statement("SET search_path = " + schemas);
    if (with_.server > model::oldest_server) {
      empty_line();
      statement(guard::block(guard::server(with_.server)));
    }
  }

  const script_options& with_;
  std::string out_;
};

}  // namespace skein::render
