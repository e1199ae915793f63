// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// `static_assert(verify<history>::ok);` and `static_assert(verify<history, models<users>>::ok);`

#include <skein/check/compare/all.hpp>
#include <skein/check/report.hpp>
#include <skein/check/sentence.hpp>
#include <skein/check/strangers.hpp>

namespace skein {

/// What `verify<…>` is when everything fits together.
struct migrations_verified {
  static constexpr bool ok = true;
};

namespace checks {

template <class H, class M>
consteval verdict judge() {
  constexpr verdict v = verdict_of<H>();
  if constexpr (!__is_same(M, no_models) && v.what == fault::none)
    return verdict_of_models<H, M>();
  else
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
template <class H, class M>
struct stranger_of : say<H>, error_of<sentence_of_stranger<H, M>> {};

enum class outcome { verified, fault, stranger };
template <class H, class M>
consteval outcome decide() {
  if constexpr (stranger_in<H> || stranger_in<M>)
    return outcome::stranger;
  else
    return judgement<H, M>::value.what == fault::none ? outcome::verified : outcome::fault;
}
template <outcome>
struct pick {
  template <class H, class M>
  using type = migrations_verified;
};
template <>
struct pick<outcome::fault> {
  template <class H, class M>
  using type = typename fault_of<H, M>::type;
};
template <>
struct pick<outcome::stranger> {
  template <class H, class M>
  using type = typename stranger_of<H, M>::type;
};

}  // namespace checks

/// The verdict as a type: `migrations_verified`, or an error that is a sentence. Use it in one translation unit; the others
/// need the declarations only. The models are compared once the history itself is sound.
template <class History, class Models = checks::no_models>
using verify = typename checks::pick<checks::decide<History, Models>()>::template type<History, Models>;

}  // namespace skein
