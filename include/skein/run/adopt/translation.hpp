// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// What a portion has done, as steps: the difference of the catalogs, in the light of what the portion says.

#include <skein/check/diff/diff.hpp>
#include <skein/run/adopt/model_state.hpp>
#include <skein/run/adopt/portion.hpp>

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace skein::run::adoption {

class translation {
 public:
  /// `back` is the way down as it is written, where that is known.
  translation(const portion& of, const std::vector<statement>& back, checks::arena& in)
      : of_(of), back_(back), in_(in) {}

  /// Empty where the difference is not what the portion says, or does not tell all of it: then its text is needed.
  std::optional<step_list> run(const checks::live_state& before, const checks::live_state& after) {
    checks::live_state here = before;
    here.v = {};
    here.lenient = here.transactional = false;
    here.server = ~0u;
    step_list out;
    for (const statement& each : of_.statements) say(here, after, each, out);
    checks::difference_of_states found = checks::diff(here, after, in_);
    if (!found.complete) return std::nullopt;
    for (const model::step* x : found.steps) {
      if (loses_unsaid(*x)) return std::nullopt;
      out.push_back(with_concurrently(*x));
    }
    return out;
  }

 private:
  using op = model::op;

  const model::ident* ident(const std::string& s) { return in_.make(model::ident(s.data(), s.size())); }
  const model::object_name* named(const said_name& n) {
    return in_.make(model::object_name(*ident(n.schema), *ident(n.name)));
  }
  static bool same(const model::ident& a, const std::string& b) { return std::string_view(a.text, a.kept()) == b; }
  /// 'it''s' as it is.
  model::text_view label(std::string_view literal) {
    std::string out;
    for (std::size_t i = 1; i + 1 < literal.size(); ++i) {
      out += literal[i];
      if (literal[i] == '\'') ++i;
    }
    return in_.text(out);
  }

  /// Does nothing where it does not fit: what it is about came in the same portion.
  void take(checks::live_state& here, model::step x, step_list& out) {
    for (const model::loss degree : {model::loss::none, model::loss::loses_data, model::loss::irreversible}) {
      x.acknowledged = degree;
      if (degree == model::loss::irreversible) x.reason = model::view("nothing converts the values back");
      checks::live_state attempt = here;
      if (!checks::advance(attempt, x) || !checks::end_of_revision(attempt)) continue;
      here = std::move(attempt);
      out.push_back(in_.make(x));
      return;
    }
  }

  /// The steps that a difference would not find: what is only called otherwise, or is in another schema now, how values
  /// are converted, which view is filled.
  void say(checks::live_state& here, const checks::live_state& after, const statement& s, step_list& out) {
    using part = model::clause::part;
    using change = model::clause::change;
    const auto clause = [&](model::entity_kind what, const said_name& name, const model::clause& c) {
      const model::entity_def d{.what = what, .name = named(name), .clauses = in_.list_of(c)};
      take(here, {.what = op::alter_entity, .entity = in_.make(d)}, out);
    };
    if (const auto r = read_renamed_label(s))
      clause(model::entity_kind::enumeration, r->type,
             {.does = change::rename, .text = label(r->to), .from = label(r->from)});
    if (const auto view = read_refreshed(s))
      clause(model::entity_kind::materialized_view, view->name,
             {.what = view->no_data ? part::no_data : part::refresh});
    const auto altered = read_alter(s);
    if (!altered) return;
    for (const table_action& a : altered->actions) {
      using kind = table_action::kind;
      const model::object_name* name = named(altered->table);
      if (a.what == kind::set_schema) take(here, moved(here, *name, ident(a.to)), out);
      if (a.what == kind::rename_column)
        take(here, {.what = op::rename_column, .table = name, .name = ident(a.column), .to = ident(a.to)}, out);
      if (a.what == kind::rename_attribute)
        clause(model::entity_kind::composite, altered->table,
               {.what = part::attribute, .does = change::rename, .name = ident(a.column), .to = ident(a.to)});
      if (a.what == kind::set_type && !a.expression.empty()) convert(here, altered->table, a, after, out);
      if (a.what == kind::rename && is_there(here, *name))
        take(here, checks::step_of({name, nullptr, ident(a.to)}, here, in_), out);
    }
  }
  /// Of a table, or of anything else as of its rename.
  model::step moved(const checks::live_state& here, const model::object_name& name, const model::ident* schema) {
    model::step x{.what = op::set_schema, .table = &name, .to = schema};
    if (checks::names::find_table(here, name.schema, name.name) || !is_there(here, name)) return x;
    x = checks::step_of({&name, nullptr, &name.name}, here, in_);
    x.what = op::move_entity;
    x.to = schema;
    std::vector<const model::member*> types;  // what columns of a type are of afterwards
    const model::object_name* there = in_.make(model::object_name(*schema, name.name));
    for (const int dims : {0, 1})
      types.push_back(in_.make(
          model::member{.type = in_.make(model::data_type{.id = model::type_id::named, .dims = dims, .user = there})}));
    x.members = in_.make_list(types);
    return x;
  }
  static bool is_there(const checks::live_state& s, const model::object_name& n) {
    const model::u32 e = checks::names::find_relation(s, n.schema, n.name);
    return (e && (e & checks::names::kind_mask) != checks::names::object) || (!e && checks::names::find_type(s, n));
  }

  /// A table, a column or a type that goes although no statement drops one of its kind: something was renamed or moved
  /// in a way that is not read.
  bool loses_unsaid(const model::step& x) const {
    const bool type = x.what == op::drop_entity && model::traits_of(x.entity->what).is_type;
    if (x.what != op::drop_table && x.what != op::drop_column && !type) return false;
    for (const statement& s : of_.statements) {
      if (s.begins({"drop", "schema"}) || s.begins({"drop", "extension"}) || s.begins({"drop", "table"}) ||
          s.begins({"drop", "type"}) || s.begins({"drop", "domain"}))
        return false;
      if (x.what != op::drop_column) continue;
      const auto altered = read_alter(s);
      for (const table_action& a : altered ? altered->actions : std::vector<table_action>{})
        if (a.what == table_action::kind::drop_column && same(*x.name, a.column)) return false;
    }
    return true;
  }

  const model::step* with_concurrently(const model::step& x) {
    if (x.what != op::create_index && x.what != op::drop_index) return &x;
    const bool creates = x.what == op::create_index;
    for (const statement& s : of_.statements)
      if (s.needs_no_transaction && s.begins({creates ? "create" : "drop"})) {
        model::step y = x;
        y.concurrently = true;
        return in_.make(y);
      }
    return &x;
  }
  /// ALTER COLUMN … TYPE … USING, and the expression of the way back.
  void convert(checks::live_state& here, const said_name& table, const table_action& a, const checks::live_state& after,
               step_list& out) {
    const model::object_name* name = named(table);
    const model::u32 t = checks::names::find_table(after, name->schema, name->name);
    const model::u32 c = t ? checks::names::find_column(after, t, *ident(a.column)) : 0;
    if (!c) return;
    model::step x{.what = op::alter_type, .table = name, .name = ident(a.column)};
    x.members = in_.list_of(in_.make(model::member{.what = model::kind::column, .type = after.columns[c].type}));
    x.text = in_.text(a.expression);
    for (const statement& s : back_) {
      const auto altered = read_alter(s);
      if (!altered || !(altered->table == table)) continue;
      for (const table_action& b : altered->actions)
        if (b.what == table_action::kind::set_type && b.column == a.column && !b.expression.empty())
          x.undo = in_.text(b.expression);
    }
    take(here, x, out);
  }

  const portion& of_;
  const std::vector<statement>& back_;
  checks::arena& in_;
};

}  // namespace skein::run::adoption
