// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// What one state has and another lacks, as steps that add it. Nothing that is there is dropped or changed.

#include <skein/check/diff/objects.hpp>
#include <skein/check/invert/creation.hpp>
#include <skein/check/objection.hpp>
#include <skein/check/trial.hpp>

#include <algorithm>
#include <string>
#include <vector>

namespace skein::checks {

struct addition {
  const step* x;          ///< lives as long as the arena
  std::string refused{};  ///< why it does not fit to what is there; empty: it does
};

class adder {
 public:
  adder(const live_state& there, const live_state& wanted, arena& in)
      : now_(there), wanted_(wanted), in_(in), define_(wanted, in) {
    now_.state.server = wanted.server;
  }

  std::vector<addition> run() {
    for (const step* x : creation_of(wanted_, in_)) step_of_creation(*x);
    for (u32 t = 1; t <= wanted_.used.tables; ++t)
      if (wanted_.tables[t].alive) objects(t, true);
    for (const step* x : privileges_) privilege(*x);
    return std::move(out_);
  }

 private:
  using op = model::op;

  void step_of_creation(const step& x) {
    switch (x.what) {
      case op::create_schema:
        if (!names::schema_exists(now_.state, *x.name)) add(x);
        return;
      case op::create_entity:
        if (is_there(*x.entity)) return fresh_ = false, labels(*x.entity);
        fresh_ = true;
        new_.push_back(x.entity->name);
        return add(x);
      case op::create_table: return table(x);
      case op::add_constraint: return;  // foreign keys: all tables first
      case op::grant: return privileges_.push_back(&x);
      case op::attach_partition:
        if (is_new(*x.table)) add(x);
        return;
      case op::create_index:  // of a materialized view
        if (!names::find_relation(now_.state, x.table->schema, *x.name)) add(x);
        return;
      default:
        if (fresh_) add(x);  // what is said of the entity before it
    }
  }

  u32 is_there(const entity_def& d) const {
    return d.what == entity_kind::sequence ? find_sequence(now_.state, *d.name) : find_entity(now_.state, d);
  }
  bool is_new(const model::object_name& name) const {
    return std::any_of(new_.begin(), new_.end(), [&](const model::object_name* each) { return same(*each, name); });
  }

  void table(const step& x) {
    const u32 there = names::find_table(now_.state, x.table->schema, x.table->name);
    fresh_ = !there;
    if (!there) return new_.push_back(x.table), add(x);
    const u32 t = names::find_table(wanted_, x.table->schema, x.table->name);
    const bool own = !membership(now_.state, there);  // a partition gets the columns of its table
    for (u32 c = own ? wanted_.tables[t].first_column : 0; c; c = wanted_.columns[c].next)
      if (wanted_.columns[c].name && !names::find_column(now_.state, there, *wanted_.columns[c].name))
        add({.what = op::add_column, .table = x.table, .members = in_.list_of(define_.column(c))});
    objects(t, false);
  }

  /// The constraints and indexes of a table. What a partition has of its table's comes with that.
  void objects(u32 t, bool foreign_keys) {
    for (u32 o = wanted_.tables[t].first_object; o; o = wanted_.objects[o].next) {
      const object_state& k = wanted_.objects[o];
      if (!k.alive || k.inherited || (k.what == kind::foreign_key) != foreign_keys) continue;
      if (k.what == kind::column || k.what >= kind::partition_of || has(t, o)) continue;
      add(define_.creating(o));
    }
  }
  /// By its name, or by what it is.
  bool has(u32 t, u32 object) const {
    const live_state& s = now_.state;
    const u32 there = names::find_table(s, *wanted_.tables[t].schema, *wanted_.tables[t].name);
    if (!there) return false;
    for (u32 o = s.tables[there].first_object; o; o = s.objects[o].next) {
      const object_state& is = s.objects[o];
      if (!is.alive || is.what != wanted_.objects[object].what) continue;
      if (same(is.name, wanted_.objects[object].name) || alike_but_for_names(s, o, wanted_, object, wanted_.objects[object].validated)) return true;
    }
    return false;
  }

  /// Those that an enum lacks, at their places.
  void labels(const entity_def& d) {
    if (d.what != entity_kind::enumeration) return;
    for (u32 i = 0; i < d.clauses.size; ++i) {
      const u32 there = find_entity(now_.state, d);
      if (find_label(now_.state, now_.state.entities[there].first_clause, d.clauses[i].text)) continue;
      model::clause label{.does = model::clause::change::add, .text = d.clauses[i].text};
      if (i) label.beside = d.clauses[i - 1].text;
      else if (const u32 first = now_.state.entities[there].first_clause)
        label.beside = now_.state.clauses[first].value->text, label.before = true;
      entity_def altered = d;
      altered.clauses = in_.list_of(label);
      add({.what = op::alter_entity, .entity = in_.make(altered)});
    }
  }

  /// What is revoked is what the creation of something gives to PUBLIC.
  void privilege(const step& x) {
    const model::privilege_def& d = model::privileges_of(x);
    const bool of_new = std::all_of(d.objects.begin(), d.objects.end(), [&](const auto* each) { return is_new(*each); });
    if (d.revoked && !of_new) return;
    if (now_.take(x)) out_.push_back({&x});
    else if (now_.fault.what != fault::granted_already) refuse(x);
  }

  void add(const step& x) {
    const step* kept = in_.make(x);
    if (now_.take(*kept)) out_.push_back({kept});
    else refuse(*kept);
  }
  void refuse(const step& x) { out_.push_back({&x, objection(now_.fault, x)}); }

  trial now_;
  const live_state& wanted_;
  arena& in_;
  definer define_;
  bool fresh_ = false;  ///< what was last created was not there
  std::vector<const model::object_name*> new_;  ///< tables and entities that were not there
  std::vector<const step*> privileges_;
  std::vector<addition> out_;
};

/// In an order in which each has what it needs. The order of columns and what both have otherwise are left alone.
inline std::vector<addition> additions(const live_state& there, const live_state& wanted, arena& in) {
  return adder(there, wanted, in).run();
}

}  // namespace skein::checks
