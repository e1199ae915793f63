// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Rows as users write them: one by one, `row<1, "admin">`, or many in an array of `cell`, `rows_of<countries>`.

#include <skein/declare/element.hpp>
#include <skein/declare/misplaced.hpp>
#include <skein/model/data.hpp>

namespace skein {

/// A value in an array of rows: `inline constexpr cell countries[][2]{{"de", "Germany"}, {"fr", "France"}};`.
/// A number, a boolean, a text (of any type: `"2024-02-29"`, `"{\"a\": 1}"`), `nullptr` for NULL, `default_value`.
using cell = model::value;

/// DEFAULT, as a value.
inline constexpr model::default_word default_value{};

namespace model {

/// A value as a template parameter, which holds its own text.
template <std::size_t N>
struct written_value {
  value::kind what{};
  long long number = 0;
  double fraction = 0;
  char text[N]{};

  template <class T>
    requires requires(T literal) { value(literal); }
  consteval written_value(T literal) : written_value(value(literal), 0) {}  // NOLINT: implicit by design
  consteval written_value(const char (&s)[N]) : written_value(s, indices_to<N>{}) {}  // NOLINT: implicit by design
  consteval written_value(const key<N>& k) : what(value::kind::expression) {  // NOLINT: implicit by design
    for (std::size_t i = 0; i < N; ++i) text[i] = k.expression[i];
  }

 private:
  template <u32... Index>
  consteval written_value(const char (&s)[N], indices<u32, Index...>) : what(value::kind::text), text{s[Index]...} {}
  consteval written_value(const value& v, int) : what(v.what), number(v.number), fraction(v.fraction) {}
};
template <class T>
written_value(T) -> written_value<1>;
template <std::size_t N>
written_value(const char (&)[N]) -> written_value<N>;
template <std::size_t N>
written_value(const key<N>&) -> written_value<N>;

template <std::size_t N>
consteval value lower(const written_value<N>& c) {
  return {c.what, c.text, N - 1, c.number, c.fraction};
}

/// A row and its values, in one object.
template <u32 N>
struct row_holding : row_block {
  row_def own;
  value values[N + 1];
};

/// The rows of an array.
template <u32 N>
struct row_list {
  row_def items[N];
  template <u32 Columns>
  consteval row_list(const value (&rows)[N][Columns]) : items{} {
    for (u32 i = 0; i < N; ++i) items[i] = {rows[i], Columns};
  }
};
template <u32 N, u32 Columns>
row_list(const value (&)[N][Columns]) -> row_list<N>;

}  // namespace model

/// The columns that the values of each row are for; of a view, what its first columns are called.
template <model::ident... Column>
struct columns : model::of_step {
  static_assert(sizeof...(Column) > 0, "columns<…> requires the name of a column");
  static constexpr model::holding<model::names, model::ident, sizeof...(Column)> names{{columns::names.items, sizeof...(Column)}, {&Column...}};
  static constexpr void set(model::data_def& d) { d.columns = names; }
  static constexpr void set(model::entity_def& d) { d.columns = names; }
};
/// A row: `row<1, "admin", true, nullptr, default_value, expression("now()")>`.
template <model::written_value... Value>
struct row : model::of_step {
  static constexpr model::row_holding<sizeof...(Value)> block{{&row::block.own, 1}, {row::block.values, sizeof...(Value)}, {model::lower(Value)...}};
};
/// The rows of an array of `cell` with static storage. A thousand of them cost the compiler less than ten `row<…>`.
template <const auto& Array>
struct rows_of : model::of_step {
  static constexpr model::row_list list{Array};
  static constexpr model::row_block block{list.items, sizeof(list.items) / sizeof(list.items[0])};
};
/// A column and its new value: `set<"active", true>`, `set<"email", expression("lower(email)")>`.
template <model::ident Column, model::written_value Value>
struct set : model::of_step {
  static constexpr model::assignment assignment{&Column, model::lower(Value)};
};

}  // namespace skein
