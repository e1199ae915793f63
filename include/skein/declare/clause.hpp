// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// What a domain or a composite type is made of, as it is declared.

#include <skein/declare/column.hpp>
#include <skein/declare/constraint.hpp>
#include <skein/model/entity.hpp>

namespace skein {

namespace model {

/// Options of a column that a domain takes too: not_null, default_, collate, and checks.
template <class Option>
consteval clause domain_clause() {
  constexpr const option& o = option_of<Option>;
  if (o.bit == flag::not_null) return {.what = clause::part::not_null};
  if (o.bit == flag::default_value) return {.what = clause::part::default_value, .text = o.text};
  if (o.bit == flag::collation) return {.what = clause::part::collation, .object = o.collation};
  if (const constraint_def* check = o.constraint; o.bit == flag::constraint && check->what == kind::check && !check->no_inherit && check->defer == deferral::none)
    return {.what = clause::part::check, .name = o.constraint_name, .text = check->expression, .not_valid = check->not_valid, .comment = check->comment};
  return {.what = clause::part::mistake, .text = misplaced<Option, option_of_a::domain>.view()};
}

template <class Option>
struct attribute_option {};
template <class Option>
consteval clause operator|(clause c, attribute_option<Option>) {
  if constexpr (requires { requires Option::option.bit == flag::collation; }) c.object = Option::option.collation;
  else if constexpr (amends<Option, clause>) Option::set(c);
  else c.what = clause::part::mistake, c.text = misplaced<Option, option_of_a::attribute>.view();
  return c;
}

/// What stands among the attributes of a type, or what says that it is none.
template <class T>
inline constexpr clause attribute_clause{.what = clause::part::mistake, .text = misplaced<T, option_of_a::composite>.view()};
template <class T>
  requires requires { T::value.what == clause::part::attribute; }
inline constexpr clause attribute_clause<T> = T::value;

/// The entity of a step that changes one clause.
template <entity_kind What, object_name Name, const clause& Change>
inline constexpr entity_def changed_entity{.what = What, .name = &Name, .clauses = {&Change, 1}};

}  // namespace model

/// An attribute of a composite type: `attribute<"street", text>`, with `collate` and `comment` behind the type.
template <model::ident Name, class Type, class... Option>
struct attribute : model::neither<model::attributes_of_a_type> {
  static constexpr model::clause value =
      (model::clause{.what = model::clause::part::attribute, .name = &Name, .type = &model::type_of<Type>} | ... | model::attribute_option<Option>{});
};

}  // namespace skein
