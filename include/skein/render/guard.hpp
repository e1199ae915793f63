// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// What a script makes sure of before it changes anything. Whatever client runs it: the server does the asking.

#include <skein/render/dollar_quote.hpp>
#include <skein/render/journal.hpp>
#include <skein/render/lock_key.hpp>

namespace skein::render {

/// Lines of a PL/pgSQL block that stop it where the database is not in the state that a script was made for.
class guard {
 public:
  explicit guard(const journal& j) : table_(j.table()) {}

  /// Only one session migrates at a time. Held until the transaction's end, or until `unlock`.
  std::string lock() const { return lock("pg_try_advisory_xact_lock"); }
  std::string lock_session() const { return lock("pg_try_advisory_lock"); }
  std::string unlock() const { return fmt::format("  PERFORM pg_advisory_unlock({});\n", lock_key(table_)); }

  /// The server can do what the history needs.
  static std::string server(model::u32 oldest) {
    return stop_if(fmt::format("current_setting('server_version_num')::integer < {}", oldest * 10000),
                   fmt::format("these revisions need PostgreSQL {} or later", oldest));
  }

  /// Before an upgrade: the revisions that this one follows are there, and nothing that is there in its place.
  std::string parents(const migration& m) const {
    std::string out;
    for (std::size_t p = 0; p < m.parents.size(); ++p)
      out += stop_if("NOT " + applied({m.parents[p], p < m.parents_twins.size() ? m.parents_twins[p] : ""}),
                     fmt::format("revision {} follows {}, which is not applied here", m.id, m.parents[p]));
    if (!m.replaces.empty())
      out += stop_if(exists(is_any_of(m.replaces)),
                     fmt::format("revision {} replaces {} to {}, of which some are applied here: go on with these", m.id,
                                 m.replaces.front(), m.replaces.back()));
    if (!m.replaced_by.empty())
      out += stop_if(exists(is_any_of({m.replaced_by})),
                     fmt::format("revision {} is replaced by {}, which is applied here", m.id, m.replaced_by));
    return out;
  }
  /// Before a downgrade: the revision is there, and nothing that follows it.
  std::string last(const migration& m) const {
    const std::string follows = fmt::format("{} = ANY (parents)", literal(m.id));
    const std::string or_twin = m.twin.empty() ? "" : fmt::format(" OR {} = ANY (parents)", literal(m.twin));
    return complete(m) + stop_if(exists(follows + or_twin),
                                 fmt::format("other revisions follow {}: take them back first", m.id));
  }
  std::string complete(const migration& m) const {
    return stop_if("NOT " + applied({m.id}), fmt::format("revision {} is not applied here, or not to its end", m.id));
  }
  /// Nothing is to be done where the revision is there already, or what is there in its place.
  std::string return_if_present(const migration& m) const {
    return fmt::format("  IF {} THEN\n    RETURN;\n  END IF;\n", present(m));
  }
  /// Such lines, where nothing else may be there in the revision's place.
  std::string unless_replaced(const migration& m, const std::string& lines) const {
    std::vector<std::string> others = m.run_declared ? m.replaces : std::vector<std::string>{};
    if (const std::string& other = m.replaced_by.empty() ? m.twin : m.replaced_by; !other.empty()) others.push_back(other);
    return others.empty() ? lines : fmt::format("  IF NOT {} THEN\n{}  END IF;\n", exists(is_any_of(others)), lines);
  }
  std::string present(const migration& m) const {
    std::vector<std::string> ids{m.id};
    if (!m.replaced_by.empty()) ids.push_back(m.replaced_by);
    if (m.run_declared) ids.insert(ids.end(), m.replaces.begin(), m.replaces.end());
    else if (!m.twin.empty() && m.replaced_by.empty()) ids.push_back(m.twin);
    return exists(is_any_of(ids));
  }

  /// `EXISTS (SELECT …)` on the journal.
  std::string exists(std::string_view condition) const {
    return fmt::format("EXISTS (SELECT FROM {} WHERE {})", table_, condition);
  }

  /// Such lines as a statement.
  static std::string block(const std::string& lines) {
    return "DO " + dollar_quoted("\nBEGIN\n" + lines + "END\n", "skein");
  }

 private:
  static std::string stop_if(const std::string& condition, const std::string& message) {
    return fmt::format("  IF {} THEN\n    RAISE EXCEPTION USING MESSAGE = {};\n  END IF;\n", condition,
                       literal(message));
  }
  std::string lock(std::string_view function) const {
    return stop_if(fmt::format("NOT {}({})", function, lock_key(table_)), "another session is migrating this database");
  }
  std::string applied(const std::vector<std::string>& any_of) const {
    return exists(fmt::format("{} AND state = '{}'", is_any_of(any_of), state::applied));
  }
  static std::string is_any_of(const std::vector<std::string>& ids) {
    std::string list;
    for (const std::string& id : ids)
      if (!id.empty()) list += (list.empty() ? "" : ", ") + literal(id);
    return ids.size() < 2 || list.size() == literal(ids[0]).size() ? "id = " + list : fmt::format("id IN ({})", list);
  }

  std::string table_;
};

}  // namespace skein::render
