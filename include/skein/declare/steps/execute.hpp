// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Raw SQL, with its undo and with what it does to the schema.

#include <skein/declare/acknowledge.hpp>

namespace skein {

/// The SQL of an execute's down; the empty text says that nothing is to be undone.
template <model::literal Sql> struct undo : model::of_step { static constexpr void set(model::step& s) { s.undo = Sql; } };

/// What an execute does to the schema, as the steps that would have done it: they enter the state, their SQL is not run.
/// `execute<"SELECT make_partitions()", undo<"…">, effects<create_table<"p1", …>>>`.
template <class... Step>
struct effects : model::of_step {
  static constexpr const model::step* steps[sizeof...(Step) + 1]{&Step::step...};
  static constexpr void set(model::step& s) { s.effects = {steps, sizeof...(Step)}; }
};

/// Requires: `undo<"…">` or `irreversible<"why">`, unless the revision writes its down.
/// SQL:      the text, one or more statements
/// Inverse:  execute of the undo, with the inverse effects
template <model::literal Sql, class... Option>
struct execute : model::of_revision {
  static constexpr model::step step = (model::step{.what = model::op::execute, .text = Sql} | ... | model::amendment<Option>{});
};

}  // namespace skein
