// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Range types as models.

#include <skein/declare/column.hpp>
#include <skein/model/history.hpp>
#include <skein/model/range.hpp>

namespace skein {

namespace model {
inline constexpr place options_of_a_range{"an option of a range type", "write it inside create_range<...>, behind the subtype"};

template <clause::part Part, object_name Name>
struct range_part : neither<options_of_a_range> {
  static constexpr clause value{.what = Part, .object = &Name};
};

template <class Option>
consteval clause range_clause() {
  if constexpr (requires { requires is_of_range(Option::value.what); }) return Option::value;
  else if constexpr (requires { requires Option::option.bit == flag::collation; }) return {.what = clause::part::collation, .object = Option::option.collation};
  else return {.what = clause::part::mistake, .text = misplaced<Option, option_of_a::range>.view()};
}

template <object_name Name, class Subtype, class... Option>
struct range_definition {
  static constexpr object_name multirange{Name.schema, multirange_name(Name.name)};
  static constexpr bool is_named = (false || ... || (range_clause<Option>().what == clause::part::multirange));
  static constexpr u32 size = sizeof...(Option) + (is_named ? 1 : 2);
  static constexpr entity_with<sizeof...(Option) + 2> entity{
      {.what = entity_kind::range, .name = &Name, .clauses = {range_definition::entity.items, size}},
      {clause{.what = clause::part::base, .type = &type_of<Subtype>}, range_clause<Option>()...,
       clause{.what = clause::part::multirange, .object = &multirange}}};
};
}  // namespace model

/// By what values are ordered; without it by the subtype's own order.
template <model::object_name Name>
struct subtype_opclass : model::range_part<model::clause::part::opclass, Name> {};
/// A function that makes equal ranges look alike; it takes the type itself, so that SQL of `execute` creates both it and, before it, the
/// type as a shell.
template <model::object_name Name>
struct canonical : model::range_part<model::clause::part::canonical, Name> {};
/// The function that tells how far two values are apart, for indexes.
template <model::object_name Name>
struct subtype_diff : model::range_part<model::clause::part::difference, Name> {};
/// Of the multirange type; without it PostgreSQL chooses one: floatmultirange of floatrange, span_multirange of span.
template <model::object_name Name>
struct multirange_type_name : model::range_part<model::clause::part::multirange, Name> {};

/// `struct floatrange : range_type<"floatrange", double_precision, subtype_diff<"float8mi">> {};`, in models<…>, and as the type of
/// a column. The multirange type has no model of its own; a column is of it by its name, `type_named<"floatmultirange">`.
template <model::model_name Name, class Subtype, class... Option>
struct range_type : model::is_type {
  static constexpr model::data_type type{.id = model::type_id::named, .user = &Name.name};
  static constexpr model::table_def value{
      .name = &Name.name, .where = &Name.where, .entity = &model::range_definition<Name.name, Subtype, Option...>::entity};
};

}  // namespace skein
