// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// The tables that both states have, and those that go. Those that come are in check/invert/creation.hpp.

#include <skein/check/diff/columns.hpp>
#include <skein/check/diff/objects.hpp>

namespace skein::checks {

class table_differ {
 public:
  explicit table_differ(passage& by) : p_(by), s_(by.now), columns_(by), objects_(by) {}

  bool drop_gone() {
    bool any = false;
    each_pair([&](u32 was, u32 is) {  // what refers to other tables goes first
      any |= objects_.drop_gone(was, is);
      any |= columns_.drop_gone(was, is);
    });
    for (u32 t = s_.used.tables; t; --t)
      if (s_.tables[t].alive && !counterpart::table(p_.to, s_, t))
        any |= p_.take({.what = op::drop_table, .table = p_.here.table_name(t)});
    return any;
  }
  bool alter() {
    bool any = false;
    each_pair([&](u32 was, u32 is) {
      if (s_.tables[was].alive && repartition(was, is)) {
        any = true;
        return;
      }
      any |= columns_.alter(was, is);
      any |= objects_.alter(was, is);
      any |= settings(was, is);
      any |= inherit_missing(was, is);
    });
    return any;
  }
  /// Partitions before their tables.
  bool add_missing() {
    bool any = false;
    for (const bool foreign_keys : {false, true})
      for (u32 depth = depth_of_partitions() + 1; depth--;)
        each_pair([&](u32 was, u32 is) {
          if (depth_of(is) == depth) any |= objects_.add_missing(was, is, foreign_keys);
        });
    return any;
  }

  /// Calls `f` with the slots of each table, and of what holds the columns of each view, that is in both.
  void each_pair(auto&& f) {
    for (u32 t = 1; t <= p_.to.used.tables; ++t) {
      if (p_.to.tables[t].alive) {
        if (const u32 was = counterpart::table(s_, p_.to, t)) f(was, t);
      } else if (const u32 i = view_of(p_.to, t); i && p_.to.entities[i].alive && is_view(p_.to.entities[i].what)) {
        const u32 was = counterpart::entity(s_, p_.to, p_.there, i);
        if (was) f(s_.entities[was].table, t);
      }
    }
  }

 private:
  using op = model::op;

  u32 depth_of(u32 t) const {
    u32 n = 0;
    while ((t = table_of_partition(p_.to, t))) ++n;
    return n;
  }
  u32 depth_of_partitions() const {
    u32 n = 0;
    for (u32 t = 1; t <= p_.to.used.tables; ++t)
      if (const u32 d = p_.to.tables[t].alive ? depth_of(t) : 0; d > n) n = d;
    return n;
  }
  /// Nothing changes how a table is partitioned: it goes and comes again. A partition is attached behind everything
  /// else.
  bool repartition(u32 was, u32 is) {
    if (const u32 parent = lost_parent(was, is)) return p_.take(heir_step(op::disinherit, was, parent));
    const u32 key = partition_key(s_, was), wanted_key = partition_key(p_.to, is);
    if (!key != !wanted_key || (key && digests::of_object(s_, key) != digests::of_object(p_.to, wanted_key)))
      return p_.take({.what = op::drop_table, .table = p_.here.table_name(was)});
    const u32 member = membership(s_, was), wanted = membership(p_.to, is);
    if (!member || (wanted && digests::of_object(s_, member) == digests::of_object(p_.to, wanted))) return false;
    return p_.take({.what = op::detach_partition,
                    .table = p_.here.table_name(was),
                    .members = p_.in.list_of(p_.here.partition(was))});
  }

  /// A table that this one inherits from, in the wanted state no more; 0 if there is none.
  u32 lost_parent(u32 was, u32 is) const {
    u32 found = 0;
    each_parent(s_, was, [&](u32 parent) {
      const u32 wanted = counterpart::table(p_.to, s_, parent);
      if (!wanted || !bequest(p_.to, is, wanted)) found = parent;
      return !found;
    });
    return found;
  }
  bool inherit_missing(u32 was, u32 is) {
    bool any = false;
    each_parent(p_.to, is, [&](u32 wanted) {
      const u32 parent = counterpart::table(s_, p_.to, wanted);
      if (parent && !bequest(s_, was, parent)) any |= p_.take(heir_step(op::inherit, was, parent));
      return true;
    });
    return any;
  }
  step heir_step(op what, u32 heir, u32 parent) {
    const auto* d = p_.in.make(model::constraint_def{.what = kind::inherits, .target = p_.here.table_name(parent)});
    return {.what = what,
            .table = p_.here.table_name(heir),
            .members = p_.in.list_of(p_.in.make(member{.what = kind::inherits, .constraint = d}))};
  }

  static const model::parameter* setting(const live_state& s, u32 t, const model::text_view& name) {
    return remains<live_state>::setting(s, t, name);
  }
  bool settings(u32 was, u32 is) {
    bool any = false;
    const model::object_name* name = p_.here.table_name(was);
    for (u32 k = p_.to.tables[is].first_setting; k; k = p_.to.settings[k].next) {
      const model::parameter* wanted = p_.to.settings[k].value;
      const model::parameter* now = wanted ? setting(s_, was, wanted->name) : nullptr;
      if (wanted && (!now || !same(now->value, wanted->value)))
        any |= p_.take({.what = op::set_parameters,
                        .table = name,
                        .members = p_.in.list_of(p_.in.make(member{.what = kind::parameter, .setting = wanted}))});
    }
    for (u32 k = s_.tables[was].first_setting; k; k = s_.settings[k].next)
      if (const model::parameter* now = s_.settings[k].value; now && !setting(p_.to, is, now->name))
        any |= p_.take({.what = op::reset_parameters, .table = name, .text = now->name});
    const model::text_view *now = s_.tables[was].comment, *wanted = p_.to.tables[is].comment;
    if (s_.tables[was].alive && (now ? !wanted || !same(*now, *wanted) : wanted != nullptr))
      any |= p_.take({.what = op::comment_on_table, .table = name, .text = wanted ? *wanted : model::view("")});
    return any;
  }

  passage& p_;
  const live_state& s_;
  column_differ columns_;
  object_differ objects_;
};

}  // namespace skein::checks
