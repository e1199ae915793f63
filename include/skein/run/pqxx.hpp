// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// libpqxx 6.4, 7 and 8 as one interface: the only header that includes it.

#include <skein/run/sql_error.hpp>

#include <pqxx/pqxx>

#include <algorithm>
#include <functional>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace skein::run {

namespace adapter {

#if PQXX_VERSION_MAJOR < 6 || (PQXX_VERSION_MAJOR == 6 && PQXX_VERSION_MINOR < 4)
#error "skein requires libpqxx 6.4 or newer"
#endif

/// Version 6 reconnects in silence, without the session's locks and settings; the others never reconnect.
inline void never_reconnect([[maybe_unused]] pqxx::connection& connection) {
#if PQXX_VERSION_MAJOR < 7
#include <pqxx/internal/ignore-deprecated-pre.hxx>
  connection.inhibit_reactivation(true);
#include <pqxx/internal/ignore-deprecated-post.hxx>
#endif
}

inline std::string sqlstate_of(const pqxx::sql_error& failure) {
#if PQXX_VERSION_MAJOR < 7
  if (dynamic_cast<const pqxx::insufficient_privilege*>(&failure)) return "42501";  // version 6 forgets it
#endif
  return std::string(failure.sqlstate());
}
#if PQXX_VERSION_MAJOR < 7
/// In version 6 these are no sql_error, and have no SQLSTATE.
inline std::string sqlstate_of(const pqxx::transaction_rollback& failure) {
  if (dynamic_cast<const pqxx::deadlock_detected*>(&failure)) return "40P01";
  if (dynamic_cast<const pqxx::serialization_failure*>(&failure)) return "40001";
  return dynamic_cast<const pqxx::statement_completion_unknown*>(&failure) ? "40003" : "40000";
}
#endif

using parameters = std::vector<std::optional<std::string>>;

/// Through the extended protocol: one statement, its parameters apart from its text.
inline pqxx::result execute(pqxx::nontransaction& work, const std::string& sql, const parameters& values) {
#if PQXX_VERSION_MAJOR < 7
  std::vector<const char*> texts;
  for (const auto& value : values) texts.push_back(value ? value->c_str() : nullptr);
  return work.exec_params(sql, pqxx::prepare::make_dynamic_params(texts));
#else
  pqxx::params list;
  for (const auto& value : values) value ? list.append(*value) : list.append();
#if PQXX_VERSION_MAJOR == 7 && PQXX_VERSION_MINOR < 9
  return work.exec_params(sql, list);
#else
  return work.exec(sql, list);
#endif
#endif
}

using notice_handler = std::function<void(std::string_view)>;

/// Hands the server's notices to a function for as long as it lives.
#if PQXX_VERSION_MAJOR > 7 || (PQXX_VERSION_MAJOR == 7 && PQXX_VERSION_MINOR >= 10)
class notices {
 public:
  notices(pqxx::connection& connection, notice_handler handler) : connection_(connection) {
    connection_.set_notice_handler([handler = std::move(handler)](pqxx::zview text) noexcept { handler(text); });
  }
  notices(const notices&) = delete;
  ~notices() { connection_.set_notice_handler(nullptr); }

 private:
  pqxx::connection& connection_;
};
#else
class notices : pqxx::errorhandler {
 public:
  notices(pqxx::connection& connection, notice_handler handler)
      : pqxx::errorhandler(connection), handler_(std::move(handler)) {}
  bool operator()(const char text[]) noexcept override { return handler_(text), false; }

 private:
  notice_handler handler_;
};
#endif

}  // namespace adapter

/// The rows that a statement gave, as text; they outlive the session.
class rows {
 public:
  explicit rows(pqxx::result result = {}) : result_(std::move(result)) {}

  std::size_t size() const { return static_cast<std::size_t>(result_.size()); }
  std::size_t columns() const { return static_cast<std::size_t>(result_.columns()); }
  bool empty() const { return size() == 0; }

  /// Nothing for NULL. The text lives as long as any copy of the rows.
  std::optional<std::string_view> at(std::size_t row, std::size_t column) const {
    const auto field = result_[static_cast<pqxx::result::size_type>(row)][static_cast<pqxx::row::size_type>(column)];
    if (field.is_null()) return std::nullopt;
    return std::string_view(field.c_str(), field.size());
  }
  /// Empty for NULL.
  std::string text(std::size_t row, std::size_t column) const { return std::string(at(row, column).value_or("")); }
  bool truth(std::size_t row, std::size_t column) const { return at(row, column) == "t"; }

 private:
  pqxx::result result_;
};

/// A session of the server. It begins and ends transactions only where the SQL says so, and is not reconnected when
/// lost.
class session {
 public:
  using parameters = adapter::parameters;

  /// Borrows a connection, which no transaction object may be using.
  explicit session(pqxx::connection& connection) : connection_(&connection) { adapter::never_reconnect(connection); }
  /// Connects: a URI, or `key=value` pairs; what they leave out comes from libpq's PG* variables. Throws
  /// connection_lost.
  explicit session(const std::string& conninfo) try
      : owned_(std::make_unique<pqxx::connection>(conninfo)), connection_(owned_.get()) {
    adapter::never_reconnect(*connection_);
  } catch (const pqxx::broken_connection& failure) {
    throw connection_lost(failure.what());
  }

  /// One round trip, whatever the number of statements (simple protocol). Gives the rows of the last statement.
  /// Errors: sql_error, connection_lost.
  rows run(const std::string& sql) {
    return guarded([&](pqxx::nontransaction& work) { return work.exec(sql); });
  }

  /// One round trip for all. A fault of parsing names its statement; which of them a fault of execution is in, the
  /// protocol keeps to itself: run them one by one to see.
  rows run(const std::vector<std::string_view>& statements) {
    std::string sql;
    std::vector<unsigned> last_lines;
    unsigned lines = 0;
    for (const std::string_view statement : statements) {
      sql.append(statement).append("\n;\n");  // on a line of its own: a comment may end the statement
      lines += 2 + static_cast<unsigned>(std::count(statement.begin(), statement.end(), '\n'));
      last_lines.push_back(lines);
    }
    try {
      return run(sql);
    } catch (sql_error& failure) {
      const auto at = std::lower_bound(last_lines.begin(), last_lines.end(), failure.line);
      if (failure.line > 0 && at != last_lines.end())
        failure.statement = static_cast<std::size_t>(at - last_lines.begin());
      throw;
    }
  }
  rows run(std::initializer_list<std::string_view> statements) { return run(std::vector(statements)); }

  /// One statement with `$1`, `$2` … (extended protocol); nullopt is NULL.
  rows query(const std::string& sql, const parameters& values) {
    return guarded([&](pqxx::nontransaction& work) { return adapter::execute(work, sql, values); });
  }

  /// As far as this side knows: a loss shows at the next statement.
  bool alive() const { return connection_->is_open(); }
  /// Interrupts the running statement, which then fails with 57014. From another thread.
  void cancel() { connection_->cancel_query(); }
  int backend_pid() const { return connection_->backendpid(); }
  int server_version() const { return connection_->server_version(); }  ///< 150018 is 15.18
  std::string database() const { return connection_->dbname(); }
  std::string user() const { return connection_->username(); }

  /// `'…'`, for text that becomes part of a statement.
  std::string quoted(std::string_view text) const { return connection_->quote(std::string(text)); }

  /// Hands the server's notices, complete with NOTICE: and a newline, to a function that does not throw.
  void on_notice(adapter::notice_handler handler) {
    notices_.reset();
    if (handler) notices_ = std::make_unique<adapter::notices>(*connection_, std::move(handler));
  }

 private:
  template <class Work>
  rows guarded(Work&& statement) {
    try {
      pqxx::nontransaction work(*connection_);
      return rows(statement(work));
    } catch (const pqxx::broken_connection& failure) {
      throw connection_lost(lost(failure.what()));
    } catch (const pqxx::sql_error& failure) {
      if (!alive()) throw connection_lost(lost(failure.what()));
      throw sql_error(failure.what(), adapter::sqlstate_of(failure));
    }
#if PQXX_VERSION_MAJOR < 7
    catch (const pqxx::transaction_rollback& failure) {
      throw sql_error(failure.what(), adapter::sqlstate_of(failure));
    }
#endif
  }

  static std::string lost(std::string_view said) {
    if (said.starts_with("Could not obtain client encoding")) said = "the server closed it";  // version 6 asks too late
    return "the connection to the server is lost: " + std::string(said);
  }

  std::unique_ptr<pqxx::connection> owned_;
  pqxx::connection* connection_;
  std::unique_ptr<adapter::notices> notices_;
};

}  // namespace skein::run
