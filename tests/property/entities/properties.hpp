// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Random owners, which are roles that every server has, and other properties.

#include "property/random.hpp"

#include <skein/check/invert/properties.hpp>

namespace skein::test {

class property_proposer {
 public:
  property_proposer(chance& by, checks::arena& in, const checks::live_state& state) : by_(by), in_(in), s_(state) {}

  const model::step* propose() {
    model::property_step x{{.what = model::op::set_property}, by_.percent(50) ? owner() : of_table()};
    x.acknowledged = model::loss::none;
    return in_.make(x);
  }

 private:
  using u32 = model::u32;
  using property = model::property;
  static constexpr model::ident roles[]{"pg_monitor", "pg_signal_backend", "public"}, words[]{"full", "nothing"},
      targets[]{"0", "500", "10001"}, none{"none"};

  template <class F>
  u32 any(u32 used, F&& alive) {
    std::vector<u32> found;
    for (u32 i = 1; i <= used; ++i)
      if (alive(i)) found.push_back(i);
    return found.empty() ? 0 : by_.one_of(found);
  }
  model::property_def owner() {
    using model::grantable;
    checks::definer define(s_, in_);
    model::property_def d{.name = in_.make(model::object_name({}, none))};
    d.value = by_.percent(25) ? nullptr : &by_.one_of(roles);
    const u32 t = any(s_.used.tables, [&](u32 i) { return s_.tables[i].alive; });
    if (t) d.name = define.table_name(t);
    switch (by_.below(5)) {
      case 0:
        if (const u32 q = any(s_.used.sequences, [&](u32 i) { return s_.sequences[i].alive; }))
          d.on = grantable::sequence, d.name = define.sequence_name(q);
        break;
      case 1:
        if (const u32 i = any(s_.used.schemas, [&](u32 k) { return s_.schemas[k].alive; }))
          d.on = grantable::schema, d.name = in_.make(model::object_name({}, *s_.schemas[i].name));
        break;
      case 2:
        if (const u32 i = any(s_.used.entities, [&](u32 k) {
              const model::entity_traits& of = traits_of(s_.entities[k].what);
              return s_.entities[k].alive && s_.entities[k].what != model::entity_kind::multirange &&
                     (of.is_type || of.is_routine);
            })) {
          const model::entity_def* e = define.entity(i);
          d.on = e->routine ? grantable::routine : grantable::type;
          d.name = e->name;
          if (e->routine) d.routine = e;
        }
        break;
      default:
        break;
    }
    return d;
  }
  model::property_def of_table() {
    checks::definer define(s_, in_);
    const u32 t = any(s_.used.tables, [&](u32 i) { return s_.tables[i].alive; });
    model::property_def d{.what = property::persistence,
                          .name = t ? define.table_name(t) : in_.make(model::object_name({}, none))};
    const bool given = by_.percent(70);
    switch (by_.below(4)) {
      case 0:
        if (const u32 c =
                t ? any(s_.used.columns, [&](u32 i) { return s_.columns[i].table == t && s_.columns[i].name; }) : 0) {
          d.what = property::statistics, d.column = s_.columns[c].name;
          if (given) d.value = &by_.one_of(targets);
          return d;
        }
        [[fallthrough]];
      case 1:
        if (given) d.value = &model::unlogged_word;
        return d;
      case 2:
        d.what = property::replica_identity;
        if (given) d.value = &by_.one_of(words);
        if (by_.percent(50)) return d;
        break;
      default:
        d.what = property::cluster;
        break;
    }
    const u32 o = any(s_.used.objects, [&](u32 i) {
      return s_.objects[i].alive && (s_.objects[i].table == t || by_.percent(2)) &&
             checks::names::is_relation(s_.objects[i]);
    });
    d.index = true;
    d.value = o ? in_.name(s_.objects[o].name) : &none;
    return d;
  }

  chance& by_;
  checks::arena& in_;
  const checks::live_state& s_;
};

}  // namespace skein::test
