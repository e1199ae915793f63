// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Random functions, overloads and replacements of them, whose bodies name tables and their columns, triggers that call them, and
/// defaults and checks that do.

#include "property/vocabulary.hpp"

#include <skein/check/entities/entities.hpp>
#include <skein/check/invert/define.hpp>

#include <optional>

namespace skein::test {

class routines {
  using u32 = model::u32;
  using op = model::op;
  using kind = model::entity_kind;

 public:
  routines(chance& by, checks::arena& in, const checks::live_state& state, vocabulary& words) : by_(by), in_(in), s_(state), words_(words) {}

  model::step create(const model::object_name* name) { return {.what = op::create_entity, .entity = function(name)}; }

  /// The same arguments with another body; sometimes with other names, defaults or another result, which PostgreSQL refuses.
  model::step replace(u32 slot) {
    const model::entity_def* was = checks::definer(s_, in_).entity(slot);
    model::entity_def d = *function(was->name);
    model::routine_def r = *d.routine;
    r.arguments = was->routine->arguments;
    if (!by_.percent(15)) r.result = was->routine->result;
    if (by_.percent(20)) r.arguments = renamed(r.arguments);
    r.language = &plpgsql_;
    r.standard_body = false;
    d.body = r.body = text_of(r);
    d.routine = in_.make(r);
    return {.what = op::replace_entity, .entity = in_.make(d)};
  }

  /// A trigger of some table; without tables or functions for it, of what is not there.
  model::step create_trigger() {
    using timing = model::trigger_def::timing;
    model::trigger_def g{.when = by_.percent(50) ? timing::before : timing::after, .for_each_row = by_.percent(60)};
    g.events = 1 + static_cast<u32>(by_.below(by_.percent(10) ? 15 : 7));
    const u32 table = one_relation();
    if (table && !s_.tables[table].alive && by_.percent(90)) g.when = timing::instead_of, g.for_each_row = true;
    std::vector<const model::ident*> columns;
    for (u32 c = table ? s_.tables[table].first_column : 0; c; c = s_.columns[c].next)
      if (s_.columns[c].name && by_.percent(30)) columns.push_back(s_.columns[c].name);
    const model::object_name* on = table ? in_.make(model::object_name(*s_.tables[table].schema, *s_.tables[table].name)) : &mood_name;
    if (g.events & model::event::update && by_.percent(50)) g.columns = in_.make_list(columns);
    std::string condition;
    if (!columns.empty() && by_.percent(40))
      condition = (by_.percent(70) ? "NEW." : "old.") + render::identifier(*by_.one_of(columns)) + " IS NOT NULL";
    g.function = trigger_function();
    if (by_.percent(10)) g.firing = model::view("DISABLE");
    model::entity_def d{.what = kind::trigger, .name = in_.make(model::object_name({}, *words_.name(object_words))), .table = on};
    if (!condition.empty()) d.body = g.condition = in_.text(condition);
    if (g.firing) d.clauses = in_.list_of(model::clause{.what = model::clause::part::firing, .text = g.firing});
    d.trigger = in_.make(g);
    return {.what = op::create_entity, .entity = in_.make(d)};
  }
  model::step set_firing(u32 slot) {
    static constexpr model::text_view words[]{model::view("ENABLE"), model::view("DISABLE"), model::view("ENABLE ALWAYS"), model::view("ENABLE REPLICA")};
    model::entity_def d = *checks::definer(s_, in_).entity(slot);
    d.clauses = in_.list_of(model::clause{.what = model::clause::part::firing, .does = model::clause::change::set, .text = by_.one_of(words)});
    return {.what = op::alter_entity, .entity = in_.make(d)};
  }

  /// A default or a check that calls a function; null if there is no column or no function for it.
  std::optional<model::step> call() {
    std::vector<u32> functions, columns;
    for (u32 i = 1; i <= s_.used.entities; ++i)
      if (is_function(i) && s_.entities[i].def->routine->arguments.empty() && returns(i, integer_)) functions.push_back(i);
    for (u32 c = 1; c <= s_.used.columns; ++c)
      if (s_.columns[c].name && same(*s_.columns[c].type, integer_)) columns.push_back(c);
    if (functions.empty() || columns.empty()) return {};
    const model::entity_state& f = s_.entities[by_.one_of(functions)];
    const model::column_state& c = s_.columns[by_.one_of(columns)];
    const model::table_state& t = s_.tables[c.table];
    const model::object_name* table = in_.make(model::object_name(*t.schema, *t.name));
    const std::string called = render::identifier(model::object_name(*f.schema, *f.name)) + "()";
    if (by_.percent(60)) return model::step{.what = op::set_default, .table = table, .name = c.name, .text = in_.text(called + " + 1")};
    const model::text_view sql = in_.text(called + " IS NULL OR " + render::identifier(*c.name) + " > 0");
    const model::constraint_def* check = in_.make(model::constraint_def{.what = model::kind::check, .expression = sql});
    const model::ident* name = words_.name(object_words);
    return model::step{.what = op::add_constraint, .table = table, .name = name,
                       .members = in_.list_of(in_.make(model::member{.what = model::kind::check, .name = name, .constraint = check}))};
  }

 private:
  bool is_function(u32 i) const { return s_.entities[i].alive && s_.entities[i].what == kind::function; }
  bool returns(u32 i, const model::data_type& t) const {
    const model::data_type* result = s_.entities[i].def->routine->result;
    return result && same(*result, t);
  }
  /// A table, or what holds the columns of a view.
  u32 one_relation() {
    std::vector<u32> tables;
    for (u32 t = 1; t <= s_.used.tables; ++t)
      if (s_.tables[t].alive) tables.push_back(t);
    for (u32 i = 1; i <= s_.used.entities; ++i)
      if (s_.entities[i].alive && is_view(s_.entities[i].what)) tables.push_back(s_.entities[i].table);
    return tables.empty() ? 0 : by_.one_of(tables);
  }
  const model::object_name* trigger_function() {
    std::vector<u32> found;
    for (u32 i = 1; i <= s_.used.entities; ++i)
      if (is_function(i) && (by_.percent(5) || returns(i, model::trigger_type))) found.push_back(i);
    if (found.empty()) return &mood_name;
    const model::entity_state& e = s_.entities[by_.one_of(found)];
    return in_.make(model::object_name(*e.schema, *e.name));
  }

  const model::data_type* type() {
    const u32 table = by_.percent(20) ? one_relation() : 0;
    if (table) return in_.make(model::data_type{.id = model::type_id::named, .dims = by_.percent(20), .user = in_.make(model::object_name(*s_.tables[table].schema, *s_.tables[table].name))});
    if (by_.percent(20)) return in_.make(model::data_type{.id = model::type_id::named, .user = &mood_name});
    return by_.percent(50) ? &integer_ : in_.make(model::data_type{.id = model::type_id::varchar, .first = by_.percent(50) ? 7 : model::data_type::none});
  }
  const model::entity_def* function(const model::object_name* name) {
    model::routine_def r{.language = &plpgsql_};
    std::vector<model::argument> arguments;
    for (std::size_t n = by_.below(3); n--;) {
      model::argument a{.name = by_.percent(70) ? words_.name(column_words) : nullptr, .type = type()};
      if (by_.percent(15)) a.what = model::argument::mode::out;
      if (a.is_input() && by_.percent(20)) a.default_value = model::view("NULL");
      arguments.push_back(a);
    }
    r.arguments = in_.make_list(arguments);
    bool outputs = false;
    for (const model::argument& a : arguments) outputs |= a.is_output();
    if (!outputs || by_.percent(5)) r.result = arguments.empty() && by_.percent(50) ? &model::trigger_type : by_.percent(60) ? &integer_ : type();
    r.strict = by_.percent(20);
    if (by_.percent(20)) r.volatile_is = model::routine_def::volatility::immutable;
    if (const bool parsed = by_.percent(15); parsed || by_.percent(20)) {  // in SQL
      r.language = parsed ? nullptr : &sql_;
      r.standard_body = parsed;
      r.arguments = {};
      r.result = &integer_;
      r.body = in_.text((parsed ? "BEGIN ATOMIC " : "") + ("SELECT 1" + named()) + (parsed ? "; END" : ""));
    } else {
      r.body = text_of(r);
    }
    return in_.make(model::entity_def{.what = kind::function, .name = name, .body = r.body, .routine = in_.make(r)});
  }
  /// What it returns is given by its OUT arguments, or row by row, or at the end.
  model::text_view text_of(const model::routine_def& r) {
    bool outputs = false;
    for (const model::argument& a : r.arguments) outputs |= a.is_output();
    if (by_.percent(40)) return in_.text("BEGIN PERFORM 1" + named() + (outputs ? "; END" : ";\n  RETURN NULL; END"));
    return in_.text(outputs ? by_.percent(50) ? "BEGIN END" : "BEGIN\nEND" : by_.percent(50) ? "BEGIN\n  RETURN NULL;\nEND" : "BEGIN RETURN (NULL); END");
  }
  /// FROM a table WHERE a column; sometimes of what is not there.
  std::string named() {
    const u32 table = by_.percent(90) ? one_relation() : 0;
    if (!table) return by_.percent(50) ? "" : " FROM nothing";
    std::vector<const model::ident*> columns;
    for (u32 c = s_.tables[table].first_column; c; c = s_.columns[c].next)
      if (s_.columns[c].name) columns.push_back(s_.columns[c].name);
    const std::string from = " FROM " + render::identifier(model::object_name(*s_.tables[table].schema, *s_.tables[table].name)) + " AS n";
    if (columns.empty() || by_.percent(30)) return from;
    const std::string column = by_.percent(95) ? render::identifier(*by_.one_of(columns)) : "nobody";
    return from + " WHERE n." + column + " IS NOT NULL";
  }
  model::list<model::argument> renamed(const model::list<model::argument>& list) {
    std::vector<model::argument> out(list.begin(), list.end());
    for (model::argument& a : out) {
      if (by_.percent(40)) a.name = words_.name(column_words);
      if (by_.percent(40)) a.default_value = {};
    }
    return in_.make_list(out);
  }

  static constexpr model::data_type integer_{model::type_id::integer};
  static constexpr model::ident plpgsql_{"plpgsql"}, sql_{"sql"};
  chance& by_;
  checks::arena& in_;
  const checks::live_state& s_;
  vocabulary& words_;
};

}  // namespace skein::test
