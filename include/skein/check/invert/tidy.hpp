// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// The members of a table as a person writes them: a constraint of one column behind it, and no name where PostgreSQL
/// would choose just that one.

#include <skein/check/arena.hpp>
#include <skein/check/state/simulation.hpp>

#include <algorithm>
#include <vector>

namespace skein::checks {

class tidier {
 public:
  tidier(const ident& table, const model::list<const member*>& members, arena& in)
      : table_(table), members_(members), in_(in) {}

  model::list<const member*> run() {
    std::vector<const member*> columns, others;
    for (const member* m : members_) (m->what == kind::column ? columns : others).push_back(m);
    std::vector<std::vector<const model::option*>> behind(columns.size());
    std::vector<const ident*> key;
    std::erase_if(others, [&](const member*& m) {
      if (!model::is_constraint(m->what) || m->constraint->comment.size) return false;
      const model::constraint_def& d = *m->constraint;
      if (m->what == kind::primary_key) key.assign(d.columns.begin(), d.columns.end());
      const ident *only = d.columns.size == 1 ? d.columns[0] : nullptr, *name = m->name;
      if (is_automatic(*m)) name = nullptr;
      for (std::size_t i = 0; i < columns.size(); ++i) {
        const ident* c = columns[i]->name;
        const bool of_it = m->what == kind::check ? called(*m->name, c, model::labels::check) : only && same(*only, *c);
        if (!of_it || d.include.size || m->what == kind::exclusion || d.delete_columns.size) continue;
        model::constraint_def own = d;
        own.columns = {};
        const u32 key_bit = m->what == kind::primary_key ? model::flag::primary_key : 0;
        behind[i].push_back(in_.make(model::option{.bit = model::flag::constraint | key_bit,
                                                   .constraint = in_.make(own),
                                                   .constraint_name = m->what == kind::check ? nullptr : name}));
        return true;
      }
      if (!name) {
        member unnamed = *m;
        unnamed.name = nullptr;
        m = in_.make(unnamed);
      }
      return false;
    });
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const bool in_key =
          std::any_of(key.begin(), key.end(), [&](const ident* k) { return same(*k, *columns[i]->name); });
      columns[i] = column(*columns[i], behind[i], in_key);
    }
    std::stable_sort(others.begin(), others.end(),
                     [](const member* a, const member* b) { return place(*a) < place(*b); });
    columns.insert(columns.end(), others.begin(), others.end());
    return in_.make_list(columns);
  }

 private:
  /// How a table is partitioned comes before its constraints, those before its indexes, and what else is said last.
  static int place(const member& m) {
    if (m.what == kind::partition_of || m.what == kind::partition_by) return 0;
    return model::is_constraint(m.what) ? 1 : m.what == kind::index ? 2 : 3;
  }
  /// Whether it is the name of a constraint with that label of the column; null: of the table.
  bool called(const ident& name, const ident* column, const ident& label) const {
    model::name_ref n{};
    n.table = &table_, n.column = column, n.label = &label;
    model::naming::finish(n);
    return same(n, name);
  }
  bool is_automatic(const member& m) const {
    const model::constraint_def& d = *m.constraint;
    if (m.what == kind::primary_key) return called(*m.name, nullptr, model::labels::pkey);
    if (m.what == kind::check) return called(*m.name, nullptr, model::labels::check);
    model::name_ref n{};
    n.table = &table_, n.columns = d.columns, n.label = &model::labels::key;
    if (m.what == kind::foreign_key) n.label = &model::labels::fkey;
    if (m.what == kind::unique) n.more = d.include;
    if (m.what == kind::exclusion)
      n.columns = d.exclusion->columns, n.more = d.exclusion->include, n.label = &model::labels::excl;
    model::naming::finish(n);
    return same(n, *m.name);
  }
  /// With its constraints; one of a primary key needs no NOT NULL of its own.
  const member* column(const member& m, const std::vector<const model::option*>& behind, bool in_key) {
    namespace flag = model::flag;
    member out = m;
    std::vector<const model::option*> options;
    const auto add = [&](bool comes_before) {
      for (const model::option* o : m.options)
        if ((o->bit != flag::comment) == comes_before && !(in_key && o->bit == flag::not_null)) options.push_back(o);
    };
    add(true);
    options.insert(options.end(), behind.begin(), behind.end());
    add(false);
    if (in_key) out.flags &= ~flag::not_null;
    for (const model::option* o : behind) out.flags |= o->bit;
    out.options = in_.make_list(options);
    return in_.make(out);
  }

  const ident& table_;
  const model::list<const member*>& members_;
  arena& in_;
};

/// Requires constraints under written names, as a `definer` gives them; the result means the same, wherever no other
/// constraint or relation of the schema has such a name.
inline model::list<const member*> tidied(const ident& table, const model::list<const member*>& members, arena& in) {
  return tidier(table, members, in).run();
}

}  // namespace skein::checks
