// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// The state against the declared models. An unnamed constraint or index of a model says nothing of its name.

#include <skein/check/compare/as_above.hpp>
#include <skein/check/compare/entity.hpp>
#include <skein/check/compare/equality.hpp>
#include <skein/check/compare/privileges.hpp>
#include <skein/check/compare/properties.hpp>
#include <skein/check/partitions/tree.hpp>
#include <skein/check/tables/alter_column.hpp>

namespace skein::checks {

using model::table_def;

namespace comparing {

/// The comparison of one model; the first difference becomes the verdict.
template <class Schema>
struct comparison {
  const Schema& s;
  const table_def& m;
  u32 table;
  verdict& v;
  u32 matched = 0;
  u32 cursor = s.tables[table].first_column;

  constexpr bool fail(fault what, const verdict& facts = {}) {
    v = facts;
    v.what = what;
    v.table = s.tables[table].name;
    v.schema = s.tables[table].schema;
    v.where = m.where;
    return false;
  }

  constexpr bool fail_misplaced(const model::text_view& words, const ident* column = nullptr, const model::data_type* type = nullptr) {
    verdict f;
    f.text = words;
    f.column = column;
    f.type = type;
    return fail(fault::model_misplaced, f);
  }

  constexpr bool in_primary_key(const ident& column) const {
    for (const member* x : m.members)
      if (x->what == kind::primary_key)
        for (const ident* c : x->constraint->columns)
          if (same(*c, column)) return true;
    return false;
  }

  /// What the text names and the history does not have, or has under another name.
  constexpr model::text_view lost_relation(const model::text_view& text) const {
    for (model::relation_reader r(text); r.next();)
      if (!find_named(s, r.found) && !is_foreign(s, r.found))
        return model::view(r.found.from + 1, static_cast<std::size_t>(r.found.to - r.found.from - 2));
    return {};
  }

  /// In what the table's column differs from the model's; `wanted` becomes what the model's is.
  constexpr u32 difference_of(u32 i, const member& x, column_facts& wanted) const {
    const column_state& c = s.columns[i];
    wanted = facts_of(x);
    if (c.flags & flag::not_null && !wanted.has(flag::not_null) && in_primary_key(*x.name)) wanted.flags |= flag::not_null;
    const column_facts now = facts_of(s, c);
    const bool both = wanted.has(flag::default_value) && c.flags & (flag::default_value | flag::next_value);
    const bool other = both && !is_default_now(s, i, *wanted.text);
    if (both && !other) {
      wanted.flags = (wanted.flags & ~flag::default_value) | (now.flags & (flag::default_value | flag::next_value));
      wanted.text = now.text;
      wanted.calls = now.calls;
    }
    u32 d = difference(now, wanted);
    if (other) d |= differs::default_value;
    if (!(c.flags & wanted.flags & flag::generated)) return d;
    u32 use = 0;
    return same_text(s, generation_of(s, i), *c.text, *wanted.text, use) ? d : d | differs::generated;
  }

  constexpr bool object(const member& x, kind what, const model::constraint_def* c, const ident* name, const ident* own) {
    bool named = false;
    for (u32 i = s.tables[table].first_object; i; i = s.objects[i].next) {
      const object_state& o = s.objects[i];
      if (!o.alive || o.what != what || is_part(o) || (name && !same(o.name, *name))) continue;
      named |= name != nullptr;
      if (c ? same_constraint(s, i, *c, own) : same_index(s, i, *x.index)) {
        ++matched;
        return true;
      }
    }
    verdict f;
    f.member = &x;
    f.constraint = c;
    f.column = own;
    if (what == kind::mistake) return fail_misplaced(c->expression, own);
    if (what == kind::partition_of || what == kind::partition_by) return fail_partition();
    if (what == kind::inherits) {
      f.other_table = &c->target->name, f.other_schema = &c->target->schema;
      return fail(fault::model_object_missing, f);
    }
    if (name) f.object = model::written(name);
    if (named) {
      if (lacks_validation(c, *name, own)) f.text = model::view("not_valid");
      return fail(fault::model_object_differs, f);
    }
    for (u32 i = name ? s.tables[table].first_object : 0; i; i = s.objects[i].next) {
      const object_state& o = s.objects[i];
      if (o.alive && o.what == what && !is_named_by_model(o.name) &&
          (c ? same_constraint(s, i, *c, own) : same_index(s, i, *x.index)))
        f.suggested = o.name;
    }
    return fail(fault::model_object_missing, f);
  }
  /// Whether the partitioned table's model says it.
  static constexpr bool is_part(const object_state& o) {
    if constexpr (knows_partitions<Schema>) return o.inherited;
    else return false;
  }
  /// How the history's table is partitioned, and whose partition it is.
  constexpr bool fail_partition() {
    verdict f;
    if (const u32 key = partition_key(s, table)) f.index = s.objects[key].index;
    if (const u32 member = membership(s, table)) {
      f.constraint = s.objects[member].constraint;
      f.other_table = s.tables[s.objects[member].target].name;
      f.other_schema = s.tables[s.objects[member].target].schema;
    }
    return fail(fault::model_partition_differs, f);
  }
  /// That it was never validated is all that the history's constraint lacks.
  constexpr bool lacks_validation(const model::constraint_def* c, const ident& name, const ident* own) const {
    if (!c || c->not_valid) return false;
    model::constraint_def added = *c;
    added.not_valid = true;
    const u32 o = names::find_constraint(s, table, name);
    return s.objects[o].what == c->what && same_constraint(s, o, added, own);
  }
  constexpr bool is_named_by_model(const name_ref& n) const {
    for (const member* x : m.members) {
      if (x->what != kind::column && x->name && same(n, *x->name)) return true;
      for (const model::option* o : x->options)
        if (o->constraint_name && same(n, *o->constraint_name)) return true;
    }
    return false;
  }

  constexpr bool same_column(u32 c, const member& x) {
    if (x.flags & flag::mistake) return fail_misplaced(find_option(x, flag::mistake)->text, x.name);
    if (x.type->id == model::type_id::mistake) return fail_misplaced({}, x.name, x.type);
    column_facts wanted;
    const u32 differing = difference_of(c, x, wanted);
    if (!differing) return true;
    verdict f;
    f.member = &x;
    f.column = x.name;
    f.differs = differing;
    if (differing & differs::default_value && wanted.has(flag::default_value)) f.text = lost_relation(*wanted.text);
    f.now = facts_of(s, s.columns[c]);
    f.wanted = wanted;
    return fail(fault::model_column_differs, f);
  }
  constexpr bool is_in_model(const ident& column) const {
    for (const member* x : m.members)
      if (x->what == kind::column && same(*x->name, column)) return true;
    return false;
  }

  /// Where just one column lacks a model, and is what the model calls otherwise, it was renamed.
  constexpr bool fail_missing(const member& x) {
    verdict f;
    f.member = &x;
    f.column = x.name;
    u32 missing = 0, extra = 0;
    for (const member* y : m.members) missing += y->what == kind::column && !names::find_column(s, table, *y->name);
    for (u32 c = s.tables[table].first_column; c; c = s.columns[c].next) {
      if (!s.columns[c].name || is_in_model(*s.columns[c].name)) continue;
      ++extra;
      if (!difference_of(c, x, f.wanted)) f.other_column = s.columns[c].name;
    }
    if (missing != 1 || extra != 1) f.other_column = nullptr;
    return fail(fault::model_column_missing, f);
  }

  /// Model and history mostly list the same columns in the same order, and as one and the same descriptor.
  constexpr bool column(const member& x) {
    u32 c = cursor;
    while (c && !s.columns[c].name) c = s.columns[c].next;
    if (!c || s.columns[c].name != x.name) c = names::find_column(s, table, *x.name);
    if (!c) return fail_missing(x);
    cursor = s.columns[c].next;
    bool unaltered = s.columns[c].declared == &x && !(x.flags & flag::generated);
    if constexpr (knows_partitions<Schema>) unaltered = unaltered && !(s.columns[c].flags & flag::inherited) && !membership(s, table);
    if (!unaltered && !same_column(c, x)) return false;
    if (x.flags & flag::constraint)
      for (u32 i = 0; i < x.options.size; ++i)
        if (const model::option& o = *x.options.data[i]; o.constraint && !object(x, o.constraint->what, o.constraint, o.constraint_name, x.name))
          return false;
    return true;
  }

  /// What the table has and the model lacks.
  constexpr bool extra_column() {
    for (u32 c = s.tables[table].first_column; c; c = s.columns[c].next) {
      if (!s.columns[c].name || is_in_model(*s.columns[c].name)) continue;
      verdict f;
      if constexpr (knows_partitions<Schema>) {
        const u32 above = column_above(s, c);
        if (above && is_as_above(s, c, above)) continue;
        if (above) f.other_table = s.tables[s.columns[above].table].name, f.other_schema = s.tables[s.columns[above].table].schema;
      }
      f.column = s.columns[c].name;
      f.type = s.columns[c].type;
      return fail(fault::model_column_extra, f);
    }
    return true;
  }
  constexpr bool extra_object() {
    for (u32 i = s.tables[table].first_object; i; i = s.objects[i].next) {
      const object_state& o = s.objects[i];
      if (!o.alive || o.what == kind::column || is_part(o)) continue;
      bool found = false;
      for (const member* x : m.members) {
        if (x->what == o.what && (!x->name || same(o.name, *x->name)))
          found |= x->constraint ? same_constraint(s, i, *x->constraint, nullptr) : same_index(s, i, *x->index);
        for (const model::option* p : x->options)
          if (p->constraint && p->constraint->what == o.what && (!p->constraint_name || same(o.name, *p->constraint_name)))
            found |= same_constraint(s, i, *p->constraint, x->name);
      }
      if (found) continue;
      if (o.what == kind::partition_of || o.what == kind::partition_by) return fail_partition();
      verdict f;
      if (o.what == kind::inherits) f.other_table = s.tables[o.target].name, f.other_schema = s.tables[o.target].schema;
      f.object = o.name;
      f.text = o.what == kind::index ? model::view("index") : model::view("constraint");
      return fail(fault::model_object_extra, f);
    }
    return true;
  }

  constexpr bool settings() {
    const model::text_view* comment = nullptr;
    for (const member* x : m.members) {
      if (x->what == kind::comment) comment = &x->text;
      if (x->what != kind::parameter) continue;
      bool found = false;
      for (u32 p = s.tables[table].first_setting; p; p = s.settings[p].next)
        found |= s.settings[p].value && same(s.settings[p].value->name, x->setting->name) && same(s.settings[p].value->value, x->setting->value);
      verdict f;
      f.member = x;
      if (!found) return fail(fault::model_object_missing, f);
    }
    verdict f;
    for (u32 p = s.tables[table].first_setting; p; p = s.settings[p].next) {
      if (!s.settings[p].value) continue;
      bool found = false;
      for (const member* x : m.members) found |= x->what == kind::parameter && same(x->setting->name, s.settings[p].value->name);
      f.text = s.settings[p].value->name;
      if (!found) return fail(fault::model_parameter_extra, f);
    }
    const model::text_view* now = s.tables[table].comment;
    if (now && comment ? same(*now, *comment) : now == comment) return true;
    f.text = comment ? *comment : model::view("``");
    return fail(fault::model_comment_differs, f);
  }

  constexpr bool run() {
    u32 columns = 0, kinds = 0;
    for (u32 i = 0; i < m.members.size; ++i) {
      const member& x = *m.members.data[i];
      if (x.what == kind::column) {
        ++columns;
        if (!column(x)) return false;
        continue;
      }
      kinds |= 1u << static_cast<u32>(x.what);
      if (x.what == kind::index && x.text) return fail_misplaced(x.text);
      if (x.what < kind::comment || x.what > kind::privileges) {
        if (!object(x, x.what, x.constraint, x.name, nullptr)) return false;
      } else if (x.what == kind::privileges && !compare_privileges(s, privileges_of(x), table, m.where, v)) {
        return false;
      } else if (x.what == kind::property && !compare_property(s, property_of(x), table, m.where, v)) {
        return false;
      }
    }
    if (columns != s.tables[table].columns && !extra_column()) return false;
    u32 objects = 0;
    for (u32 i = s.tables[table].first_object; i; i = s.objects[i].next) objects += s.objects[i].alive && s.objects[i].what != kind::column && !is_part(s.objects[i]);
    if (objects != matched && !extra_object()) return false;
    if (!(kinds >> static_cast<u32>(kind::comment)) && !s.tables[table].comment && !s.tables[table].first_setting) return true;
    return settings();
  }
};

}  // namespace comparing

/// Whether a model and its table agree; otherwise `v` says about what. Verdicts are large, so none is made where all is well.
template <class Schema>
constexpr bool compare(const Schema& s, const table_def& m, verdict& v) {
  if (m.entity) {
    if (!compare_entity(s, m, v)) return false;
    if constexpr (may_hold_entities<Schema>())
      if (m.entity->what == entity_kind::materialized_view) return comparing::comparison<Schema>{s, m, find_columns(s, *m.name), v}.run();
    return true;
  }
  if (const u32 t = names::find_table(s, m.name->schema, m.name->name))
    return comparing::comparison<Schema>{s, m, t, v}.run();
  if (m.privileges) return compare_privileges(s, *m.privileges, 0, m.where, v);
  if (m.property) return compare_property(s, *m.property, 0, m.where, v);
  v.what = fault::model_without_table;
  v.table = &m.name->name;
  v.schema = &m.name->schema;
  v.where = m.where;
  v.model = &m;
  v.hint = near_table(s, *m.name);
  return false;
}

}  // namespace skein::checks
