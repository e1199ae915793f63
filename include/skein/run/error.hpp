// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// What can go wrong at run time: sentences that say what is wrong and what to do, and hold no password.

#include <skein/run/report.hpp>

#include <cstddef>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace skein::run {

/// Of all exceptions that this layer throws about databases and histories.
struct error : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// A target that names nothing, several revisions, or what lies in the other direction.
struct bad_target : error {
  using error::error;
};

/// The journal cannot be read or created: no right to, or another table of its name.
struct journal_unusable : error {
  using error::error;
};

/// A directory of SQL migrations is not as the tool that it is for would have it, or does something that cannot be taken
/// over.
struct unadoptable : error {
  using error::error;
};

/// Objects of the database come and go faster than its catalogs are read.
struct catalogs_unsettled : error {
  using error::error;
};

/// The database and the program's history do not fit together; nothing was executed.
struct history_mismatch : error {
  using error::error;
};
/// A revision was changed after it had been applied.
struct checksum_mismatch : history_mismatch {
  using history_mismatch::history_mismatch;
};
/// The database has a revision that the program does not know.
struct unknown_revision : history_mismatch {
  using history_mismatch::history_mismatch;
};
/// A revision is applied, its parent is not.
struct gap : history_mismatch {
  using history_mismatch::history_mismatch;
};
/// A revision outside a transaction stopped on the way, and the other direction was asked for.
struct unfinished : history_mismatch {
  using history_mismatch::history_mismatch;
};

/// The server is older than the history's target.
struct server_too_old : history_mismatch {
  using history_mismatch::history_mismatch;
};

/// A revision on the way down has no down.
struct irreversible : error {
  using error::error;
};

/// The database lacks revisions that the program needs.
struct not_at_head : error {
  not_at_head(const std::string& sentence, std::vector<std::string> ids) : error(sentence), missing(std::move(ids)) {}
  std::vector<std::string> missing;
};

/// Someone else migrates, for longer than `options::lock_wait`.
struct lock_not_acquired : error {
  using error::error;
};
/// Between this program and the server is a pooler that may hand the next statement to another session.
struct pooled_connection : error {
  using error::error;
};

/// The server cannot be reached, or no longer. What it had committed stays; the rest it has rolled back.
struct connection_lost : error {
  using error::error;
};

/// A run that ended on the way. What was done stays done, and the same command continues.
struct stopped : error {
  stopped(const std::string& sentence, report what) : error(sentence), so_far(std::move(what)) {}
  report so_far;
};
/// SIGINT, SIGTERM or the application's stop_token.
struct interrupted : stopped {
  using stopped::stopped;
};
/// A statement failed, and with it its revision.
struct statement_failed : stopped {
  struct facts {
    std::string revision{};
    std::size_t step = 0;       ///< from 1; 0: a statement of the runner
    std::size_t statement = 0;  ///< from 1, within the revision and its direction
    std::string sql{};
    std::string sqlstate{};
    std::string message{}, detail{}, hint{};  ///< the server's
  };
  statement_failed(const std::string& sentence, facts what, report done)
      : stopped(sentence, std::move(done)), failure(std::move(what)) {}
  facts failure;
};

}  // namespace skein::run
