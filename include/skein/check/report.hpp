// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// One error, one sentence, in its first line. Where the compiler has static_assert with a computed text (C++26) that is
/// it; otherwise a template whose argument is the sentence. GCC prints a character array whole, up to its first zero.
/// Clang cuts one at 36 characters and an array of anything else after ten elements, so it gets lines of 36, ten in a
/// block.

#include <skein/check/spell/spell.hpp>

namespace skein {

namespace checks {

#if defined(__cpp_static_assert) && __cpp_static_assert >= 202306L
#define SKEIN_SAYS_COMPUTED_TEXT
#endif

#if defined(SKEIN_SAYS_COMPUTED_TEXT) || !defined(__clang__)

struct text {
  char characters[buffer::capacity + 1];
  constexpr const char* data() const { return characters; }
  constexpr std::size_t size() const { return __builtin_strlen(characters); }
};
template <class Text>
consteval text shown() {
  text t{};
  for (u32 i = 0; i < Text::value.size; ++i) t.characters[i] = Text::value.text[i];
  return t;
}

#else

/// Broken after a blank where there is one. A line that is initialized up to its own zero and no further is printed as it
/// is: what follows would be printed as zeros.
struct line {
  static constexpr u32 width = 36;
  char characters[width + 1];

  template <u32... Index>
  consteval line(const char* from, model::indices<u32, Index...>) : characters{from[Index]..., '\0'} {}
};
/// Blocks of ten lines.
template <u32 Lines>
struct text {
  line lines[Lines];
};
template <u32 Lines>
  requires(Lines > 10)
struct text<Lines> {
  line lines[10];
  text<Lines - 10> more;
};

struct line_breaks {
  u32 count = 0;
  u32 at[buffer::capacity / 2]{};  ///< where each line begins, and the last one ends
};
consteval line_breaks break_lines(const buffer& b) {
  line_breaks l;
  for (u32 at = 0; at < b.size;) {
    u32 end = b.size;
    if (b.size - at > line::width) {
      end = at + line::width;
      while (end > at && b.text[end - 1] != ' ') --end;
      if (end == at) end = at + line::width;
    }
    l.at[++l.count] = at = end;
  }
  return l;
}
template <class Text>
struct wrapped {
  static constexpr line_breaks breaks = break_lines(Text::value);

  template <u32 At>
  static consteval line nth() {
    return {Text::value.text + breaks.at[At], model::indices_to<breaks.at[At + 1] - breaks.at[At]>{}};
  }
  template <u32 From, u32... Index>
  static consteval text<breaks.count - From> block(model::indices<u32, Index...>) {
    if constexpr (breaks.count - From > 10)
      return {{nth<From + Index>()...}, from<From + 10>()};
    else
      return {{nth<From + Index>()...}};
  }
  template <u32 From>
  static consteval auto from() {
    return block<From>(model::indices_to<(breaks.count - From > 10 ? 10 : breaks.count - From)>{});
  }
};
template <class Text>
consteval auto shown() {
  return wrapped<Text>::template from<0>();
}

#endif

/// What `ok` is instead of a bool where something is wrong.
struct unverified;

}  // namespace checks

#if defined(SKEIN_SAYS_COMPUTED_TEXT)
template <checks::text Sentence, bool Never = false>
struct migration_error {
  static_assert(Never, Sentence);
  static constexpr bool ok = true;  // the static_assert has said it all
};
#elif defined(__clang__)
template <checks::text Sentence>
struct migration_error;
#else
// Incomplete it would be as good, but GCC prints `verify<…>` first, with all of its models.
template <checks::text Sentence>
struct migration_error {
  static const checks::unverified ok;
};
#endif

namespace checks {

/// The error type of a sentence. `Text` has a static constexpr buffer `value`.
template <class Text>
struct error_of {
  using type = migration_error<shown<Text>()>;
};

}  // namespace checks
}  // namespace skein

#undef SKEIN_SAYS_COMPUTED_TEXT
