// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// What is wrong with a partitioned table or a partition.

#include <skein/check/partitions/rules.hpp>
#include <skein/check/sentence/writer.hpp>

namespace skein::checks::sentences {

using enum fact;

constexpr void of_partitions(auto& w) {
  const partition_words& said = partition_sentences[w.v.number];
  w.say({"table ", table, " ", said.before});
  if (w.v.value) spelling::value(w.b, *w.v.value);
  else if (w.v.column) w.say({name});
  else if (w.v.other_table) w.say({other});
  else if (w.v.object.hash) w.say({object});
  else if (w.v.text) w.say({text});
  w.say({said.after});
}

}  // namespace skein::checks::sentences
