// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Who is in the way of a step that the checks refuse: what uses its subject and can go for a moment, since the wanted
/// state has it and brings it back.

#include <skein/check/diff/passage.hpp>
#include <skein/check/invert/properties.hpp>

namespace skein::checks {

class blockers {
 public:
  explicit blockers(passage& by) : p_(by), s_(by.now) {}

  /// A step for each that drops it. `lossy`: columns may go, whose values are lost.
  passage::change of(const step& x, bool lossy) {
    out_.clear();
    lossy_ = lossy;
    if (x.entity) {
      if (x.entity->what == entity_kind::sequence)
        sequence(find_sequence(s_, *x.entity->name));
      else if (const u32 i = find_entity(s_, *x.entity))
        entity(i);
      return out_;
    }
    const u32 e = x.table ? names::find_relation(s_, x.table->schema, x.table->name) : 0;
    if ((e & names::kind_mask) == names::object) key(names::slot_of(e));
    const u32 t = x.table ? find_columns(s_, *x.table) : 0;
    if (!t) return out_;
    if (x.what == op::drop_table) table(t);
    const bool on_column = x.name && x.what >= op::add_column && x.what <= op::comment_on_column;
    if (const u32 c = on_column ? names::find_column(s_, t, *x.name) : 0) column(c);
    if (const u32 o = x.what == op::drop_constraint ? names::find_constraint(s_, t, *x.name) : 0) key(o);
    return out_;
  }

 private:
  using op = model::op;

  void add(const step& x) { out_.push_back(p_.in.make(x)); }
  void on_column(op what, u32 c) {
    add({.what = what, .table = p_.here.table_name(s_.columns[c].table), .name = s_.columns[c].name});
  }

  void object(u32 o) {
    const object_state& x = s_.objects[o];
    if (!x.alive || x.inherited || x.what >= kind::partition_of) return;
    if (x.what == kind::column) return on_column(op::drop_column, x.target);  // its values are computed again
    if (x.what == kind::index)
      add({.what = op::drop_index, .table = p_.here.index_name(o), .name = p_.in.name(x.name)});
    else
      add({.what = op::drop_constraint, .table = p_.here.table_name(x.table), .name = p_.in.name(x.name)});
  }
  /// Foreign keys that rest on it, and that it is a replica identity.
  void key(u32 o) {
    const property_state* identity = find_said(s_, entry_of_table(s_.objects[o].table), property::replica_identity);
    if (identity && identity->index == o)
      out_.push_back(property_writer(s_, p_.in, p_.here).set(*identity, nullptr, false));
    for (u32 k = 1; k <= s_.used.objects; ++k)
      if (s_.objects[k].alive && s_.objects[k].supported_by == o && s_.objects[k].what == kind::foreign_key) object(k);
  }
  void users(u32 entry) {
    for (u32 i = 1; i <= s_.used.entities; ++i) {
      const model::entity_state& e = s_.entities[i];
      bool found = false;
      for (u32 k = 0; e.alive && k < e.used; ++k) found |= uses::covers(s_, s_.uses[e.first_use + k], entry);
      for (u32 k = e.alive && (entry & names::kind_mask) == names::entity ? e.first_clause : 0; k;
           k = s_.clauses[k].next)
        found |= s_.clauses[k].type && type_entity(s_, *s_.clauses[k].type) == names::slot_of(entry);
      if (!found) continue;
      if (e.what != entity_kind::expression) {
        add({.what = op::drop_entity, .entity = p_.here.entity(i)});
        continue;
      }
      const u32 holder = names::slot_of(e.holder);
      if ((e.holder & names::kind_mask) == names::column)
        on_column(op::drop_default, holder);
      else
        object(holder);
    }
  }
  void table(u32 t) {
    for (u32 k = 1; k <= s_.used.objects; ++k)
      if (s_.objects[k].alive && s_.objects[k].what == kind::foreign_key && s_.objects[k].target == t) object(k);
    users(t << names::kind_bits | names::table);
    for (u32 q = s_.tables[t].first_sequence; q; q = s_.sequences[q].next) sequence(q);
    types(0, t);
    each_partition(s_, t, [&](u32 p) { return table(p), true; });
  }
  void column(u32 c) {
    for (u32 o = 1; o <= s_.used.objects; ++o) {
      const object_state& x = s_.objects[o];
      bool found = false;
      for (u32 k = 0; x.alive && k < x.used + x.targets; ++k) found |= s_.uses[x.first_use + k] == c;
      if (found && !(x.what == kind::column && x.target == c)) object(o);
    }
    users(c << names::kind_bits | names::column);
    if (s_.columns[c].flags & (flag::default_value | flag::next_value)) on_column(op::drop_default, c);
    each_child(s_, s_.columns[c].table, [&](u32 p) {
      if (const u32 own = names::find_column(s_, p, *s_.columns[c].name)) column(own);
      return true;
    });
  }
  void sequence(u32 q) {
    for (u32 c = 1; q && c <= s_.used.columns; ++c)
      if (s_.columns[c].name && s_.columns[c].flags & flag::next_value && s_.columns[c].sequence == q)
        on_column(op::drop_default, c);
    if (q) users(q << names::kind_bits | names::sequence);
  }
  /// Of an enum also what uses its values; of any type that is lost the columns of it.
  void entity(u32 i) {
    users(i << names::kind_bits | names::entity);
    if (const u32 m = multirange_of(s_, i)) users(m << names::kind_bits | names::entity), types(m, 0);
    if (is_view(s_.entities[i].what)) users(s_.entities[i].table << names::kind_bits | names::table);
    types(i, 0);
  }
  /// Columns of the type, or of the rows of a table.
  void types(u32 entity, u32 table) {
    for (u32 c = 1; c <= s_.used.columns; ++c) {
      if (!s_.columns[c].name) continue;
      const u32 e = type_entry(s_, *s_.columns[c].type), is = e & names::kind_mask;
      if (!e || names::slot_of(e) != (is == names::entity ? entity : is == names::table ? table : 0)) continue;
      users(c << names::kind_bits | names::column);
      if (lossy_) on_column(op::drop_column, c);
    }
  }

  passage& p_;
  const live_state& s_;
  bool lossy_ = false;
  passage::change out_;
};

}  // namespace skein::checks
