// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// A column and the options that have to do with the column alone; constraints behind a column are in constraint.hpp.

#include <skein/declare/sequence_options.hpp>
#include <skein/declare/types.hpp>
#include <skein/model/relation_text.hpp>

namespace skein {

/// The option states a fact about the column: NOT NULL. Inverse: `null`.
struct not_null : model::of_column { static constexpr model::option option{model::flag::not_null}; };
/// The column may be null. It is the default, and may be said.
struct null : model::of_column { static constexpr model::option option{model::flag::null}; };

namespace model {
/// The name of a sequence is an option of its identity alone.
template <class Option>
struct identity_sequence_option {};
template <class Option>
consteval sequence_options operator|(sequence_options o, identity_sequence_option<Option>) {
  if constexpr (requires { Option::sequence; }) o.name = &Option::sequence;
  return o | sequence_option<Option>{};
}
/// What is no option of an identity makes a mistake of it: its type and its owner are its column's.
template <class Option>
struct identity_option {};
template <class Option>
consteval option operator|(option o, identity_option<Option>) {
  if constexpr (!__is_base_of(of_identity, Option)) o = no_option<Option>;
  return o;
}
}  // namespace model

/// GENERATED … AS IDENTITY (…). Implies NOT NULL. Its sequence is named as PostgreSQL does, table_column_seq, or as
/// `sequence_name<…>` says.
template <class Kind, class... Options>
struct identity_with : model::of_column {
  static constexpr model::sequence_options sequence =
      (model::sequence_options{} | ... | model::identity_sequence_option<Options>{});
  static constexpr model::option option =
      (model::option{Kind::bit, {}, nullptr, nullptr, nullptr, &sequence} | ... | model::identity_option<Options>{});
};
/// GENERATED ALWAYS AS IDENTITY.
struct identity : identity_with<always> {};

/// DEFAULT, as SQL: `default_<"0">`, `default_<"'new'">`, `default_<"now()">`. May use no column. A relation
/// that it names in a string, `default_<"nextval('counter')">`, has to exist and follows when it is renamed.
template <model::literal Sql> struct default_ : model::of_column { static constexpr model::option option{model::flag::default_value | model::relation_bit(Sql), Sql}; };
/// GENERATED ALWAYS AS (…) STORED.
template <model::literal Sql> struct generated : model::of_column { static constexpr model::option option{model::flag::generated, Sql}; };
/// COLLATE: `collate<"C">`, `collate<qualified("app", "german")>`.
template <model::object_name Name> struct collate : model::of_column { static constexpr model::option option{model::flag::collation, {}, nullptr, nullptr, &Name}; };
/// COMMENT ON COLUMN; inside a table, beside its members: COMMENT ON TABLE; among the options of a constraint or an index
/// that has a written name: COMMENT ON CONSTRAINT, COMMENT ON INDEX.
template <model::literal Text>
struct comment : model::of_table {
  static constexpr model::option option{model::flag::comment, Text};
  static constexpr model::member member{.what = model::kind::comment, .text = Text};
  static constexpr void set(auto& d) requires requires { d.comment; } { d.comment = Text; }
};

/// A column: `column<"email", varchar<255>, not_null, unique>`.
template <model::ident Name, class Type, class... Option>
struct column : model::of_table {
  static constexpr model::holding<model::member, model::option, sizeof...(Option)> member{
      {model::kind::column, (0u | ... | model::option_of<Option>.bit), &Name, &model::type_of<Type>,
       {column::member.items, sizeof...(Option)}}, {&model::option_of<Option>...}};
};

}  // namespace skein
