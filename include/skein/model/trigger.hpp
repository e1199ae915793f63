// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Triggers: when they fire, and what they call. The condition of one is its entity's body.

#include <skein/model/member.hpp>

namespace skein::model {

/// What a trigger fires on, as bits.
namespace event {
inline constexpr u32 insert = 1, update = 2, remove = 4, truncate = 8;
}

struct trigger_def {
  enum class timing : std::uint8_t { unsaid, before, after, instead_of } when = timing::unsaid;
  bool for_each_row = false;
  bool constraint = false;
  deferral defer = deferral::none;
  u32 events = 0;
  u32 repeated = 0;                        ///< events that are said twice
  names columns{};                         ///< UPDATE OF
  const object_name* from = nullptr;       ///< of a constraint trigger: the other table
  const ident* old_rows = nullptr;         ///< OLD TABLE AS
  const ident* new_rows = nullptr;
  text_view condition{};                   ///< WHEN, without its parentheses
  const object_name* function = nullptr;
  list<text_view> arguments{};
  text_view on{};                          ///< of an event trigger: the event
  list<text_view> tags{};                  ///< of an event trigger: WHEN TAG IN
  text_view firing{};                      ///< DISABLE, ENABLE ALWAYS, ENABLE REPLICA; null: ENABLE, where sessions are no replicas
  text_view mistake{};                     ///< what stands in it and has no place there
};

}  // namespace skein::model
