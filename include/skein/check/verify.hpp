// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// `static_assert(verify<history>::ok);` and `static_assert(verify<history, models<users>>::ok);`

#include <skein/check/compare_all.hpp>
#include <skein/check/report.hpp>
#include <skein/check/sentence.hpp>

namespace skein {

/// What `verify<…>` is when everything fits together.
struct migrations_verified {
  static constexpr bool ok = true;
};

namespace checks {

/// No models: the history alone.
struct no_models;

template <class H, class M>
consteval verdict judge() {
  const verdict v = verdict_of<H>();
  if constexpr (!__is_same(M, no_models)) {
    if (!v) return verdict_of_models<H, M>();
  }
  return v;
}

template <class H, class M>
struct judgement {
  static constexpr verdict value = judge<H, M>();
};
template <class H, class M>
struct sentence_of {
  static constexpr buffer value = sentence(judgement<H, M>::value, model::flat<H>::held.items, H::size);
};

// One error, also where a driver asserts what the application has asserted before it: who comes second asks
// `requires { is_said(said_of<History>{}); }`. The instantiation that says the sentence defines that friend function.
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wnon-template-friend"
#endif
template <class H>
struct said_of {
  friend constexpr auto is_said(said_of<H>);
};
template <class H>
struct say {
  friend constexpr auto is_said(said_of<H>) { return true; }
};
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic pop
#endif
template <class H, class M>
struct fault_of : say<H>, error_of<sentence_of<H, M>> {};

template <bool Ok>
struct pick {
  template <class H, class M>
  using type = migrations_verified;
};
template <>
struct pick<false> {
  template <class H, class M>
  using type = typename fault_of<H, M>::type;
};

}  // namespace checks

/// The verdict as a type: `migrations_verified`, or an error that is a sentence. Use it in one translation unit; the others
/// need the declarations only. The models are compared once the history itself is sound.
template <class History, class Models = checks::no_models>
using verify = typename checks::pick<checks::judgement<History, Models>::value.what == checks::fault::none>::template type<History, Models>;

}  // namespace skein
