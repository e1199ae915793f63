// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// One error, one sentence, in its first line. Where the compiler has static_assert with a computed text (C++26) that is it;
/// otherwise an undefined template whose argument is the sentence. GCC prints a character array whole; Clang cuts one at 36
/// characters, so it gets lines of 36.

#include <skein/check/spell.hpp>

namespace skein {

namespace checks {

template <u32 N>
struct message {
  char text[N + 1];
  constexpr const char* data() const { return text; }
  constexpr std::size_t size() const { return N; }
};
template <u32 N>
consteval message<N> fit(const buffer& b) {
  message<N> m{};
  for (u32 i = 0; i < N; ++i) m.text[i] = b.text[i];
  return m;
}

/// A sentence in blank-padded lines, broken after a blank where there is one.
template <u32 Lines>
struct lines {
  static constexpr u32 width = 36;
  char text[Lines][width + 1];
};
consteval u32 line_end(const buffer& b, u32 at) {
  if (b.size - at <= 36) return b.size;
  u32 end = at + 36;
  while (end > at && b.text[end - 1] != ' ') --end;
  return end > at ? end : at + 36;
}
consteval u32 count_lines(const buffer& b) {
  u32 n = 0;
  for (u32 at = 0; at < b.size; at = line_end(b, at)) ++n;
  return n;
}
template <u32 Lines>
consteval lines<Lines> wrap(const buffer& b) {
  lines<Lines> l{};
  u32 at = 0;
  for (u32 i = 0; i < Lines; ++i) {
    const u32 end = line_end(b, at);
    for (u32 k = 0; k < lines<Lines>::width; ++k) l.text[i][k] = at + k < end ? b.text[at + k] : ' ';
    at = end;
  }
  return l;
}

}  // namespace checks

#if defined(__cpp_static_assert) && __cpp_static_assert >= 202306L
template <checks::message Sentence, bool Never = false>
struct migration_error {
  static_assert(Never, Sentence);
  static constexpr bool ok = true;  // the static_assert has said it all
};
#elif defined(__clang__)
template <checks::lines Sentence>
struct migration_error;
#else
template <checks::message Sentence>
struct migration_error;
#endif

namespace checks {

/// The error type of a sentence. `Text` has a static constexpr buffer `value`.
template <class Text>
struct error_of {
#if defined(__clang__) && !(defined(__cpp_static_assert) && __cpp_static_assert >= 202306L)
  using type = migration_error<wrap<count_lines(Text::value)>(Text::value)>;
#else
  using type = migration_error<fit<Text::value.size>(Text::value)>;
#endif
};

}  // namespace checks
}  // namespace skein
