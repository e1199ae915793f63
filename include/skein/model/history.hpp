// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// A revision, and all of them.

#include <skein/model/step.hpp>

namespace skein::model {

/// A revision's identifier with the place where it was written. The compiler fills in the place at the template argument
/// (GCC: the last line of an argument list that spans several).
struct revision_id {
  ident id;
  location where;

  template <std::size_t N>
  consteval revision_id(const char (&s)[N], u32 line = __builtin_LINE(),  // NOLINT: implicit by design
                        const char* file = __builtin_FILE())
      : id(s), where(file, line) {}
};

/// A model's name with the place where it was written.
struct model_name {
  object_name name;
  location where;

  template <std::size_t N>
  consteval model_name(const char (&s)[N], u32 line = __builtin_LINE(),  // NOLINT: implicit by design
                       const char* file = __builtin_FILE())
      : name(s), where(file, line) {}
  consteval model_name(const object_name& n, u32 line = __builtin_LINE(),  // NOLINT: implicit by design
                       const char* file = __builtin_FILE())
      : name(n), where(file, line) {}
};

struct revision_def {
  const ident* id = nullptr;
  const location* where = nullptr;
  names parents{};               ///< none: a base
  text_view message{};
  list<const step*> up{};
  list<const step*> down{};      ///< if explicit
  bool explicit_down = false;    ///< otherwise the down is derived
};

/// The `replaces<…>` of a revision, which is the first of its steps; null: it stands for no others.
constexpr const step* replacing(const revision_def& r) {
  return r.up.size && r.up.data[0]->what == op::replaces ? r.up.data[0] : nullptr;
}

/// The parent of a revision that names it by its struct, not by `revises<…>`.
inline constexpr ident no_identifier{"a struct"};

/// What has up<…> or down<…> alone.
struct half_revision {};

/// The oldest server that skein is made for, and so that of a chain which names none.
inline constexpr u32 oldest_server = 12;

/// All revisions of a chain in the order of their declaration. Static storage: the runner is no template over the history.
struct history_def {
  const revision_def* const* data;
  u32 size;
  u32 server = oldest_server;  ///< the oldest that they are to run on

  constexpr const revision_def* operator[](u32 i) const { return data[i]; }
};
using models_def = list<const table_def*>;

}  // namespace skein::model
