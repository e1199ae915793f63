// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Steps on entities as the user would write them.

#include <skein/check/spell/policy.hpp>
#include <skein/check/spell/routine.hpp>
#include <skein/check/spell/trigger.hpp>
#include <skein/model/range.hpp>

namespace skein::checks::spelling {

constexpr void extension_part(auto& b, const model::clause& c) {
  using part = model::clause::part;
  if (c.what == part::schema) b << ", in_schema<" << *c.name << ">";
  if (c.what == part::version) b << ", version<" << c.text << ">";
  if (c.what == part::provides) b << ", provides<" << *c.name << ">";
}

constexpr void object_part(auto& b, const model::clause& c) {
  using part = model::clause::part;
  if (c.what == part::drop) b << ", drop<" << c.text << ">";
  if (c.what != part::uses) return;
  b << (c.text ? ", uses_object<" : ", uses<");
  if (c.text) b << c.text << ", ";
  name(b, *c.object);
  if (c.name) b << ", " << *c.name;
  b << ">";
}

/// A clause of a domain or a composite type; what a domain is made of is written before.
constexpr void clause(auto& b, const model::clause& c) {
  using part = model::clause::part;
  const auto commented = [&] {
    if (c.comment.size) b << ", comment<" << c.comment << ">";
  };
  switch (c.what) {
    case part::base: return type(b, *c.type);
    case part::collation: b << "collate<", name(b, *c.object), b << ">"; return;
    case part::not_null: b << "not_null"; return;
    case part::default_value: b << "default_<" << c.text << ">"; return;
    case part::check:
      if (!c.name) {
        b << "check<" << c.text << ">";
        return;
      }
      b << "constraint<" << *c.name << ", check<" << c.text << ">" << (c.not_valid ? ", not_valid" : "");
      commented();
      b << ">";
      return;
    case part::attribute:
      b << "attribute<" << *c.name << ", ";
      type(b, *c.type);
      if (c.object) b << ", collate<", name(b, *c.object), b << ">";
      commented();
      b << ">";
      return;
    default: b << c.text;
  }
}

constexpr void creating_range(auto& b, const model::entity_def& d) {
  using part = model::clause::part;
  b << "create_range<";
  name(b, *d.name);
  for (u32 i = 0; i < d.clauses.size; ++i) {
    const model::clause& c = d.clauses.data[i];
    if (c.what == part::multirange && has_automatic_multirange(d)) continue;
    b << ", ";
    if (!is_of_range(c.what)) {
      clause(b, c);
      continue;
    }
    b << (c.what == part::multirange ? "multirange_type_name<" : c.what == part::difference ? "subtype_diff<" : c.what == part::opclass ? "subtype_opclass<" : "canonical<");
    name(b, *c.object);
    b << ">";
  }
}

constexpr void setting(auto& b, const model::clause& c) { b << "parameter<" << c.from << ", " << c.text << ">"; }
/// What stands behind the query of a view.
constexpr void view_options(auto& b, const model::entity_def& d) {
  for (u32 i = 0; i < d.columns.size; ++i) b << (i ? ", " : ", columns<") << *d.columns[i];
  if (d.columns.size) b << ">";
  for (u32 i = 0; i < d.clauses.size; ++i) {
    const model::clause& c = d.clauses[i];
    if (c.what == model::clause::part::no_data) b << ", no_data";
    if (c.what == model::clause::part::setting) b << ", ", setting(b, c);
  }
}

/// The step that creates it.
constexpr void creating_step(auto& b, const model::entity_def& d) {
  switch (d.what) {
    case model::entity_kind::enumeration:
    case model::entity_kind::domain:
    case model::entity_kind::composite:
      b << (d.what == model::entity_kind::enumeration ? "create_enum<" : d.what == model::entity_kind::domain ? "create_domain<" : "create_composite<");
      name(b, *d.name);
      for (u32 i = 0; i < d.clauses.size; ++i) b << ", ", clause(b, d.clauses[i]);
      break;
    case model::entity_kind::range: creating_range(b, d); break;
    case model::entity_kind::extension:
      b << "create_extension<" << d.name->name;
      for (u32 i = 0; i < d.clauses.size; ++i) extension_part(b, d.clauses[i]);
      break;
    case model::entity_kind::policy: creating_policy(b, d); break;
    case model::entity_kind::row_security:
      b << (d.name->name.text[0] == 'f' ? "force_row_security<" : "enable_row_security<");
      name(b, *d.table);
      break;
    case model::entity_kind::object:
      b << "create_object<" << d.clauses[0].text << ", ";
      name(b, *d.name);
      for (u32 i = 1; i < d.clauses.size; ++i) object_part(b, d.clauses[i]);
      b << ", create<" << d.body << ">";
      break;
    case model::entity_kind::function:
    case model::entity_kind::procedure:
    case model::entity_kind::aggregate: creating_routine(b, d); break;
    case model::entity_kind::trigger:
    case model::entity_kind::event_trigger: creating_trigger(b, d); break;
    case model::entity_kind::sequence:
      b << "create_sequence<";
      name(b, *d.name);
      sequence_options(b, *d.sequence);
      break;
    case model::entity_kind::view:
    case model::entity_kind::materialized_view:
      b << (d.what == model::entity_kind::view ? "create_view<" : "create_materialized_view<");
      name(b, *d.name);
      b << ", " << d.body;
      view_options(b, d);
      break;
    case model::entity_kind::rule:
      b << "create_rule<" << d.name->name << ", ";
      name(b, *d.table);
      b << ", " << d.clauses[0].text << ", " << d.body;
      break;
    default: break;
  }
  b << ">";
}

/// The step that drops it.
constexpr void dropping_step(auto& b, const model::entity_def& d, const ident* schema, const ident& called) {
  if (d.what == model::entity_kind::row_security) {
    b << (d.name->name.text[0] == 'f' ? "no_force_row_security<" : "disable_row_security<");
    name(b, *d.table);
    b << ">";
    return;
  }
  if (d.routine) {
    dropping_routine(b, d, schema, called);
    b << ">";
    return;
  }
  switch (d.what) {
    case model::entity_kind::type:
    case model::entity_kind::enumeration:
    case model::entity_kind::range:
    case model::entity_kind::composite: b << "drop_type<"; break;
    case model::entity_kind::domain: b << "drop_domain<"; break;
    case model::entity_kind::extension: b << "drop_extension<"; break;
    case model::entity_kind::object: b << "drop_object<" << d.clauses[0].text << ", "; break;
    case model::entity_kind::rule: b << "drop_rule<"; break;
    case model::entity_kind::sequence: b << "drop_sequence<"; break;
    case model::entity_kind::policy: b << "drop_policy<"; break;
    case model::entity_kind::trigger: b << "drop_trigger<"; break;
    case model::entity_kind::event_trigger: b << "drop_event_trigger<"; break;
    case model::entity_kind::view: b << "drop_view<"; break;
    case model::entity_kind::materialized_view: b << "drop_materialized_view<"; break;
    default: break;
  }
  if (!model::traits_of(d.what).of_table && d.what != model::entity_kind::event_trigger) name(b, schema, called);
  else b << called;
  if (d.table) {
    b << ", ";
    name(b, *d.table);
  }
  b << ">";
}

}  // namespace skein::checks::spelling
