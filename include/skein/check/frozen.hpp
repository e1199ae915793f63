// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// A revision's definition as one number, by which an edit of it shows. It is pinned in sources, so it stays what it is: on
/// every compiler, in every later version. Hence enumerators count by numbers of their own, which their order does not change,
/// and a part that is not there counts nothing, so that what comes to a descriptor later leaves old definitions alone.

#include <skein/check/stable_number.hpp>
#include <skein/model/data.hpp>
#include <skein/model/history.hpp>
#include <skein/model/partition.hpp>
#include <skein/model/routine.hpp>
#include <skein/model/policy.hpp>
#include <skein/model/property.hpp>
#include <skein/model/trigger.hpp>

namespace skein::checks {

namespace freezing {

// The parts of each descriptor, but those that follow from others. Templates, so that only who asks for a digest pays for
// them; tests/unit/check/frozen.test.cpp fails when a descriptor gets a member.

constexpr auto parts(const model::object_name& n, auto take) { return take(n.name, n.schema); }
constexpr auto parts(const model::data_type& t, auto take) {
  const char* name = model::type_table[static_cast<u32>(t.id)].sql;
  return take(model::view(name, __builtin_strlen(name)), t.first - t.none, t.second - t.none, t.dims, t.user);
}
constexpr auto parts(const model::parameter& p, auto take) { return take(p.name, p.value); }
constexpr auto parts(const model::element& e, auto take) {
  return take(e.column, e.expression, e.opclass, e.collation, e.with, e.direction, e.null_order);
}
constexpr auto parts(const model::index_def& d, auto take) {
  return take(d.elements, d.include, d.where, d.method, d.parameters, d.comment, d.unique, d.nulls_not_distinct);
}
constexpr auto parts(const model::partition_bound& b, auto take) { return take(static_cast<u32>(b.what), b.from, b.to, b.modulus, b.remainder); }
constexpr auto parts(const model::constraint_def& d, auto take) {
  const model::partition_bound* bound = d.what == model::kind::partition_of ? &bound_of(d) : nullptr;
  return take(d.what, d.columns, d.include, d.expression, d.target, d.target_columns, d.on_delete, d.delete_columns, d.on_update,
              d.match_full, d.not_valid, d.no_inherit, d.nulls_not_distinct, d.defer, d.exclusion, d.comment, bound);
}
constexpr auto parts(const model::sequence_options& s, auto take) {
  constexpr long long unset = -9223372036854775807LL - 1;
  u32 further = s.said;
  const auto value = [&](u32 option, long long v) {
    if (s.said & option && v != unset) further &= ~option;
    return s.said & option ? v ^ unset : 0;
  };
  const long long start = value(s.start, s.first), increment = value(s.increment, s.step), min = value(s.min, s.least),
                  max = value(s.max, s.most), cache = value(s.cache, s.cached);
  if (s.cycles) further &= ~s.cycle;
  model::text_view type{};
  if (s.said & s.of_type) type = model::view(model::type_table[static_cast<u32>(s.type)].sql, __builtin_strlen(model::type_table[static_cast<u32>(s.type)].sql));
  return take(start, increment, min, max, cache, s.cycles, s.name, further, type, s.table, s.column, s.position, s.former);
}
constexpr auto parts(const model::option& o, auto take) {
  return take(o.bit & ~model::flag::relation, o.text, o.constraint, o.constraint_name, o.collation, o.sequence);
}
constexpr auto parts(const model::member& m, auto take) {
  const model::privilege_def* privileges = m.what == model::kind::privileges ? &privileges_of(m) : nullptr;
  const model::property_def* property = m.what == model::kind::property ? &property_of(m) : nullptr;
  return take(m.what, m.name, m.type, m.options, m.constraint, m.index, m.setting, m.text, privileges, property);
}
constexpr auto parts(const model::clause& c, auto take) {
  return take(c.what, c.does, c.name, c.type, c.text, c.from, c.beside, c.before, c.object, c.to, c.not_valid, c.comment);
}
constexpr auto parts(const model::argument& a, auto take) { return take(a.what, a.name, a.type, a.default_value); }
constexpr auto parts(const model::aggregate_def& a, auto take) {
  return take(a.transition, a.state, a.final, a.combine, a.serial, a.deserial, a.initial, a.sort_operator, a.final_extra);
}
constexpr auto parts(const model::routine_def& r, auto take) {
  return take(r.volatile_is, r.parallel, r.strict, r.security_definer, r.leakproof, r.window, r.standard_body, r.returns_set, r.arguments,
              r.columns, r.result, r.language, r.symbol, r.cost, r.rows, r.support, r.settings, r.aggregate);
}
constexpr auto parts(const model::trigger_def& g, auto take) {
  return take(g.when, g.for_each_row, g.constraint, g.defer, g.events, g.columns, g.from, g.old_rows, g.new_rows, g.function, g.arguments, g.on, g.tags);
}
constexpr auto parts(const model::policy_def& p, auto take) { return take(p.concerns, p.restrictive, p.roles, p.with_check); }
constexpr auto parts(const model::privilege_def& p, auto take) {
  return take(p.on, p.revoked, p.option, p.privileges, p.objects, p.columns, p.routine, p.roles, p.by_default, p.creator);
}
constexpr auto parts(const model::property_def& p, auto take) { return take(static_cast<u32>(p.what) + 1, p.on, p.name, p.routine, p.column, p.value, p.index); }
constexpr auto parts(const model::entity_def& e, auto take) {
  return take(e.what, e.name, e.table, e.routine, e.clauses, e.body, e.trigger, e.sequence, e.policy, e.columns);
}
constexpr auto parts(const model::value& v, auto take) {  // also of NULL there is something
  return take(static_cast<u32>(v.what) + 1, v.number, __builtin_bit_cast(u64, v.fraction), v.size ? model::view(v.data, v.size) : model::text_view{});
}
constexpr auto parts(const model::assignment& a, auto take) { return take(a.column, a.to); }
constexpr auto parts(const model::data_def& d, auto take) {
  return take(d.what, d.overriding, d.restart, d.cascade, d.on_conflict, d.columns, d.rows, d.conflict_key, d.conflict_columns, d.set,
              d.where, d.others);
}
constexpr auto parts(const model::step& x, auto take) {
  const model::data_def* data = x.what == model::op::data ? &data_of(x) : nullptr;
  const model::privilege_def* privileges = x.what == model::op::grant ? &privileges_of(x) : nullptr;
  const model::property_def* property = x.what == model::op::set_property ? &property_of(x) : nullptr;
  return take(x.what, x.acknowledged, x.concurrently, x.table, x.name, x.to, x.members, x.text, x.undo, x.reason, x.effects, x.entity, data, privileges, property);
}
constexpr auto parts(const model::revision_def& r, auto take) {
  return take(r.id, r.parents, r.message, r.up, r.down, r.explicit_down);
}

/// Not that of check/mix.hpp, which may change.
constexpr u64 mix(u64 h, u64 x) {
  h = (h ^ x) * 0x9E3779B97F4A7C15ull;
  return h ^ (h >> 32);
}

struct digest {
  u64 value = 1;

  constexpr u64 operator()(const auto&... part) {
    u32 place = 0;
    (add(++place, part), ...);
    return value;
  }

 private:
  constexpr void count(u32 place, u64 x) {
    if (x) value = mix(mix(value, place), x);
  }
  template <class T>
  constexpr void add(u32 place, const T& x) {
    if constexpr (__is_same(T, model::text_view)) {
      if (x.data) count(place, mix(mix(1, x.hash), x.size));
    } else if constexpr (__is_same(T, model::ident)) {
      if (x.size) count(place, mix(mix(2, x.hash), x.size));
    } else if constexpr (__is_enum(T)) {
      count(place, stable_number(x));
    } else if constexpr (requires { *x; }) {
      if (x) add(place, *x);
    } else if constexpr (requires { +x; }) {
      count(place, static_cast<u64>(x));
    } else if constexpr (requires { x.data; } && !__is_same(T, model::value)) {
      for (u32 i = 0; i < x.size; ++i) add(place, x.data[i]);
    } else if (!is_pin(x)) {
      count(place, parts(x, digest{}));
    }
  }
  static constexpr bool is_pin(const auto&) { return false; }
  static constexpr bool is_pin(const model::step& x) { return x.what == model::op::frozen; }
};

}  // namespace freezing

/// Of everything that the revision declares but its place in the file and the digests that it pins.
constexpr u64 digest_of(const auto& revision) { return parts(revision, freezing::digest{}); }

/// As sources and the driver write it: sixteen digits.
constexpr char digit_of(u64 digest, u32 place) { return "0123456789abcdef"[digest >> (60 - 4 * place) & 15]; }
constexpr bool is_written(u64 digest, const model::text_view& text) {
  if (text.size != 16) return false;
  for (u32 i = 0; i < 16; ++i)
    if (text.data[i] != digit_of(digest, i)) return false;
  return true;
}

}  // namespace skein::checks
