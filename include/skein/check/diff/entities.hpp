// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Entities that both states have, and those that go. Whoever PostgreSQL replaces is replaced; any other is dropped,
/// and comes again with those that are new.

#include <skein/check/diff/clauses.hpp>
#include <skein/check/diff/counterpart.hpp>

namespace skein::checks {

/// What comes when no column is to change any more.
constexpr bool reads_tables(entity_kind k) { return is_view(k) || model::traits_of(k).of_table; }

class entity_differ {
 public:
  explicit entity_differ(passage& by) : p_(by), s_(by.now), renewed_(by.to.entities.size()) {}

  /// What hangs on a table or a view that goes, goes with it.
  bool drop_gone() {
    bool any = false;
    for (u32 i = s_.used.entities; i; --i)
      if (is_compared(s_.entities[i]) && !counterpart::entity(p_.to, s_, p_.here, i) && !goes_along(i)) any |= drop(i);
    return any;
  }
  /// Of that state, `wanted` in the order of dependencies. What reads others waits until they are as they shall be: the
  /// server finds every name in them.
  bool alter(const std::vector<u32>& wanted, bool waits) {
    bool any = false;
    const std::size_t refused = p_.refused.size();
    for (const u32 k : wanted) {
      if (const u32 i = counterpart::entity(s_, p_.to, p_.there, k)) any |= alter(i, k);
      if (waits && p_.refused.size() != refused) break;
    }
    return any;
  }
  bool drop(u32 i) { return p_.take({.what = op::drop_entity, .entity = p_.here.entity(i)}); }

 private:
  using op = model::op;

  static bool is_compared(const model::entity_state& e) {
    return e.alive && e.what != entity_kind::expression && e.what != entity_kind::multirange;
  }
  bool goes_along(u32 i) const {
    const model::entity_state& e = s_.entities[i];
    if (!model::traits_of(e.what).of_table) return false;
    const u32 view = view_of(s_, e.table);
    return view ? !counterpart::entity(p_.to, s_, p_.here, view) : !counterpart::table(p_.to, s_, e.table);
  }

  /// But for whose it is and what roles may do. Of a view with the names of its columns; of `*` their order is that of
  /// a table's.
  static u64 definition(const live_state& s, u32 i) {
    u64 h = digests::of_entity(s, i) - digests::of_said(s, i << names::kind_bits | names::entity);
    for (u32 c = is_view(s.entities[i].what) ? s.tables[s.entities[i].table].first_column : 0; c; c = s.columns[c].next)
      h += digests::mix(1, s.columns[c].name->hash);
    return h;
  }
  bool alter(u32 i, u32 k) {
    bool any = false;
    const model::text_view *now = s_.entities[i].comment, *wanted = p_.to.entities[k].comment;
    if (now ? !wanted || !same(*now, *wanted) : wanted != nullptr)
      any =
          p_.take({.what = op::comment_on_entity, .text = wanted ? *wanted : model::view(""), .entity = reference(i)});
    if (s_.entities[i].what == entity_kind::multirange || definition(s_, i) == definition(p_.to, k)) return any;
    const entity_def *was = p_.here.entity(i), *is = p_.there.entity(k);
    const passage::change in_place = clause_differ(p_, *was, *is).steps();
    const std::size_t refused = p_.refused.size();
    if (!in_place.empty() && p_.take(in_place)) {
      any = true;
      if (definition(s_, i) == definition(p_.to, k)) return any;
    }
    if (is->what == entity_kind::enumeration) return any;
    const passage::change called = column_names(i, k);
    if (replace(i, k, {p_.in.make(step{.what = op::replace_entity, .entity = is})}) ||
        (!called.empty() && replace(i, k, called)))
      return true;
    p_.refused.resize(refused);
    if (renewed_[k] || !drop(i)) return any;
    return renewed_[k] = true;
  }
  /// The columns of a view by their places, where they are called otherwise.
  passage::change column_names(u32 i, u32 k) {
    passage::change out;
    if (!is_view(s_.entities[i].what)) return out;
    u32 c = s_.tables[s_.entities[i].table].first_column, wanted = p_.to.tables[p_.to.entities[k].table].first_column;
    for (; c && wanted; c = s_.columns[c].next, wanted = p_.to.columns[wanted].next)
      if (!same(*s_.columns[c].name, *p_.to.columns[wanted].name))
        out.push_back(p_.in.make(step{.what = op::rename_column,
                                      .table = p_.here.entity(i)->name,
                                      .name = s_.columns[c].name,
                                      .to = p_.to.columns[wanted].name}));
    return out;
  }
  /// What stands in a comment's statement: of a multirange its name is all.
  const entity_def* reference(u32 i) {
    const model::entity_state& e = s_.entities[i];
    if (e.what != entity_kind::multirange) return p_.here.entity(i);
    return p_.in.make(entity_def{.what = e.what, .name = p_.in.make(model::object_name(*e.schema, *e.name))});
  }
  /// Whether the steps are taken and make the entity what it shall be.
  bool replace(u32 i, u32 k, const passage::change& by) {
    if (by[0]->what == op::replace_entity && !is_replaced(by[0]->entity->what)) return false;
    const live_state before = s_;
    const std::size_t taken = p_.steps.size();
    if (p_.take(by) && definition(s_, i) == definition(p_.to, k)) return true;
    p_.back_to(before, taken);
    return false;
  }
  static bool is_replaced(entity_kind k) {
    return k == entity_kind::function || k == entity_kind::procedure || k == entity_kind::trigger ||
           k == entity_kind::policy || k == entity_kind::view;
  }

  passage& p_;
  const live_state& s_;
  std::vector<bool>
      renewed_;  ///< once is enough: what `*` stands for has the order of a table's columns, which no step changes
};

}  // namespace skein::checks
