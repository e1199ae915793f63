// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// A definition that is wrong by itself, whatever the state.

#include <skein/check/state/simulation.hpp>

namespace skein::checks {

/// `words` say what is wrong; they end in `name` if there is one. Always false, as `fail`.
constexpr bool fail_malformed(auto& sim, const model::entity_def& d, const model::text_view& words, const ident* name = nullptr) {
  verdict f = named(*d.name);
  f.entity = d.what;
  f.routine = d.routine;
  if (d.table) f.on_table = &d.table->name, f.schema = &d.table->schema;
  f.column = name;
  f.text = words;
  return sim.fail(fault::malformed, f);
}
template <std::size_t N>
constexpr bool fail_malformed(auto& sim, const model::entity_def& d, const char (&words)[N], const ident* name = nullptr) {
  return fail_malformed(sim, d, model::unhashed(words), name);
}

}  // namespace skein::checks
