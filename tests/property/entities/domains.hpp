// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Random domains, and changes of their clauses.

#include "property/vocabulary.hpp"

#include <skein/check/entities/entities.hpp>
#include <skein/check/state/growing_schema.hpp>

namespace skein::test {

class domains {
 public:
  domains(chance& by, checks::arena& in, const checks::live_state& state, vocabulary& words)
      : by_(by), in_(in), s_(state), words_(words) {}

  model::step create(const model::object_name* name, const model::data_type* base) {
    std::vector<model::clause> all{{.what = part::base, .type = base}};
    if (by_.percent(20)) all.push_back({.what = part::not_null});
    if (const model::text_view sql = words_.value(*base); sql && by_.percent(30)) all.push_back({.what = part::default_value, .text = sql});
    if (is_text(*base) && by_.percent(30)) all.push_back({.what = part::collation, .object = in_.make(model::object_name({}, model::ident("C", 1)))});
    for (std::size_t n = by_.below(3); n--;) all.push_back(check());
    return {.what = model::op::create_entity, .entity = words_.entity(model::entity_kind::domain, name, all)};
  }
  /// A change of a domain that is there.
  model::step alter(model::u32 slot) {
    const model::entity_state& e = s_.entities[slot];
    const auto* name = in_.make(model::object_name(*e.schema, *e.name));
    return {.what = model::op::alter_entity, .entity = words_.entity(model::entity_kind::domain, name, {change(e)})};
  }

 private:
  using part = model::clause::part;
  using does = model::clause::change;

  model::clause change(const model::entity_state& e) {
    switch (by_.below(5)) {
      case 0: return {.what = part::not_null, .does = by_.percent(50) ? does::set : does::drop};
      case 1: {
        const model::text_view sql = words_.value(*s_.clauses[e.first_clause].type);
        if (!sql || by_.percent(40)) return {.what = part::default_value, .does = does::drop};
        return {.what = part::default_value, .does = does::set, .text = sql};
      }
      case 2: {
        model::clause c = check();
        c.does = does::add;
        c.not_valid = by_.percent(40);
        return c;
      }
      default: break;
    }
    std::vector<const model::ident*> present;
    for (model::u32 k = e.first_clause; k; k = s_.clauses[k].next)
      if (s_.clauses[k].value->what == part::check) present.push_back(in_.name(s_.clauses[k].name));
    const model::ident* one = present.empty() || by_.percent(10) ? words_.name(object_words) : by_.one_of(present);
    switch (by_.below(4)) {
      case 0: return {.what = part::check, .does = does::drop, .name = one};
      case 1: return {.what = part::check, .does = does::rename, .name = one, .to = words_.name(object_words)};
      case 2: return {.what = part::check, .does = does::validate, .name = one};
      default: return {.what = part::check, .does = does::comment, .name = one, .text = by_.percent(30) ? in_.text("") : words_.comment()};
    }
  }
  model::clause check() {
    model::clause c{.what = part::check, .name = words_.object_name(), .text = in_.text(by_.percent(50) ? "VALUE IS NOT NULL" : "value IS NULL OR \"value\" IS NOT NULL")};
    if (c.name && by_.percent(20)) c.comment = words_.comment();
    return c;
  }
  chance& by_;
  checks::arena& in_;
  const checks::live_state& s_;
  vocabulary& words_;
};

}  // namespace skein::test
