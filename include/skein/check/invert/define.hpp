// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// From the state back to definitions: a table, a column, a constraint or an index as it is now, every name written out.

#include <skein/check/arena.hpp>
#include <skein/check/properties/properties.hpp>
#include <skein/check/text/body_text.hpp>
#include <skein/check/text/text_now.hpp>
#include <skein/model/expression_name.hpp>

#include <string>

namespace skein::checks {

class definer {
 public:
  definer(const live_state& state, arena& in) : s_(state), a_(in) {}

  const model::object_name* table_name(u32 t) { return a_.make(model::object_name(*s_.tables[t].schema, *s_.tables[t].name)); }
  const model::object_name* index_name(u32 o) {
    return a_.make(model::object_name(*s_.tables[s_.objects[o].table].schema, *a_.name(s_.objects[o].name)));
  }

  /// The column without the constraints on it.
  const member* column(u32 c) {
    const column_state& x = s_.columns[c];
    std::vector<const model::option*> options;
    const auto add = [&](const model::option& o) { options.push_back(a_.make(o)); };
    const bool serial = comes_as_serial(c);
    if (x.flags & flag::identity) add({.bit = x.flags & flag::identity, .sequence = identity(c)});
    if (x.flags & flag::not_null && !serial && !(x.flags & flag::identity)) add({.bit = flag::not_null});
    if (has_default(c) && !serial) {
      const model::text_view text = default_text(c);
      add({.bit = flag::default_value | model::relation_bit(text), .text = text});
    }
    if (x.flags & flag::generated) add({.bit = flag::generated, .text = generated_text(c)});
    if (x.collation) add({.bit = flag::collation, .collation = x.collation});
    if (x.comment) add({.bit = flag::comment, .text = *x.comment});
    u32 flags = 0;
    for (const model::option* o : options) flags |= o->bit;
    return a_.make(member{.what = kind::column, .flags = flags, .name = x.name, .type = serial ? serial_type(x) : x.type, .options = a_.make_list(options)});
  }

  bool has_default(u32 c) const { return s_.columns[c].flags & (flag::default_value | flag::next_value); }
  /// The default, what it uses under present names.
  model::text_view default_text(u32 c) {
    const column_state& x = s_.columns[c];
    if (x.flags & flag::next_value) return a_.text("nextval('" + relation_text(x.sequence << names::kind_bits | names::sequence) + "')");
    const u32 e = find_default(s_, c);
    const model::entity_state* called = calls_of(s_, x.table, names::of_column(c), *x.text);
    if (!e && !called) return *x.text;
    std::string out;
    const auto put = [&](char k) { out += k; };
    const auto keep = [&](const char* from, const char* to) { out.append(from, to); };
    const char* at = x.text->data;
    calls_writer<live_state> calls(s_, called);
    u32 use = s_.entities[e].first_use;
    for (model::relation_reader r(*x.text); e && r.next(); ++use) {
      if (!s_.uses[use] || find_named(s_, r.found) == s_.uses[use]) continue;
      calls.write(at, r.found.from, keep, put);
      out += "'" + relation_text(s_.uses[use]) + "'";
      at = r.found.to;
    }
    calls.write(at, x.text->data + x.text->size, keep, put);
    return a_.text(out);
  }

  /// A column that `serial` alone brings back, with its sequence: nothing else uses that, and it has the name that PostgreSQL gives.
  bool comes_as_serial(u32 c) {
    const column_state& x = s_.columns[c];
    return is_serial(s_, x) && s_.sequences[x.sequence].users == 1 && !automatic_name(c);
  }
  /// A sequence that comes with its column.
  bool comes_with_column(u32 q) {
    const model::sequence_state& x = s_.sequences[q];
    return x.internal || (x.column && s_.columns[x.column].sequence == q && comes_as_serial(x.column));
  }
  const model::object_name* sequence_name(u32 q) {
    return a_.make(model::object_name(*s_.sequences[q].schema, *a_.name(s_.sequences[q].name)));
  }
  const model::entity_def* sequence(const model::object_name* name, const model::sequence_options& o) {
    return a_.make(model::entity_def{.what = entity_kind::sequence, .name = name, .sequence = a_.make(o)});
  }
  /// As it is now, without its owner.
  const model::entity_def* sequence(u32 q) { return sequence(sequence_name(q), {s_.sequences[q].values}); }
  /// OWNED BY as it is now.
  model::sequence_options owner(u32 q) {
    model::sequence_options o{};
    o.said = o.owner;
    if (const u32 c = s_.sequences[q].column) {
      o.table = table_name(s_.columns[c].table);
      o.column = s_.columns[c].name;
    }
    return o;
  }

  /// The options of an identity, under the present name of its sequence.
  const model::sequence_options* identity(u32 c) {
    model::sequence_options out{s_.sequences[s_.columns[c].sequence].values};
    out.name = automatic_name(c);
    return a_.make(out);
  }

  /// A constraint or an index as a member of its table.
  const member* object(u32 slot) {
    const object_state& o = s_.objects[slot];
    if (o.what == kind::inherits) return a_.make(member{.what = o.what, .constraint = bequest(o)});
    if (o.what == kind::partition_by) return a_.make(member{.what = o.what, .index = index(slot, *o.index)});
    member m{.what = o.what, .name = a_.name(o.name)};
    if (o.what == kind::index) m.index = index(slot, *o.index);
    else m.constraint = constraint(slot);
    return a_.make(m);
  }
  /// The step that creates a constraint or an index as it is now, and the one that drops it.
  step creating(u32 o) {
    const member* m = object(o);
    return {.what = m->what == kind::index ? model::op::create_index : model::op::add_constraint,
            .table = table_name(s_.objects[o].table), .name = m->name, .members = a_.list_of(m)};
  }
  step dropping(u32 o) {
    const bool index = s_.objects[o].what == kind::index;
    return {.what = index ? model::op::drop_index : model::op::drop_constraint,
            .table = index ? index_name(o) : table_name(s_.objects[o].table), .name = a_.name(s_.objects[o].name)};
  }

  /// That a table is a partition, and which. Requires: it is one.
  const member* partition(u32 t) {
    model::partition_def d = static_cast<const model::partition_def&>(*s_.objects[membership(s_, t)].constraint);
    d.target = table_name(table_of_partition(s_, t));
    return a_.make(member{.what = kind::partition_of, .constraint = a_.make(d)});
  }

  /// An entity under its present name, with its present clauses.
  const model::entity_def* entity(u32 i) {
    const model::entity_state& e = s_.entities[i];
    model::entity_def x = *e.def;
    x.name = a_.make(model::object_name(*e.schema, *e.name));
    if (model::traits_of(e.what).of_table) x.table = table_name(e.table);
    std::vector<model::clause> clauses;
    for (u32 k = e.first_clause; k; k = s_.clauses[k].next) {
      clauses.push_back(clause(s_.clauses[k]));
    }
    if (const u32 m = multirange_of(s_, i))
      clauses.push_back({.what = part::multirange, .object = a_.make(model::object_name(*s_.entities[m].schema, *s_.entities[m].name))});
    x.clauses = a_.make_list(clauses);
    if (x.routine) {
      model::routine_def r = routine(e);
      x.body = r.body = routine_text(e);
      x.routine = a_.make(r);
    }
    if (x.trigger) {
      x.trigger = a_.make(trigger(e));
      if (x.body) x.body = condition(e.def->body, e.first_use);
    }
    if (x.policy) {
      model::policy_def p = *x.policy;
      if (x.body) x.body = condition(e.def->body, e.first_use);
      if (p.with_check) p.with_check = condition(p.with_check, e.first_use + (e.def->body ? entries_in(e.def->body) : 0));
      x.policy = a_.make(p);
    }
    if (x.body && (is_view(e.what) || e.what == model::entity_kind::rule)) {
      const query* q = x.parsed ? x.parsed : parse(a_, x.body);
      x.body = a_.text(body_writer(s_, e.first_use, *q).write(x.body));
      x.parsed = parse(a_, x.body);
    }
    if (is_view(e.what)) x.columns = columns_of_view(e, x, !same(x.body, e.def->body));
    return a_.make(x);
  }

  /// A clause as it is now, every name written out.
  model::clause clause(const model::clause_state& k) {
    model::clause c = *k.value;
    c.does = model::clause::change::none;
    if (k.name.hash) c.name = a_.name(k.name);
    c.type = k.type;
    c.object = k.object;
    c.not_valid = !k.validated;
    c.comment = k.comment ? *k.comment : model::text_view{};
    return c;
  }

  /// The column without its default.
  const member* without_default(const member& m) {
    std::vector<const model::option*> options;
    for (const model::option* o : m.options)
      if (!(o->bit & flag::default_value)) options.push_back(o);
    member out = m;
    out.flags &= ~(flag::default_value | flag::relation);
    out.options = a_.make_list(options);
    return a_.make(out);
  }
  /// Whether it is a member of its table: no expression of a column, nor whose partition the table is, nor a check that it inherits.
  bool is_member(u32 o) const {
    const object_state& x = s_.objects[o];
    return x.alive && x.what != kind::column && x.what != kind::partition_of && !(x.inherited && count_check_sources(s_, o));
  }
  /// Whether the table has a column there that it declares.
  bool is_declared(u32 c) const { return s_.columns[c].name && !(s_.columns[c].flags & flag::inherited); }

  /// All of a table, foreign keys included, but not whose partition it is, nor what it inherits or is said of it once it is there.
  model::list<const member*> members(u32 t) {
    const table_state& x = s_.tables[t];
    std::vector<const member*> out;
    for (u32 c = x.first_column; c; c = s_.columns[c].next)
      if (is_declared(c)) out.push_back(column(c));
    for (u32 o = x.first_object; o; o = s_.objects[o].next)
      if (is_member(o)) out.push_back(object(o));
    for (const member* m : attributes(t)) out.push_back(m);
    return a_.make_list(out);
  }
  /// Its parameters and its comment.
  model::list<const member*> attributes(u32 t) {
    const table_state& x = s_.tables[t];
    std::vector<const member*> out;
    for (u32 p = x.first_setting; p; p = s_.settings[p].next)
      if (s_.settings[p].value) out.push_back(a_.make(member{.what = kind::parameter, .setting = s_.settings[p].value}));
    if (x.comment) out.push_back(a_.make(member{.what = kind::comment, .text = *x.comment}));
    if (const property_state* unlogged = find_said(s_, entry_of_table(t), property::persistence)) {
      model::property_member m{{.what = kind::property}, *unlogged->said};
      m.property.name = nullptr;
      out.push_back(a_.make(m));
    }
    return a_.make_list(out);
  }

 private:
  const model::constraint_def* bequest(const object_state& o) {
    model::constraint_def d = *o.constraint;
    d.target = table_name(o.target);
    return a_.make(d);
  }
  /// The present name of what the entry stands for: an entity or a table.
  const model::object_name* present_name(u32 entry, const model::object_name* written) {
    if (!entry) return written;
    const present p = present_of(s_, entry);
    const model::object_name now(*p.schema, *p.name);
    return same(*written, now) ? written : a_.make(now);
  }
  /// What the routine names under its present name.
  model::routine_def routine(const model::entity_state& e) {
    model::routine_def r = *e.def->routine;
    u32 use = e.first_use;
    const auto type = [&](const model::data_type* t) {
      const u32 entry = s_.uses[use++];
      if (!t || !entry) return t;
      model::data_type now = *t;
      now.user = present_name(entry, t->user);
      return now.user == t->user ? t : a_.make(now);
    };
    const auto arguments = [&](model::list<model::argument>& list) {
      std::vector<model::argument> out(list.begin(), list.end());
      for (model::argument& each : out) each.type = type(each.type);
      list = a_.make_list(out);
    };
    arguments(r.arguments);
    arguments(r.columns);
    r.result = type(r.result);
    r.aggregate.state = type(r.aggregate.state);
    if (e.what != model::entity_kind::aggregate) return r;
    for (const model::object_name** f : {&r.aggregate.transition, &r.aggregate.final, &r.aggregate.combine, &r.aggregate.serial, &r.aggregate.deserial})
      *f = *f ? present_name(s_.uses[use], *f) : nullptr, ++use;
    return r;
  }

  /// A body that PostgreSQL parses follows what becomes of the things that it uses.
  model::text_view routine_text(const model::entity_state& e) {
    const model::text_view& body = e.def->body;
    if (!is_standard(*e.def)) return body;
    const model::text_view statements = routine_bodies::statements_of(body);
    const model::query_of q(statements);
    return a_.text(std::string(body.data, statements.data) + body_writer(s_, e.first_use + type_count(*e.def->routine), q).write(statements));
  }

  /// What the trigger names under its present name.
  model::trigger_def trigger(const model::entity_state& e) {
    model::trigger_def g = *e.def->trigger;
    const auto now = [&](u32 i) { return s_.uses[fixed_use(e, i)]; };
    g.function = present_name(now(0), g.function);
    g.from = g.from ? present_name(now(1), g.from) : nullptr;
    std::vector<const ident*> columns;
    for (u32 i = 0; i < g.columns.size; ++i) columns.push_back(s_.columns[names::slot_of(now(2 + i))].name);
    g.columns = a_.make_list(columns);
    return g;
  }
  /// The text under present names; its entries begin there.
  model::text_view condition(const model::text_view& sql, u32 first_use) {
    std::string out;
    each_part(
        s_, sql, [&](u32 n) { return s_.uses[first_use + n]; }, [&](const char* from, const char* to) { out.append(from, to); },
        [&](const query_word& w, const present& now) {
          if (now.name) write_name(now, [&](char c) { out += c; });
          else out.append(w.from, w.to);
        });
    return a_.text(out);
  }

  /// The list of a view's columns, where its query may give them other names.
  model::names columns_of_view(const model::entity_state& e, const model::entity_def& d, bool rewritten) {
    if (!s_.tables[e.table].first_column || (d.columns.empty() && !rewritten && !s_.tables[e.table].renamed)) return d.columns;
    std::vector<const ident*> out;
    for (u32 c = s_.tables[e.table].first_column; c; c = s_.columns[c].next) out.push_back(s_.columns[c].name);
    return a_.make_list(out);
  }

  /// The name of the column's sequence; null where PostgreSQL would choose just this one.
  const ident* automatic_name(u32 c) {
    const column_state& x = s_.columns[c];
    model::name_ref automatic{};
    automatic.table = s_.tables[x.table].name;
    automatic.column = x.name;
    automatic.label = &model::labels::seq;
    model::naming::finish(automatic);
    const model::name_ref& now = s_.sequences[x.sequence].name;
    return same(now, automatic) ? nullptr : a_.name(now);
  }

  const model::data_type* serial_type(const column_state& x) {
    const int rank = static_cast<int>(x.type->id) - static_cast<int>(model::type_id::smallint);
    return a_.make(model::data_type{static_cast<model::type_id>(static_cast<int>(model::type_id::smallserial) + rank)});
  }

  /// A relation's present name as it stands in a string.
  std::string relation_text(u32 entry) {
    const u32 i = names::slot_of(entry);
    const ident *schema = nullptr, *name = nullptr;
    switch (entry & names::kind_mask) {
      case names::table: schema = s_.tables[i].schema, name = s_.tables[i].name; break;
      case names::sequence: schema = s_.sequences[i].schema, name = a_.name(s_.sequences[i].name); break;
      case names::entity: schema = s_.entities[i].schema, name = s_.entities[i].name; break;
      default: schema = s_.tables[s_.objects[i].table].schema, name = a_.name(s_.objects[i].name);
    }
    std::string out;
    for (const char c : body_writer::quoted(*schema, *name)) out.append(c == '\'' ? 2 : 1, c);
    return out;
  }

  /// A text of the object with what it uses under present names. Requires: the text is the object's own, no copy.
  model::text_view text(u32 slot, const model::text_view& t, u32& use) {
    if (!s_.tables[s_.objects[slot].table].renamed || !t.data) return t;
    std::string out;
    write_text(s_, slot, t, use, [&](const char* from, const char* to) { out.append(from, to); }, [&](char k) { out += k; });
    return a_.text(out);
  }
  model::text_view generated_text(u32 c) {
    u32 use = 0;
    return text(generation_of(s_, c), *s_.columns[c].text, use);
  }

  model::names columns(const object_state& o, u32 from, u32 n) {
    std::vector<const ident*> out;
    for (u32 i = 0; i < n; ++i) out.push_back(s_.columns[s_.uses[o.first_use + from + i]].name);
    return a_.make_list(out);
  }

  const model::index_def* index(u32 slot, const model::index_def& d) {
    const object_state& o = s_.objects[slot];
    model::index_def x = d;
    std::vector<model::element> elements;
    u32 use = o.keys + d.include.size;
    for (u32 i = 0; i < d.elements.size; ++i) {
      model::element e = d.elements[i];
      if (e.column) e.column = s_.columns[s_.uses[o.first_use + i]].name;
      else e.expression = text(slot, d.elements[i].expression, use);
      elements.push_back(e);
    }
    x.elements = a_.make_list(elements);
    std::vector<const ident*> called;  // what those that partitions get are called after
    for (const model::element& e : elements) called.push_back(e.column ? e.column : a_.make(model::expression_name(e.expression)));
    x.columns = a_.make_list(called);
    x.include = columns(o, o.keys, d.include.size);
    x.where = text(slot, d.where, use);
    x.comment = o.comment ? *o.comment : model::text_view{};
    return a_.make(x);
  }

  const model::constraint_def* constraint(u32 slot) {
    const object_state& o = s_.objects[slot];
    model::constraint_def x = *o.constraint;
    x.not_valid = !o.validated;
    x.comment = o.comment ? *o.comment : model::text_view{};
    if (x.what == kind::check) {
      u32 use = 0;
      x.expression = text(slot, o.constraint->expression, use);
      x.columns = {};
    } else if (x.what == kind::exclusion) {
      x.exclusion = index(slot, *o.index);
    } else {
      x.columns = columns(o, 0, o.keys);
      x.include = columns(o, o.keys, x.include.size);
    }
    if (x.what == kind::foreign_key) {
      x.target = table_name(o.target);
      x.target_columns = columns(o, o.used, o.targets);
      std::vector<const ident*> written;
      for (const ident* c : o.constraint->delete_columns)
        written.push_back(s_.columns[s_.uses[o.first_use + place_in_key(*o.constraint, *c)]].name);
      x.delete_columns = a_.make_list(written);
    }
    return a_.make(x);
  }

  const live_state& s_;
  arena& a_;
};

}  // namespace skein::checks
