// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// The sequences that both states have, those that go, and those that come to columns which are there already.

#include <skein/check/diff/counterpart.hpp>
#include <skein/check/diff/passage.hpp>

namespace skein::checks {

class sequence_differ {
 public:
  explicit sequence_differ(passage& by) : p_(by), s_(by.now) {}

  bool drop_gone() {
    bool any = false;
    for (u32 q = s_.used.sequences; q; --q)
      if (s_.sequences[q].alive && !s_.sequences[q].internal && !counterpart::sequence(p_.to, s_, q))
        any |= p_.take({.what = op::drop_entity, .entity = p_.here.sequence(p_.here.sequence_name(q), {})});
    return any;
  }
  bool alter() {
    bool any = false;
    for (u32 k = 1; k <= p_.to.used.sequences; ++k) {
      if (!p_.to.sequences[k].alive) continue;
      if (const u32 q = counterpart::sequence(s_, p_.to, k))
        any |= alter(q, k);
      else if (lacks(k))
        any |= p_.take({.what = op::create_entity, .entity = p_.there.sequence(k)});
    }
    return any;
  }

 private:
  using op = model::op;

  /// The sequence of a serial column that is there without one.
  bool lacks(u32 k) const {
    const u32 c = p_.to.sequences[k].column;
    if (p_.to.sequences[k].internal || !c || !p_.there.comes_with_column(k)) return false;
    const u32 was = counterpart::table(s_, p_.to, p_.to.columns[c].table);
    return was && counterpart::column(s_, was, p_.to, c);
  }
  bool alter(u32 q, u32 k) {
    const model::sequence_state& wanted = p_.to.sequences[k];
    bool any = false;
    const auto change = [&](const model::sequence_options& o) {
      if (o.said) any |= p_.take({.what = op::alter_entity, .entity = p_.here.sequence(p_.here.sequence_name(q), o)});
    };
    if (!s_.sequences[q].internal && !wanted.internal) {
      change(sequences::difference(s_.sequences[q].values, wanted.values));
      if (!same_owner(q, k)) change(p_.there.owner(k));
    }
    const model::text_view* now = s_.sequences[q].comment;
    if (now ? !wanted.comment || !same(*now, *wanted.comment) : wanted.comment != nullptr)
      any |= p_.take({.what = op::comment_on_entity,
                      .text = wanted.comment ? *wanted.comment : model::view(""),
                      .entity = p_.here.sequence(p_.here.sequence_name(q), {})});
    return any;
  }
  bool same_owner(u32 q, u32 k) const {
    const u32 a = s_.sequences[q].column, b = p_.to.sequences[k].column;
    if (!a || !b) return a == b;
    return same(*s_.columns[a].name, *p_.to.columns[b].name) &&
           counterpart::table(p_.to, s_, s_.columns[a].table) == p_.to.columns[b].table;
  }

  passage& p_;
  const live_state& s_;
};

}  // namespace skein::checks
