// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// From what roles may do to what they shall: GRANT and REVOKE, as few statements as there can be.

#include <skein/check/invert/define.hpp>

#include <vector>

namespace skein::checks {

/// What a role may do on something, by its present name.
struct named_right {
  u32 of, column;
  const ident* role;
  u32 held, options;
  grantable on;
  const model::object_name* object;
  const ident* column_name;
  const entity_def* routine;
  const ident* creator;
  const ident* schema;  ///< it is in

  bool by_default() const { return names::is_defaults(of); }
};

inline named_right name_right(const live_state& s, arena& in, definer& define, const right_state& r) {
  const u32 i = names::slot_of(r.of);
  named_right out{r.of, r.column, r.role, r.held, r.options, grantable::table, nullptr, r.column ? s.columns[r.column].name : nullptr, nullptr, r.creator, nullptr};
  const auto schema = [&](u32 slot) { return in.make(model::object_name({}, slot ? *s.schemas[slot].name : model::public_schema)); };
  if (out.by_default()) {
    out.on = names::kind_of_defaults(r.of);
    if (i) out.object = schema(i - 1);
    return out;
  }
  switch (r.of & names::kind_mask) {
    case names::table: out.object = define.table_name(i), out.schema = s.tables[i].schema; break;
    case names::sequence: out.on = grantable::sequence, out.object = define.sequence_name(i), out.schema = s.sequences[i].schema; break;
    case names::schema: out.on = grantable::schema, out.object = schema(i); break;
    default: {
      const entity_def* d = define.entity(i);
      const model::entity_traits& t = model::traits_of(d->what);
      out.object = d->name;
      out.schema = s.entities[i].schema;
      if (t.is_routine) out.on = grantable::routine, out.routine = d;
      else if (t.is_type) out.on = grantable::type;
    }
  }
  return out;
}
/// All that is said in the state.
inline std::vector<named_right> name_rights(const live_state& s, arena& in, definer& define) {
  std::vector<named_right> out;
  for (u32 i = 1; i <= s.used.rights; ++i)
    if (is_alive(s, s.rights[i]) && is_said(s, s.rights[i])) out.push_back(name_right(s, in, define, s.rights[i]));
  return out;
}
inline bool has_name(const std::vector<const ident*>& list, const ident* name) {
  for (const ident* each : list)
    if (same(each, name)) return true;
  return false;
}
/// And what default privileges would give that objects do not have.
inline std::vector<named_right> name_all_rights(const live_state& s, arena& in, definer& define) {
  std::vector<named_right> out = name_rights(s, in, define);
  if (!s.used.defaults) return out;
  std::vector<u32> objects;
  for (u32 t = 1; t <= s.used.tables; ++t) objects.push_back(t << names::kind_bits | names::table);
  for (u32 q = 1; q <= s.used.sequences; ++q) objects.push_back(q << names::kind_bits | names::sequence);
  for (u32 i = 1; i <= s.used.schemas; ++i) objects.push_back(i << names::kind_bits | names::schema);
  for (u32 i = 1; i <= s.used.entities; ++i)
    if (const model::entity_traits& t = model::traits_of(s.entities[i].what); t.is_type || t.is_relation || t.is_routine) objects.push_back(i << names::kind_bits | names::entity);
  std::vector<const ident*> roles;
  for (u32 i = 1; i <= s.used.rights; ++i)
    if (const right_state& r = s.rights[i]; names::is_defaults(r.of) && !r.creator && !has_name(roles, r.role)) roles.push_back(r.role);
  for (const ident* role : roles)
    for (const u32 of : objects) {
      const right_state x{of, 0, role, given_at_first(s, of, *role), 0, nullptr};
      if (!is_alive(s, x)) continue;
      if (const u32 k = names::find_right(s, of, 0, *role); !k || !is_said(s, s.rights[k])) out.push_back(name_right(s, in, define, x));
    }
  return out;
}

class privilege_writer {
 public:
  explicit privilege_writer(arena& in) : in_(in) {}

  /// From what the role has to what it shall have.
  void change(const named_right& to, u32 held, u32 options) {
    const u32 lost = to.held & ~held, kept = to.held & held;
    add(to, true, false, held & ~to.held);
    add(to, true, true, kept & options & ~to.options);
    add(to, false, false, lost & ~to.options);
    add(to, false, true, (lost & to.options) | (kept & to.options & ~options));
  }
  /// From what it has once that is created again.
  void recreate(const named_right& r, const live_state& s) {
    if (r.column || r.by_default()) return change(r, r.column ? 0 : given_at_first(s, r.of, *r.role), 0);
    const given_rights given = given_when_created(s, r.of, r.on, r.schema, *r.role);
    change(r, given.held, given.options);
  }
  /// In the order in which they run: what is revoked of a table is revoked of its columns, which get theirs again.
  std::vector<const step*> steps(const std::vector<named_right>& wanted) {
    for (std::size_t i = 0, n = all_.size(); i < n; ++i) {
      const statement x = all_[i];
      if (!x.revoked || x.columns[0] || x.at.on != grantable::table || x.at.by_default()) continue;
      for (const named_right& w : wanted)
        if (w.of == x.at.of && w.column && has_name(x.roles, w.role) && w.held & x.bits) add(w, false, false, w.held & x.bits & ~w.options), add(w, false, true, w.options & x.bits);
    }
    merge([](const statement& a, const statement& b) { return a.at.of == b.at.of && same(a.at.creator, b.at.creator) && a.columns == b.columns; }, &statement::roles);
    merge([](const statement& a, const statement& b) { return a.at.of == b.at.of && a.roles == b.roles && a.columns[0] && b.columns[0]; }, &statement::columns);
    merge([](const statement& a, const statement& b) { return a.at.on == b.at.on && a.at.by_default() == b.at.by_default() && same(a.at.creator, b.at.creator) && a.roles == b.roles && a.at.object && b.at.object &&
                   !a.at.routine && !a.columns[0] && !b.columns[0];
          },
          &statement::objects);
    std::vector<const step*> out;
    for (const bool revoked : {true, false})
      for (const statement& x : all_)
        if (x.revoked == revoked) out.push_back(make(x));
    return out;
  }

 private:
  struct statement {
    named_right at;
    bool revoked, option;
    u32 bits;
    std::vector<const ident*> roles, columns;
    std::vector<const model::object_name*> objects;
  };
  void add(const named_right& at, bool revoked, bool option, u32 bits) {
    if (bits) all_.push_back({at, revoked, option, bits, {at.role}, {at.column_name}, {at.object}});
  }
  /// Statements that say the same of several of something become one.
  void merge(auto&& alike, auto what) {
    std::vector<statement> out;
    for (statement& x : all_) {
      statement* found = nullptr;
      for (statement& y : out)
        if (!found && y.revoked == x.revoked && y.option == x.option && y.bits == x.bits && alike(y, x)) found = &y;
      if (found) (found->*what).insert((found->*what).end(), (x.*what).begin(), (x.*what).end());
      else out.push_back(x);
    }
    all_ = std::move(out);
  }
  const step* make(const statement& x) {
    model::privilege_step out{{.what = model::op::grant}, {.on = x.at.on, .revoked = x.revoked, .option = x.option, .privileges = x.bits}};
    model::privilege_def& d = out.privileges;
    d.routine = x.at.routine;
    d.by_default = x.at.by_default();
    d.creator = x.at.creator;
    if (!d.routine && x.at.object) d.objects = in_.make_list(x.objects);
    if (x.columns[0]) d.columns = in_.make_list(x.columns);
    d.roles = in_.make_list(x.roles);
    return in_.make(out);
  }

  arena& in_;
  std::vector<statement> all_;
};

/// What undoes a step, as far as privileges go. To be made before it.
class privilege_inverter {
 public:
  privilege_inverter(const live_state& s, arena& in, const step& x) : s_(s), in_(in) {
    using model::op;
    definer define(s, in);
    const bool drops = x.what == op::drop_table || x.what == op::drop_column || x.what == op::drop_identity || x.what == op::drop_entity || x.what == op::drop_schema;
    grants_ = x.what == op::grant;
    if (drops && s.used.rights) before_ = name_all_rights(s, in, define);
    if (grants_) rights_.assign(s.rights.begin(), s.rights.begin() + s.used.rights + 1);
  }

  /// To be called behind it.
  std::vector<const step*> steps() {
    if (!grants_ && before_.empty()) return {};
    privilege_writer out(in_);
    if (grants_) compare(out);
    for (const named_right& r : before_)
      if (!grants_ && !is_alive(s_, {r.of, r.column, r.role, 0, 0, r.creator})) out.recreate(r, s_);
    return out.steps(before_);
  }

 private:
  /// The rights that the step has changed.
  void compare(privilege_writer& out) {
    definer define(s_, in_);
    for (u32 i = 1; i <= s_.used.rights; ++i) {
      const right_state& now = s_.rights[i];
      if (!is_alive(s_, now)) continue;
      right_state was = now;
      if (i < rights_.size()) was = rights_[i];
      else was.held = now.column ? 0 : given_at_first(s_, now.of, *now.role), was.options = 0;
      const named_right wanted = name_right(s_, in_, define, was);
      if (was.held) before_.push_back(wanted);
      if (was.held != now.held || was.options != now.options) out.change(wanted, now.held, now.options);
    }
  }

  const live_state& s_;
  arena& in_;
  bool grants_;
  std::vector<named_right> before_;  ///< all, and all that there were
  std::vector<right_state> rights_;
};

}  // namespace skein::checks
