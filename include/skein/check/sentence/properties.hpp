// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// What is wrong with owners and other properties.

#include <skein/check/properties/rules.hpp>
#include <skein/check/sentence/privileges.hpp>
#include <skein/check/spell/properties.hpp>

namespace skein::checks::sentences {

constexpr void of_properties(auto& w) {
  const property_words& said = property_sentences[w.v.number];
  // Before it is said what it is of, so that the object of a table is not taken for what it is about.
  if (w.v.entity != model::entity_kind::none)
    write_entity(w);
  else if (w.v.table)
    w.say({"table ", table});
  else
    w.say({"schema ", schema});
  w.b << said.before;
  if (w.v.other_table)
    w.say({other});
  else if (w.v.role)
    w.b << *w.v.role;
  else if (w.v.column)
    w.say({name});
  else if (w.v.object.hash && w.v.entity == model::entity_kind::none)
    w.say({object});
  w.b << said.after;
}

/// Of a model and the history: what is said is in `property`, its present value in `suggested`.
constexpr void of_model_properties(auto& w) {
  const model::property_def& d = *w.v.property;
  const bool missing = w.v.what == fault::model_property_missing,
             member = w.v.entity == model::entity_kind::none && w.v.table;
  w.b << (missing ? "a model says " : "the history says ");
  spelling::declared_property(w.b, d, w.v.suggested, nullptr);
  w.b << " of ", write_granted(w);
  if (missing) {
    w.b << ", the history does not; change the model, or add a revision with ";
    return spelling::property_step(w.b, d, w.v.suggested, w.v);
  }
  w.b << " and no model does; add ";
  spelling::declared_property(w.b, d, w.v.suggested, member ? nullptr : &w.v);
  w.b << (member ? " to the model of the table, or a revision with " : " to models<...>, or a revision with ");
  spelling::property_step(w.b, d, {}, w.v);
}

}  // namespace skein::checks::sentences
