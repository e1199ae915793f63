// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Sequences as SQL.

#include <skein/model/entity.hpp>
#include <skein/render/sequence_options.hpp>

namespace skein::render::detail {

/// `CREATE SEQUENCE app.counter START WITH 5`, or the same with ALTER.
inline std::string sequence_statement(const char* verb, const model::entity_def& d) {
  std::string out = fmt::format("{} SEQUENCE {}", verb, identifier(*d.name));
  for (const std::string& each : sequence_options(*d.sequence)) out += " " + each;
  return out;
}

}  // namespace skein::render::detail
