// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Functions, procedures and aggregates: what they take, return and are. The text of one is its entity's body.

#include <skein/model/data_type.hpp>
#include <skein/model/member.hpp>

namespace skein::model {

struct argument {
  enum class mode : std::uint8_t { in, out, inout, variadic, column } what = mode::in;  ///< column: of RETURNS TABLE
  const ident* name = nullptr;
  const data_type* type = nullptr;
  text_view default_value{};
  text_view mistake{};  ///< what stands behind it and has no place there

  /// Whether its type is a part of the routine's identity.
  constexpr bool is_input() const { return what == mode::in || what == mode::inout || what == mode::variadic; }
  constexpr bool is_output() const { return what == mode::out || what == mode::inout || what == mode::column; }
};

/// What an aggregate is made of besides its arguments.
struct aggregate_def {
  const object_name* transition = nullptr;  ///< SFUNC
  const data_type* state = nullptr;         ///< STYPE
  const object_name* final = nullptr;
  const object_name* combine = nullptr;
  const object_name* serial = nullptr;
  const object_name* deserial = nullptr;
  text_view initial{};                      ///< INITCOND
  text_view sort_operator{};
  bool final_extra = false;
};

struct routine_def {
  enum class volatility : std::uint8_t { unsaid, immutable, stable, volatile_ } volatile_is = volatility::unsaid;
  enum class parallelism : std::uint8_t { unsaid, safe, restricted, unsafe } parallel = parallelism::unsaid;
  bool strict = false;
  bool security_definer = false;
  bool leakproof = false;
  bool window = false;
  bool standard_body = false;         ///< RETURN … or BEGIN ATOMIC … END, not a string
  bool returns_set = false;
  list<argument> arguments{};
  list<argument> columns{};           ///< RETURNS TABLE
  const data_type* result = nullptr;  ///< null: what OUT arguments say, nothing of a procedure
  const ident* language = nullptr;
  text_view body{};
  text_view symbol{};                 ///< LANGUAGE C: in the library that is the body
  text_view cost{};
  text_view rows{};
  const object_name* support = nullptr;
  list<parameter> settings{};         ///< SET name TO value
  aggregate_def aggregate{};
  text_view mistake{};                ///< what stands in it and has no place there
};

constexpr u32 type_count(const routine_def& r) { return r.arguments.size + r.columns.size + 2; }
/// Every type that the routine names, in an order of which the first are its arguments'; null where there is none.
constexpr const data_type* type_at(const routine_def& r, u32 i) {
  if (i < r.arguments.size) return r.arguments.data[i].type;
  i -= r.arguments.size;
  if (i < r.columns.size) return r.columns.data[i].type;
  return i == r.columns.size ? r.result : r.aggregate.state;
}
constexpr u32 result_at(const routine_def& r) { return r.arguments.size + r.columns.size; }

/// What a function returns that returns no value of a type of its own.
inline constexpr object_name pseudo_names[]{"trigger", "event_trigger", "void", "record"};
inline constexpr data_type trigger_type{.id = type_id::named, .user = &pseudo_names[0]};
inline constexpr data_type event_trigger_type{.id = type_id::named, .user = &pseudo_names[1]};
inline constexpr data_type void_type{.id = type_id::named, .user = &pseudo_names[2]};
inline constexpr data_type record_type{.id = type_id::named, .user = &pseudo_names[3]};

}  // namespace skein::model
