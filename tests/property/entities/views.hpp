// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Random views over tables and over views, what becomes of them, and rules.

#include "property/vocabulary.hpp"

#include <skein/check/entities/entity_uses.hpp>
#include <skein/check/invert/define.hpp>

namespace skein::test {

class views {
  using u32 = model::u32;
  using op = model::op;
  using kind = model::entity_kind;

 public:
  views(chance& by, checks::arena& in, const checks::live_state& state, vocabulary& words) : by_(by), in_(in), s_(state), words_(words) {}

  model::step create(const model::object_name* name) {
    const kind what = by_.percent(30) ? kind::materialized_view : kind::view;
    model::entity_def d = definition(what, name, query());
    std::vector<const model::ident*> columns;
    for (std::size_t n = by_.percent(25) ? by_.below(4) : 0; n--;) columns.push_back(words_.name(column_words));
    d.columns = in_.make_list(columns);
    std::vector<model::clause> clauses;
    if (by_.percent(what == kind::view ? 15 : 1)) clauses.push_back(setting());
    if (by_.percent(what == kind::materialized_view ? 20 : 1)) clauses.push_back({.what = model::clause::part::no_data});
    d.clauses = in_.make_list(clauses);
    return {.what = op::create_entity, .entity = in_.make(d)};
  }

  /// A step on one that is there, or on a rule; `in` is a schema.
  model::step change(u32 i, const model::ident& in) {
    const model::entity_state& e = s_.entities[i];
    const model::entity_def* was = checks::definer(s_, in_).entity(i);
    switch (by_.below(e.what == kind::rule ? 3 : 16)) {
      case 0: return {.what = op::drop_entity, .entity = was};
      case 1: return {.what = op::rename_entity, .to = words_.name(table_words), .entity = was};
      case 2: return {.what = op::comment_on_entity, .text = by_.percent(30) ? in_.text("") : words_.comment(), .entity = was};
      case 3: return {.what = op::move_entity, .to = in.empty() ? &model::public_schema : in_.make(in), .entity = was};
      default: return alter(e, was);
    }
  }

  /// A table or a view under its name; null if there is none.
  const model::object_name* relation() {
    const u32 t = one_relation();
    return t ? name_of(t) : nullptr;
  }

 private:
  model::step alter(const model::entity_state& e, const model::entity_def* was) {
    std::vector<u32> columns;
    for (u32 c = s_.tables[e.table].first_column; c; c = s_.columns[c].next) columns.push_back(c);
    const model::ident* column = columns.empty() ? nullptr : s_.columns[by_.one_of(columns)].name;
    switch (column ? by_.below(8) : 4 + by_.below(4)) {
      case 0: return {.what = op::rename_column, .table = was->name, .name = column, .to = words_.name(column_words)};
      case 1: return {.what = op::comment_on_column, .table = was->name, .name = column, .text = by_.percent(30) ? in_.text("") : words_.comment()};
      case 2: return {.what = op::set_default, .table = was->name, .name = column, .text = model::view("NULL")};
      case 3: return {.what = op::drop_default, .table = was->name, .name = column};
      case 4: return create_rule(was->name);
      default: return e.what == kind::view ? alter_view(*was, column) : alter_materialized_view(*was, column);
    }
  }

  /// Tables, and what holds the columns of views.
  u32 one_relation() {
    std::vector<u32> found;
    for (u32 t = 1; t <= s_.used.tables; ++t)
      if (s_.tables[t].alive) found.push_back(t);
    for (u32 i = 1; i <= s_.used.entities; ++i)
      if (s_.entities[i].alive && is_view(s_.entities[i].what)) found.push_back(s_.entities[i].table), found.push_back(s_.entities[i].table);
    return found.empty() ? 0 : by_.one_of(found);
  }
  const model::object_name* name_of(u32 t) { return in_.make(model::object_name(*s_.tables[t].schema, *s_.tables[t].name)); }
  std::string sql_of(u32 t) { return render::identifier(*name_of(t)); }
  fields fields_of(u32 t) const {
    fields out;
    for (u32 c = s_.tables[t].first_column; c; c = s_.columns[c].next)
      if (s_.columns[c].name) out.push_back({s_.columns[c].name, s_.columns[c].type});
    return out;
  }

  model::entity_def definition(kind what, const model::object_name* name, const std::string& sql) {
    const model::text_view body = in_.text(sql);
    return {.what = what, .name = name, .body = body, .parsed = checks::parse(in_, body)};
  }

  std::string column(const field& f, const std::string& of) { return (of.empty() ? "" : of + ".") + render::identifier(*f.name); }
  /// An output column; its type is one that every type can become, if any.
  std::string output(const field& f, const std::string& of) {
    std::string c = column(f, of);
    switch (by_.below(8)) {
      case 0: return c + " AS " + render::identifier(*words_.name(column_words));
      case 1: return c + " IS NULL AS " + render::identifier(*words_.name(column_words));
      case 2: return "coalesce(" + c + ") AS " + render::identifier(*words_.name(column_words));
      case 3: return c + "::text";
      default: return c;
    }
  }
  std::string outputs(const fields& all, const std::string& of) {
    if (all.empty() || by_.percent(20)) return of.empty() || by_.percent(50) ? "*" : of + ".*";
    std::string out;
    for (const field& f : all)
      if (by_.percent(50)) out += (out.empty() ? "" : ", ") + output(f, of);
    if (by_.percent(15)) out += (out.empty() ? "" : ", ") + std::string("1 + 1 AS sum");
    return out.empty() ? "1 AS one" : out;
  }
  static std::string same_twice(const std::string& sql) { return sql + " UNION ALL " + sql; }
  std::string query() {
    const u32 t = one_relation();
    if (!t || by_.percent(5)) return by_.percent(50) ? "SELECT 1 AS a, 'x'::text AS b" : "SELECT a FROM nothing";
    const fields all = fields_of(t);
    const bool aliased = by_.percent(40), qualified = by_.percent(50);
    const std::string alias = aliased ? by_.percent(50) ? "u" : "\"It's\"" : "";
    const std::string called = qualified ? aliased ? alias : render::identifier(*s_.tables[t].name) : "";
    const std::string from = " FROM " + sql_of(t) + (aliased ? " AS " + alias : "");
    std::string where;
    if (!all.empty() && by_.percent(40)) where = "\nWHERE " + (qualified ? column(by_.one_of(all), called) + " IS NOT NULL" : words_.condition(all, nullptr));
    if (!all.empty() && by_.percent(5)) where = " WHERE " + (called.empty() ? "" : called + ".") + "nothing IS NULL";
    const u32 other = one_relation();
    const fields others = fields_of(other);
    switch (by_.below(9)) {
      case 0: return "WITH x AS (SELECT " + outputs(all, called) + from + where + ") SELECT * FROM x";
      case 1: return same_twice("SELECT " + outputs(all, called) + from);
      case 2: return "SELECT s.* FROM (SELECT " + outputs(all, called) + from + where + ") s -- the same\n";
      case 3: return "SELECT count(*) AS n" + (all.empty() ? "" : ", min((" + column(by_.one_of(all), called) + ")::text) AS least") + from + where;
      case 4:
        if (others.empty() || all.empty()) break;
        return "SELECT " + outputs(all, "l") + ", r." + render::identifier(*by_.one_of(others).name) + " AS \"right\" FROM " + sql_of(t) + " l LEFT JOIN " +
               sql_of(other) + " AS r ON l." + render::identifier(*by_.one_of(all).name) + " IS NULL";
      case 5:
        if (others.empty() || all.empty()) break;
        return "SELECT " + outputs(all, "l") + " FROM " + sql_of(t) + " l WHERE EXISTS (SELECT 1 FROM " + sql_of(other) + " WHERE l." +
               render::identifier(*by_.one_of(all).name) + " IS NULL AND " + render::identifier(*by_.one_of(others).name) + " IS NOT NULL)";
      default: break;
    }
    return "SELECT " + outputs(all, called) + from + where + (by_.percent(20) ? " LIMIT 1" : "");
  }

  model::clause setting() {
    static constexpr const char* both[][2]{{"security_barrier", "true"}, {"security_barrier", "false"}, {"check_option", "cascaded"}, {"check_option", "local"},
                                           {"security_invoker", "true"}};
    const auto& one = by_.one_of(both);
    return {.what = model::clause::part::setting, .text = model::view(one[1], std::string_view(one[1]).size()), .from = model::view(one[0], std::string_view(one[0]).size())};
  }
  /// Mostly the columns that it has, from their own query, sometimes with another one behind them.
  model::step replace(const model::entity_def& was, bool known) {
    if (known && by_.percent(20)) return {.what = op::replace_entity, .entity = in_.make(definition(kind::view, was.name, "SELECT 1 AS \"another one\""))};
    const std::string old = "(" + std::string(was.body.data, was.body.size) + "\n) v";
    model::entity_def d = definition(kind::view, was.name,
                                     by_.percent(30)   ? "SELECT v.*, 1 AS added FROM " + old
                                     : by_.percent(10) ? "SELECT * FROM " + std::string(old)
                                                       : "SELECT * FROM " + old + " WHERE 1 = 1");
    d.columns = by_.percent(90) ? was.columns : model::names{};
    d.clauses = by_.percent(20) ? in_.list_of(setting()) : model::list<model::clause>{};
    return {.what = op::replace_entity, .entity = in_.make(d)};
  }
  model::step alter_view(const model::entity_def& was, bool known) {
    if (by_.percent(60)) return replace(was, known);
    model::clause c = setting();
    c.does = by_.percent(70) ? model::clause::change::set : model::clause::change::drop;
    return altered(was, c);
  }
  model::step altered(const model::entity_def& was, const model::clause& c) {
    model::entity_def d{.what = was.what, .name = was.name};
    d.clauses = in_.list_of(c);
    return {.what = op::alter_entity, .entity = in_.make(d)};
  }
  model::step alter_materialized_view(const model::entity_def& was, const model::ident* column) {
    if (!column || by_.percent(50)) {
      model::step s = altered(was, {.what = by_.percent(80) ? model::clause::part::refresh : model::clause::part::no_data});
      s.concurrently = by_.percent(50);
      return s;
    }
    model::index_def x{};
    x.elements = in_.list_of(model::element{.column = column});
    x.columns = in_.list_of(column);
    const model::member* m = in_.make(model::member{.what = model::kind::index, .name = by_.percent(50) ? words_.name(object_words) : nullptr, .index = in_.make(x)});
    return {.what = op::create_index, .table = was.name, .name = m->name, .members = in_.list_of(m)};
  }

  model::step create_rule(const model::object_name* on) {
    static constexpr const char* events[]{"UPDATE", "DELETE", "INSERT"};
    const model::object_name* other = relation();
    model::entity_def d{.what = kind::rule, .name = in_.make(model::object_name(on->schema, *words_.name(object_words))), .table = on};
    const std::string_view event = by_.one_of(events);
    d.clauses = in_.list_of(model::clause{.what = model::clause::part::event, .text = in_.text(event)});
    d.body = in_.text(by_.percent(50) || !other ? "DO INSTEAD NOTHING" : "DO ALSO DELETE FROM " + render::identifier(*other));
    return {.what = op::create_entity, .entity = in_.make(d)};
  }

  chance& by_;
  checks::arena& in_;
  const checks::live_state& s_;
  vocabulary& words_;
};

}  // namespace skein::test
