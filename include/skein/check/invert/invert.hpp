// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// The inverse of a step, from the state before it. Definitions come from the state, not from the author's memory.

#include <skein/check/entities/rebuild.hpp>
#include <skein/check/invert/creation.hpp>
#include <skein/check/invert/properties.hpp>
#include <skein/check/invert/rows.hpp>

namespace skein::checks {

/// Steps that undo one step, in the order in which they run.
using inverse = std::vector<const step*>;

class inverter {
 public:
  /// What comes to be from here on goes with its own inverse, and so do the rows in it.
  inverter(live_state& state, arena& in) : s_(state), a_(in), define_(state, in), old_tables_(state.used.tables) {}

  /// Runs the step on the state and returns what undoes it; `ok` becomes false if the step does not fit.
  /// A step that was declared irreversible has an inverse that is empty.
  inverse run(const step& x, bool& ok) {
    if (x.what == op::group) return run(x.effects, ok);
    ran_.push_back(carried_out(s_, a_, x));
    const auto here = ran_.size();
    const u32 old_objects = s_.used.objects;
    inverse back = before(x);
    privilege_inverter privileges(s_, a_, x);
    property_inverter properties(s_, a_, x);
    inverse effects;
    if (x.what == op::execute) forget_rows(s_), effects = run(x.effects, ok);
    else ok = advance(s_, x);
    ran_.resize(here);
    if (!ok) return {};
    after(x, back, effects, old_objects);
    for (const step*& each : back) each = carried_out(s_, a_, *each);
    for (const inverse& said : {privileges.steps(), properties.steps()}) back.insert(back.end(), said.begin(), said.end());
    return back;
  }

  /// The same of several steps.
  inverse run(const model::list<const step*>& steps, bool& ok) {
    inverse back;
    for (const step* x : steps) {
      const inverse one = run(*x, ok);
      if (!ok) return {};
      back.insert(back.begin(), one.begin(), one.end());
    }
    return back;
  }

  /// The steps that were run, those of groups one by one, as they are carried out.
  const std::vector<const step*>& ran() const { return ran_; }

 private:
  using op = model::op;
  void add(inverse& out, step x) { out.push_back(a_.make(x)); }
  static void append(inverse& out, const inverse& more) { out.insert(out.end(), more.begin(), more.end()); }
  u32 table_of(const step& x) const { return names::find_table(s_, x.table->schema, x.table->name); }
  const model::object_name* named(const model::object_name& n, const ident& name) { return a_.make(model::object_name(n.schema, name)); }

  const model::text_view* comment_of_schema(const ident& name) const { return s_.schemas[names::slot_of(names::schema_entry(s_, name))].comment; }
  void old_comment(inverse& out, step x, const model::text_view* now) {
    x.text = now ? *now : model::view("");
    add(out, x);
  }
  step on_column(op what, const step& x) { return {.what = what, .table = x.table, .name = x.name}; }

  void old_default(inverse& out, const step& x, const column_state& c) {
    if (c.flags & (flag::default_value | flag::next_value)) {
      step s = on_column(op::set_default, x);
      s.text = define_.default_text(static_cast<u32>(&c - &s_.columns[0]));
      add(out, s);
    } else {
      add(out, on_column(op::drop_default, x));
    }
  }
  void old_identity(inverse& out, op what, const step& x, u32 c, const model::sequence_options* options) {
    const model::option* option = a_.make(model::option{.bit = s_.columns[c].flags & flag::identity, .sequence = options});
    step s = on_column(what, x);
    s.members = a_.list_of(a_.make(member{.what = kind::column, .flags = option->bit, .options = a_.list_of(option)}));
    add(out, s);
  }
  /// Parts of it that partitions have come before it, which then adopts them: they may have names and comments of their own.
  void add_object_with_parts(inverse& out, u32 o, bool concurrently = false) {
    add_parts(out, o);
    step x = define_.creating(o);
    x.concurrently = concurrently;
    add(out, x);
    append(out, heir_writer(s_, a_, define_).parts(o));
  }
  void add_parts(inverse& out, u32 o) {
    each_partition(s_, s_.objects[o].table, [&](u32 p) {
      if (const u32 part = part_in(s_, p, o)) add_object_with_parts(out, part);
      return true;
    });
  }
  /// Those of the parts that were there before the object.
  void add_adopted(inverse& out, u32 o, u32 old_objects) {
    each_partition(s_, s_.objects[o].table, [&](u32 p) {
      const u32 part = part_in(s_, p, o);
      if (part && part <= old_objects) add_object_with_parts(out, part);
      else if (part) add_adopted(out, part, old_objects);
      return true;
    });
  }
  // Sequences

  void alter_sequence(inverse& out, const model::object_name* name, const model::sequence_options& o) {
    if (o.said) add(out, {.what = op::alter_entity, .entity = define_.sequence(name, o)});
  }
  void old_sequence_comment(inverse& out, u32 q) {
    if (const model::text_view* comment = s_.sequences[q].comment)
      add(out, {.what = op::comment_on_entity, .text = *comment, .entity = define_.sequence(define_.sequence_name(q), {})});
  }
  /// Those of a column, or with 0 of all columns, that do not come back with it.
  void create_sequences(inverse& out, u32 t, u32 c) {
    for (u32 q = s_.tables[t].first_sequence; q; q = s_.sequences[q].next)
      if ((!c || s_.sequences[q].column == c) && !define_.comes_with_column(q)) add(out, {.what = op::create_entity, .entity = define_.sequence(q)});
  }
  /// A column owns a sequence only if its table belongs to the same role, which that of a table that is created anew does last.
  void set_owner(inverse& out, u32 q) {
    if (const ident* role = owner_of(s_, q << names::kind_bits | names::sequence))
      out.push_back(a_.make(model::property_step{{.what = op::set_property},
                                                 {.on = grantable::sequence, .name = define_.sequence_name(q), .value = role}}));
  }
  void own_sequences(inverse& out, u32 t, u32 c) {
    for (u32 q = s_.tables[t].first_sequence; q; q = s_.sequences[q].next) {
      if (c && s_.sequences[q].column != c) continue;
      if (c && !define_.comes_with_column(q)) set_owner(out, q);
      if (!define_.comes_with_column(q)) alter_sequence(out, define_.sequence_name(q), define_.owner(q));
      old_sequence_comment(out, q);
    }
  }
  /// The options that take back others.
  model::sequence_options taken_back(u32 q, const model::sequence_options& o) {
    model::sequence_values after = s_.sequences[q].values;
    long long position = s_.sequences[q].position;
    sequences::change(after, position, o, true);
    return sequences::difference(after, s_.sequences[q].values);
  }
  const model::sequence_options* unchanged(u32 c, const model::sequence_options& o) { return a_.make(taken_back(s_.columns[c].sequence, o)); }
  /// A limit that was just that of the former type has become the new type's, and would not come back with the type.
  void unretyped(inverse& out, const step& x, u32 c) {
    const model::sequence_state& q = s_.sequences[s_.columns[c].sequence];
    model::sequence_values v = q.values;
    long long position = q.position;
    if (sequences::retype(v, x.members[0]->type->id, position) || sequences::retype(v, q.values.type, position)) return;
    const model::sequence_options o = sequences::difference(v, q.values);
    if (o.said) old_identity(out, op::set_identity, x, c, a_.make(o));
  }
  void unaltered_sequence(inverse& out, const step& x, u32 q) {
    const model::sequence_options& o = *x.entity->sequence;
    model::sequence_options back = taken_back(q, o);
    if (o.said & o.owner) {
      const model::sequence_options owner = define_.owner(q);
      back.said |= o.owner, back.table = owner.table, back.column = owner.column;
    }
    if (o.said & o.undo_restart) back.said |= o.restart | o.undo_restart, back.position = o.former, back.former = o.position;
    alter_sequence(out, x.entity->name, back);
  }
  void create_sequence(inverse& out, const model::object_name* name, u32 q) {
    add(out, {.what = op::create_entity, .entity = define_.sequence(q)});
    if (s_.sequences[q].column) set_owner(out, q), alter_sequence(out, name, define_.owner(q));
    old_sequence_comment(out, q);
  }

  void create_entity(inverse& out, u32 i) {
    for (const step* x : checks::create_entity(define_, a_, s_, i)) out.push_back(x);
    if (!is_view(s_.entities[i].what)) return;
    for (u32 k = s_.tables[s_.entities[i].table].first_entity; k; k = s_.entities[k].next)
      if (k != i && s_.entities[k].alive) create_entity(out, k);
  }
  /// A view that has, or may have, more columns now cannot be replaced by one that has not.
  bool may_grow(u32 i, const model::entity_def& d) {
    if (!is_view(d.what)) return false;
    const u32 t = s_.entities[i].table, last = s_.tables[t].last_column;
    live_state after = s_;
    after.lenient = true;
    return !last || (advance(after, {.what = op::replace_entity, .entity = &d}) && after.tables[t].last_column != last);
  }
  /// The entity of a step under the name that the step gives it.
  const model::entity_def* renamed(const step& x, const model::object_name& to) {
    model::entity_def d = *x.entity;
    d.name = a_.make(to);
    return a_.make(d);
  }
  /// The types that columns of a type are of under its former name.
  model::list<const member*> former_types(const model::object_name* name) {
    std::vector<const member*> out;
    for (const int dims : {0, 1})
      out.push_back(a_.make(member{.type = a_.make(model::data_type{.id = model::type_id::named, .dims = dims, .user = name})}));
    return a_.make_list(out);
  }
  void entity_before(inverse& out, const step& x) {
    const bool sequence = x.entity->what == model::entity_kind::sequence;
    const u32 i = sequence ? find_sequence(s_, *x.entity->name) : find_entity(s_, *x.entity);
    if (!i) return;
    const model::object_name& name = *x.entity->name;
    switch (x.what) {
      case op::drop_entity: sequence ? create_sequence(out, &name, i) : create_entity(out, i); break;
      case op::replace_entity:
        if (x.entity->what == model::entity_kind::enumeration) {
          former_labels(out, x, i);
        } else if (may_grow(i, *x.entity)) {
          add(out, {.what = op::drop_entity, .entity = x.entity});
          create_entity(out, i);
        } else {
          add(out, {.what = x.what, .entity = define_.entity(i)});
        }
        break;
      case op::rename_entity:
        add(out, {.what = x.what, .to = &name.name, .members = former_types(&name), .entity = renamed(x, {name.schema, *x.to})});
        break;
      case op::move_entity:
        add(out, {.what = x.what, .to = schema_or_public(name), .members = former_types(&name), .entity = renamed(x, {*x.to, name.name})});
        break;
      case op::comment_on_entity:
        old_comment(out, {.what = x.what, .entity = x.entity}, sequence ? s_.sequences[i].comment : s_.entities[i].comment);
        break;
      default: sequence ? unaltered_sequence(out, x, i) : unaltered_entity(out, x, i);
    }
  }
  /// The type built anew with the labels that it has now. Which of the rows that have another label then had which, nothing says
  /// but what the step maps to one that is new; PostgreSQL is to refuse the others, rather than lose them.
  void former_labels(inverse& out, const step& x, u32 i) {
    using change = model::clause::change;
    std::vector<model::clause> clauses;
    for (u32 k = s_.entities[i].first_clause; k; k = s_.clauses[k].next) clauses.push_back({.text = s_.clauses[k].value->text});
    for (const model::clause& c : x.entity->clauses) {
      if ((c.does != change::none && c.does != change::add) || find_label(s_, s_.entities[i].first_clause, c.text)) continue;
      model::clause back{.does = change::validate, .from = c.text};
      for (const model::clause& m : x.entity->clauses)
        if (back.does != change::rename && m.does == change::rename && same(m.text, c.text)) back.does = change::rename, back.text = m.from;
      clauses.push_back(back);
    }
    add(out, {.what = op::replace_entity, .entity = a_.make(model::entity_def{.what = model::entity_kind::enumeration, .name = x.entity->name, .clauses = a_.make_list(clauses)})});
  }
  void former_firing(inverse& out, const step& x) {
    const u32 now = s_.entities[find_entity(s_, *x.entity)].first_clause;
    model::entity_def d = *x.entity;
    model::clause c = d.clauses[0];
    c.text = now ? s_.clauses[now].value->text : model::view("ENABLE");
    d.clauses = a_.list_of(c);
    add(out, {.what = x.what, .entity = a_.make(d)});
  }
  /// Nothing tells what the rows of a materialized view were, but whether there were any.
  void former_rows(inverse& out, const step& x, u32 i) {
    const u32 empty = only_clause(s_, s_.entities[i].first_clause, part::no_data);
    if (x.entity->clauses[0].what == part::no_data) alter_entity(out, x, {.what = part::refresh});
    else if (empty) alter_entity(out, x, {.what = part::no_data});
  }
  void alter_entity(inverse& out, const step& x, const model::clause& c) {
    model::entity_def d = *x.entity;
    d.clauses = a_.list_of(c);
    add(out, {.what = op::alter_entity, .entity = a_.make(d)});
  }
  /// What undoes a change of one of an entity's clauses.
  void unaltered_entity(inverse& out, const step& x, u32 i) {
    using change = model::clause::change;
    const model::clause& c = x.entity->clauses[0];
    if (c.what == part::firing) return former_firing(out, x);
    if (c.what == part::refresh || c.what == part::no_data) return former_rows(out, x, i);
    model::clause back = c;
    const u32 first = s_.entities[i].first_clause;
    const u32 now = c.what == part::setting ? find_setting(s_, first, c.from)
                    : c.name                ? find_clause(s_, first, c.what, *c.name)
                    : c.what != part::label ? only_clause(s_, first, c.what)
                                            : 0;
    const auto as_now = [&](change does) {
      if (now) back = define_.clause(s_.clauses[now]);
      back.does = now ? does : change::drop;
    };
    switch (c.does) {
      case change::rename:
        if (c.what == part::label) std::swap(back.text, back.from);
        else back.name = c.to, back.to = c.name;
        break;
      case change::add:
        if (c.what == part::label) return former_labels(out, x, i);
        if (c.what == part::check && !c.name) return;  // the name is chosen
        back.does = change::drop;
        break;
      case change::drop: as_now(c.what == part::default_value || c.what == part::setting ? change::set : change::add); break;
      case change::set: as_now(change::set); break;
      case change::comment: back.text = now && s_.clauses[now].comment ? *s_.clauses[now].comment : model::view(""); break;
      default:  // validate
        as_now(change::add);
        alter_entity(out, x, {.what = c.what, .does = change::drop, .name = c.name});
    }
    alter_entity(out, x, back);
  }

  void attach_partition(inverse& out, u32 t) {
    add(out, {.what = op::attach_partition, .table = define_.table_name(t), .members = a_.list_of(define_.partition(t))});
  }
  /// A partition comes back as a table of its own, every name written out, and is attached then.
  void create_table(inverse& out, u32 t) {
    create_sequences(out, t, 0);
    add(out, {.what = op::create_table, .table = define_.table_name(t), .members = define_.members(t)});
    own_sequences(out, t, 0);
    append(out, heir_writer(s_, a_, define_).table(t));
    for (u32 e = s_.tables[t].first_entity; e; e = s_.entities[e].next)
      if (s_.entities[e].alive && s_.entities[e].what != model::entity_kind::expression) create_entity(out, e);
    each_partition(s_, t, [&](u32 p) { return create_table(out, p), true; });
    if (membership(s_, t)) attach_partition(out, t);
  }
  /// What was with a column that is there again: what partitions have of their own, and the constraints on it alone.
  void complete_column(inverse& out, u32 c) {
    const u32 t = s_.columns[c].table;
    // Of heirs first: a check of theirs becomes one with the parent's, not the other way around.
    each_heir(s_, t, [&](u32 heir) {
      const u32 mine = names::find_column(s_, heir, *s_.columns[c].name);
      if (!goes_with_parent(s_, mine)) return true;
      create_sequences(out, heir, mine);
      append(out, heir_writer(s_, a_, define_).inherited_column(mine));
      return complete_column(out, mine), true;
    });
    for (u32 o = s_.tables[t].first_object; o; o = s_.objects[o].next)
      if (s_.objects[o].alive && s_.objects[o].sole && !s_.objects[o].inherited && s_.uses[s_.objects[o].first_use] == c) add_object_with_parts(out, o);
    own_sequences(out, t, c);
    each_partition(s_, t, [&](u32 p) {
      const u32 mine = names::find_column(s_, p, *s_.columns[c].name);
      create_sequences(out, p, mine);
      const step on{.what = op::comment_on_column, .table = define_.table_name(p), .name = s_.columns[c].name};
      if (s_.columns[mine].comment) old_comment(out, on, s_.columns[mine].comment);
      own_default(out, on, mine, c);
      return complete_column(out, mine), true;
    });
  }
  /// The default of a partition's column, or an heir's, where it is not that of its table's.
  void own_default(inverse& out, const step& on, u32 mine, u32 c) {
    const bool has = define_.has_default(mine), theirs = define_.has_default(c);
    if (has != theirs || (has && !same(define_.default_text(mine), define_.default_text(c)))) old_default(out, on, s_.columns[mine]);
  }
  void own_defaults(inverse& out, u32 c) {
    each_child(s_, s_.columns[c].table, [&](u32 p) {
      const u32 mine = names::find_column(s_, p, *s_.columns[c].name);
      own_default(out, {.table = define_.table_name(p), .name = s_.columns[c].name}, mine, c);
      return own_defaults(out, mine), true;
    });
  }

  /// What can only be known before the step.
  inverse before(const step& x) {
    inverse out;
    const u32 t = x.table ? find_columns(s_, *x.table) : 0;
    const u32 c = t && x.name ? names::find_column(s_, t, *x.name) : 0;
    const u32 k = t && x.name ? names::find_constraint(s_, t, *x.name) : 0;
    switch (x.what) {
      case op::drop_table:
        if (!t) break;
        create_table(out, t);
        break;
      case op::rename_table: add(out, {.what = op::rename_table, .table = named(*x.table, *x.to), .to = &x.table->name}); break;
      case op::set_schema: add(out, {.what = op::set_schema, .table = a_.make(model::object_name(*x.to, x.table->name)), .to = schema_or_public(*x.table)}); break;
      case op::comment_on_table:
        if (t) old_comment(out, {.what = x.what, .table = x.table}, s_.tables[t].comment);
        break;
      case op::set_parameters:
      case op::reset_parameters: old_parameters(out, x, t); break;
      case op::drop_column:
        if (c) {
          create_sequences(out, t, c);
          add(out, {.what = op::add_column, .table = x.table, .name = x.name, .members = a_.list_of(define_.column(c))});
          complete_column(out, c);
        }
        break;
      case op::rename_column: add(out, {.what = x.what, .table = x.table, .name = x.to, .to = x.name}); break;
      case op::alter_type:
        if (c) {
          step s = on_column(x.what, x);
          member m{.what = kind::column, .type = s_.columns[c].type};
          if (const model::object_name* collation = s_.columns[c].collation) {
            m.flags = flag::collation;
            m.options = a_.list_of(a_.make(model::option{.bit = flag::collation, .collation = collation}));
          }
          s.members = a_.list_of(a_.make(m));
          s.text = x.undo;
          s.undo = x.text;
          add(out, s);
          if (s_.columns[c].flags & flag::identity) unretyped(out, x, c);
        }
        break;
      case op::set_not_null: add(out, on_column(op::drop_not_null, x)); break;
      case op::drop_not_null: add(out, on_column(op::set_not_null, x)); break;
      case op::set_default:
      case op::drop_default:
        if (c) old_default(out, x, s_.columns[c]), own_defaults(out, c);
        break;
      case op::add_identity: add(out, on_column(op::drop_identity, x)); break;
      case op::drop_identity:
        if (!c || !(s_.columns[c].flags & flag::identity)) break;
        old_identity(out, op::add_identity, x, c, define_.identity(c));
        old_sequence_comment(out, s_.columns[c].sequence);
        break;
      case op::set_identity:
        if (c && s_.columns[c].flags & flag::identity) old_identity(out, x.what, x, c, unchanged(c, *x.members[0]->options[0]->sequence));
        break;
      case op::comment_on_column:
        if (c) old_comment(out, on_column(x.what, x), s_.columns[c].comment);
        break;
      case op::add_constraint:
        if (t && x.members[0]->what == kind::primary_key)
          for (const ident* name : x.members[0]->constraint->columns)
            if (const u32 p = names::find_column(s_, t, *name); p && !(s_.columns[p].flags & flag::not_null))
              add(out, {.what = op::drop_not_null, .table = x.table, .name = name});
        break;
      case op::drop_constraint:
        if (k) add_object_with_parts(out, k);
        break;
      case op::comment_on_constraint:
        if (k) old_comment(out, on_column(x.what, x), s_.objects[k].comment);
        break;
      case op::comment_on_index:
        if (const u32 e = names::find_relation(s_, x.table->schema, x.table->name); (e & names::kind_mask) == names::object)
          old_comment(out, on_column(x.what, x), s_.objects[names::slot_of(e)].comment);
        break;
      case op::rename_constraint: add(out, {.what = x.what, .table = x.table, .name = x.to, .to = x.name}); break;
      case op::validate_constraint:
        if (k) {
          add(out, {.what = op::drop_constraint, .table = x.table, .name = x.name});
          add_object_with_parts(out, k);
        }
        break;
      case op::drop_index:
        if (const u32 e = names::find_relation(s_, x.table->schema, x.table->name); (e & names::kind_mask) == names::object)
          add_object_with_parts(out, names::slot_of(e), x.concurrently);
        break;
      case op::detach_partition:
        if (t && membership(s_, t)) attach_partition(out, t);
        break;
      case op::disinherit:
        if (x.acknowledged != model::loss::irreversible) add(out, {.what = op::inherit, .table = x.table, .members = x.members});
        break;
      case op::rename_index: add(out, {.what = x.what, .table = named(*x.table, *x.to), .name = x.to, .to = &x.table->name}); break;
      case op::drop_entity:
      case op::replace_entity:
      case op::rename_entity:
      case op::move_entity:
      case op::alter_entity:
      case op::comment_on_entity: entity_before(out, x); break;
      case op::data:
        if (const step* back = t && t <= old_tables_ ? invert_rows(s_, a_, x, t) : nullptr) out.push_back(back);
        break;
      case op::create_schema: add(out, {.what = op::drop_schema, .name = x.name}); break;
      case op::drop_schema:
        add(out, {.what = op::create_schema, .name = x.name});
        if (const model::text_view* comment = comment_of_schema(*x.name)) old_comment(out, {.what = op::comment_on_schema, .name = x.name}, comment);
        break;
      case op::comment_on_schema: old_comment(out, {.what = x.what, .name = x.name}, comment_of_schema(*x.name)); break;
      default: break;
    }
    return out;
  }

  /// What can only be known after it: names that were chosen.
  void after(const step& x, inverse& out, const inverse& effects, u32 old_objects) {
    const u32 made = old_objects + 1;  // its parts come behind it
    switch (x.what) {
      case op::create_table: add(out, {.what = op::drop_table, .table = x.table}); break;
      case op::create_entity: add(out, {.what = op::drop_entity, .entity = x.entity}); break;
      case op::alter_entity: {
        if (x.entity->clauses.empty()) break;
        const model::clause& c = x.entity->clauses[0];
        if (c.what != part::check || c.does != model::clause::change::add || c.name) break;
        alter_entity(out, x, {.what = c.what, .does = model::clause::change::drop, .name = a_.name(s_.clauses[s_.used.clauses].name)});
        break;
      }
      case op::add_column: add(out, on_column(op::drop_column, x)); break;
      case op::attach_partition: {
        const u32 t = table_of(x);
        add(out, {.what = op::detach_partition, .table = x.table, .members = a_.list_of(define_.partition(t))});
        for (u32 o = s_.used.objects; o > old_objects; --o)
          if (s_.objects[o].alive && s_.objects[o].table == t && s_.objects[o].inherited) add(out, define_.dropping(o));
        break;
      }
      case op::inherit: add(out, {.what = op::disinherit, .table = x.table, .members = x.members}); break;
      case op::add_constraint:
        out.insert(out.begin(), a_.make(define_.dropping(made)));
        add_adopted(out, made, old_objects);
        break;
      case op::create_index: {
        step drop = define_.dropping(made);
        drop.concurrently = x.concurrently;
        add(out, drop);
        add_adopted(out, made, old_objects);
        break;
      }
      case op::execute: {
        if (x.undo.data) add(out, {.what = op::execute, .text = x.undo, .undo = x.text, .effects = a_.make_list(effects)});
        break;
      }
      default: break;
    }
  }

  const ident* schema_or_public(const model::object_name& n) const { return n.schema.empty() ? &model::public_schema : &n.schema; }

  void old_parameters(inverse& out, const step& x, u32 t) {
    const auto now = [&](const model::text_view& name) -> const model::parameter* {
      for (u32 p = t ? s_.tables[t].first_setting : 0; p; p = s_.settings[p].next)
        if (s_.settings[p].value && same(s_.settings[p].value->name, name)) return s_.settings[p].value;
      return nullptr;
    };
    const auto restore = [&](const model::text_view& name) {
      if (const model::parameter* p = now(name))
        add(out, {.what = op::set_parameters, .table = x.table,
                  .members = a_.list_of(a_.make(member{.what = kind::parameter, .setting = p}))});
      else
        add(out, {.what = op::reset_parameters, .table = x.table, .text = name});
    };
    if (x.what == op::reset_parameters) restore(x.text);
    else
      for (const member* m : x.members) restore(m->setting->name);
  }

  live_state& s_;
  arena& a_;
  definer define_;
  u32 old_tables_;
  std::vector<const step*> ran_;
};

}  // namespace skein::checks
