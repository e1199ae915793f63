// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Random grants and what revokes them, to roles that every server has.

#include "property/random.hpp"

#include <skein/check/invert/privileges.hpp>

namespace skein::test {

class privilege_proposer {
 public:
  privilege_proposer(chance& by, checks::arena& in, const checks::live_state& state) : by_(by), in_(in), s_(state) {}

  /// Mostly of what there is: privileges of that kind, revoked where they are held.
  const model::step* propose() {
    const u32 held = by_.percent(35) ? any_right() : 0;
    model::privilege_step x{{.what = model::op::grant}, held ? revoke(s_.rights[held]) : grant()};
    x.acknowledged = model::loss::none;
    return in_.make(x);
  }
  /// A member of a new table, of which that is a column; mostly none.
  const model::member* granted(const model::ident* column) {
    if (!by_.percent(15)) return nullptr;
    if (by_.percent(50)) column = nullptr;
    model::privilege_member m{{.what = model::kind::privileges}, {.privileges = bits(column ? model::privilege::of_columns : 127), .roles = roles()}};
    if (column) m.privileges.columns = in_.list_of(column);
    return in_.make(m);
  }

 private:
  using u32 = model::u32;
  static constexpr model::ident known_roles[]{"public", "pg_monitor", "pg_signal_backend"};

  u32 any_right() {
    std::vector<u32> alive;
    for (u32 i = 1; i <= s_.used.rights; ++i)
      if (is_alive(s_, s_.rights[i]) && s_.rights[i].held) alive.push_back(i);
    return alive.empty() ? 0 : by_.one_of(alive);
  }
  u32 bits(u32 of) {
    u32 out = 0;
    for (u32 i = 0; i < model::privilege::count; ++i)
      if (of >> i & 1 && by_.percent(40)) out |= 1u << i;
    return out ? out : of & (0u - of);
  }
  model::names roles() {
    std::vector<const model::ident*> out{&by_.one_of(known_roles)};
    if (by_.percent(20)) out.push_back(&by_.one_of(known_roles));
    return in_.make_list(out);
  }
  const model::object_name* table_name(u32 t) { return checks::definer(s_, in_).table_name(t); }

  model::privilege_def revoke(const model::right_state& r) {
    checks::definer define(s_, in_);
    const checks::named_right named = checks::name_right(s_, in_, define, r);
    const bool option = r.options && by_.percent(50);
    model::privilege_def d{.on = named.on, .revoked = true, .option = option, .privileges = bits(option ? r.options : r.held)};
    d.by_default = named.by_default();
    d.creator = named.creator;
    if (named.routine) d.routine = named.routine;
    else if (named.object) d.objects = in_.list_of(named.object);
    if (named.column_name && by_.percent(90)) d.columns = in_.list_of(named.column_name);
    d.roles = in_.list_of(r.role);
    return d;
  }
  model::privilege_def grant() {
    using model::grantable;
    if (by_.percent(20)) return by_default();
    model::privilege_def d{.revoked = by_.percent(15), .roles = roles()};
    std::vector<u32> found;
    switch (by_.below(6)) {
      case 0:
        d.on = grantable::schema;
        d.objects = in_.list_of(in_.make(model::object_name({}, schema())));
        break;
      case 1:
        d.on = grantable::tables_in_schema;
        d.objects = in_.list_of(in_.make(model::object_name({}, schema())));
        break;
      case 2:
        for (u32 q = 1; q <= s_.used.sequences; ++q)
          if (s_.sequences[q].alive) found.push_back(q);
        if (!found.empty()) {
          d.on = grantable::sequence;
          d.objects = in_.list_of(checks::definer(s_, in_).sequence_name(by_.one_of(found)));
          break;
        }
        [[fallthrough]];
      case 3: on_entity(d); break;
      default: on_table(d);
    }
    d.privileges = bits(by_.percent(90) ? d.columns.empty() ? model::traits_of(d.on).all : model::privilege::of_columns : 1023);
    d.option = by_.percent(20);
    return d;
  }
  model::privilege_def by_default() {
    using model::grantable;
    static constexpr grantable kinds[]{grantable::table, grantable::table, grantable::sequence, grantable::routine, grantable::schema, grantable::type};
    model::privilege_def d{.on = by_.one_of(kinds), .revoked = by_.percent(30), .roles = roles(), .by_default = true};
    d.privileges = bits(model::traits_of(d.on).all);
    d.option = by_.percent(20);
    if (by_.percent(40)) d.objects = in_.list_of(in_.make(model::object_name({}, schema())));
    if (const model::ident* creator = &by_.one_of(known_roles); by_.percent(15) && !checks::has_name({d.roles.begin(), d.roles.end()}, creator)) d.creator = creator;
    return d;
  }
  const model::ident& schema() {
    for (u32 i = 1; i <= s_.used.schemas; ++i)
      if (s_.schemas[i].alive && by_.percent(40)) return *s_.schemas[i].name;
    return model::public_schema;
  }
  void on_entity(model::privilege_def& d) {
    std::vector<u32> found;
    for (u32 i = 1; i <= s_.used.entities; ++i)
      if (const model::entity_traits& t = traits_of(s_.entities[i].what); s_.entities[i].alive && (t.is_type || t.is_routine)) found.push_back(i);
    if (found.empty()) return on_table(d);
    const model::entity_def* e = checks::definer(s_, in_).entity(by_.one_of(found));
    d.on = e->routine ? model::grantable::routine : model::grantable::type;
    if (e->routine) d.routine = e;
    else d.objects = in_.list_of(e->name);
  }
  void on_table(model::privilege_def& d) {
    std::vector<u32> tables, columns;
    for (u32 t = 1; t <= s_.used.tables; ++t)
      if (s_.tables[t].alive) tables.push_back(t);
    if (tables.empty()) return d.objects = in_.list_of(in_.make(model::object_name({}, known_roles[1]))), void();
    const u32 t = by_.one_of(tables);
    d.objects = in_.list_of(table_name(t));
    for (u32 c = s_.tables[t].first_column; c; c = s_.columns[c].next)
      if (s_.columns[c].name) columns.push_back(c);
    if (!columns.empty() && by_.percent(40)) d.columns = in_.list_of(s_.columns[by_.one_of(columns)].name);
  }

  chance& by_;
  checks::arena& in_;
  const checks::live_state& s_;
};

}  // namespace skein::test
