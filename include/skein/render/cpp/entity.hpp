// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Steps on types, routines, views and what else is an entity as C++, up to what they answer for.

#include <skein/check/spell/entity.hpp>
#include <skein/model/step.hpp>
#include <skein/render/cpp/source.hpp>

namespace skein::render::cpp::detail {

namespace spelling = checks::spelling;
using model::entity_kind;

/// What steps call it: `rename_view`, `comment_on_type`.
inline const char* family(entity_kind k) {
  switch (k) {
    case entity_kind::function:
      return "function";
    case entity_kind::procedure:
      return "procedure";
    case entity_kind::aggregate:
      return "aggregate";
    case entity_kind::trigger:
      return "trigger";
    case entity_kind::event_trigger:
      return "event_trigger";
    case entity_kind::sequence:
      return "sequence";
    case entity_kind::policy:
      return "policy";
    case entity_kind::rule:
      return "rule";
    case entity_kind::extension:
      return "extension";
    case entity_kind::view:
      return "view";
    case entity_kind::materialized_view:
      return "materialized_view";
    default:
      return "type";
  }
}
/// The name, and for what hangs on a table that.
inline void subject(source& b, const model::entity_def& d) {
  if (!model::traits_of(d.what).of_table) return spelling::name(b, *d.name);
  b << d.name->name << ", ";
  spelling::name(b, *d.table);
}
inline void on_entity(source& b, const char* verb, const char* end, const model::entity_def& d) {
  b << verb << family(d.what) << end << "<";
  subject(b, d);
}
inline void argument_types(source& b, const model::entity_def& d) {
  for (model::u32 i = 0; d.routine && i < d.routine->arguments.size; ++i)
    if (const model::argument& a = d.routine->arguments[i]; a.is_input()) b << ", ", spelling::type(b, *a.type);
}

inline void replace_enum(source& b, const model::entity_def& d) {
  using change = model::clause::change;
  b << "replace_enum<";
  spelling::name(b, *d.name);
  const char* separator = "";
  b << ", labels<";
  for (const model::clause& c : d.clauses)
    if (c.does == change::none) b << separator << c.text, separator = ", ";
  b << ">";
  for (const model::clause& c : d.clauses)
    if (c.does == change::rename) b << ", map_label<" << c.from << ", " << c.text << ">";
}
/// `create_view<…` as `replace_view<…`.
inline void replace(source& b, const model::entity_def& d) {
  if (d.what == entity_kind::enumeration) return replace_enum(b, d);
  source created;
  spelling::creating_step(created, d);
  created.text.replace(0, created.text.find('_'), d.policy ? "alter" : "replace");
  created.text.pop_back();
  b.append(created);
}

inline void alter_domain(source& b, const model::entity_def& d, const model::clause& c) {
  using change = model::clause::change;
  const auto begin = [&](const char* word) { b << word << "<", spelling::name(b, *d.name); };
  const bool drops = c.does == change::drop;
  if (c.what == model::clause::part::default_value)
    return begin(drops ? "drop_domain_default" : "set_domain_default"), void(drops ? b : b << ", " << c.text);
  if (c.what == model::clause::part::not_null) return begin(drops ? "drop_domain_not_null" : "set_domain_not_null");
  if (c.does == change::add) return begin("add_domain_constraint"), b << ", ", spelling::clause(b, c);
  begin(drops                        ? "drop_domain_constraint"
        : c.does == change::rename   ? "rename_domain_constraint"
        : c.does == change::validate ? "validate_domain_constraint"
                                     : "comment_on_domain_constraint");
  b << ", " << *c.name;
  if (c.does == change::rename) b << ", " << *c.to;
  if (c.does == change::comment) b << ", " << c.text;
}
inline void alter_composite(source& b, const model::entity_def& d, const model::clause& c) {
  using change = model::clause::change;
  const bool whole = c.does == change::add || c.does == change::set;
  b << (c.does == change::add      ? "add"
        : c.does == change::set    ? "alter"
        : c.does == change::drop   ? "drop"
        : c.does == change::rename ? "rename"
                                   : "comment_on")
    << "_attribute<";
  spelling::name(b, *d.name);
  b << ", ";
  if (whole) return spelling::clause(b, c);
  b << *c.name;
  if (c.does == change::rename) b << ", " << *c.to;
  if (c.does == change::comment) b << ", " << c.text;
}
inline void alter_enum(source& b, const model::entity_def& d, const model::clause& c) {
  const bool adds = c.does == model::clause::change::add;
  b << (adds ? "add_value<" : "rename_value<");
  spelling::name(b, *d.name);
  b << ", " << (adds ? c.text : c.from);
  if (!adds)
    b << ", " << c.text;
  else if (c.beside)
    b << (c.before ? ", before<" : ", after<") << c.beside << ">";
}
inline void alter_view(source& b, const model::step& x, const model::clause& c) {
  const model::entity_def& d = *x.entity;
  if (c.what == model::clause::part::setting) {
    on_entity(b, c.does == model::clause::change::drop ? "reset_" : "set_", "_option", d);
    b << ", ";
    return spelling::setting(b, c);
  }
  b << "refresh_materialized_view<";
  spelling::name(b, *d.name);
  if (c.what == model::clause::part::no_data) b << ", no_data";
  if (x.concurrently) b << ", concurrently";
}
/// ENABLE, DISABLE, ENABLE ALWAYS, ENABLE REPLICA.
inline void set_firing(source& b, const model::entity_def& d, const model::text_view& firing) {
  const bool enables = firing.data[0] == 'E', plain = firing.size <= 7;
  on_entity(b, enables ? "enable_" : "disable_", plain ? "" : firing.data[7] == 'A' ? "_always" : "_in_replicas", d);
}
inline void alter_sequence(source& b, const model::entity_def& d) {
  const model::sequence_options& o = *d.sequence;
  const bool restarts = o.said & o.restart;
  b << (restarts ? "restart_sequence<" : "alter_sequence<");
  spelling::name(b, *d.name);
  if (restarts) (b << ", ").number(o.position);
  spelling::sequence_options(b, o);
  if (o.said & o.undo_restart) (b << ", undo_restart<").number(o.former) << ">";
}
inline void alter_entity(source& b, const model::step& x) {
  const model::entity_def& d = *x.entity;
  if (d.what == entity_kind::sequence) return alter_sequence(b, d);
  const model::clause& c = d.clauses[0];
  switch (d.what) {
    case entity_kind::enumeration:
      return alter_enum(b, d, c);
    case entity_kind::domain:
      return alter_domain(b, d, c);
    case entity_kind::composite:
      return alter_composite(b, d, c);
    case entity_kind::extension:
      return void(b << "update_extension<" << d.name->name << ", " << c.text);
    case entity_kind::trigger:
    case entity_kind::event_trigger:
      return set_firing(b, d, c.text);
    default:
      return alter_view(b, x, c);
  }
}

inline void entity_step(source& b, const model::step& x) {
  using model::op;
  const model::entity_def& d = *x.entity;
  switch (x.what) {
    case op::create_entity:
      spelling::creating_step(b, d);
      b.text.pop_back();
      return;
    case op::drop_entity:
      spelling::dropping_step(b, d, &d.name->schema, d.name->name);
      b.text.pop_back();
      for (const model::clause& c : d.clauses)
        if (d.what == entity_kind::object) spelling::object_part(b, c);
      return;
    case op::replace_entity:
      return replace(b, d);
    case op::rename_entity:
      on_entity(b, "rename_", "", d);
      b << ", " << *x.to;
      return argument_types(b, d);
    case op::move_entity:
      on_entity(b, "set_", "_schema", d);
      b << ", " << *x.to;
      return argument_types(b, d);
    case op::alter_entity:
      return alter_entity(b, x);
    default:
      on_entity(b, "comment_on_", "", d);
      b << ", " << x.text;
      return argument_types(b, d);
  }
}

}  // namespace skein::render::cpp::detail
