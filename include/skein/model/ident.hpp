// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Names. An identifier is a value of fixed size, so that a template parameter *is* its descriptor: the compiler keeps one
/// object per distinct name, two equal names share an address, and no variable template has to be instantiated for it.

#include <cstddef>
#include <cstdint>

namespace skein::model {

using u32 = std::uint32_t;
using u64 = std::uint64_t;

/// A polynomial hash: that of a concatenation follows from those of its parts, so automatic names cost nothing per character.
inline constexpr u32 hash_base = 2654435761u;
constexpr u32 hash_step(u32 h, char c) { return h * hash_base + static_cast<unsigned char>(c); }
constexpr u32 hash_of(const char* s, std::size_t n, u32 h = 0) {
  for (std::size_t i = 0; i < n; ++i) h = h * hash_base + static_cast<unsigned char>(s[i]);  // hash_step, without the call
  return h;
}
/// Of a literal. By reference: to read through a pointer costs GCC 100 bytes a character.
template <std::size_t N>
constexpr u32 hash_of(const char (&s)[N]) {
  u32 h = 0;
  for (std::size_t i = 0; i < N - 1; ++i) h = h * hash_base + static_cast<unsigned char>(s[i]);
  return h;
}
/// hash_base to the power of n, for n up to 63.
struct hash_powers {
  u32 of[64];
  consteval hash_powers() : of{1} {
    for (int i = 1; i < 64; ++i) of[i] = of[i - 1] * hash_base;
  }
};
inline constexpr hash_powers powers;

/// 0, 1, … N - 1, from the compiler itself: <utility> costs more than all of model/. Text is copied by such a list rather than
/// by a loop; every use of a name pays for it, and a list is one expression: 15 % of the time to verify a history.
template <class T, T... Index>
struct indices {};
#if defined(__clang__)
template <u32 N>
using indices_to = __make_integer_seq<indices, u32, N>;
#else
template <u32 N>
using indices_to = indices<u32, __integer_pack(N)...>;
#endif

/// A PostgreSQL identifier, not quoted and not folded: `"User"` and `"user"` differ, as they do between double quotes.
/// A name of more than 63 bytes (NAMEDATALEN - 1) is cut here but keeps its true `size`, so that a check can refuse it.
struct ident {
  static constexpr u32 max_size = 63;

  char text[max_size + 1];
  u32 size;
  u32 hash;

  constexpr ident() : text{}, size(0), hash(0) {}
  // GCC keeps what a function returned for the same text, not what a constructor made of it, and three of four names of a history
  // come again: a fifth of what its declarations cost. One constructor for every length is also one entry in the list of accesses
  // that it copies for each template argument.
#if defined(__clang__)
  template <std::size_t N>
  consteval ident(const char (&s)[N]) : ident(s, indices_to<(N <= max_size ? N - 1 : max_size)>{}) {}  // NOLINT: implicit by design
#else
  consteval ident(const char* s) : ident(read(s)) {}  // NOLINT: implicit by design
#endif
  /// For names that come from a catalog at run time.
  constexpr ident(const char* s, std::size_t n) : text{}, size(static_cast<u32>(n)), hash(hash_of(s, n)) {
    for (u32 i = 0; i < kept(); ++i) text[i] = s[i];
  }

  constexpr bool empty() const { return size == 0; }
  constexpr u32 kept() const { return size < max_size ? size : max_size; }

 private:
#if defined(__clang__)
  template <std::size_t N, u32... Index>
  consteval ident(const char (&s)[N], indices<u32, Index...>) : text{s[Index]...}, size(N - 1), hash(0) {
    u32 h = 0;
    ((h = h * hash_base + static_cast<unsigned char>(s[Index])), ...);
    hash = h;
  }
#else
  static consteval ident read(const char* s) {
    ident i;
    i.size = __builtin_strlen(s);
    const u32 n = i.kept();
    u32 h = 0;
    for (u32 k = 0; k < n; ++k) h = h * hash_base + static_cast<unsigned char>(i.text[k] = s[k]);
    i.hash = h;
    return i;
  }
#endif
};

/// Text against text: below 0, 0 or above. The compiler's own function where it knows how: a loop costs GCC 28,000 instructions
/// a character, this 30,000 in all; of what is not complete yet, such as a local name, it cannot tell.
constexpr int compare(const char* a, const char* b, u32 n) {
  if (!__builtin_is_constant_evaluated() || __builtin_constant_p(__builtin_memcmp(a, b, n))) return __builtin_memcmp(a, b, n);
  for (u32 i = 0; i < n; ++i)
    if (a[i] != b[i]) return static_cast<unsigned char>(a[i]) < static_cast<unsigned char>(b[i]) ? -1 : 1;
  return 0;
}
/// Not by `compare`: one call more for every name that is looked up is 0.2 % of a history.
constexpr bool equal(const char* a, const char* b, u32 n) {
  if (!__builtin_is_constant_evaluated() || __builtin_constant_p(__builtin_memcmp(a, b, n))) return __builtin_memcmp(a, b, n) == 0;
  for (u32 i = 0; i < n; ++i)
    if (a[i] != b[i]) return false;
  return true;
}

/// By address, then hash, then text.
constexpr bool same(const ident& a, const ident& b) {
  if (&a == &b) return true;
  return a.hash == b.hash && a.size == b.size && equal(a.text, b.text, a.kept());
}
constexpr bool same(const ident* a, const ident* b) { return a == b || (a && b && same(*a, *b)); }

/// A name in a schema. An empty schema is the default one, `public`, and equal to it; the two parts stay apart, so a dot
/// inside a name is only a character.
struct object_name {
  ident name;
  ident schema;

  constexpr object_name() = default;
  template <std::size_t N>
  consteval object_name(const char (&s)[N]) : name(s), schema{} {}  // NOLINT: implicit by design
  constexpr object_name(const ident& in_schema, const ident& n) : name(n), schema(in_schema) {}
};

inline constexpr ident public_schema{"public"};
constexpr bool is_default(const ident& schema) { return schema.empty() || same(schema, public_schema); }
constexpr bool same_schema(const ident& a, const ident& b) { return is_default(a) ? is_default(b) : same(a, b); }
constexpr bool same(const object_name& a, const object_name& b) {
  return &a == &b || (same(a.name, b.name) && same_schema(a.schema, b.schema));
}
constexpr bool same(const object_name* a, const object_name* b) { return a == b || (a && b && same(*a, *b)); }

}  // namespace skein::model

namespace skein {

/// A name in a schema other than the default: `create_table<qualified("app", "users"), …>`.
consteval model::object_name qualified(model::ident schema, model::ident name) { return {schema, name}; }

}  // namespace skein
