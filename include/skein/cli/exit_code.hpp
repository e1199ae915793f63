// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// What the driver's exit codes mean, to scripts; `--help` prints the same table.

#include <skein/run/error.hpp>
#include <skein/run/scratch.hpp>

#include <exception>
#include <stdexcept>

namespace skein::driver {

enum class exit_code : int {
  done = 0,
  failed = 1,
  usage = 2,
  not_at_head = 3,
  locked = 4,
  mismatch = 5,
  refused = 6,
  connection = 7,
  drift = 8,
  interrupted = 130
};

inline constexpr const char* exit_code_table =
    "Exit codes:\n"
    "  0    done, or nothing to do\n"
    "  1    a statement failed, and its revision was rolled back; or what else the error says\n"
    "  2    the command line is wrong, or its target\n"
    "  3    status: the database is not at head\n"
    "  4    someone else migrates, for longer than --lock-wait\n"
    "  5    the database and the history do not fit together\n"
    "  6    refused: not confirmed, or a revision cannot be undone\n"
    "  7    no connection to the server\n"
    "  8    check, diff: what was compared differs\n"
    "  130  interrupted; the same command continues\n";

/// What a verb's own `--help` says instead.
inline constexpr const char* verb_footer = "Options of all verbs, and the exit codes: --help without a verb\n";

/// The command line, or the configuration, is wrong.
struct usage_error : std::runtime_error {
  using std::runtime_error::runtime_error;
};
/// A question was not answered as it has to be.
struct refusal : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// Requires: inside a catch block.
inline exit_code code_of_current_exception() {
  try {
    throw;
  } catch (const usage_error&) {
    return exit_code::usage;
  } catch (const run::bad_target&) {
    return exit_code::usage;
  } catch (const run::not_at_head&) {
    return exit_code::not_at_head;
  } catch (const run::lock_not_acquired&) {
    return exit_code::locked;
  } catch (const run::history_mismatch&) {
    return exit_code::mismatch;
  } catch (const refusal&) {
    return exit_code::refused;
  } catch (const run::irreversible&) {
    return exit_code::refused;
  } catch (const run::connection_lost&) {
    return exit_code::connection;
  } catch (const run::pooled_connection&) {
    return exit_code::connection;
  } catch (const run::interrupted&) {
    return exit_code::interrupted;
  } catch (...) {
    return exit_code::failed;
  }
}

}  // namespace skein::driver
