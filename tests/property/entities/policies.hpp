// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Random policies, whose expressions name columns of their table and of others.

#include "property/vocabulary.hpp"

#include <skein/check/invert/define.hpp>

namespace skein::test {

class policies {
  using u32 = model::u32;
  using command = model::policy_def::command;

 public:
  policies(chance& by, checks::arena& in, const checks::live_state& state, vocabulary& words) : by_(by), in_(in), s_(state), words_(words) {}

  /// Without a table, of one that is not there.
  model::step create() {
    static constexpr command commands[]{command::all, command::select, command::insert, command::update, command::remove};
    const u32 table = one_table();
    model::policy_def p{.concerns = by_.percent(40) ? command::all : by_.one_of(commands), .restrictive = by_.percent(20)};
    model::entity_def d{.what = model::entity_kind::policy, .name = in_.make(model::object_name({}, *words_.name(object_words))), .table = table ? name_of(table) : &mood_name};
    if (p.concerns != command::insert ? by_.percent(80) : by_.percent(5)) d.body = expression(table);
    const bool writes = p.concerns != command::select && p.concerns != command::remove;
    if (writes ? by_.percent(50) : by_.percent(5)) p.with_check = expression(table);
    return {.what = model::op::create_entity, .entity = with(d, p)};
  }
  /// The same with other expressions; sometimes for another command, or without one.
  model::step alter(u32 slot) {
    model::entity_def d = *checks::definer(s_, in_).entity(slot);
    model::policy_def p = *d.policy;
    const u32 table = s_.entities[slot].table;
    if (d.body && by_.percent(70)) d.body = expression(table);
    if (p.with_check && by_.percent(70)) p.with_check = expression(table);
    return {.what = model::op::replace_entity, .entity = with(d, p)};
  }

 private:
  const model::entity_def* with(model::entity_def& d, model::policy_def& p) {
    p.using_ = d.body;
    static constexpr model::ident everybody{"public"}, monitor{"pg_monitor"};
    p.roles = {};
    if (by_.percent(40)) p.roles = in_.make_list(std::vector<const model::ident*>{by_.percent(50) ? &monitor : &everybody});
    d.policy = in_.make(p);
    return in_.make(d);
  }
  const model::object_name* name_of(u32 table) { return in_.make(model::object_name(*s_.tables[table].schema, *s_.tables[table].name)); }
  u32 one_table() {
    std::vector<u32> tables;
    for (u32 t = 1; t <= s_.used.tables; ++t)
      if (s_.tables[t].alive) tables.push_back(t);
    return tables.empty() ? 0 : by_.one_of(tables);
  }
  /// A condition on a column of the table, bare or behind the table's name; rarely on what is not there.
  model::text_view expression(u32 table) {
    std::vector<const model::ident*> columns;
    for (u32 c = table ? s_.tables[table].first_column : 0; c; c = s_.columns[c].next)
      if (s_.columns[c].name) columns.push_back(s_.columns[c].name);
    if (by_.percent(3)) return in_.text("EXISTS (SELECT 1 FROM nothing)");
    if (columns.empty()) return in_.text("true");
    const std::string qualifier = render::identifier(*s_.tables[table].name) + ".";
    if (by_.percent(3)) return in_.text(qualifier + "nobody IS NULL");
    return in_.text((by_.percent(50) ? qualifier : "") + render::identifier(*by_.one_of(columns)) + " IS NOT NULL");
  }

  chance& by_;
  checks::arena& in_;
  const checks::live_state& s_;
  vocabulary& words_;
};

}  // namespace skein::test
