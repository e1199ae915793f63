// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// A history's revisions as SQL.

#include <skein/check/frozen.hpp>
#include <skein/check/text/routine_language.hpp>
#include <skein/render/checksum.hpp>
#include <skein/render/derived_down.hpp>
#include <skein/render/migration.hpp>
#include <skein/render/order.hpp>
#include <skein/render/step.hpp>
#include <skein/render/tally.hpp>

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace skein::render {

namespace detail {

/// What steps say about the revision as a whole: where they run, and whether there is a way back.
inline void heed(migration& m, const model::step& s) {
  if (s.what == model::op::outside_transaction || s.concurrently) m.transactional = false;
  if (s.acknowledged == model::loss::irreversible && m.reversible) {
    m.reversible = false;
    m.irreversible_reason = view(s.reason);
  }
}

/// Renders steps as they are carried out; `declared` are those that the revision lists, whose groups `carried` has one by one.
inline void append_statements(std::vector<statement>& out, const model::list<const model::step*>& declared,
                              const std::vector<const model::step*>& carried) {
  auto next = carried.begin();
  for (model::u32 position = 0; position < declared.size;) {
    model::u32 n = leaves(*declared[position++]);
    for (; n; --n, ++next)
      for (std::string& sql : statements(**next)) out.push_back({std::move(sql), position});
  }
}
inline void append_statements(std::vector<statement>& out, const std::vector<const model::step*>& carried) {
  append_statements(out, {carried.data(), static_cast<model::u32>(carried.size())}, carried);
}

/// Whether PostgreSQL would look for what the body of a routine names before the rest of a derived down has brought it back.
inline bool comes_too_early(const std::vector<const model::step*>& down) {
  bool defined = false, early = false;
  for (const model::step* s : down) {
    early |= defined && s->what != model::op::comment_on_entity;
    const bool defines = s->what == model::op::create_entity || s->what == model::op::replace_entity;
    defined |= defines && s->entity->routine && checks::routine_bodies::language_of(*s->entity) == checks::routine_bodies::language::sql;
  }
  return early;
}

/// What is written of a way back that is derived otherwise.
inline std::vector<statement> undo_texts(const model::revision_def& r) {
  std::vector<statement> out;
  for (const model::step* s : r.up)
    each_leaf(*s, [&out](const model::step& one) {
      if (one.undo) out.push_back({std::string(view(one.undo)), 0});
    });
  return out;
}

}  // namespace detail

/// One revision, and its steps as they are carried out.
inline migration render_revision(const model::revision_def& r, const checks::carried_revision& carried) {
  migration m;
  m.id = view(*r.id);
  for (const model::ident* parent : r.parents) m.parents.emplace_back(view(*parent));
  m.message = view(r.message);
  m.file = r.where->file;
  m.line = r.where->line;
  for (const model::step* s : r.up) {
    count(m.counts, *s);
    each_leaf(*s, [&m](const model::step& one) {
      detail::heed(m, one);
      m.frozen |= one.what == model::op::frozen;
      m.loses_data |= one.acknowledged == model::loss::loses_data;
    });
  }
  for (const model::step* s : r.down) each_leaf(*s, [&m](const model::step& one) { detail::heed(m, one); });

  detail::append_statements(m.up, r.up, carried.up);
  if (m.reversible && r.explicit_down) detail::append_statements(m.down, r.down, carried.down);
  else if (m.reversible) {
    if (m.transactional && detail::comes_too_early(carried.down)) m.down.push_back({"SET LOCAL check_function_bodies = off", 1});
    detail::append_statements(m.down, carried.down);
  }
  m.counts.statements = static_cast<unsigned>(m.up.size());
  m.checksum = checksum(m.up, r.explicit_down ? m.down : detail::undo_texts(r));
  m.digest = fmt::format("{:016x}", checks::digest_of(r));
  return m;
}

namespace detail {

/// Who stands for whom.
inline void note_runs(migrations& all, const model::history_def& history, const links& of, const std::vector<model::u32>& order) {
  std::map<std::string, migration*> by_id;
  for (migration& m : all) by_id[m.id] = &m;
  for (std::size_t k = 0; k < all.size(); ++k) {
    migration& m = all[k];
    const model::step* x = model::replacing(*history[order[k]]);
    if (!x) continue;
    m.twin = view(*x->to);
    const std::vector<model::u32>* run = of.run(order[k]);
    m.run_declared = run != nullptr;
    if (!run) m.replaces = {std::string(view(*x->name)), m.twin};
    else
      for (const model::u32 i : *run) {
        m.replaces.emplace_back(view(*history[i]->id));
        by_id[m.replaces.back()]->replaced_by = m.id;
      }
    if (run) by_id[m.twin]->twin = m.id;
    else by_id[m.twin] = &m;
  }
  for (migration& m : all)
    for (std::string& parent : m.parents) {
      const migration& found = *by_id.at(parent);
      m.parents_twins.push_back(found.id == parent ? found.twin : found.id);
    }
}

}  // namespace detail

/// All revisions of a verified history, each after its parents, and who replaces a run before it.
inline migrations render_history(const model::history_def& history) {
  migrations out;
  out.reserve(history.size);
  out.server = history.server;
  const links of(history);
  const std::vector<model::u32> order = in_order(history, of);
  derived_down derive;
  for (const model::u32 i : order) out.push_back(render_revision(*history[i], derive(*history[i], of.run(i) != nullptr)));
  detail::note_runs(out, history, of, order);
  return out;
}

}  // namespace skein::render
