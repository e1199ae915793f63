// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// The SQLSTATEs that the runner acts on.

#include <string_view>

namespace skein::run::sqlstate {

inline constexpr std::string_view active_transaction = "25001";
inline constexpr std::string_view in_failed_transaction = "25P02";
inline constexpr std::string_view invalid_transaction_termination = "2D000";
inline constexpr std::string_view invalid_schema_name = "3F000";
inline constexpr std::string_view serialization_failure = "40001";
inline constexpr std::string_view deadlock_detected = "40P01";
inline constexpr std::string_view insufficient_privilege = "42501";
inline constexpr std::string_view undefined_column = "42703";
inline constexpr std::string_view undefined_table = "42P01";
inline constexpr std::string_view lock_not_available = "55P03";
inline constexpr std::string_view query_canceled = "57014";

/// What a table, or a view, says that is not what one took it for: no such column, a column of another type, no rows to
/// be written.
constexpr bool is_wrong_object(std::string_view state) {
  return state == undefined_column || state == "42883" /* undefined_function */ ||
         state == "42804" /* datatype_mismatch */ || state == "42809" /* wrong_object_type */ ||
         state == "55000" /* object_not_in_prerequisite_state */;
}

/// Someone else was in the way; the same transaction may succeed when it is run again.
constexpr bool is_contention(std::string_view state) {
  return state == lock_not_available || state == deadlock_detected || state == serialization_failure;
}

}  // namespace skein::run::sqlstate
