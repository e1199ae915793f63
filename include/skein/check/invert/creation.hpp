// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// A whole state as the steps that create it from nothing, in the order of dependencies: what something uses comes before
/// it, what hangs on tables comes after all tables, foreign keys come later, so that circles of tables do not matter, and so does what of
/// a table uses the table itself, such as a default that calls a function over it. Partitions are tables of their own until, last, they are
/// attached: so everything has the name that it has.

#include <skein/check/invert/heirs.hpp>
#include <skein/check/invert/properties.hpp>
#include <skein/check/text/unheld_calls.hpp>

#include <algorithm>

namespace skein::checks {

/// The steps that create an entity as it is now, what is its own alone included.
/// `filled`: a materialized view with data, whether it has any now or not.
inline std::vector<const step*> create_entity(definer& define, arena& in, const live_state& s, u32 i, bool filled = false) {
  using model::op;
  const model::entity_state& e = s.entities[i];
  const model::entity_def* d = define.entity(i);
  if (filled) {
    model::entity_def with_data = *d;
    std::vector<model::clause> clauses;
    for (const model::clause& c : d->clauses)
      if (c.what != part::no_data) clauses.push_back(c);
    with_data.clauses = in.make_list(clauses);
    d = in.make(with_data);
  }
  std::vector<const step*> out;
  const auto add = [&](const step& x) { out.push_back(in.make(x)); };
  add({.what = op::create_entity, .entity = d});
  if (e.comment) add({.what = op::comment_on_entity, .text = *e.comment, .entity = d});
  if (const u32 m = multirange_of(s, i); m && s.entities[m].comment) {
    const model::entity_def multirange{.what = entity_kind::multirange, .name = model::multirange_of(*d).object};
    add({.what = op::comment_on_entity, .text = *s.entities[m].comment, .entity = in.make(multirange)});
  }
  if (!is_view(e.what)) return out;
  for (u32 c = s.tables[e.table].first_column; c; c = s.columns[c].next) {
    const column_state& x = s.columns[c];
    if (define.has_default(c)) add({.what = op::set_default, .table = d->name, .name = x.name, .text = define.default_text(c)});
    if (x.comment) add({.what = op::comment_on_column, .table = d->name, .name = x.name, .text = *x.comment});
  }
  for (u32 o = s.tables[e.table].first_object; o; o = s.objects[o].next)
    if (s.objects[o].alive) add(define.creating(o));
  return out;
}

class creator {
 public:
  creator(const live_state& state, arena& in)
      : s_(state), a_(in), define_(state, in), tables_(state.tables.size()), entities_(state.entities.size()), asked_(state.entities.size()), sequences_(state.sequences.size()) {}

  std::vector<const step*> steps() {
    for (u32 i = 1; i <= s_.used.schemas; ++i)
      if (const model::namespace_state& x = s_.schemas[i]; x.alive) {
        add({.what = model::op::create_schema, .name = x.name});
        if (x.comment) add({.what = model::op::comment_on_schema, .name = x.name, .text = *x.comment});
      }
    for (u32 i = 1; i <= s_.used.entities; ++i)
      if (stands_alone(s_.entities[i]) && !is_about_table(s_.entities[i])) entity(i);
    for (u32 q = 1; q <= s_.used.sequences; ++q)
      if (s_.sequences[q].alive && !define_.comes_with_column(q)) sequence(q);
    for (u32 t = 1; t <= s_.used.tables; ++t) table(t);
    for (u32 q = 1; q <= s_.used.sequences; ++q)
      if (s_.sequences[q].alive) finish_sequence(q);
    for (u32 i = 1; i <= s_.used.entities; ++i)
      if (s_.entities[i].what != model::entity_kind::expression) entity(i);
    out_.insert(out_.end(), later_.begin(), later_.end());
    for (u32 t = 1; t <= s_.used.tables; ++t)
      if (s_.tables[t].alive && membership(s_, t))
        add({.what = model::op::attach_partition, .table = define_.table_name(t), .members = a_.list_of(define_.partition(t))});
    privileges();
    property_writer said(s_, a_, define_);
    for (const named_property& x : said.all())
      if (!property_writer::comes_by_itself(x.at)) out_.push_back(x.set);
    return std::move(out_);
  }

 private:
  void add(const step& x) { out_.push_back(a_.make(x)); }
  static bool stands_alone(const model::entity_state& e) { return !model::traits_of(e.what).of_table; }
  /// A tracked object that nothing uses: what is said of a table, or of what hangs on it, is said once all that is there.
  bool is_about_table(const model::entity_state& e) const {
    bool table = false;
    for (u32 k = 0; k < e.used; ++k) table |= (s_.uses[e.first_use + k] & names::kind_mask) == names::table;
    return table && e.what == entity_kind::object && !e.users;
  }

  /// Everything that the entry stands for.
  void first(u32 entry) {
    const u32 i = names::slot_of(entry);
    switch (entry & names::kind_mask) {
      case names::table: return table(i);
      case names::columns:
      case names::column: return owner(s_.columns[i].table);
      case names::entity: return entity(i);
      case names::sequence: return define_.comes_with_column(i) ? table(s_.columns[s_.sequences[i].column].table) : sequence(i);
      default: return;
    }
  }

  void privileges() {
    privilege_writer out(a_);
    const std::vector<named_right> rights = name_rights(s_, a_, define_);
    for (const named_right& r : rights) out.change(r, r.column ? 0 : given_at_first(s_, r.of, *r.role), 0);
    for (const step* x : out.steps(rights)) out_.push_back(x);
  }

  void sequence(u32 q) {
    if (sequences_[q]) return;
    sequences_[q] = true;
    add({.what = model::op::create_entity, .entity = define_.sequence(q)});
  }
  /// What can only be said once its column is there.
  void finish_sequence(u32 q) {
    const model::sequence_state& x = s_.sequences[q];
    const model::object_name* name = define_.sequence_name(q);
    if (x.column && !define_.comes_with_column(q)) add({.what = model::op::alter_entity, .entity = define_.sequence(name, define_.owner(q))});
    if (x.comment) add({.what = model::op::comment_on_entity, .text = *x.comment, .entity = define_.sequence(name, {})});
  }

  void entity(u32 i) {
    const model::entity_state& e = s_.entities[i];
    if (e.what == entity_kind::multirange) return entity(names::slot_of(e.holder));
    if (!e.alive || entities_[i]) return;
    // Before what its body names is marked as written: a table that calls it has it first.
    if (e.named && !asked_[i]) {
      asked_[i] = true;
      for (u32 k = 0; k < e.named; ++k) first(body_names::entry_at(s_, e, k));
      if (entities_[i]) return;
    }
    entities_[i] = true;
    if (model::traits_of(e.what).of_table) owner(e.table);
    for (u32 k = 0; k < e.used; ++k) first(s_.uses[e.first_use + k]);
    each_unheld_call(s_, e, [&](u32 entry) { first(entry); });
    for (u32 k = e.first_clause; k; k = s_.clauses[k].next)
      if (const u32 type = s_.clauses[k].type ? type_entity(s_, *s_.clauses[k].type) : 0) entity(type);
    const bool later_empty = e.what == entity_kind::materialized_view && only_clause(s_, e.first_clause, part::no_data) && s_.tables[e.table].users;
    for (const step* x : create_entity(define_, a_, s_, i, later_empty)) out_.push_back(x);
    if (!later_empty) return;  // what reads the view reads its data
    const model::entity_def emptied{.what = e.what, .name = define_.table_name(e.table), .clauses = a_.list_of(model::clause{.what = part::no_data})};
    later_.push_back(a_.make(step{.what = model::op::alter_entity, .entity = a_.make(emptied)}));
  }
  /// A table, or the view whose columns it holds.
  void owner(u32 t) {
    if (const u32 i = view_of(s_, t)) entity(i);
    else table(t);
  }

  void table(u32 t) {
    if (!s_.tables[t].alive || tables_[t]) return;
    tables_[t] = true;
    each_parent(s_, t, [&](u32 parent) { return table(parent), true; });
    for (u32 c = s_.tables[t].first_column; c; c = s_.columns[c].next)
      if (s_.columns[c].name && s_.columns[c].flags & flag::next_value) first(s_.columns[c].sequence << names::kind_bits | names::sequence);
    for (u32 c = s_.tables[t].first_column; c; c = s_.columns[c].next)
      if (const u32 i = s_.columns[c].name ? type_entity(s_, *s_.columns[c].type) : 0) entity(i);
    std::vector<u32> circular;  // what has expressions that use the table
    for (u32 i = s_.tables[t].first_entity; i; i = s_.entities[i].next) {
      const model::entity_state& e = s_.entities[i];
      if (!e.alive || e.what != model::entity_kind::expression) continue;
      std::vector<u32> seen;
      if (uses_table(e, t, seen)) circular.push_back(e.holder);
      else
        for (u32 k = 0; k < e.used; ++k) first(s_.uses[e.first_use + k]);
    }
    const auto is_later = [&](u32 holder) { return std::find(circular.begin(), circular.end(), holder) != circular.end(); };
    const model::object_name* name = define_.table_name(t);
    std::vector<const member*> own;
    for (u32 c = s_.tables[t].first_column; c; c = s_.columns[c].next) {
      if (!define_.is_declared(c)) continue;
      const member* m = define_.column(c);
      if (!is_later(names::of_column(c))) {
        own.push_back(m);
        continue;
      }
      own.push_back(define_.without_default(*m));
      later_.push_back(a_.make(step{.what = model::op::set_default, .table = name, .name = m->name, .text = define_.default_text(c)}));
    }
    for (u32 o = s_.tables[t].first_object; o; o = s_.objects[o].next) {
      if (!define_.is_member(o)) continue;
      if (s_.objects[o].what == kind::foreign_key || is_later(names::of_object(o))) later_.push_back(a_.make(define_.creating(o)));
      else own.push_back(define_.object(o));
    }
    for (const member* m : define_.attributes(t)) own.push_back(m);
    add({.what = model::op::create_table, .table = name, .members = a_.make_list(own)});
    const std::vector<const step*> otherwise = heir_writer(s_, a_, define_).table(t);
    later_.insert(later_.end(), otherwise.begin(), otherwise.end());
  }
  /// Whether it needs the table, or something that does.
  bool uses_table(const model::entity_state& e, u32 t, std::vector<u32>& seen) {
    const auto needs = [&](u32 entry) {
      if (!entry || std::find(seen.begin(), seen.end(), entry) != seen.end()) return false;
      seen.push_back(entry);
      const u32 i = names::slot_of(entry);
      switch (entry & names::kind_mask) {
        case names::table: return table_uses(i, t, seen);
        case names::columns:
        case names::column: return table_uses(s_.columns[i].table, t, seen);
        case names::entity: return uses_table(s_.entities[i], t, seen);
        default: return false;
      }
    };
    for (u32 k = 0; k < e.used; ++k)
      if (needs(s_.uses[e.first_use + k])) return true;
    for (u32 k = 0; k < e.named; ++k)
      if (needs(body_names::entry_at(s_, e, k))) return true;
    return false;
  }
  bool table_uses(u32 other, u32 t, std::vector<u32>& seen) {
    if (other == t) return true;
    for (u32 i = s_.tables[other].first_entity; i; i = s_.entities[i].next) {
      const model::entity_state& e = s_.entities[i];
      const bool own = e.what == model::entity_kind::expression || i == view_of(s_, other);
      if (e.alive && own && uses_table(e, t, seen)) return true;
    }
    return false;
  }

  const live_state& s_;
  arena& a_;
  definer define_;
  std::vector<bool> tables_, entities_, asked_, sequences_;  ///< that are written, or about to be; `asked_`: for what the body names
  std::vector<const step*> out_, later_;
};

/// The steps live as long as the arena.
inline std::vector<const step*> creation_of(const live_state& state, arena& in) { return creator(state, in).steps(); }

}  // namespace skein::checks
