// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// What is wrong with a step as a whole, or with a written down.

#include <skein/check/sentence/down.hpp>
#include <skein/check/sentence/misplaced.hpp>
#include <skein/check/sentence/sequences.hpp>

namespace skein::checks::sentences {

using enum fact;
using model::op;

constexpr void of_step(auto& w) {
  if (w.v.entity == model::entity_kind::sequence && w.v.what < fault::down_differs) return of_sequence_step(w);
  switch (w.v.what) {
    case fault::no_effect:
      return w.say({"this step changes nothing, ", w.v.column ? column : w.v.table ? table : schema,
                    w.v.on_table ? " on its table" : "", " is so already; remove it, since its down would change something"});
    case fault::loses_data:
      if (w.v.part == model::clause::part::attribute)
        w.say({"dropping attribute ", object, " of type ", table, " loses data that no down brings back"});
      else if (w.v.entity == model::entity_kind::enumeration)
        return w.say({"label ", text, " of type ", table, " goes, and rows may hold it; add map_label<...> with the label that they get, or loses_data, "
                                                           "which makes it NULL"});
      else if (w.v.type)
        w.say({"the new type of column ", column, ", ", type, ", holds less than the old one"});
      else
        w.say({"dropping ", w.v.column ? "column " : "table ", w.v.column ? column : table,
               " loses data that no down brings back"});
      return w.say({"; acknowledge it with loses_data as the last argument of the step"});
    case fault::irreversible:
      return w.say({"no step makes column ", column,
                    " generated again; say why with irreversible<...> as the last argument of the step"});
    case fault::not_convertible:
      if (w.v.text.size == 2)
        return w.say({"PostgreSQL does not convert column ", column, " to ", type,
                      " by itself; add using_<...> with the expression"});
      return w.say({"PostgreSQL does not convert column ", column, " back to ", type,
                    " by itself; add undo_using<...> with the expression, or irreversible<...>"});
    case fault::ends_transaction:
      return w.say({"execute runs ", text,
                    ", but its revision is one transaction, which skein begins and commits; remove it, or add "
                    "outside_transaction to the steps of the revision"});
    case fault::needs_no_transaction:
      if (w.v.text.size)
        return w.say({"execute runs ", text,
                      ", which PostgreSQL does only outside a transaction; add outside_transaction to the steps of the "
                      "revision"});
      return w.say(
          {"an index is built or dropped concurrently only outside a transaction; add outside_transaction to the steps "
           "of the revision"});
    case fault::server_lacks: {
      const feature_facts& f = features[static_cast<u32>(w.v.needs)];
      w.say({f.words});
      if (w.v.type) w.say({type});
      if (w.v.text) w.say({text});
      (w.b << " needs PostgreSQL ").number(f.version);
      (w.b << ", and the chain has to run on ").number(w.v.server);
      (w.b << "; do without it, or begin the chain with target<").number(f.version) << ">";
      return;
    }
    case fault::no_undo:
      return w.say(
          {"execute does not say how it is undone; add undo<...> (empty if there is nothing to undo) or "
           "irreversible<...>, "
           "or write up<...>, down<...>"});
    case fault::misplaced:
      return of_misplaced(w);
    default:
      return of_remainder(w);
  }
}

}  // namespace skein::checks::sentences
