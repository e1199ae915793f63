// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// `on<…>`: the columns or expressions that an index, a key or an exclusion is on.

#include <skein/model/expression_name.hpp>
#include <skein/model/member.hpp>

namespace skein {

namespace model {

/// An element of `on<…>` as a template parameter: a column's name, or what the functions below make of one.
template <std::size_t N>
struct key {
  ident column{};         ///< or the automatic name of the expression
  char expression[N]{};
  object_name opclass{};
  object_name collation{};
  ident with{};
  element::order direction = element::order::unsaid;
  element::nulls null_order = element::nulls::unsaid;

  consteval key() = default;
  template <std::size_t M>
  consteval key(const char (&name)[M]) : column(name) {}  // NOLINT: implicit by design
};
/// A column's name alone, as nearly all of them are.
template <>
struct key<0> {
  ident column;

  template <std::size_t M>
  consteval key(const char (&name)[M]) : column(name) {}  // NOLINT: implicit by design
};
template <std::size_t M>
key(const char (&)[M]) -> key<0>;

template <std::size_t N>
consteval key<N> as_key(const key<N>& k) { return k; }
template <std::size_t N>
consteval key<1> as_key(const char (&name)[N]) { return key<1>(name); }

consteval element lower(const key<0>& k) { return {.column = &k.column}; }
template <std::size_t N>
consteval element lower(const key<N>& k) {
  element e;
  if constexpr (N > 1) e.expression = view(k.expression, N - 1);
  else e.column = &k.column;
  if (!k.opclass.name.empty()) e.opclass = &k.opclass;
  if (!k.collation.name.empty()) e.collation = &k.collation;
  if (!k.with.empty()) e.with = view(k.with.text, k.with.size);
  e.direction = k.direction;
  e.null_order = k.null_order;
  return e;
}

/// What stands in `on<…>`, in one object.
template <u32 N>
struct key_list {
  static constexpr u32 size = N;
  element elements[N];
  const ident* columns[N];
};

}  // namespace model

/// An expression, without its outer parentheses: `on<expression("lower(email)")>`.
template <std::size_t N>
consteval model::key<N> expression(const char (&sql)[N]) {
  static_assert(N > 1, "expression(sql) requires an expression");
  model::key<N> k;
  k.column = model::expression_name(model::view(sql, N - 1));
  for (std::size_t i = 0; i < N; ++i) k.expression[i] = sql[i];
  return k;
}
/// Descending, or ascending said aloud: `on<desc("created_at")>`.
consteval auto desc(const auto& of) {
  auto k = model::as_key(of);
  k.direction = model::element::order::descending;
  return k;
}
consteval auto asc(const auto& of) {
  auto k = model::as_key(of);
  k.direction = model::element::order::ascending;
  return k;
}
/// Where nulls sort: `on<nulls_last(desc("score"))>`.
consteval auto nulls_first(const auto& of) {
  auto k = model::as_key(of);
  k.null_order = model::element::nulls::first;
  return k;
}
consteval auto nulls_last(const auto& of) {
  auto k = model::as_key(of);
  k.null_order = model::element::nulls::last;
  return k;
}
/// An operator class: `on<opclass("name", "gin_trgm_ops")>`.
consteval auto opclass(const auto& of, model::object_name name) {
  auto k = model::as_key(of);
  k.opclass = name;
  return k;
}
/// A collation: `on<collated("name", "C")>`.
consteval auto collated(const auto& of, model::object_name name) {
  auto k = model::as_key(of);
  k.collation = name;
  return k;
}
/// The operator of an exclusion: `exclude_on<"no_overlap", on<with("room", "="), with("during", "&&")>, method<"gist">>`.
consteval auto with(const auto& of, model::ident op) {
  auto k = model::as_key(of);
  k.with = op;
  return k;
}

template <model::key... Key>
struct on {
  static_assert(sizeof...(Key) > 0, "on<…> requires at least one column or expression");
  static constexpr model::key_list<sizeof...(Key)> keys{{model::lower(Key)...}, {&Key.column...}};
};

}  // namespace skein
