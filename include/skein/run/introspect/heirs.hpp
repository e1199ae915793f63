// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Which tables inherit from which, what of their columns they declare themselves, and what they have otherwise than
/// their parents give it.

#include <skein/run/introspect/reading.hpp>

namespace skein::run::introspection {

/// The columns of every table, as members, by the table's oid. `flag::inherited`: it does not declare that one itself.
using column_lists = std::unordered_map<oid, std::vector<const model::member*>>;
/// The parents of tables that inherit, in their order.
using parent_lists = std::unordered_map<oid, std::vector<oid>>;

inline parent_lists read_parents(reading& in) {
  parent_lists out;
  const rows found = in.from.read(R"(SELECT i.inhrelid, i.inhparent FROM pg_inherits i
JOIN relations r ON r.oid = i.inhrelid JOIN relations p ON p.oid = i.inhparent
WHERE NOT r.relispartition AND r.relkind = 'r' AND p.relkind = 'r' ORDER BY i.inhrelid, i.inhseqno)");
  each_record(found, [&](const record& r) { out[r.id(0)].push_back(r.id(1)); });
  return out;
}

/// The members of a table by which it inherits, and the steps behind its creation that make inherited columns what they
/// are.
class heir_reader {
 public:
  heir_reader(reading& in, const column_lists& columns, const std::vector<oid>& parents, const relation& table)
      : in_(in), columns_(columns), parents_(parents), table_(table) {}

  void add_parents(std::vector<const model::member*>& members) const {
    for (const oid parent : parents_) {
      const auto* d =
          in_.make(model::constraint_def{.what = model::kind::inherits, .target = in_.relations.at(parent).name});
      members.push_back(in_.make(model::member{.what = model::kind::inherits, .constraint = d}));
    }
  }
  void add_steps(const model::member& mine, std::vector<const model::step*>& out) const {
    using model::op;
    namespace flag = model::flag;
    bool required = false;
    const model::option *has = find_option(mine, flag::default_value), *given = nullptr;
    for (const model::member* theirs : sources(mine)) {
      required |= (theirs->flags & (flag::not_null | flag::identity)) != 0;
      if (!given) given = find_option(*theirs, flag::default_value);
    }
    const bool declared = !(mine.flags & flag::inherited);
    const auto add = [&](op what, const model::text_view& text = {}) {
      out.push_back(in_.step({.what = what, .table = table_.name, .name = mine.name, .text = text}));
    };
    if (has && !declared && !(given && same(has->text, given->text))) add(op::set_default, has->text);
    if (!has && given && !(mine.flags & flag::identity)) add(op::drop_default);
    if (declared) return;
    if (mine.flags & flag::not_null && !required) add(op::set_not_null);
    if (const model::option* comment = find_option(mine, flag::comment)) add(op::comment_on_column, comment->text);
  }

 private:
  std::vector<const model::member*> sources(const model::member& mine) const {
    std::vector<const model::member*> out;
    for (const oid parent : parents_)
      if (const auto own = columns_.find(parent); own != columns_.end())
        for (const model::member* theirs : own->second)
          if (same(*theirs->name, *mine.name)) out.push_back(theirs);
    return out;
  }

  reading& in_;
  const column_lists& columns_;
  const std::vector<oid>& parents_;
  const relation& table_;
};

}  // namespace skein::run::introspection
