// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// A merge compiles only if its branches commute: what a revision of one branch writes, none of the other reads or writes.
/// Compared by name, and on the safe side: tables as a whole, columns, each table's primary key and its constraints.

#include <skein/check/entities/known_extension.hpp>
#include <skein/check/graph/link.hpp>
#include <skein/check/partitions/extent.hpp>
#include <skein/check/state/names.hpp>
#include <skein/check/text/identifiers.hpp>
#include <skein/check/text/plpgsql.hpp>
#include <skein/check/text/routine_language.hpp>
#include <skein/model/policy.hpp>
#include <skein/model/property.hpp>
#include <skein/model/query_reader.hpp>
#include <skein/model/range.hpp>
#include <skein/model/relation_text.hpp>
#include <skein/model/routine.hpp>
#include <skein/model/trigger.hpp>

#include <initializer_list>

namespace skein::checks {

/// Something that a step reads or writes, by hash; the names are for the sentence.
struct touch {
  u32 key = 0;
  bool writes = false;
  const model::object_name* table = nullptr;
  const ident* column = nullptr;
  bool adds = false;           ///< writes what is new: two that do commute
};
constexpr bool clash(const touch& a, const touch& b) { return (a.writes || b.writes) && !(a.adds && b.adds); }

namespace touches {

enum salt : u32 {
  relation = 0x11, column = 0x22, constraints = 0x33, schema = 0x44, key_name = 0x55, setting = 0x66, indexes = 0x77,
  types = 0x88, primary_key = 0x99, dropped_index = 0xaa, entities = 0xbb, rows = 0xcc, whole_rows = 0xdd, named_types = 0xee,
  every_column = 0xff, rights = 0x12, relations_in = 0x23, partitions = 0x1aa, created = 0x34, owner = 0x45
};

constexpr u32 mix(u32 a, u32 b) { return (a ^ (b * 2654435769u)) * 0x85ebca6bu; }
constexpr u32 key_of(const ident& name, const ident& in, u32 kind) { return mix(mix(name.hash, names::schema_key(in)), kind); }
constexpr u32 key_of(const model::object_name& n, u32 kind) { return key_of(n.name, n.schema, kind); }

/// Calls `f` with everything that the steps touch.
template <class F, bool Rows, bool Entities, bool Rights, class Families>
struct collector {
  F& f;
  const Families& families;  ///< of partitions, see check/partitions/extent.hpp

  constexpr void table(const model::object_name& t, bool writes) { f(touch{key_of(t, relation), writes, &t, nullptr}); }
  /// An index, or the constraint that it is of.
  constexpr void relation_named(const model::object_name& t, const ident& name) {
    f(touch{key_of(name, t.schema, relation), true, &t, &name});
  }
  /// Those of the schema, and its sequences: whose one is, its name does not say.
  constexpr void indexes_of(const model::object_name& t, bool writes, const ident* shown = nullptr) {
    f(touch{mix(names::schema_key(t.schema), indexes), writes, &t, shown});
  }
  constexpr void column_of(const model::object_name& t, u32 name, const ident* shown, bool writes) {
    f(touch{mix(key_of(t, column), name), writes, &t, shown});
  }
  constexpr void columns(const model::object_name& t, const model::names& list) {
    for (const ident* c : list) column_of(t, c->hash, c, false);
  }
  constexpr void text(const model::object_name& t, const model::text_view& sql) {
    for (reader r(sql); r.next();) column_of(t, r.found.hash, nullptr, false);
    calls(t, sql);
  }
  /// The routines that an expression calls, by their names.
  constexpr void calls(const model::object_name& t, const model::text_view& sql) {
    if constexpr (Entities)
      if (may_call(sql)) called_in(model::query_of(sql), &t);
  }
  constexpr void called_in(const model::query& q, const model::object_name* about) {
    for (u32 k = 1; k <= q.word_count; ++k) {
      const model::query_word& w = q.words[k];
      if (w.is == model::role::call) f(touch{mix(mix(mix(w.hash, w.before ? names::schema_key(q.words[w.before]) : 0), entities), 0), false, about, nullptr});
    }
  }
  constexpr void elements(const model::object_name& t, const model::index_def& d) {
    for (const model::element& e : d.elements) {
      if (e.column) column_of(t, e.column->hash, e.column, false);
      else text(t, e.expression);
    }
    columns(t, d.include);
    text(t, d.where);
  }
  /// An automatic name depends on which came first.
  constexpr void index(const model::object_name& t, const model::index_def& d, const ident* name) {
    if (name) relation_named(t, *name);
    else f(touch{mix(key_of(t, key_name), d.columns[0]->hash), true, &t, d.columns[0]}), indexes_of(t, false, d.columns[0]);
    elements(t, d);
  }
  /// An automatic name depends on which came first.
  constexpr void constraint(const model::object_name& t, const model::constraint_def& d, const ident* name, const ident* own) {
    f(touch{key_of(t, constraints), false, &t, nullptr});
    const u32 called = name ? name->hash : own ? own->hash : d.columns.empty() ? d.expression.hash : d.columns[0]->hash;
    f(touch{mix(key_of(t, key_name), called), true, &t, name ? name : own});
    if (d.what == model::kind::primary_key || d.what == model::kind::unique || d.what == model::kind::exclusion) {  // its index
      if (name) relation_named(t, *name);
      else indexes_of(t, false, own);
    }
    // A table has one, whatever its columns and its name.
    if (d.what == model::kind::primary_key) f(touch{key_of(t, primary_key), true, &t, nullptr});
    columns(t, d.columns);
    text(t, d.expression);
    if (d.exclusion) elements(t, *d.exclusion);
    if (d.target) {
      table(*d.target, false);
      f(touch{key_of(*d.target, constraints), false, d.target, nullptr});
      f(touch{mix(names::schema_key(d.target->schema), dropped_index), false, d.target, nullptr});  // it may rest on one
      columns(*d.target, d.target_columns);
      if (d.target_columns.empty()) {
        f(touch{key_of(*d.target, primary_key), false, d.target, nullptr});
        f(touch{key_of(*d.target, types), false, d.target, nullptr});  // of its columns
      }
    }
  }
  /// What is called so and hangs on no table.
  constexpr void uses_entity(const model::object_name& n) { f(touch{mix(key_of(n, entities), 0), false, &n, nullptr}); }
  constexpr void default_of(const model::object_name& t, const model::text_view& sql) {
    for (model::relation_reader r(sql); r.next();) {
      f(touch{key_of(r.found.name, r.found.schema, relation), false, &t, nullptr});
      f(touch{mix(names::schema_key(r.found.schema), indexes), true, &t, nullptr});
    }
  }
  constexpr void member(const model::object_name& t, const model::member& m) {
    if (m.what == model::kind::partition_by) return elements(t, *m.index);
    if (m.what >= model::kind::partition_of) return table(*m.constraint->target, true);
    if (m.constraint) constraint(t, *m.constraint, m.name, nullptr);
    if (m.index) index(t, *m.index, m.name);
    if (m.type && m.type->user) {
      uses_entity(*m.type->user);
      f(touch{named_types, false, m.type->user, nullptr});
    }
    for (const model::option* o : m.options) {
      if (o->constraint) constraint(t, *o->constraint, o->constraint_name, m.name);
      if (o->bit & (model::flag::generated)) text(t, o->text);
      if (o->bit & model::flag::relation) default_of(t, o->text);
      if (o->bit & model::flag::default_value) calls(t, o->text);
    }
  }

  /// What a schema has of tables and views; a step on all of them writes it.
  constexpr void relations_of(const ident& in, bool writes, const model::object_name* shown) {
    f(touch{mix(names::schema_key(in), relations_in), writes, shown, nullptr});
  }
  /// Of each role on each object, columns and all.
  constexpr void privileges(const model::privilege_def& d) {
    const auto on = [&](const model::object_name& n, u32 key) {
      if (!n.schema.empty()) f(touch{mix(n.schema.hash, schema), false, nullptr, &n.schema});
      for (const ident* role : d.roles) f(touch{mix(mix(key, rights), role->hash), true, &n, role});
    };
    if (d.by_default) {  // they are for what any step may create
      f(touch{created, true, nullptr, d.roles.empty() ? nullptr : d.roles[0]});
      for (const model::object_name* n : d.objects) f(touch{mix(n->name.hash, schema), false, nullptr, &n->name});
      return;
    }
    if (d.routine) {
      const u32 key = mix(key_of(*d.routine->name, entities), 0);
      f(touch{key, false, d.routine->name, nullptr});
      on(*d.routine->name, key);
    }
    for (const model::object_name* n : d.objects) switch (d.on) {
        case model::grantable::table:
        case model::grantable::sequence:
          table(*n, false);
          columns(*n, d.columns);
          on(*n, key_of(*n, relation));
          if (d.on == model::grantable::sequence) indexes_of(*n, true);  // whose it is, and goes with, its name does not say
          else relations_of(n->schema, false, n);
          break;
        case model::grantable::type:
          f(touch{mix(key_of(*n, entities), 0), false, n, nullptr});
          on(*n, key_of(*n, entities));
          break;
        case model::grantable::tables_in_schema: relations_of(n->name, true, n); [[fallthrough]];
        default:
          f(touch{mix(n->name.hash, schema), false, nullptr, &n->name});
          on(*n, key_of(*n, schema));
      }
  }

  /// Who owns it is granted nothing.
  constexpr void owner_of(const model::object_name& n, u32 key, const ident* role) {
    if (!n.schema.empty()) f(touch{mix(n.schema.hash, schema), false, nullptr, &n.schema});
    f(touch{mix(key, owner), true, &n, role});
    if (role) f(touch{mix(mix(key, rights), role->hash), true, &n, role});
  }
  constexpr void property(const model::property_def& d) {
    const model::object_name& n = d.routine ? *d.routine->name : *d.name;
    u32 key = key_of(n, relation);
    switch (d.on) {
      case model::grantable::schema:
        key = key_of(n, schema);
        f(touch{mix(n.name.hash, schema), false, nullptr, &n.name});
        break;
      case model::grantable::type:
      case model::grantable::routine:
        key = d.routine ? mix(key_of(n, entities), 0) : key_of(n, entities);
        f(touch{mix(key_of(n, entities), 0), false, &n, nullptr});
        break;
      default:
        // Persistence concerns foreign keys, a replica identity the columns of an index.
        table(n, d.what == model::property::persistence || d.what == model::property::replica_identity);
        if (d.column) column_of(n, d.column->hash, d.column, false);
        if (d.index && d.value) f(touch{key_of(*d.value, n.schema, relation), false, &n, d.value});
    }
    if (d.what == model::property::owner) return owner_of(n, key, d.value);
    f(touch{mix(mix(key, owner + static_cast<u32>(d.what)), d.column ? d.column->hash : 0), true, &n, d.column});
  }

  /// By its name, whatever its signature.
  constexpr void entity(const model::entity_def& d, const ident& name, const ident& in) {
    f(touch{mix(key_of(name, in, entities), d.table ? d.table->name.hash : 0), true, d.name, nullptr});
    f(touch{key_of(name, in, relation), model::traits_of(d.what).is_relation, d.name, nullptr});
    if (Rights && model::traits_of(d.what).is_relation) relations_of(in, false, d.name);
    if (!in.empty()) f(touch{mix(in.hash, schema), false, nullptr, &in});
    if (d.table) table(*d.table, false);
    if (d.parsed) body(*d.parsed, nullptr);
    else if (is_view(d.what) || d.table) body(model::query_of(d.body), d.table);
    if (d.routine) routine(*d.routine), routine_body(d);
    if (d.trigger) trigger(d.table, *d.trigger);
    if (d.policy) body(model::query_of(d.policy->with_check), d.table);
    if (d.what == model::entity_kind::extension) extension(d);
    for (const model::clause& c : d.clauses) {
      if (c.type) type(*c.type);
      if (c.what == model::clause::part::multirange) type_named(c.object->name, c.object->schema, d.name);
      else if (c.object) used_by_object(c);
    }
  }
  /// A type that comes or goes along with another.
  constexpr void type_named(const ident& name, const ident& in, const model::object_name* shown) {
    f(touch{mix(key_of(name, in, entities), 0), true, shown, nullptr});
    f(touch{key_of(name, in, relation), false, shown, nullptr});
  }
  /// What a query may name: its relations, and each of its columns in each of them. A `*` depends on which columns there are.
  constexpr void body(const model::query& q, const model::object_name* about) {
    bool all = false;
    for (u32 k = 1; k <= q.word_count; ++k) all = all || q.words[k].is == model::role::every || q.words[k].star;
    const auto columns = [&](u32 of) {
      for (u32 k = 1; k <= q.word_count; ++k) {
        const model::query_word& w = q.words[k];
        if (w.is == model::role::column || w.is == model::role::merged) f(touch{mix(mix(of, column), w.hash), false, about, nullptr});
      }
      if (all) f(touch{mix(mix(of, column), every_column), true, about, nullptr});
    };
    for (u32 k = 1; k <= q.word_count; ++k) {
      const model::query_word& w = q.words[k];
      if (w.is != model::role::relation) continue;
      const u32 in = w.before ? q.words[w.before].hash : 0, of = mix(w.hash, in == model::public_schema.hash ? 0 : in);
      f(touch{mix(of, relation), false, about, nullptr});
      columns(of);
    }
    if (about) columns(mix(about->name.hash, names::schema_key(about->schema)));
    called_in(q, about);
  }
  constexpr void trigger(const model::object_name* t, const model::trigger_def& g) {
    if (t) columns(*t, g.columns);
    if (g.from) table(*g.from, false);
    if (g.function) uses_entity(*g.function);
  }
  /// Whatever it is that has the name.
  constexpr void used_by_object(const model::clause& c) {
    table(*c.object, false);
    if (c.name) column_of(*c.object, c.name->hash, c.name, false);
    uses_entity(*c.object);
  }
  /// What it brings and what it needs. Which types go with it, a step that drops it does not say.
  constexpr void extension(const model::entity_def& d) {
    const ident* in = &model::public_schema;
    const auto touches = [&](const ident& n, const ident& of, bool writes) { f(touch{mix(key_of(n, of, entities), 0), writes, d.name, nullptr}); };
    for (const model::clause& c : d.clauses)
      if (c.what == model::clause::part::schema) in = c.name, f(touch{mix(in->hash, schema), false, nullptr, in});
    for (const model::clause& c : d.clauses)
      if (c.what == model::clause::part::provides) touches(*c.name, *in, true);
    for (const known_extension& k : known_extensions)
      if (k.what != known_extension::is_known && is_called(d.name->name, k.name)) {
        const bool type = k.what == known_extension::has_type;
        touches(ident(k.other, __builtin_strlen(k.other)), type ? *in : ident(), type);
      }
  }
  constexpr void routine_body(const model::entity_def& d) {
    using routine_bodies::language;
    switch (routine_bodies::language_of(d)) {
      case language::standard: return body(model::query_of(routine_bodies::statements_of(d.body)), nullptr);
      case language::sql: return body(model::query_of(d.body), nullptr);
      case language::plpgsql: return body(model::query_of(plpgsql_reader<>(d.body).sql()), nullptr);
      default: return;
    }
  }
  /// The types that it names, which may be tables'.
  constexpr void routine(const model::routine_def& r) {
    for (u32 i = 0; i < model::type_count(r); ++i)
      if (const model::data_type* t = model::type_at(r, i)) type(*t);
  }
  /// One of the schema's own, or a table's.
  constexpr void type(const model::data_type& t) {
    if (!t.user) return;
    uses_entity(*t.user);
    f(touch{key_of(*t.user, relation), false, t.user, nullptr});
  }
  /// Whether rows go in or come out before or after a step decides what it finds; only rows that are added meet in any order,
  /// apart from the numbers that a sequence gives them.
  constexpr void data(const model::object_name& t, const model::data_def& d) {
    using verb = model::data_def::verb;
    table(t, false);
    f(touch{key_of(t, rows), true, &t, nullptr, d.what == verb::insert && d.on_conflict == model::conflict::unsaid});
    if (d.what == verb::erase) f(touch{key_of(t, whole_rows), true, &t, nullptr});
    f(touch{mix(names::schema_key(t.schema), dropped_index), false, &t, nullptr});  // the way back may rest on one
    for (const model::names& list : {d.columns, d.conflict_key, d.conflict_columns}) columns(t, list);
    for (const model::assignment* a : d.set) {
      if (!a) continue;
      column_of(t, a->column->hash, a->column, false);
      if (a->to.what == model::value::kind::expression) text(t, model::view(a->to.data, a->to.size));
    }
    text(t, d.where);
    for (const model::object_name* other : d.others) {
      table(*other, false);
      f(touch{key_of(*other, rows), true, other, nullptr});
    }
  }
  /// Whether it decides which rows the table takes, or what they become.
  static constexpr bool concerns_rows(const model::step& x) {
    using model::op;
    switch (x.what) {
      case op::add_column: return x.members[0]->flags != 0 || model::is_serial(x.members[0]->type->id);
      case op::create_index: return x.members[0]->index->unique;
      case op::alter_type:
      case op::set_not_null:
      case op::drop_not_null:
      case op::set_default:
      case op::drop_default:
      case op::add_identity:
      case op::set_identity:
      case op::drop_identity:
      case op::drop_expression:
      case op::add_constraint:
      case op::drop_constraint:
      case op::validate_constraint: return true;
      default: return false;
    }
  }

  /// A sequence that is there already may belong to any column of the schema, and go with it as indexes do.
  constexpr void sequence(const model::step& x) {
    const model::entity_def& d = *x.entity;
    if (x.what != model::op::create_entity) indexes_of(*d.name, true);
    if (!d.sequence || !d.sequence->table) return;
    table(*d.sequence->table, false);
    if (Rights)
      for (const model::object_name* n : {d.name, d.sequence->table}) f(touch{mix(key_of(*n, relation), owner), false, n, nullptr});
    column_of(*d.sequence->table, d.sequence->column->hash, d.sequence->column, false);
    indexes_of(*d.name, true);
  }

  constexpr void entity_step(const model::step& x) {
    using model::op;
    const model::entity_def& d = *x.entity;
    if (x.what == op::drop_entity && d.what == model::entity_kind::extension) f(touch{named_types, true, d.name, nullptr});
    if (x.what == op::drop_entity && d.what == model::entity_kind::type) {  // a range's, and its multirange type goes too
      type_named(model::multirange_name(d.name->name), d.name->schema, d.name);
    }
    if (d.what == model::entity_kind::sequence) sequence(x);
    entity(d, d.name->name, d.name->schema);
    if (x.what == op::rename_entity) entity(d, *x.to, d.name->schema);
    if (x.what == op::move_entity) entity(d, d.name->name, *x.to);
  }

  /// What comes to a table comes to its partitions, where it adopts what is there, and by which names only a state knows: steps on
  /// one family of partitions do not commute. A step on an index does not say of which table that is.
  constexpr void family(const model::step& x) {
    using model::op;
    const bool by_index = x.what == op::drop_index || x.what == op::rename_index || x.what == op::comment_on_index;
    f(touch{mix(0, partitions), by_index, x.table, nullptr});
    if (const u32 of = families.find(x.table->name); of && x.what != op::data) f(touch{mix(of, partitions), true, x.table, nullptr});
    for (const model::member* m : x.members)
      if (m->what == model::kind::partition_of || m->what == model::kind::inherits) f(touch{mix(families.find(m->constraint->target->name), partitions), true, m->constraint->target, nullptr});
  }

  constexpr void step(const model::step& x) {
    using model::op;
    for (const model::step* e : x.effects) step(*e);
    if (Rights && x.what != op::grant) f(touch{created, false, x.table, x.name});
    if (x.what == op::create_schema || x.what == op::drop_schema) return f(touch{mix(x.name->hash, schema), true, nullptr, x.name});
    if (x.what == op::comment_on_schema) {
      f(touch{mix(x.name->hash, schema), false, nullptr, x.name});
      return f(touch{mix(mix(x.name->hash, schema), setting), true, nullptr, x.name});
    }
    if constexpr (Entities)
      if (x.entity) return entity_step(x);
    if constexpr (Rights)
      if (x.what == op::grant) return privileges(privileges_of(x));
    if constexpr (Rights)
      if (x.what == op::set_property) return property(property_of(x));
    if (!x.table || x.what == op::group) return;
    const model::object_name& t = *x.table;
    if constexpr (Families::any) family(x);
    if (!t.schema.empty()) f(touch{mix(t.schema.hash, schema), false, nullptr, &t.schema});
    if (Rows && concerns_rows(x)) f(touch{key_of(t, rows), false, &t, nullptr});
    if (x.what == op::add_column || x.what == op::drop_column || x.what == op::rename_column) f(touch{mix(key_of(t, column), every_column), false, &t, nullptr});
    if (Rows && (x.what == op::add_column || x.what == op::drop_column)) f(touch{key_of(t, whole_rows), false, &t, nullptr});
    switch (x.what) {
      case op::data: data(t, data_of(x)); break;
      case op::attach_partition:
      case op::detach_partition:
      case op::inherit:
      case op::disinherit: table(t, true); break;
      case op::create_table:
        table(t, true);
        if (Rights) relations_of(t.schema, false, &t);
        break;
      case op::drop_table:
        table(t, true);
        indexes_of(t, false);
        break;
      case op::rename_table:
        table(t, true);
        f(touch{key_of(*x.to, t.schema, relation), true, &t, nullptr});
        break;
      case op::set_schema:
        table(t, true);
        indexes_of(t, false);
        f(touch{key_of(t.name, *x.to, relation), true, &t, nullptr});
        f(touch{mix(x.to->hash, schema), false, nullptr, x.to});
        if (Rights) relations_of(*x.to, false, &t);
        break;
      case op::drop_index: f(touch{mix(names::schema_key(t.schema), dropped_index), true, &t, nullptr}); [[fallthrough]];
      case op::comment_on_index:
      case op::rename_index:  // an index is a relation of its own
        table(t, true);
        indexes_of(t, true);
        if (x.to) relation_named(t, *x.to);
        break;
      case op::comment_on_table: table(t, false); f(touch{mix(key_of(t, setting), 0), true, &t, nullptr}); break;
      case op::reset_parameters: table(t, false); f(touch{mix(key_of(t, setting), x.text.hash), true, &t, nullptr}); break;
      case op::set_parameters:
        table(t, false);
        for (const model::member* m : x.members)
          if (m->setting) f(touch{mix(key_of(t, setting), m->setting->name.hash), true, &t, nullptr});
        break;
      case op::create_index: table(t, false); break;
      case op::drop_constraint:
      case op::rename_constraint:
      case op::comment_on_constraint:
      case op::validate_constraint:
        table(t, false);
        f(touch{key_of(t, constraints), true, &t, x.name});
        relation_named(t, *x.name);
        if (x.to) relation_named(t, *x.to);
        break;
      case op::alter_type:
        table(t, false);
        column_of(t, x.name->hash, x.name, true);
        f(touch{key_of(t, types), true, &t, x.name});
        indexes_of(t, false, x.name);  // and sequences
        break;
      case op::drop_column:
        f(touch{key_of(t, constraints), false, &t, nullptr});
        f(touch{key_of(t, primary_key), false, &t, nullptr});  // which may go with it
        indexes_of(t, false, x.name);
        [[fallthrough]];
      default:
        if (x.what == op::set_default) default_of(t, x.text), calls(t, x.text);
        if (x.what == op::set_identity || x.what == op::drop_identity) indexes_of(t, false, x.name);
        table(t, false);
        if (x.name && x.what != op::add_constraint) column_of(t, x.name->hash, x.name, true);
        if (x.to) column_of(t, x.to->hash, x.to, true);
    }
    for (const model::member* m : x.members) member(t, *m);
  }
};

}  // namespace touches

/// Calls `f` with everything that the revision touches on its way up; what decides about rows only if some step is on rows, and
/// about privileges if some step is on privileges.
template <bool Rows = true, bool Entities = true, bool Rights = true, class F, class Families = no_families>
constexpr void each_touch(const revision_def& r, F&& f, const Families& families = {}) {
  touches::collector<F, Rows, Entities, Rights, Families> c{f, families};
  for (const model::step* x : r.up) c.step(*x);
}

/// Whether revision a is an ancestor of b. Only asked of revisions between which none stands alone, so the walk is short.
template <u32 N, u32 P>
constexpr bool is_ancestor(const links<N, P>& l, u32 a, u32 b) {
  if (a == b) return true;
  u32 stack[N + 1]{};
  bool seen[N + 1]{};
  u32 n = 0;
  stack[n++] = b;
  while (n) {
    const u32 i = stack[--n];
    for (u32 k = l.first_parent[i]; k < l.first_parent[i + 1]; ++k) {
      const u32 q = l.parent[k];
      if (q == a) return true;
      if (!seen[q] && l.place[q] > l.place[a]) seen[q] = true, stack[n++] = q;
    }
  }
  return false;
}

/// The first pair of revisions that do not commute.
template <bool Rows, bool Entities, bool Rights, u32 N, u32 P, class Families>
consteval verdict commute(const revision_def* const* all, const links<N, P>& l, const Families& families) {
  verdict v;
  for (u32 begin = 0, end = 0; begin < N && !v; begin = end) {
    end = begin + 1;
    if (!l.beside[begin]) continue;
    while (l.beside[end]) ++end;
    u32 total = 0;
    for (u32 k = begin; k < end; ++k) each_touch<Rows, Entities, Rights>(*all[l.order[k]], [&](const touch&) { ++total; }, families);
    struct entry {
      touch what;
      u32 revision;
      u32 next;
    };
    const u32 mask = power_of_two_above(total + 1) - 1;
    u32* slots = new u32[mask + 1]{};
    entry* entries = new entry[total + 1]{};
    u32 n = 0;
    for (u32 k = begin; k < end && !v; ++k) {
      const u32 i = l.order[k];
      each_touch<Rows, Entities, Rights>(*all[i], [&](const touch& t) {
        u32& slot = slots[t.key & mask];
        for (u32 e = slot; e && !v; e = entries[e].next) {
          const entry& x = entries[e];
          if (x.what.key != t.key || !clash(x.what, t) || x.revision == i || is_ancestor(l, x.revision, i)) continue;
          v.what = fault::conflict;
          v.revision = i;
          v.other_revision = x.revision;
          if (t.table) {
            v.table = &t.table->name, v.schema = &t.table->schema;
            if (t.key == touches::key_of(*t.table, touches::primary_key)) v.text = model::view("primary key");
          }
          v.column = t.column ? t.column : x.what.column;
        }
        entries[++n] = {t, i, slot};
        slot = n;
      }, families);
    }
    delete[] slots;
    delete[] entries;
  }
  return v;
}

}  // namespace skein::checks
