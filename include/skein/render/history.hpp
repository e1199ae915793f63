// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// A history's revisions as SQL.

#include <skein/check/frozen.hpp>
#include <skein/check/routine_language.hpp>
#include <skein/render/checksum.hpp>
#include <skein/render/derived_down.hpp>
#include <skein/render/migration.hpp>
#include <skein/render/order.hpp>
#include <skein/render/step.hpp>
#include <skein/render/tally.hpp>

#include <utility>

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

}  // namespace detail

/// One revision. `carry(revision)` gives its steps as they are carried out, and those of its down.
template <class Carry>
migration render_revision(const model::revision_def& r, Carry&& carry) {
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

  const checks::carried_revision carried = carry(r);
  detail::append_statements(m.up, r.up, carried.up);
  if (m.reversible && r.explicit_down) detail::append_statements(m.down, r.down, carried.down);
  else if (m.reversible) {
    if (m.transactional && detail::comes_too_early(carried.down)) m.down.push_back({"SET LOCAL check_function_bodies = off", 1});
    detail::append_statements(m.down, carried.down);
  }
  m.counts.statements = static_cast<unsigned>(m.up.size());
  m.checksum = checksum(m.up, m.down);
  m.digest = fmt::format("{:016x}", checks::digest_of(r));
  return m;
}

/// All revisions of a verified history, each after its parents; `carry` is asked in this order.
template <class Carry>
migrations render_history(const model::history_def& history, Carry&& carry) {
  migrations out;
  out.reserve(history.size);
  out.server = history.server;
  for (const model::revision_def* r : in_order(history)) out.push_back(render_revision(*r, carry));
  return out;
}
inline migrations render_history(const model::history_def& history) {
  return render_history(history, derived_down());
}

}  // namespace skein::render
