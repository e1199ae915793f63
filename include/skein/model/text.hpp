// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// SQL text and messages: a literal as a template parameter, and the plain view of it that descriptors hold.

#include <skein/model/ident.hpp>

namespace skein::model {

// What descriptors are made of has neither constructors nor member initialisers: GCC takes a third less time and half the
// memory for a descriptor whose parts are plain aggregates.

/// A view of text that outlives it: a literal's, or an arena's. To be made by `view`, or from a `literal`.
struct text_view {
  const char* data;
  u32 size;
  u32 hash;

  constexpr explicit operator bool() const { return data != nullptr; }
};
constexpr text_view view(const char* p, std::size_t n) { return {p, static_cast<u32>(n), hash_of(p, n)}; }
template <std::size_t N>
constexpr text_view view(const char (&s)[N]) {
  return view(s, N - 1);
}
/// Words for a sentence, which nobody compares.
template <std::size_t N>
constexpr text_view unhashed(const char (&s)[N]) {
  return {s, N - 1, 0};
}

/// A string literal as a template parameter.
template <std::size_t N>
struct literal {
  char text[N];
  u32 hash;

  consteval literal(const char (&s)[N]) : literal(s, indices_to<N>{}) {}  // NOLINT: implicit by design
  template <u32... Index>
  consteval literal(const char (&s)[N], indices<u32, Index...>) : text{s[Index]...}, hash(hash_of(s)) {}

  constexpr operator text_view() const { return {text, N - 1, hash}; }  // NOLINT: implicit by design
  // Where a name is asked for; see declare/join.hpp.
  consteval operator ident() const { return {text, N - 1}; }              // NOLINT: implicit by design
  consteval operator object_name() const { return {{}, ident(text, N - 1)}; }  // NOLINT: implicit by design
};

constexpr bool same(const text_view& a, const text_view& b) {
  // Not by address first: Clang takes no comparison of two literals' addresses for a constant.
  if (a.hash != b.hash || a.size != b.size) return false;
  return a.data ? b.data && equal(a.data, b.data, a.size) : !b.data;
}

/// A pointer and a length; what std::span is, without its header's cost. The passes walk it by index, over `data`: a compiler
/// that evaluates `begin()`, `end()` and `operator[]` pays for three calls.
template <class T>
struct list {
  const T* data;
  u32 size;

  constexpr const T* begin() const { return data; }
  constexpr const T* end() const { return data + size; }
  constexpr const T& operator[](u32 i) const { return data[i]; }
  constexpr bool empty() const { return size == 0; }
};

using names = list<const ident*>;

/// A descriptor and the list that it holds, in one object: every variable more of a declaration costs GCC as much as the
/// descriptor itself. `static constexpr holding<step, member, 1> step{{…, {step.items, 1}}, {…}};`
template <class Def, class Item, u32 N>
struct holding : Def {
  const Item* items[N + 1];
};

}  // namespace skein::model
