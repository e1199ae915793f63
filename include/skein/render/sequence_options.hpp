// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// The options of a sequence as SQL.

#include <skein/model/member.hpp>
#include <skein/render/quote.hpp>

#include <fmt/format.h>

#include <string>
#include <vector>

namespace skein::render {

/// Those that are said: `INCREMENT BY 10`, `NO MAXVALUE`, `OWNED BY users.id`.
inline std::vector<std::string> sequence_options(const model::sequence_options& o) {
  std::vector<std::string> out;
  const auto add = [&](model::u32 option, const char* words, long long value) {
    if (o.said & option) out.push_back(fmt::format("{} {}", words, value));
  };
  const auto say = [&](model::u32 option, std::string words) {
    if (o.said & option) out.push_back(std::move(words));
  };
  say(o.of_type, fmt::format("AS {}", model::type_table[static_cast<std::size_t>(o.type)].sql));
  add(o.start, "START WITH", o.first);
  add(o.increment, "INCREMENT BY", o.step);
  add(o.min, "MINVALUE", o.least);
  add(o.max, "MAXVALUE", o.most);
  say(o.no_min, "NO MINVALUE");
  say(o.no_max, "NO MAXVALUE");
  add(o.cache, "CACHE", o.cached);
  say(o.cycle, o.cycles ? "CYCLE" : "NO CYCLE");
  add(o.restart, "RESTART WITH", o.position);
  if (o.said & o.owner) out.push_back(o.table ? fmt::format("OWNED BY {}.{}", identifier(*o.table), identifier(*o.column)) : "OWNED BY NONE");
  return out;
}

}  // namespace skein::render
