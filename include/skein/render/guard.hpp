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

  /// Before an upgrade: the revisions that this one follows are there.
  std::string parents(const migration& m) const {
    std::string out;
    for (const std::string& parent : m.parents)
      out += stop_if("NOT " + applied(parent),
                     fmt::format("revision {} follows {}, which is not applied here", m.id, parent));
    return out;
  }
  /// Before a downgrade: the revision is there, and nothing that follows it.
  std::string last(const migration& m) const {
    return complete(m) + stop_if(exists(fmt::format("{} = ANY (parents)", literal(m.id))),
                                 fmt::format("other revisions follow {}: take them back first", m.id));
  }
  std::string complete(const migration& m) const {
    return stop_if("NOT " + applied(m.id), fmt::format("revision {} is not applied here, or not to its end", m.id));
  }
  /// Nothing is to be done where the revision is there already.
  std::string return_if_present(const migration& m) const {
    return fmt::format("  IF {} THEN\n    RETURN;\n  END IF;\n", exists(fmt::format("id = {}", literal(m.id))));
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
  std::string applied(std::string_view id) const {
    return exists(fmt::format("id = {} AND state = '{}'", literal(id), state::applied));
  }

  std::string table_;
};

}  // namespace skein::render
