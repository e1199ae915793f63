// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// SQL text and messages: a literal as a template parameter, and the plain view of it that descriptors hold.

#include <skein/model/ident.hpp>

namespace skein::model {

/// A string literal as a template parameter.
template <std::size_t N>
struct literal {
  char text[N];
  u32 hash;

  consteval literal(const char (&s)[N]) : literal(s, indices_to<N>{}) {}  // NOLINT: implicit by design
  template <u32... Index>
  consteval literal(const char (&s)[N], indices<u32, Index...>) : text{s[Index]...}, hash(hash_of(s, N - 1)) {}
};

/// A view of text that outlives it: a literal's, or an arena's.
struct text_view {
  const char* data = nullptr;
  u32 size = 0;
  u32 hash = 0;

  constexpr text_view() = default;
  template <std::size_t N>
  constexpr text_view(const literal<N>& l) : data(l.text), size(N - 1), hash(l.hash) {}  // NOLINT: implicit by design
  constexpr text_view(const char* p, std::size_t n) : data(p), size(static_cast<u32>(n)), hash(hash_of(p, n)) {}

  constexpr explicit operator bool() const { return data != nullptr; }
};

constexpr bool same(const text_view& a, const text_view& b) {
  if (a.data == b.data && a.size == b.size) return true;
  if (a.hash != b.hash || a.size != b.size || !a.data || !b.data) return false;
  for (u32 i = 0; i < a.size; ++i)
    if (a.data[i] != b.data[i]) return false;
  return true;
}

/// A pointer and a length; what std::span is, without its header's cost.
template <class T>
struct list {
  const T* data = nullptr;
  u32 size = 0;

  constexpr const T* begin() const { return data; }
  constexpr const T* end() const { return data + size; }
  constexpr const T& operator[](u32 i) const { return data[i]; }
  constexpr bool empty() const { return size == 0; }
};

using names = list<const ident*>;

}  // namespace skein::model
