// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// What is wrong with a sequence, or with a step on one.

#include <skein/check/sentence/entities.hpp>
#include <skein/check/tables/sequence_values.hpp>

namespace skein::checks::sentences {

using enum fact;
using model::op;

/// An option that PostgreSQL refuses, with the limits that it breaks.
constexpr void of_sequence_option(auto& w) {
  const model::sequence_values& q = w.v.now.sequence;
  const auto is = [&](char a, char b) { return w.v.text.data[0] == a && w.v.text.data[1] == b; };
  if (w.v.column) w.say({"the sequence of column ", column});
  else write_entity(w);
  const auto value = [&](const char* word, long long n) { (w.b << word).number(n) << ">"; };
  const auto range = [&] {
    w.b << ", which is not between ", value("min_value<", q.least);
    w.b << " and ", value("max_value<", q.most);
  };
  if (is('i', 'n')) return w.say({" would not move with increment<0>; name another number"});
  if (is('c', 'a')) return value(" caches one value at least, not cache<", q.cached), w.say({"; name a number above 0"});
  if (is('s', 't')) return value(" starts at start<", q.first), range(), w.say({"; mend one of them"});
  if (is('r', 'e')) {
    (w.b << " stands at ").number(w.v.wanted.sequence.first);
    range();
    return w.say({"; restart it before with restart_sequence<...>, or mend the limits"});
  }
  const bool max = is('m', 'a');
  if (!max && sequences::fits(q.type, q.least)) {
    value(" has min_value<", q.least);
    return value(", which is not less than its max_value<", q.most), w.say({"; mend one of them"});
  }
  value(max ? " has max_value<" : " has min_value<", max ? q.most : q.least);
  w.b << ", which does not fit its type " << model::type_table[static_cast<u32>(q.type)].cpp << "; name a number that does, or a larger type";
}

constexpr void of_sequences(auto& w) {
  if (w.v.what == fault::sequence_option) return of_sequence_option(w);
  write_entity(w);
  if (w.v.what == fault::sequence_elsewhere)
    return w.say({" is in another schema than its owner ", other, ", which PostgreSQL does not allow; move it there with "
                  "set_sequence_schema"});
  if (w.step_is() == op::move_entity)
    return w.say({" moves with its owner ", other, "; write set_schema for that table, or take the owner away with owned_by<>"});
  w.say({" belongs to the identity ", other, " and has its type; write drop_identity, alter_type or set_identity for that column"});
}

/// What is wrong with a step on a sequence as a whole.
constexpr void of_sequence_step(auto& w) {
  const bool restart = w.v.what == fault::no_undo;
  if (restart) w.b << "restarting ";
  if (w.v.what == fault::loses_data) w.b << "dropping ";
  write_entity(w);
  if (restart) return w.say({" does not say where its down puts it; add undo_restart<...> or irreversible<...>"});
  if (w.v.what == fault::no_effect) return w.say({" is so already; remove the step, since its down would change something"});
  w.say({" loses where it stands, which no down brings back; acknowledge it with loses_data as the last argument of the step"});
}

}  // namespace skein::checks::sentences
