// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Random composite types, and changes of their attributes.

#include "property/vocabulary.hpp"

#include <skein/check/entities/entities.hpp>
#include <skein/check/state/growing_schema.hpp>

namespace skein::test {

class composites {
 public:
  composites(chance& by, checks::arena& in, const checks::live_state& state, vocabulary& words)
      : by_(by), in_(in), s_(state), words_(words) {}

  /// `type` gives one for each attribute.
  model::step create(const model::object_name* name, auto type) {
    std::vector<model::clause> all;
    for (std::size_t n = by_.below(4); n--;) all.push_back(attribute(type()));
    return {.what = model::op::create_entity, .entity = words_.entity(model::entity_kind::composite, name, all)};
  }
  /// A change of a type that is there.
  model::step alter(model::u32 slot, const model::data_type* type) {
    const model::entity_state& e = s_.entities[slot];
    const auto* name = in_.make(model::object_name(*e.schema, *e.name));
    return {.what = model::op::alter_entity, .entity = words_.entity(model::entity_kind::composite, name, {change(e, type)})};
  }

 private:
  using part = model::clause::part;
  using does = model::clause::change;

  model::clause change(const model::entity_state& e, const model::data_type* type) {
    model::clause c = attribute(type);
    c.does = does::add;
    std::vector<const model::ident*> present;
    for (model::u32 k = e.first_clause; k; k = s_.clauses[k].next) present.push_back(in_.name(s_.clauses[k].name));
    if (present.empty() || by_.percent(30)) return c;
    c.name = by_.one_of(present);
    switch (by_.below(4)) {
      case 0: c.does = does::set; c.comment = {}; return c;
      case 1: return {.what = part::attribute, .does = does::drop, .name = c.name};
      case 2: return {.what = part::attribute, .does = does::rename, .name = c.name, .to = words_.name(column_words)};
      default: return {.what = part::attribute, .does = does::comment, .name = c.name, .text = by_.percent(30) ? in_.text("") : words_.comment()};
    }
  }
  model::clause attribute(const model::data_type* type) {
    model::clause c{.what = part::attribute, .name = words_.name(column_words), .type = type};
    if (is_text(*type) && by_.percent(20)) c.object = in_.make(model::object_name({}, model::ident("C", 1)));
    if (by_.percent(15)) c.comment = words_.comment();
    return c;
  }
  chance& by_;
  checks::arena& in_;
  const checks::live_state& s_;
  vocabulary& words_;
};

}  // namespace skein::test
