// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Changes of one column's attributes. A step that changes nothing is refused: its down could not be told from its up.

#include <skein/check/tables/columns.hpp>
#include <skein/check/tables/conversion.hpp>

namespace skein::checks {

/// PostgreSQL gives an identity's sequence the new type of its column.
constexpr bool retype_sequence(auto& sim, u32 i, model::type_id to) {
  model::sequence_state& q = sim.sequences[sim.columns[i].sequence];
  if (const char* bad = sequences::retype(q.values, to, q.position))
    return fail_sequence(sim, of(sim, sim.columns[i].table, sim.columns[i].name), bad, q.values, q.position);
  sequences::note_said(q.values, true);
  return true;
}

constexpr bool alter_type(auto& sim, const step& x, u32 i) {
  auto& s = sim;
  column_state& c = s.columns[i];
  const model::data_type& to = *x.members[0]->type;
  if (to.id == model::type_id::mistake) return fail_misplaced_type(sim, c, to);
  const model::option* o = find_option(*x.members[0], flag::collation);
  const model::object_name* collation = o ? o->collation : nullptr;  // one that is not said again goes
  if (same(*c.type, to) && same(c.collation, collation)) return fail_column(sim, fault::no_effect, i);
  if (c.flags & flag::generated && (x.text || x.undo)) return fail_column(sim, fault::column_generated, i);  // its values are computed
  if (c.flags & flag::identity && !is_integer(to)) return fail_column(sim, fault::not_an_integer, i);
  if (c.uses && s.tables[c.table].users && is_used_by_entity(s, i << names::kind_bits | names::column)) return fail_used(sim, i, fault::column_used, false, s.used.objects + 1);
  for (u32 k = c.uses ? s.tables[c.table].first_object : 0; k; k = s.objects[k].next)
    if (s.objects[k].alive && s.objects[k].what == kind::column)
      for (u32 u = 0; u < s.objects[k].used; ++u)
        if (s.uses[s.objects[k].first_use + u] == i) return fail_used(sim, i, fault::column_used);
  const auto refuse = [&](fault what, const model::data_type* type, const model::text_view& way) {
    verdict f = of(sim, c.table, c.name);
    f.type = type;
    f.text = way;
    return sim.fail(what, f);
  };
  if (!require_type(sim, to)) return false;
  const model::data_type &was = base_type(s, *c.type), &is = base_type(s, to);
  const conversion there = convert(was, is), back = convert(is, was);
  const bool converts = there != conversion::none && back != conversion::none;
  if (!converts && c.flags & (flag::default_value | flag::next_value)) return fail_column(sim, fault::contradiction, i);
  for (u32 k = c.uses || c.own ? s.tables[c.table].first_object : 0; k; k = s.objects[k].next)
    if (s.objects[k].alive && s.objects[k].what != kind::foreign_key && !stands(sim, s.objects[k], i, to, converts))
      return fail_used(sim, i, fault::column_used, true, k);
  if (there == conversion::none && !x.text) return refuse(fault::not_convertible, &to, model::view("up"));
  if (!sim.lenient && x.acknowledged != model::loss::irreversible && sim.acknowledged != model::loss::irreversible) {
    if (back == conversion::none && !x.undo && !sim.explicit_down) return refuse(fault::not_convertible, c.type, model::view("down"));
    if (there == conversion::lossy && !(c.flags & flag::generated) && !sim.accepts(x, model::loss::loses_data))
      return refuse(fault::loses_data, &to, model::view("up"));
  }
  release_type(s, *c.type);
  if (!hold_type(sim, to)) return false;
  c.type = &to;
  c.collation = collation;
  if ((c.uses || c.own) && !keep_key_types(sim, c.table)) return false;
  return !(c.flags & flag::identity) || retype_sequence(sim, i, to.id);
}

/// The default that is there is the text, whatever words say it.
constexpr bool is_default_now(const auto& s, u32 i, const model::text_view& text) {
  const column_state& c = s.columns[i];
  if (!(c.flags & flag::next_value)) return c.flags & flag::default_value && same_default(s, i, text);
  model::relation_reader r(text);
  return r.next() && r.found.all && find_named(s, r.found) == (c.sequence << names::kind_bits | names::sequence);
}
/// Null: no default any more.
constexpr bool set_text(auto& sim, u32 i, const model::text_view* text) {
  column_state& c = sim.columns[i];
  if (c.flags & (flag::generated | flag::identity)) return fail_column(sim, fault::column_generated, i);
  const bool had = c.flags & (flag::default_value | flag::next_value);
  if (text ? is_default_now(sim, i, *text) : !had) return fail_column(sim, fault::no_effect, i);
  if (text && !(check_default(sim, c, *text) && check_default_labels(sim, c, *text))) return false;
  release_calls(sim, c.table, names::of_column(i));
  if (text) hold_calls(sim, c.table, names::of_column(i), *text);
  release_default(sim, i);
  c.text = text;
  if (!text) return true;
  c.flags |= flag::default_value;
  return hold_default(sim, i, *text);
}

/// PostgreSQL 12 takes no other sequence that the column owns apart from that of its identity.
constexpr bool require_own_sequence(auto& sim, u32 i) {
  const auto& s = sim;
  for (u32 q = s.tables[s.columns[i].table].first_sequence; q; q = s.sequences[q].next)
    if (s.sequences[q].alive && s.sequences[q].column == i && !s.sequences[q].internal) return require_feature(sim, feature::second_sequence);
  return true;
}
constexpr bool add_identity(auto& sim, const member& m, u32 i) {
  column_state& c = sim.columns[i];
  if (c.flags & flag::identity) return fail_column(sim, fault::identity_already, i);
  if (c.flags & (flag::default_value | flag::next_value | flag::generated) || !(c.flags & flag::not_null)) return fail_column(sim, fault::contradiction, i);
  if (!is_integer(*c.type)) return fail_column(sim, fault::not_an_integer, i);
  if (!require_own_sequence(sim, i)) return false;
  c.flags |= m.flags & flag::identity;
  return give_sequence(sim, i, c, m.options[0]->sequence);
}
/// What is not said stays.
constexpr bool set_identity(auto& sim, const member& m, u32 i) {
  column_state& c = sim.columns[i];
  if (!(c.flags & flag::identity)) return fail_column(sim, fault::not_identity, i);
  if (!require_own_sequence(sim, i)) return false;
  model::sequence_state& q = sim.sequences[c.sequence];
  const model::sequence_values before = q.values;
  if (const char* bad = sequences::change(q.values, q.position, *m.options[0]->sequence, true))
    return fail_sequence(sim, of(sim, c.table, c.name), bad, q.values, q.position);
  sequences::note_said(q.values, true);
  if (!((c.flags ^ m.flags) & flag::identity) && same(before, q.values)) return fail_column(sim, fault::no_effect, i);
  c.flags = (c.flags & ~flag::identity) | (m.flags & flag::identity);
  return true;
}
constexpr bool drop_identity(auto& sim, u32 i) {
  column_state& c = sim.columns[i];
  if (!(c.flags & flag::identity)) return fail_column(sim, fault::not_identity, i);
  if (!require_own_sequence(sim, i)) return false;
  if (sim.sequences[c.sequence].users) return fail_sequence_used(sim, c.sequence);
  forget_sequence(sim, c.sequence);
  c.sequence = 0;
  c.flags &= ~flag::identity;
  return true;
}

constexpr bool set_nullability(auto& sim, u32 i, bool not_null) {
  column_state& c = sim.columns[i];
  if (((c.flags & flag::not_null) != 0) == not_null) return fail_column(sim, fault::no_effect, i);
  if (!not_null) {
    if constexpr (knows_properties<decltype(sim)>)
      if (!may_be_null(sim, i)) return false;
    if (c.flags & flag::identity) return fail_column(sim, fault::contradiction, i);
    for (u32 k = sim.tables[c.table].first_object; k; k = sim.objects[k].next) {
      const object_state& o = sim.objects[k];
      if (!o.alive || o.what != kind::primary_key) continue;
      for (u32 u = 0; u < o.keys; ++u)
        if (sim.uses[o.first_use + u] == i) return fail_column(sim, fault::contradiction, i);
    }
  }
  c.flags = (c.flags & ~flag::not_null) | (not_null ? flag::not_null : 0u);
  return true;
}

constexpr bool set_comment(auto& sim, const model::text_view*& now, const step& x, const verdict& facts) {
  const model::text_view* wanted = x.text.size ? &x.text : nullptr;
  if (now && wanted ? same(*now, *wanted) : !now && !wanted) return sim.fail(fault::no_effect, facts);
  now = wanted;
  return true;
}

constexpr bool alter_column(auto& sim, const step& x, u32 i) {
  const u32 t = sim.columns[i].table;
  column_state& c = sim.columns[i];
  c.declared = nullptr;
  switch (x.what) {
    case model::op::alter_type: return alter_type(sim, x, i);
    case model::op::set_not_null: return set_nullability(sim, i, true);
    case model::op::drop_not_null: return set_nullability(sim, i, false);
    case model::op::set_default: return set_text(sim, i, &x.text);
    case model::op::drop_default: return set_text(sim, i, nullptr);
    case model::op::drop_expression:
      if (!(c.flags & flag::generated)) return fail_column(sim, fault::no_effect, i);
      if (!require_feature(sim, feature::drop_expression)) return false;
      if (!sim.accepts(x, model::loss::irreversible)) return fail_column(sim, fault::irreversible, i);
      if (!detach(sim, generation_of(sim, i))) return false;
      c.flags &= ~flag::generated;
      c.text = nullptr;
      return true;
    case model::op::comment_on_column: return set_comment(sim, c.comment, x, of(sim, t, x.name));
    case model::op::add_identity: return add_identity(sim, *x.members[0], i);
    case model::op::set_identity: return set_identity(sim, *x.members[0], i);
    default: return drop_identity(sim, i);
  }
}
/// A default of a partition's own may be the one that its table gets.
constexpr bool is_so_already(const auto& s, const step& x, u32 i) {
  if (x.what == model::op::set_default) return is_default_now(s, i, x.text);
  return x.what == model::op::drop_default && !(s.columns[i].flags & (flag::default_value | flag::next_value));
}
/// Whether what is said of a column of a partitioned table is said of those of its partitions too.
constexpr bool is_of_partitions_too(model::op what) {
  return what == model::op::alter_type || what == model::op::set_not_null || what == model::op::drop_not_null || what == model::op::set_default ||
         what == model::op::drop_default || what == model::op::drop_expression;
}
constexpr bool alter_column(auto& sim, const step& x) {
  const u32 t = require_owner(sim, x);
  const u32 i = t ? require_column(sim, t, *x.name) : 0;
  if (!i) return false;
  if (!is_of_partitions_too(x.what)) return alter_column(sim, x, i);
  return each_column(sim, i, [&](u32 c) { return (c != i && is_so_already(sim, x, c)) || alter_column(sim, x, c); });
}

}  // namespace skein::checks
