// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Whether tables inherit from others at all, and what is asked then: only declared here, since skein/inherits.hpp has
/// it for who uses it.

#include <skein/check/state/simulation.hpp>

namespace skein::checks {

/// A history without inheritance does not pay for it.
template <class S>
inline constexpr bool knows_heirs = true;
template <class S>
requires requires { S::has_heirs; }
inline constexpr bool knows_heirs<S> = S::has_heirs;
template <class S>
inline constexpr bool knows_heirs<S&> = knows_heirs<S>;
template <class S>
inline constexpr bool knows_heirs<const S> = knows_heirs<S>;

// In relations.hpp.

template <class Sim, class F>
constexpr bool each_heir(Sim& s, u32 table, F&& f);
template <class Sim>
constexpr u32 bequest(const Sim& s, u32 table, u32 parent);
template <class Sim>
constexpr bool has_parents(const Sim& s, u32 table);
template <class Sim, class F>
constexpr bool each_source(const Sim& s, u32 column, F&& f);
template <class Sim>
constexpr u32 check_like(const Sim& s, u32 table, u32 object);
template <class Sim>
constexpr u32 inherited_check(const Sim& s, u32 table, const ident* name);
template <class Sim>
constexpr bool goes_with_parent(const Sim& s, u32 column);

// In members.hpp and steps.hpp.

template <class Sim>
constexpr bool join_parents(Sim& sim, u32 table, const model::list<const member*>& members);
template <class Sim>
constexpr bool declare_inherited(Sim& sim, u32 column, const member& m);
template <class Sim>
constexpr bool declare_check(Sim& sim, u32 inherited, u32 slot, const object_state& declared);
template <class Sim>
constexpr bool require_in_heirs(Sim& sim, u32 column);
template <class Sim>
constexpr bool leaves_to_parents(Sim& sim, const step& x);
template <class Sim>
constexpr bool on_heir(Sim& sim, const step& x);

}  // namespace skein::checks
