// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// The constraints and indexes of a table, or the indexes of a materialized view, that both states have.

#include <skein/check/diff/counterpart.hpp>
#include <skein/check/diff/passage.hpp>

namespace skein::checks {

/// A constraint or an index, not how a table is partitioned or from whom it inherits, nor what a column is generated from.
inline bool is_compared(const object_state& o) {
  return o.alive && o.what != kind::column && o.what < kind::partition_of;
}
/// But for the name and the comment, and whose part it is: that follows from its table's. With `validated` the first
/// counts as that.
inline bool alike_but_for_names(const live_state& s, u32 o, const live_state& other, u32 k, bool validated = false) {
  object_state a = s.objects[o], b = other.objects[k];
  a.name = b.name;
  a.comment = b.comment = nullptr;
  a.inherited = b.inherited = 0;
  if (validated) a.validated = true;
  return digests::of_object(s, o, a) == digests::of_object(other, k, b);
}

class object_differ {
 public:
  explicit object_differ(passage& by) : p_(by), s_(by.now) {}

  /// Changes what can be changed, and drops what cannot.
  bool alter(u32 was, u32 is) {
    bool any = false;
    for (u32 k = p_.to.tables[is].first_object; k; k = p_.to.objects[k].next)
      if (const u32 o = is_compared(p_.to.objects[k]) ? counterpart::object(s_, was, p_.to.objects[k]) : 0)
        any |= alter_object(o, k);
    return any;
  }
  /// What is only called otherwise gets its name; the rest goes, unless it goes with its column.
  bool drop_gone(u32 was, u32 is) {
    bool any = false;
    for (u32 k = p_.to.tables[is].first_object; k; k = p_.to.objects[k].next)
      any |= is_compared(p_.to.objects[k]) && !counterpart::object(s_, was, p_.to.objects[k]) && rename_to(was, is, k);
    for (u32 o = s_.tables[was].first_object; o; o = s_.objects[o].next)
      if (is_compared(s_.objects[o]) && !s_.objects[o].inherited && !counterpart::object(p_.to, is, s_.objects[o]) &&
          !goes_with_column(is, o))
        any |= drop(o);
    return any;
  }
  /// A part that a partition has of its table's comes before that, which then adopts it under its name.
  bool add_missing(u32 was, u32 is, bool foreign_keys) {
    bool any = false;
    for (u32 k = p_.to.tables[is].first_object; k; k = p_.to.objects[k].next)
      if (is_compared(p_.to.objects[k]) && (p_.to.objects[k].what == kind::foreign_key) == foreign_keys &&
          !counterpart::object(s_, was, p_.to.objects[k]))
        any |= p_.take(adding(was, k));
    return any;
  }

 private:
  using op = model::op;

  static bool is_index(const object_state& o) { return o.what == kind::index; }

  step adding(u32 was, u32 k) const {
    const member* m = p_.there.object(k);
    return {.what = m->what == kind::index ? op::create_index : op::add_constraint,
            .table = p_.here.table_name(was),
            .name = m->name,
            .members = p_.in.list_of(m)};
  }
  /// A step on an index names it where one on a constraint names the table.
  step on(op of_index, op of_constraint, u32 o) const {
    const bool index = is_index(s_.objects[o]);
    return {.what = index ? of_index : of_constraint,
            .table = index ? p_.here.index_name(o) : p_.here.table_name(s_.objects[o].table),
            .name = p_.in.name(s_.objects[o].name)};
  }
  bool goes_with_column(u32 is, u32 o) const {
    return s_.objects[o].sole && !counterpart::column(p_.to, is, s_, s_.uses[s_.objects[o].first_use]);
  }
  bool drop(u32 o) { return p_.take(on(op::drop_index, op::drop_constraint, o)); }

  bool alter_object(u32 o, u32 k) {
    const object_state now = s_.objects[o], &wanted = p_.to.objects[k];
    bool any = false;
    if (now.comment ? !wanted.comment || !same(*now.comment, *wanted.comment) : wanted.comment != nullptr) {
      step x = on(op::comment_on_index, op::comment_on_constraint, o);
      x.text = wanted.comment ? *wanted.comment : model::view("");
      any = p_.take(x);
    }
    if (alike_but_for_names(s_, o, p_.to, k)) return any;
    if (!now.validated && wanted.validated && alike_but_for_names(s_, o, p_.to, k, true))
      return p_.take(on(op::validate_constraint, op::validate_constraint, o)) || any;
    if (now.inherited) return any;  // its table's is changed
    return drop(o) || any;          // and comes again with those that are missing
  }
  bool rename_to(u32 was, u32 is, u32 k) {
    for (u32 o = s_.tables[was].first_object; o; o = s_.objects[o].next) {
      if (!is_compared(s_.objects[o]) || s_.objects[o].what != p_.to.objects[k].what ||
          counterpart::object(p_.to, is, s_.objects[o]) || !alike_but_for_names(s_, o, p_.to, k))
        continue;
      step x = on(op::rename_index, op::rename_constraint, o);
      x.to = p_.in.name(p_.to.objects[k].name);
      if (p_.take(x)) return true;
      p_.refused.pop_back();  // it is dropped and created instead
    }
    return false;
  }

  passage& p_;
  const live_state& s_;
};

}  // namespace skein::checks
