// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// What is no chain, no revision of one, or no model: often a struct whose declaration the compiler has refused already.
/// Asked before anything else, so that such a mistake does not drag a train of others behind it.

#include <skein/check/buffer.hpp>
#include <skein/declare/chain.hpp>

namespace skein::checks {

/// No models: the history alone.
struct no_models;

template <class T, class Def>
concept declares = requires { requires __is_base_of(Def, decltype(T::value)); };

/// Nothing that is none of it, or its place from 1; `all` itself is the last one.
inline constexpr u32 itself = ~0u;
template <u32 N>
consteval u32 first_lie(const bool (&is)[N]) {
  u32 i = 0;
  while (i < N && is[i]) ++i;
  return i < N - 1 ? i + 1 : 0;
}
template <class... Revision>
consteval u32 stranger(const chain<Revision...>*) {
  return first_lie({declares<Revision, model::revision_def>..., true});
}
template <u32 Version, class... Revision>
consteval u32 stranger(const chain<target<Version>, Revision...>*) {
  return first_lie({Version >= model::oldest_server && Version < 100, declares<Revision, model::revision_def>..., true});
}
template <class... Table>
consteval u32 stranger(const models<Table...>*) {
  return first_lie({declares<Table, model::table_def>..., true});
}
consteval u32 stranger(const void*) { return itself; }

template <class H>
inline constexpr u32 stranger_in = stranger(static_cast<const H*>(nullptr));
template <>
inline constexpr u32 stranger_in<no_models> = 0;

template <class T>
constexpr void write_type(buffer& b) {
  b << model::name_of<T>();
}
template <class T>
constexpr void write_no_revision(buffer& b) {
  write_type<T>(b);
  if constexpr (requires { T::server; })
    b << " behind a revision; write it once, as the first argument";
  else if constexpr (declares<T, model::half_revision>)
    b << " with one of up<...> and down<...>; write both, or the steps alone to have the down derived";
  else
    b << ", which is no revision; mend the errors in its declaration, or derive it from revision<...>";
}
template <class T>
constexpr void write_no_model(buffer& b) {
  write_type<T>(b);
  b << ", which is no model; mend the errors in its declaration, or derive it from table<...>";
}
using stranger_writer = void (*)(buffer&);
template <class... Revision>
constexpr void name_stranger(buffer& b, const chain<Revision...>*, u32 at) {
  constexpr stranger_writer all[]{&write_no_revision<Revision>..., nullptr};
  b << "chain<...> has ", all[at - 1](b);
}
template <u32 Version, class... Revision>
constexpr void name_stranger(buffer& b, const chain<target<Version>, Revision...>*, u32 at) {
  if (at > 1) return name_stranger(b, static_cast<const chain<Revision...>*>(nullptr), at - 1);
  (b << "chain<...> begins with target<").number(Version) << ">, which is no major version of PostgreSQL from 12 on; write one, such as 15";
}
template <class... Table>
constexpr void name_stranger(buffer& b, const models<Table...>*, u32 at) {
  constexpr stranger_writer all[]{&write_no_model<Table>..., nullptr};
  b << "models<...> has ", all[at - 1](b);
}

template <class H, class M>
struct sentence_of_stranger {
  static constexpr buffer value = [] {
    buffer b;
    if constexpr (stranger_in<H> == itself) {
      b << "verify takes a history first, and ";
      write_type<H>(b);
      b << " is none; derive it from chain<...>";
    } else if constexpr (stranger_in<H> != 0) {
      name_stranger(b, static_cast<const H*>(nullptr), stranger_in<H>);
    } else if constexpr (stranger_in<M> == itself) {
      b << "verify takes the models as models<...>, and ";
      write_type<M>(b);
      b << " is something else; write models<";
      write_type<M>(b);
      b << ">";
    } else {
      name_stranger(b, static_cast<const M*>(nullptr), stranger_in<M>);
    }
    return b;
  }();
};

}  // namespace skein::checks
