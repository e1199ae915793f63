// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// A history's revisions as SQL.

#include <skein/check/frozen.hpp>
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

/// Renders a list of steps in one direction.
template <class Steps>
void append_statements(std::vector<statement>& out, const Steps& steps) {
  model::u32 position = 0;
  for (const model::step* s : steps) {
    ++position;
    each_leaf(*s, [&](const model::step& one) {
      for (std::string& sql : statements(one)) out.push_back({std::move(sql), position});
    });
  }
}

}  // namespace detail

/// One revision. `derive_down(revision)` gives the steps of a down that is not written, in the order in which they run,
/// as a range of `const model::step*`.
template <class DeriveDown>
migration render_revision(const model::revision_def& r, DeriveDown&& derive_down) {
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

  const auto derived = derive_down(r);  // also where a down is written: the state goes on from here
  detail::append_statements(m.up, r.up);
  if (m.reversible && r.explicit_down) detail::append_statements(m.down, r.down);
  else if (m.reversible) detail::append_statements(m.down, derived);
  m.counts.statements = static_cast<unsigned>(m.up.size());
  m.checksum = checksum(m.up, m.down);
  m.digest = fmt::format("{:016x}", checks::digest_of(r));
  return m;
}

/// All revisions of a verified history, each after its parents; `derive_down` is asked in this order.
template <class DeriveDown>
migrations render_history(const model::history_def& history, DeriveDown&& derive_down) {
  migrations out;
  out.reserve(history.size);
  out.server = history.server;
  for (const model::revision_def* r : in_order(history)) out.push_back(render_revision(*r, derive_down));
  return out;
}
inline migrations render_history(const model::history_def& history) {
  return render_history(history, derived_down());
}

}  // namespace skein::render
