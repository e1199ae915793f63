// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// The steps that lead from one state to another, as a person would write them: what changes in place is changed, what
/// is in the way goes for as long as it is, and what loses something says so.

#include <skein/check/diff/blockers.hpp>
#include <skein/check/diff/entities.hpp>
#include <skein/check/diff/privileges.hpp>
#include <skein/check/diff/properties.hpp>
#include <skein/check/diff/renames.hpp>
#include <skein/check/diff/sequences.hpp>
#include <skein/check/diff/tables.hpp>
#include <skein/check/invert/restore.hpp>

namespace skein::checks {

struct difference_of_states {
  std::vector<const step*>
      steps;             ///< each with the acknowledgement that the checks ask for; they live as long as the arena
  live_state reached;    ///< where they lead
  bool complete = true;  ///< to just the state that was wanted; otherwise something is left that no step changes
};

class differ {
 public:
  differ(const live_state& from, const live_state& to, arena& in)
      : p_(from, to, in), tables_(p_), entities_(p_), sequences_(p_), properties_(p_) {}

  difference_of_states run(const std::vector<rename>& renames) {
    for (const rename& r : renames) p_.take(step_of(r, p_.now, p_.in));
    created_ = creation_of(p_.to, p_.in);
    for (const step* x : created_)
      if (const u32 k = x->what == op::create_entity && x->entity->what != entity_kind::sequence
                            ? find_entity(p_.to, *x->entity)
                            : 0) {
        (reads_tables(x->entity->what) ? reading_ : plain_).push_back(k);
        if (const u32 m = multirange_of(p_.to, k)) plain_.push_back(m);
      }
    bool complete = settle(false) || settle(true) || rebuild();
    p_.refused.clear();
    // Who is to be granted something may be the owner still, and the other way around.
    privilege_differ privileges(p_);
    for (u32 rounds = 2; rounds--;) privileges.run(), properties_.alter();
    complete = privileges.run() && properties_.is_done() && complete;
    break_bodies();
    return {std::move(p_.steps), std::move(p_.now), complete};
  }

 private:
  using op = model::op;

  /// One round of everything that is left to do; whether a step was taken. What an expression says is read by the
  /// server with the types that columns have, and a `*` with the columns that there are: both come when no column and
  /// no view is to change any more.
  bool round() {
    p_.refused.clear();
    bool any = create([](const step& x) { return x.what == op::create_schema; });
    any |= entities_.drop_gone();
    any |= tables_.drop_gone();
    any |= entities_.alter(plain_, false);
    any |= create([](const step& x) {
      return x.what == op::create_table || (x.entity && x.what == op::create_entity && !reads_tables(x.entity->what));
    });
    any |= sequences_.alter();
    any |= tables_.alter();
    if (!waits()) any |= entities_.alter(reading_, true);
    if (!waits()) {
      any |= tables_.add_missing();
      any |=
          create([](const step& x) { return x.entity && x.what == op::create_entity && reads_tables(x.entity->what); });
    }
    any |= create([](const step& x) { return x.what == op::attach_partition; });
    any |= sequences_.drop_gone();
    any |= drop_schemas();
    any |= comment_on_schemas();
    any |= properties_.alter();
    return any;
  }
  /// Whether a column, or an entity that may read one, was refused another definition.
  bool waits() const {
    for (const passage::change& each : p_.refused)
      for (const step* x : each)
        if ((x->what >= op::add_column && x->what <= op::comment_on_column) ||
            (x->entity && x->what != op::create_entity))
          return true;
    return false;
  }
  /// Until nothing is left; what is refused in the end is tried without what is in its way.
  bool settle(bool lossy) {
    for (u32 patience = 1000; patience--;) {
      if (round()) continue;
      if (p_.refused.empty()) return true;
      if (!clear_a_way(lossy)) return false;
    }
    return false;
  }
  bool clear_a_way(bool lossy) {
    const std::vector<passage::change> left = p_.refused;
    for (const passage::change& each : left)
      if (force(each, lossy, 8)) return true;
    return false;
  }
  /// What has parentheses comes behind the function that it may call.
  step without_defaults(step x) {
    std::vector<const member*> members;
    for (const member* m : x.members) {
      member plain = *m;
      std::vector<const model::option*> options;
      for (const model::option* o : m->options)
        if (!(o->bit & flag::default_value) || !std::string_view(o->text.data, o->text.size).find('(') + 1)
          options.push_back(o);
      plain.options = p_.in.make_list(options);
      if (options.size() < m->options.size) plain.flags &= ~(flag::default_value | flag::relation);
      members.push_back(m->what == kind::column ? p_.in.make(plain) : m);
    }
    x.members = p_.in.make_list(members);
    return x;
  }
  bool force(const passage::change& wanted, bool lossy, u32 depth) {
    const live_state before = p_.now;
    const std::size_t taken = p_.steps.size();
    while (!p_.take(wanted)) {
      bool any = false;
      for (const step* x : wanted)
        for (const step* out : blockers(p_).of(*x, lossy))
          any = any || p_.take({out}) || (depth && force({out}, lossy, depth - 1));
      if (any) continue;
      p_.back_to(before, taken);
      return false;
    }
    return true;
  }
  /// At last, what still differs goes as a whole and comes again.
  bool rebuild() {
    passage::change drops;
    tables_.each_pair([&](u32 was, u32 is) {
      if (p_.now.tables[was].alive && is_concerned(is))
        drops.push_back(p_.in.make(step{.what = op::drop_table, .table = p_.here.table_name(was)}));
    });
    bool any = false;
    for (const step* x : drops) any |= force({x}, true, 8);
    return any && settle(true);
  }
  /// Whether a step that was refused is about the table.
  bool is_concerned(u32 is) const {
    for (const passage::change& each : p_.refused)
      for (const step* x : each)
        if (x->table && x->what != op::create_table && digests::subject(p_.to, *x) == is) return true;
    return false;
  }

  /// What comes, in the order of dependencies; what is there already is left alone. Members of tables and what is said
  /// of anything else are compared where it is. A table may come before a function that it calls and whose body names
  /// it.
  template <class Wanted>
  bool create(Wanted wanted) {
    bool any = false, lacks_routine = false;
    for (const step* x : created_) {
      if (!wanted(*x) || is_there(*x)) continue;
      const bool taken = p_.take(lacks_routine && x->what == op::create_table ? *p_.in.make(without_defaults(*x)) : *x);
      lacks_routine |= !taken && x->entity && x->entity->routine;
      any |= taken;
    }
    return any;
  }
  bool is_there(const step& x) {
    if (x.what == op::create_schema) return names::schema_exists(p_.now, *x.name);
    if (x.entity)
      return x.entity->what == entity_kind::sequence ? find_sequence(p_.now, *x.entity->name)
                                                     : find_entity(p_.now, *x.entity);
    const u32 t = names::find_table(p_.now, x.table->schema, x.table->name);
    return x.what == op::attach_partition ? !t || membership(p_.now, t) : t != 0;
  }
  bool drop_schemas() {
    bool any = false;
    for (u32 i = 1; i <= p_.now.used.schemas; ++i)
      if (p_.now.schemas[i].alive && !names::schema_exists(p_.to, *p_.now.schemas[i].name))
        any |= p_.take({.what = op::drop_schema, .name = p_.now.schemas[i].name});
    return any;
  }

  bool comment_on_schemas() {
    bool any = false;
    for (u32 i = 1; i <= p_.to.used.schemas; ++i) {
      const model::namespace_state& x = p_.to.schemas[i];
      if (!x.alive || !names::schema_exists(p_.now, *x.name)) continue;
      const model::text_view* now = p_.now.schemas[names::slot_of(names::schema_entry(p_.now, *x.name))].comment;
      if (now && x.comment ? same(*now, *x.comment) : now == x.comment) continue;
      any |= p_.take({.what = op::comment_on_schema, .name = x.name, .text = x.comment ? *x.comment : model::view("")});
    }
    return any;
  }

  /// Bodies that name what is gone did so in the wanted state, too.
  void break_bodies() {
    live_state end = p_.now;
    if (end_of_revision(end))
      p_.now = std::move(end);
    else if (end.v.what == fault::named_in_body)
      p_.steps.insert(p_.steps.begin(), p_.in.make(step{.what = op::breaks_bodies}));
  }

  passage p_;
  table_differ tables_;
  entity_differ entities_;
  sequence_differ sequences_;
  property_differ properties_;
  passage::change created_;           ///< all of the wanted state, in the order of dependencies
  std::vector<u32> plain_, reading_;  ///< entities among it
};

/// Requires two states that the checks have accepted. What is called otherwise is dropped and created, unless `renames`
/// says that it is one and the same; of constraints, indexes and the sequences of columns that is found out, since
/// nothing is lost with them. The order of columns is apart: PostgreSQL adds them last; so is whether a table declares what it also
/// inherits, which it says of no column that is there.
inline difference_of_states diff(const live_state& from, const live_state& to, arena& in,
                                 const std::vector<rename>& renames = {}) {
  return differ(from, to, in).run(renames);
}

}  // namespace skein::checks
