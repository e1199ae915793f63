// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Constraints. Behind a column: `primary_key`, `unique`, `check<"…">`, `references<"table", "column">`. Among a table's
/// members: `primary_key_on`, `unique_on`, `check_on`, `foreign_key`. A name or further options of any of them:
/// `constraint<"name", unique_on<"a", "b">, deferrable>`; `automatic` in place of the name leaves it to PostgreSQL.

#include <skein/declare/amend.hpp>
#include <skein/declare/element.hpp>

namespace skein {

/// The name that PostgreSQL would choose, exactly: `t_pkey`, `t_c_key`, `t_c_fkey`, `t_c_check`, shortened and numbered.
inline constexpr model::ident automatic{};

namespace model {
constexpr const ident* name_or_null(const ident& n) { return n.empty() ? nullptr : &n; }

/// A constraint with the columns that it lists, and its place behind a column, in one object.
template <u32 N>
struct constraint_with : option {
  constraint_def def[1];  ///< so that its address is there before its value is: Clang takes `&x.def` in x's initialiser for a use
  const ident* columns[N + 1];
};
inline constexpr constraint_with<0> plain_primary_key{{flag::primary_key | flag::constraint, {}, plain_primary_key.def}, {{kind::primary_key}}, {}};
inline constexpr constraint_with<0> plain_unique{{flag::constraint, {}, plain_unique.def}, {{kind::unique}}, {}};

}  // namespace model

// Options

struct no_action : model::of_object { static constexpr auto value = model::action::no_action; };
struct restrict_ : model::of_object { static constexpr auto value = model::action::restrict; };  ///< `restrict` is a keyword of C
struct cascade : model::of_object {
  static constexpr auto value = model::action::cascade;
  static constexpr void set(auto& d) requires requires { d.cascade; } { d.cascade = true; }
};
struct set_null : model::of_object { static constexpr auto value = model::action::set_null; };
struct set_default_value : model::of_object { static constexpr auto value = model::action::set_default; };
/// ON DELETE; `on_delete<set_null, "author">` writes only that column of the foreign key (PostgreSQL 15).
template <class Action, model::ident... Column>
struct on_delete : model::of_object {
  static_assert(sizeof...(Column) == 0 || Action::value >= model::action::set_null, "on_delete<action, column> requires set_null or set_default_value");
  static constexpr const model::ident* columns[sizeof...(Column) + 1]{&Column...};
  static constexpr void set(model::constraint_def& d) { d.on_delete = Action::value, d.delete_columns = {columns, sizeof...(Column)}; }
};
template <class Action> struct on_update : model::of_object { static constexpr void set(model::constraint_def& d) { d.on_update = Action::value; } };
struct match_full : model::of_object { static constexpr void set(model::constraint_def& d) { d.match_full = true; } };
/// Rows that exist are not checked until `validate_constraint`.
struct not_valid : model::of_object { static constexpr void set(model::constraint_def& d) { d.not_valid = true; } };
struct no_inherit : model::of_object { static constexpr void set(model::constraint_def& d) { d.no_inherit = true; } };
struct deferrable : model::of_object { static constexpr void set(model::constraint_def& d) { d.defer = model::deferral::deferrable; } };
struct initially_deferred : model::of_object { static constexpr void set(model::constraint_def& d) { d.defer = model::deferral::initially_deferred; } };
/// Nulls count as equal (PostgreSQL 15).
struct nulls_not_distinct : model::of_object {
  static constexpr void set(auto& d) requires requires { d.nulls_not_distinct; } { d.nulls_not_distinct = true; }
};
/// Columns that an index carries besides its keys.
template <model::ident... Column>
struct include : model::of_object {
  static constexpr const model::ident* columns[sizeof...(Column)]{&Column...};
  static constexpr void set(auto& d) requires requires { d.include; } { d.include = {columns, sizeof...(Column)}; }
};

// Behind a column

struct primary_key : model::of_table {
  static constexpr const model::constraint_with<0>& option = model::plain_primary_key;
  static constexpr model::member member{.what = model::kind::primary_key, .constraint = option.def};
};
/// Behind a column: UNIQUE. Among the options of an index: CREATE UNIQUE INDEX.
struct unique : model::of_table {
  static constexpr const model::constraint_with<0>& option = model::plain_unique;
  static constexpr model::member member{.what = model::kind::unique, .constraint = option.def};
  static constexpr void set(model::index_def& d) { d.unique = true; }
};
template <model::literal Sql>
struct check : model::of_table {
  static constexpr model::constraint_with<0> option{
      {model::flag::constraint, {}, check::option.def}, {{.what = model::kind::check, .expression = Sql}}, {}};
  static constexpr model::member member{.what = model::kind::check, .constraint = option.def};
};
/// REFERENCES table (column): `references<"users", "id", on_delete<cascade>>`; without a column the table's primary key.
template <model::object_name Table, model::ident Column = automatic, class... Option>
struct references : model::of_table {
  static constexpr model::constraint_with<1> option{
      {model::flag::constraint, {}, references::option.def},
      {(model::constraint_def{.what = model::kind::foreign_key,
                             .target = &Table,
                             .target_columns = {references::option.columns, Column.size ? 1u : 0u}} |
       ... | model::amendment<Option>{})},
      {&Column}};
  static constexpr model::member member{.what = model::kind::foreign_key, .constraint = option.def};
};

// Among a table's members

template <model::ident... Column>
struct primary_key_on : model::of_table {
  static constexpr model::constraint_with<sizeof...(Column)> option{
      {model::flag::primary_key | model::flag::constraint, {}, primary_key_on::option.def},
      {{model::kind::primary_key, {primary_key_on::option.columns, sizeof...(Column)}}},
      {&Column...}};
  static constexpr model::member member{.what = model::kind::primary_key, .constraint = option.def};
};
template <model::ident... Column>
struct unique_on : model::of_table {
  static constexpr model::constraint_with<sizeof...(Column)> option{
      {model::flag::constraint, {}, unique_on::option.def},
      {{model::kind::unique, {unique_on::option.columns, sizeof...(Column)}}},
      {&Column...}};
  static constexpr model::member member{.what = model::kind::unique, .constraint = option.def};
};
template <model::ident Name, model::literal Sql>
struct check_on : model::of_table {
  static constexpr model::constraint_with<0> option{
      {model::flag::constraint, {}, check_on::option.def, model::name_or_null(Name)}, {{.what = model::kind::check, .expression = Sql}}, {}};
  static constexpr model::member member{.what = model::kind::check, .name = model::name_or_null(Name), .constraint = option.def};
};
/// The target of a foreign key; without columns its primary key.
template <model::object_name Table, model::ident... Column>
struct to {
  static constexpr const model::ident* columns[sizeof...(Column) + 1]{&Column...};
  static constexpr const model::object_name* table = &Table;
  static constexpr model::names list{columns, sizeof...(Column)};
};
/// FOREIGN KEY (a, b) REFERENCES t (x, y): `foreign_key<on<"a", "b">, to<"t", "x", "y">, on_delete<cascade>>`.
template <class On, class To, class... Option>
struct foreign_key : model::of_table {
  static constexpr model::constraint_with<0> option{
      {model::flag::constraint, {}, foreign_key::option.def},
      {(model::constraint_def{.what = model::kind::foreign_key,
                             .columns = {On::keys.columns, On::keys.size},
                             .target = To::table,
                             .target_columns = To::list} |
       ... | model::amendment<Option>{})},
      {}};
  static constexpr model::member member{.what = option.def->what, .constraint = option.def};
};

/// CONSTRAINT name …, with further options: `constraint<"uq_email", unique_on<"tenant", "email">, deferrable>`.
template <model::ident Name, class Constraint, class... Option>
struct constraint : model::of_table {
  static constexpr model::constraint_with<0> option{
      {Constraint::option.bit, {}, constraint::option.def, model::name_or_null(Name)}, {(*Constraint::option.def | ... | model::amendment<Option>{})}, {}};
  static constexpr model::member member{.what = option.def->what, .name = model::name_or_null(Name), .constraint = option.def};
};

}  // namespace skein
