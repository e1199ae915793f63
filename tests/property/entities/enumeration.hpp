// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Random enum types, columns of them, and changes of their labels.

#include "property/vocabulary.hpp"

#include <skein/check/entities/entities.hpp>
#include <skein/check/state/growing_schema.hpp>

namespace skein::test {

inline constexpr std::string_view label_words[]{"sad", "ok", "it's", "", "two words", "Größe", "back\\slash", "null"};

class enumerations {
 public:
  enumerations(chance& by, checks::arena& in, const checks::live_state& state, vocabulary& words)
      : by_(by), in_(in), s_(state), words_(words) {}

  model::step create(const model::object_name* name) {
    std::vector<model::clause> labels;
    for (std::size_t n = by_.below(4); n--;) labels.push_back({.text = label()});
    return {.what = model::op::create_entity, .entity = entity(name, labels)};
  }
  /// A change of a type that is there.
  model::step alter(model::u32 slot) {
    const model::entity_state& e = s_.entities[slot];
    const auto* name = in_.make(model::object_name(*e.schema, *e.name));
    std::vector<model::text_view> present;
    for (model::u32 k = e.first_clause; k; k = s_.clauses[k].next) present.push_back(s_.clauses[k].value->text);
    const auto any = [&] { return present.empty() || by_.percent(10) ? label() : by_.one_of(present); };
    if (by_.percent(30)) return replace(name, present);
    if (by_.percent(50))
      return {.what = model::op::alter_entity, .entity = entity(name, {{.does = change::rename, .text = label(), .from = any()}})};
    model::clause c{.does = change::add, .text = label()};
    if (by_.percent(60)) c.beside = any(), c.before = by_.percent(50);
    return {.what = model::op::alter_entity, .acknowledged = by_.percent(30) ? model::loss::irreversible : model::loss::none, .entity = entity(name, {c})};
  }
  /// The type that the most columns are of, built anew: mostly with the labels that their defaults and checks name.
  model::step replace_mood(model::u32 slot) {
    std::vector<model::text_view> present;
    for (model::u32 k = s_.entities[slot].first_clause; k; k = s_.clauses[k].next)
      if (by_.percent(90)) present.push_back(s_.clauses[k].value->text);
    return replace(&mood_name, present);
  }

 private:
  using change = model::clause::change;

  /// Some of the labels stay, others come, some of those that go are mapped.
  model::step replace(const model::object_name* name, std::vector<model::text_view> present) {
    std::vector<model::clause> labels;
    std::vector<model::text_view> gone;
    by_.shuffle(present);
    for (const model::text_view& each : present)
      if (by_.percent(80)) labels.push_back({.text = each});
      else gone.push_back(each);
    if (by_.percent(50)) labels.push_back({.text = label()});
    const std::size_t n = labels.size();
    for (const model::text_view& each : gone)
      if (n && by_.percent(60)) labels.push_back({.does = change::rename, .text = by_.percent(90) ? labels[by_.below(n)].text : label(), .from = by_.percent(90) ? each : label()});
    return {.what = model::op::replace_entity, .acknowledged = model::loss::loses_data, .entity = entity(name, labels)};
  }
  model::text_view label() { return in_.text(by_.one_of(label_words)); }
  const model::entity_def* entity(const model::object_name* name, const std::vector<model::clause>& clauses) {
    return words_.entity(model::entity_kind::enumeration, name, clauses);
  }

  chance& by_;
  checks::arena& in_;
  const checks::live_state& s_;
  vocabulary& words_;
};

}  // namespace skein::test
