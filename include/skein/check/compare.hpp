// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// The state against the declared models. An unnamed constraint or index of a model says nothing of its name.

#include <skein/check/alter_column.hpp>
#include <skein/check/equality.hpp>

namespace skein::checks {

using model::table_def;

namespace comparing {

/// The comparison of one model; the first difference becomes the verdict.
template <class Schema>
struct comparison {
  const Schema& s;
  const table_def& m;
  u32 table;
  verdict v{};
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

  constexpr bool in_primary_key(const ident& column) const {
    for (const member* x : m.members)
      if (x->what == kind::primary_key)
        for (const ident* c : x->constraint->columns)
          if (same(*c, column)) return true;
    return false;
  }

  constexpr bool same_column(const column_state& c, const member& x) const {
    constexpr u32 compared = flag::identity | flag::default_value | flag::generated | flag::serial;
    u32 wanted = x.flags & compared;
    if (model::is_serial(x.type->id)) wanted |= flag::serial;
    if ((c.flags & compared) != wanted || !same(*c.type, *model::stored_type(x.type))) return false;
    const bool not_null = (x.flags & (flag::not_null | flag::identity | flag::primary_key)) || (wanted & flag::serial);
    if (((c.flags & flag::not_null) != 0) != not_null && (not_null || !in_primary_key(*x.name))) return false;
    if (!c.collation && !c.comment && !(x.flags & with_argument)) return true;
    const model::option* text = find_option(x, flag::default_value | flag::generated);
    if (c.flags & flag::default_value && !same(*c.text, text->text)) return false;
    if (c.flags & flag::identity && !same(*c.sequence, *find_option(x, flag::identity)->sequence)) return false;
    const model::option* collation = find_option(x, flag::collation);
    if (!same_or_null(c.collation, collation ? collation->collation : nullptr)) return false;
    const model::option* comment = find_option(x, flag::comment);
    if ((c.comment != nullptr) != (comment != nullptr) || (comment && !same(*c.comment, comment->text))) return false;
    if (!(c.flags & flag::generated)) return true;
    for (u32 o = s.tables[table].first_object; o; o = s.objects[o].next)
      if (s.objects[o].alive && s.objects[o].what == kind::column && &s.columns[s.objects[o].target] == &c) {
        u32 use = 0;
        return same_text(s, s.objects[o], *c.text, text->text, use);
      }
    return false;
  }

  constexpr bool object(const member& x, kind what, const model::constraint_def* c, const ident* name, const ident* own) {
    bool named = false;
    for (u32 i = s.tables[table].first_object; i; i = s.objects[i].next) {
      const object_state& o = s.objects[i];
      if (!o.alive || o.what != what || (name && !same(o.name, *name))) continue;
      named |= name != nullptr;
      if (c ? same_constraint(s, o, *c, own) : same_index(s, o, *x.index)) {
        ++matched;
        return true;
      }
    }
    verdict f;
    f.member = &x;
    f.constraint = c;
    f.column = own;
    if (name) f.object = model::written(name);
    return fail(named ? fault::model_object_differs : fault::model_object_missing, f);
  }

  constexpr bool fail_column(fault what, const member& x) {
    verdict f;
    f.member = &x;
    f.column = x.name;
    return fail(what, f);
  }

  /// Model and history mostly list the same columns in the same order, and as one and the same descriptor.
  constexpr bool column(const member& x) {
    while (cursor && !s.columns[cursor].name) cursor = s.columns[cursor].next;
    const u32 c = cursor && s.columns[cursor].name == x.name ? cursor : names::find_column(s, table, *x.name);
    if (!c) return fail_column(fault::model_column_missing, x);
    cursor = s.columns[c].next;
    const bool unaltered = s.columns[c].declared == &x && !(x.flags & flag::generated);
    if (!unaltered && !same_column(s.columns[c], x)) return fail_column(fault::model_column_differs, x);
    if (x.flags & flag::constraint)
      for (const model::option* o : x.options)
        if (o->constraint && !object(x, o->constraint->what, o->constraint, o->constraint_name, x.name)) return false;
    return true;
  }

  /// What the table has and the model lacks.
  constexpr bool extra_column() {
    for (u32 c = s.tables[table].first_column; c; c = s.columns[c].next) {
      bool found = !s.columns[c].name;
      for (const member* x : m.members) found |= x->what == kind::column && same(*x->name, *s.columns[c].name);
      if (found) continue;
      verdict f;
      f.column = s.columns[c].name;
      f.type = s.columns[c].type;
      return fail(fault::model_column_extra, f);
    }
    return true;
  }
  constexpr bool extra_object() {
    for (u32 i = s.tables[table].first_object; i; i = s.objects[i].next) {
      const object_state& o = s.objects[i];
      if (!o.alive || o.what == kind::column) continue;
      bool found = false;
      for (const member* x : m.members) {
        if (x->what == o.what && (!x->name || same(o.name, *x->name)))
          found |= x->constraint ? same_constraint(s, o, *x->constraint, nullptr) : same_index(s, o, *x->index);
        for (const model::option* p : x->options)
          if (p->constraint && p->constraint->what == o.what && (!p->constraint_name || same(o.name, *p->constraint_name)))
            found |= same_constraint(s, o, *p->constraint, x->name);
      }
      if (found) continue;
      verdict f;
      f.object = o.name;
      f.text = o.what == kind::index ? model::text_view("index", 5) : model::text_view("constraint", 10);
      return fail(fault::model_object_extra, f);
    }
    return true;
  }

  constexpr bool settings() {
    const model::text_view* comment = nullptr;
    u32 wanted = 0, present = 0;
    for (const member* x : m.members) {
      if (x->what == kind::comment) comment = &x->text;
      if (x->what != kind::parameter) continue;
      ++wanted;
      bool found = false;
      for (u32 p = s.tables[table].first_setting; p; p = s.settings[p].next)
        found |= s.settings[p].value && same(s.settings[p].value->name, x->setting->name) && same(s.settings[p].value->value, x->setting->value);
      verdict f;
      f.member = x;
      if (!found) return fail(fault::model_object_missing, f);
    }
    for (u32 p = s.tables[table].first_setting; p; p = s.settings[p].next) present += s.settings[p].value != nullptr;
    const model::text_view* now = s.tables[table].comment;
    verdict f;
    if (present != wanted) f.text = {"storage parameters", 18};
    else if (now && comment ? !same(*now, *comment) : now != comment) f.text = {"comment", 7};
    else return true;
    return fail(fault::model_object_differs, f);
  }

  constexpr bool run() {
    u32 columns = 0, kinds = 0;
    for (const member* x : m.members) {
      kinds |= 1u << static_cast<u32>(x->what);
      if (x->what == kind::column) {
        ++columns;
        if (!column(*x)) return false;
      } else if (x->what < kind::comment && !object(*x, x->what, x->constraint, x->name, nullptr)) {
        return false;
      }
    }
    if (columns != s.tables[table].columns) return extra_column();
    u32 objects = 0;
    for (u32 i = s.tables[table].first_object; i; i = s.objects[i].next) objects += s.objects[i].alive && s.objects[i].what != kind::column;
    if (objects != matched && !extra_object()) return false;
    if (!(kinds >> static_cast<u32>(kind::comment)) && !s.tables[table].comment && !s.tables[table].first_setting) return true;
    return settings();
  }
};

}  // namespace comparing

/// One model against its table.
template <class Schema>
constexpr verdict compare(const Schema& s, const table_def& m) {
  const u32 t = names::find_table(s, m.name->schema, m.name->name);
  if (!t) {
    verdict v;
    v.what = fault::model_without_table;
    v.table = &m.name->name;
    v.schema = &m.name->schema;
    v.where = m.where;
    return v;
  }
  comparing::comparison<Schema> c{s, m, t};
  c.run();
  return c.v;
}

}  // namespace skein::checks
