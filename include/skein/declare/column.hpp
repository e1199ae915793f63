// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// A column and the options that have to do with the column alone; constraints behind a column are in constraint.hpp.

#include <skein/declare/types.hpp>
#include <skein/model/member.hpp>

namespace skein {

/// The option states a fact about the column: NOT NULL. Inverse: `null`.
struct not_null : model::of_column { static constexpr model::option option{model::flag::not_null}; };
/// The column may be null. It is the default, and may be said.
struct null : model::of_column { static constexpr model::option option{model::flag::null}; };

/// Limits and pace of an identity column's sequence: `identity_with<always, start<1000>, increment<10>>`.
struct always : model::of_identity { static constexpr model::u32 bit = model::flag::identity_always; };
struct by_default : model::of_identity { static constexpr model::u32 bit = model::flag::identity_by_default; };
template <long long Value> struct start : model::of_identity { static constexpr void set(model::sequence_options& o) { o.start = Value; } };
template <long long Value> struct increment : model::of_identity { static constexpr void set(model::sequence_options& o) { o.increment = Value; } };
template <long long Value> struct min_value : model::of_identity { static constexpr void set(model::sequence_options& o) { o.min = Value; } };
template <long long Value> struct max_value : model::of_identity { static constexpr void set(model::sequence_options& o) { o.max = Value; } };
template <long long Value> struct cache : model::of_identity { static constexpr void set(model::sequence_options& o) { o.cache = Value; } };
struct cycle : model::of_identity { static constexpr void set(model::sequence_options& o) { o.cycle = true; } };

/// GENERATED … AS IDENTITY (…). Implies NOT NULL. Its sequence is named as PostgreSQL does: table_column_seq.
template <class Kind, class... Options>
struct identity_with : model::of_column {
  static constexpr model::sequence_options sequence = [] {
    model::sequence_options o;
    (Options::set(o), ...);
    return o;
  }();
  static constexpr model::option option{Kind::bit, {}, nullptr, nullptr, nullptr, &sequence};
};
/// GENERATED ALWAYS AS IDENTITY.
struct identity : identity_with<always> {};

/// DEFAULT, as SQL: `default_<"0">`, `default_<"'new'">`, `default_<"now()">`. May use no column.
template <model::literal Sql> struct default_ : model::of_column { static constexpr model::option option{model::flag::default_value, Sql}; };
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
