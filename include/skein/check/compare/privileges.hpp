// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// What roles may do against the models: of each privilege both have to say the same.

#include <skein/check/privileges/privileges.hpp>

namespace skein::checks {

namespace comparing {

template <class Schema>
struct privileges_of_model {
  const Schema& s;
  const privilege_def& d;
  const model::location* where;
  verdict& v;

  constexpr bool fail(const verdict& facts, const ident& role, u32 bits, bool option, const ident* column = nullptr) {
    v = facts;
    v.what = fault::model_privileges_missing;
    v.role = &role;
    v.privileges = bits;
    v.grant_option = option;
    v.revoked = d.revoked;
    v.where = where;
    v.hint = d.creator;
    if (column) v.column = column;
    return false;
  }
  constexpr bool one(u32 of, u32 column, const ident& role) {
    const u32 bits = bits_of(d), has = held(s, of, column, role, d.creator), may_grant = options(s, of, column, role, d.creator);
    if (const u32 wrong = bits & (d.revoked ? has : ~has)) return fail(right_facts(s, of, column), role, wrong, d.option);
    if (d.option && bits & ~may_grant) return fail(right_facts(s, of, column), role, bits & ~may_grant, true);
    return true;
  }
  constexpr bool on(u32 of) {
    for (u32 i = 0; i < d.roles.size; ++i) {
      const ident& role = *d.roles.data[i];
      if (d.columns.empty() && !one(of, 0, role)) return false;
      for (u32 c = 0; c < d.columns.size; ++c) {
        const u32 column = (of & names::kind_mask) == names::table ? names::find_column(s, names::slot_of(of), *d.columns.data[c]) : 0;
        if (!column) return fail(right_facts(s, of), role, bits_of(d), d.option, d.columns.data[c]);
        if (!one(of, column, role)) return false;
      }
    }
    return true;
  }
};

/// What models say of one right of the history's.
struct declared_right {
  u32 given = 0, options = 0, taken = 0;

  constexpr void add(const auto& s, const right_state& r, const auto& d, bool on_it) {
    bool role = false, column = !r.column && d.columns.empty();
    for (u32 i = 0; i < d.roles.size; ++i) role |= same(*d.roles.data[i], *r.role);
    for (u32 i = 0; r.column && i < d.columns.size; ++i) column |= same(*d.columns.data[i], *s.columns[r.column].name);
    if (!role || !column || !on_it || !same(d.creator, r.creator)) return;
    if (d.revoked) taken |= bits_of(d);
    else given |= bits_of(d);
    if (d.option && !d.revoked) options |= bits_of(d);
  }
};

}  // namespace comparing

/// Whether the history says what the model says; `table` is that of a member, 0 of a model that stands by itself.
template <class Schema>
constexpr bool compare_privileges(const Schema& s, const privilege_def& d, u32 table, const model::location* where, verdict& v) {
  v = verdict{};
  v.what = fault::model_privileges_missing;
  v.where = where;
  v.granted = &d;
  if (table) v.table = s.tables[table].name, v.schema = s.tables[table].schema;
  if constexpr (!may_hold_rights<Schema>()) return false;
  else {
    const char* words = missing_in(d, table != 0);
    if (d.mistake || words) {
      v.what = fault::model_misplaced;
      v.text = d.mistake ? d.mistake : model::text_view{words, static_cast<u32>(__builtin_strlen(words)), 0};
      return false;
    }
    comparing::privileges_of_model<Schema> one{s, d, where, v};
    bool fine = true;
    if (table) fine = one.on(table << names::kind_bits | names::table);
    else each_granted(s, d, [&](u32 of, const model::object_name&) { fine = fine && of && one.on(of); });
    if (fine) v = verdict{};
    return fine;
  }
}

/// What the history says of privileges and none of the models; `model_of` has the models of tables.
constexpr verdict extra_privileges(const auto& s, const model::table_def* const* all, u32 models, const model::table_def* const* model_of) {
  verdict v;
  for (u32 i = 1; i <= s.used.rights; ++i) {
    const right_state& r = s.rights[i];
    if (!is_alive(s, r) || !is_said(s, r)) continue;
    comparing::declared_right said;
    const model::table_def* model = (r.of & names::kind_mask) == names::table ? model_of[names::slot_of(r.of)] : nullptr;
    for (u32 k = 0; model && k < model->members.size; ++k)
      if (const member& m = *model->members.data[k]; m.what == kind::privileges) said.add(s, r, privileges_of(m), true);
    for (u32 k = 0; k < models; ++k)
      if (const privilege_def* d = all[k]->privileges) {
        bool on_it = false;
        each_granted(s, *d, [&](u32 of, const model::object_name&) { on_it |= of == r.of; });
        said.add(s, r, *d, on_it);
      }
    const u32 first = r.column ? 0 : given_at_first(s, r.of, *r.role);
    const u32 extra = r.held & ~first & ~said.given, lacks = first & ~r.held & ~said.taken, options = r.options & ~said.options;
    if (!extra && !lacks && !options) continue;
    v = right_facts(s, r.of, r.column);
    v.what = fault::model_privileges_extra;
    v.role = r.role;
    v.hint = r.creator;
    v.privileges = extra ? extra : lacks ? lacks : options;
    v.revoked = !extra && lacks;
    v.grant_option = !extra && !lacks;
    v.model = model;
    return v;
  }
  return v;
}

}  // namespace skein::checks
