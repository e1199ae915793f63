// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Whether a definition in the state equals a declared one, once what it uses has its present name.

#include <skein/check/state/simulation.hpp>
#include <skein/check/tables/foreign_key.hpp>
#include <skein/check/text/calls_text.hpp>
#include <skein/check/text/identifiers.hpp>
#include <skein/model/partition.hpp>

namespace skein::checks {

namespace comparing {

/// Whether two texts are equal once what the one of the state's object uses has its present name.
template <class State>
constexpr bool same_text(const State& s, u32 slot, const model::text_view& ours, const model::text_view& theirs, u32& use) {
  const object_state& o = s.objects[slot];
  const table_state& t = s.tables[o.table];
  if (!ours.data || !theirs.data) return ours.data == theirs.data;
  if (!t.renamed) return same(ours, theirs);
  const char *a = ours.data, *b = theirs.data;
  const char* const a_end = a + ours.size;
  const char* const b_end = b + theirs.size;
  reader x(ours), y(theirs);
  calls_writer<State> calls(s, calls_of(s, o.table, names::of_object(slot), ours));
  for (;;) {
    const bool more = x.next();
    if (more != y.next()) return false;
    const char* const a_stop = more ? x.found.from : a_end;
    const char* const b_stop = more ? y.found.from : b_end;
    bool equal = true;
    const auto keep = [&](const char* from, const char* to) {
      const auto n = static_cast<u32>(to - from);
      equal = equal && b_stop - b >= to - from && model::equal(from, b, n);
      if (equal) b += n;
    };
    calls.write(a, a_stop, keep, [&](char c) { equal = equal && b != b_stop && *b++ == c; });
    if (!equal || b != b_stop) return false;
    if (!more) return true;
    const u32 c = s.uses[o.first_use + use++];
    if (c ? !same(*s.columns[c].name, y.found) : x.found.size != y.found.size || x.found.hash != y.found.hash) return false;
    a = x.found.to;
    b = y.found.to;
  }
}

constexpr bool same_parameters(const model::list<model::parameter>& a, const model::list<model::parameter>& b) {
  if (a.size != b.size) return false;
  for (u32 i = 0; i < a.size; ++i)
    if (!same(a[i].name, b[i].name) || !same(a[i].value, b[i].value)) return false;
  return true;
}

constexpr bool same_comment(const object_state& o, const model::text_view& b) {
  return o.comment ? same(*o.comment, b) : !b.size;
}

constexpr bool same_index(const auto& s, u32 slot, const model::index_def& b) {
  const object_state& o = s.objects[slot];
  const model::index_def& a = *o.index;
  if (!o.constraint && !same_comment(o, b.comment)) return false;
  if (&a == &b && !s.tables[o.table].renamed) return true;
  if (a.elements.size != b.elements.size || a.include.size != b.include.size || a.unique != b.unique ||
      a.nulls_not_distinct != b.nulls_not_distinct || !same(a.method, b.method) || !same_parameters(a.parameters, b.parameters))
    return false;
  u32 use = o.keys + a.include.size;
  for (u32 i = 0; i < a.elements.size; ++i) {
    const model::element &x = a.elements[i], &y = b.elements[i];
    if ((x.column != nullptr) != (y.column != nullptr) || x.direction != y.direction || x.null_order != y.null_order ||
        !same(x.opclass, y.opclass) || !same(x.collation, y.collation) || x.with.hash != y.with.hash)
      return false;
    if (x.column ? !same(*s.columns[s.uses[o.first_use + i]].name, *y.column) : !same_text(s, slot, x.expression, y.expression, use)) return false;
  }
  for (u32 i = 0; i < a.include.size; ++i)
    if (!same(*s.columns[s.uses[o.first_use + o.keys + i]].name, *b.include[i])) return false;
  return same_text(s, slot, a.where, b.where, use);
}

/// Whether nothing that the constraint's descriptor names is called otherwise by now.
constexpr bool is_as_written(const auto& s, const object_state& o) {
  if (s.tables[o.table].renamed) return false;
  return !o.target || (!s.tables[o.target].renamed && s.tables[o.target].schema == &o.constraint->target->schema);
}

/// `own` is the column behind which the model writes the constraint, or null. Mostly history and model share one descriptor.
constexpr bool same_constraint(const auto& s, u32 slot, const model::constraint_def& b, const ident* own) {
  const object_state& o = s.objects[slot];
  const model::constraint_def& a = *o.constraint;
  if (b.what >= kind::partition_of)
    return same(*s.tables[o.target].name, b.target->name) && same_schema(*s.tables[o.target].schema, b.target->schema) &&
           (b.what == kind::inherits || same(bound_of(a), bound_of(b)));
  if (!same_comment(o, b.comment) || o.validated == b.not_valid) return false;
  if (&a == &b && own && o.sole && s.columns[s.uses[o.first_use]].name == own && is_as_written(s, o)) return true;
  if (&a != &b && (a.on_delete != b.on_delete || a.on_update != b.on_update || a.match_full != b.match_full || a.no_inherit != b.no_inherit ||
      a.nulls_not_distinct != b.nulls_not_distinct || a.defer != b.defer))
    return false;
  if (b.what == kind::exclusion) return same_index(s, slot, *b.exclusion);
  if (b.what == kind::check) {
    u32 use = 0;
    return same_text(s, slot, a.expression, b.expression, use);
  }
  const u32 keys = own ? 1 : b.columns.size;
  if (o.keys != keys || o.used != keys + b.include.size) return false;
  for (u32 i = 0; i < keys; ++i)
    if (!same(*s.columns[s.uses[o.first_use + i]].name, own ? *own : *b.columns[i])) return false;
  for (u32 i = 0; i < b.include.size; ++i)
    if (!same(*s.columns[s.uses[o.first_use + keys + i]].name, *b.include[i])) return false;
  if (b.what != kind::foreign_key) return true;
  if (a.delete_columns.size != b.delete_columns.size) return false;
  for (u32 i = 0; i < a.delete_columns.size; ++i)
    if (!same(*s.columns[s.uses[o.first_use + place_in_key(a, *a.delete_columns[i])]].name, *b.delete_columns[i])) return false;
  const table_state& target = s.tables[o.target];
  if (!same(*target.name, b.target->name) || !same_schema(*target.schema, b.target->schema)) return false;
  if (b.target_columns.empty()) return s.objects[o.supported_by].what == kind::primary_key;
  if (o.targets != b.target_columns.size) return false;
  for (u32 i = 0; i < o.targets; ++i)
    if (!same(*s.columns[s.uses[o.first_use + o.used + i]].name, *b.target_columns[i])) return false;
  return true;
}

}  // namespace comparing

}  // namespace skein::checks
