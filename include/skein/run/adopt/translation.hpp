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
    for (const model::step& x : said(here, after))
      if (const model::step* taken = take(here, x)) out.push_back(taken);
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

  /// Null where it does not fit: what it is about came in the same portion.
  const model::step* take(checks::live_state& here, model::step x) {
    for (const model::loss degree : {model::loss::none, model::loss::loses_data, model::loss::irreversible}) {
      x.acknowledged = degree;
      if (degree == model::loss::irreversible) x.reason = model::view("nothing converts the values back");
      checks::live_state attempt = here;
      if (!checks::advance(attempt, x) || !checks::end_of_revision(attempt)) continue;
      here = std::move(attempt);
      return in_.make(x);
    }
    return nullptr;
  }

  /// The steps that a difference would not find: what is only called otherwise, or is in another schema now, and how
  /// values are converted.
  std::vector<model::step> said(const checks::live_state& here, const checks::live_state& after) {
    std::vector<model::step> out;
    for (const statement& s : of_.statements) {
      if (const auto r = read_renamed_label(s)) {
        const model::clause c{.does = model::clause::change::rename, .text = label(r->to), .from = label(r->from)};
        out.push_back(
            {.what = op::alter_entity,
             .entity = in_.make(model::entity_def{
                 .what = model::entity_kind::enumeration, .name = named(r->type), .clauses = in_.list_of(c)})});
      }
      if (const auto view = read_refreshed(s)) {
        using part = model::clause::part;
        const model::clause c{.what = view->no_data ? part::no_data : part::refresh};
        out.push_back({.what = op::alter_entity,
                       .entity = in_.make(model::entity_def{.what = model::entity_kind::materialized_view,
                                                            .name = named(view->name),
                                                            .clauses = in_.list_of(c)})});
      }
      const auto altered = read_alter(s);
      if (!altered) continue;
      for (const table_action& a : altered->actions) {
        using kind = table_action::kind;
        const model::object_name* name = named(altered->table);
        if (a.what == kind::set_schema)
          out.push_back({.what = op::set_schema, .table = name, .to = ident(a.to)});
        else if (a.what == kind::rename_column)
          out.push_back({.what = op::rename_column, .table = name, .name = ident(a.column), .to = ident(a.to)});
        else if (a.what == kind::set_type && !a.expression.empty())
          convert(out, altered->table, a, after);
        else if (a.what == kind::rename && is_there(here, *name))
          out.push_back(checks::step_of({name, nullptr, ident(a.to)}, here, in_));
      }
    }
    return out;
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
  void convert(std::vector<model::step>& out, const said_name& table, const table_action& a,
               const checks::live_state& after) {
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
    out.push_back(x);
  }

  const portion& of_;
  const std::vector<statement>& back_;
  checks::arena& in_;
};

}  // namespace skein::run::adoption
