// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// The state that models describe. What a model does not say is as in the history: which schemas there are, the names
/// of constraints that it leaves to PostgreSQL, comments on what is no table.

#include <skein/check/compare/compare.hpp>
#include <skein/check/diff/objects.hpp>
#include <skein/check/diff/entities.hpp>
#include <skein/check/trial.hpp>
#include <skein/model/history.hpp>

namespace skein::checks {

struct declared_state {
  /// What the checks do not take of a model, whatever else is there.
  struct misfit {
    const model::table_def* of;
    const step* is;
    verdict why;
  };
  live_state state;
  std::vector<misfit> left{};
};

class declarer {
 public:
  declarer(const model::models_def& models, const live_state& head, arena& in)
      : models_(models), head_(head), in_(in) {}

  declared_state run() {
    declared_state out;
    for (u32 i = 1; i <= head_.used.schemas; ++i)
      if (head_.schemas[i].alive) need_schema(*head_.schemas[i].name);
    for (const u32 phase : {0u, 1u, 2u, 3u, 4u})
      for (const model::table_def* m : models_) add(*m, phase);
    for (bool any = true; any;) {  // in whatever order they are declared
      any = false;
      for (wanted& w : steps_) any |= !w.taken && (w.taken = take(*w.is));
    }
    for (const wanted& w : steps_)
      if (!w.taken && !take(*w.is) && !w.if_needed) out.left.push_back({w.of, w.is, built_.fault});
    names_as_in_history();
    out.state = std::move(state_);
    return out;
  }

 private:
  using op = model::op;
  struct wanted {
    const step* is;
    const model::table_def* of;
    bool if_needed = false;  ///< what is so already needs none
    bool taken = false;
  };

  bool take(const step& x) { return built_.take(x); }
  void need_schema(const ident& name) {
    if (!names::schema_exists(state_, name)) take(*in_.make(step{.what = op::create_schema, .name = in_.make(name)}));
  }
  template <class Step>
  void want(const Step& x, const model::table_def& of, bool if_needed = false) {
    steps_.push_back({in_.make(x), &of, if_needed});
  }

  /// Types and routines, tables, their foreign keys, what reads them, then what roles may do and whose something is.
  void add(const model::table_def& m, u32 phase) {
    if (m.property) {
      if (phase == 4) want(model::property_step{{.what = op::set_property}, *m.property}, m);
      return;
    }
    if (phase == 0 && !m.privileges && !m.name->schema.empty()) need_schema(m.name->schema);
    if (m.privileges) {
      if (phase == 4) grant(*m.privileges, m, nullptr);
    } else if (m.entity) {
      if (phase == (reads_tables(m.entity->what) ? 3u : 0u)) entity(m);
    } else if (phase == 1) {
      table(m, false);
    } else if (phase == 2) {
      table(m, true);
    } else if (phase == 4) {
      for (const member* x : m.members)
        if (x->what == kind::privileges)
          grant(privileges_of(*x), m, m.name);
        else if (is_owner(*x))
          own(property_of(*x), m);
    }
  }
  void entity(const model::table_def& m) {
    if (m.entity->what == entity_kind::extension)
      for (const model::clause& c : m.entity->clauses)
        if (c.what == part::schema) need_schema(*c.name);
    const model::sequence_options* o = m.entity->sequence;
    if (o && o->said & o->owner) return owned_sequence(m, *o);
    want(step{.what = op::create_entity, .entity = m.entity}, m);
    for (const member* x : m.members)
      want(step{.what = op::create_index, .table = m.name, .name = x->name, .members = in_.list_of(x)}, m);
  }
  /// What it belongs to may come behind it, since it may call it by default.
  void owned_sequence(const model::table_def& m, const model::sequence_options& o) {
    entity_def alone = *m.entity, owned = *m.entity;
    model::sequence_options values = o, owner{};
    values.said &= ~o.owner, values.table = nullptr, values.column = nullptr;
    owner.said = o.owner, owner.table = o.table, owner.column = o.column;
    alone.sequence = in_.make(values), owned.sequence = in_.make(owner);
    want(step{.what = op::create_entity, .entity = in_.make(alone)}, m);
    want(step{.what = op::alter_entity, .entity = in_.make(owned)}, m);
  }
  /// Foreign keys come behind all tables, those behind a column as constraints of the table.
  void table(const model::table_def& m, bool foreign_keys) {
    std::vector<const member*> own;
    const bool partition = m.members.size && m.members[0]->what == kind::partition_of;
    bool heir = false;
    for (const member* x : m.members) heir |= x->what == kind::inherits;
    for (const member* x : m.members) {
      if (x->what == kind::column && (partition || heir) && !foreign_keys) otherwise(m, *x, partition);
      if (x->what == kind::column && partition) continue;
      if (x->what == kind::privileges || is_owner(*x)) continue;
      if (x->what == kind::foreign_key) {
        if (foreign_keys)
          want(step{.what = op::add_constraint, .table = m.name, .name = x->name, .members = in_.list_of(x)}, m);
        continue;
      }
      own.push_back(x->flags & flag::constraint ? without_references(m, *x, foreign_keys) : x);
    }
    if (!foreign_keys) want(step{.what = op::create_table, .table = m.name, .members = in_.make_list(own)}, m);
  }
  /// A column as it is otherwise than that of the table above: where that has a default, it may have none.
  void otherwise(const model::table_def& m, const member& x, bool partition) {
    const model::option *value = find_option(x, flag::default_value), *comment = find_option(x, flag::comment);
    if (!value) want(step{.what = op::drop_default, .table = m.name, .name = x.name}, m, true);
    else if (partition) want(step{.what = op::set_default, .table = m.name, .name = x.name, .text = value->text}, m, true);
    if (comment && partition) want(step{.what = op::comment_on_column, .table = m.name, .name = x.name, .text = comment->text}, m);
  }
  const member* without_references(const model::table_def& m, const member& x, bool foreign_keys) {
    member plain = x;
    std::vector<const model::option*> options;
    for (const model::option* o : x.options) {
      if (!o->constraint || o->constraint->what != kind::foreign_key) {
        options.push_back(o);
      } else if (foreign_keys) {
        model::constraint_def d = *o->constraint;
        d.columns = in_.list_of(x.name);
        const member* key =
            in_.make(member{.what = kind::foreign_key, .name = o->constraint_name, .constraint = in_.make(d)});
        want(step{.what = op::add_constraint, .table = m.name, .name = key->name, .members = in_.list_of(key)}, m);
      }
    }
    plain.options = in_.make_list(options);
    return in_.make(plain);
  }
  /// A sequence comes to its owner's column before the table comes to its own.
  static bool is_owner(const member& m) { return m.what == kind::property && property_of(m).what == property::owner; }
  void own(const property_def& d, const model::table_def& m) {
    model::property_step x{{.what = op::set_property}, d};
    x.property.name = m.name;
    want(x, m);
  }
  void grant(const privilege_def& d, const model::table_def& m, const model::object_name* table) {
    model::privilege_step x{{.what = op::grant}, d};
    if (table) x.privileges.objects = in_.list_of(table);
    want(x, m);
  }

  /// Of a constraint, an index or a sequence that has no name in its model the history says it. Where the history has
  /// another one than PostgreSQL would choose today, that is no difference.
  void names_as_in_history() {
    for (u32 t = 1; t <= state_.used.tables; ++t) {
      const u32 was = state_.tables[t].alive ? counterpart::table(head_, state_, t) : 0;
      if (!was) continue;
      for (u32 k = state_.tables[t].first_object; k; k = state_.objects[k].next) {
        object_state& x = state_.objects[k];
        if (x.alive && !x.name.given && is_compared(x) && !counterpart::object(head_, was, x)) take_name(was, t, k);
      }
      for (u32 c = state_.tables[t].first_column; c; c = state_.columns[c].next) {
        const u32 i = counterpart::column(head_, was, state_, c);
        const u32 q = i ? head_.columns[i].sequence : 0, own = state_.columns[c].sequence;
        if (!q || !own || head_.sequences[q].column != i || state_.sequences[own].column != c ||
            state_.sequences[own].name.given)
          continue;
        state_.sequences[own].name = head_.sequences[q].name;
        names::insert_relation(state_, state_.sequences[own].schema_key, state_.sequences[own].name.hash,
                               own << names::kind_bits | names::sequence);
      }
    }
    definer define(state_, in_);
    for (u32 i = 1; i <= state_.used.entities; ++i)
      if (const u32 was =
              state_.entities[i].alive && state_.entities[i].name ? counterpart::entity(head_, state_, define, i) : 0)
        state_.entities[i].comment = head_.entities[was].comment;
    for (u32 q = 1; q <= state_.used.sequences; ++q)
      if (const u32 was = state_.sequences[q].alive ? counterpart::sequence(head_, state_, q) : 0)
        state_.sequences[q].comment = head_.sequences[was].comment;
  }
  void take_name(u32 was, u32 is, u32 k) {
    for (u32 o = head_.tables[was].first_object; o; o = head_.objects[o].next) {
      if (!is_compared(head_.objects[o]) || head_.objects[o].what != state_.objects[k].what ||
          counterpart::object(state_, is, head_.objects[o]) || !alike_but_for_names(head_, o, state_, k))
        continue;
      state_.objects[k].name = head_.objects[o].name;
      state_.make_room({.objects = 1});
      names::insert_object(state_, k, state_.objects[k]);
      return;
    }
  }

  const model::models_def& models_;
  const live_state& head_;
  arena& in_;
  trial built_;
  live_state& state_ = built_.state;
  std::vector<wanted> steps_;
};

/// Requires nothing of the models' order, nor that they fit together.
inline declared_state state_of(const model::models_def& models, const live_state& head, arena& in) {
  return declarer(models, head, in).run();
}

}  // namespace skein::checks
