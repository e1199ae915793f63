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

/// A constraint in both of its places: behind a column (`option`) and among a table's members (`member`).
template <class Self>
struct constraint_places {
  static constexpr model::option option{Self::value.what == kind::primary_key ? flag::primary_key | flag::constraint : flag::constraint,
                                 {}, &Self::value};
  static constexpr model::member member{.what = Self::value.what, .constraint = &Self::value};
};

}  // namespace model

// Options

struct no_action { static constexpr auto value = model::action::no_action; };
struct restrict_ { static constexpr auto value = model::action::restrict; };  ///< `restrict` is a keyword of C
struct cascade { static constexpr auto value = model::action::cascade; };
struct set_null { static constexpr auto value = model::action::set_null; };
struct set_default_value { static constexpr auto value = model::action::set_default; };
/// ON DELETE; `on_delete<set_null, "author">` writes only that column of the foreign key (PostgreSQL 15).
template <class Action, model::ident... Column>
struct on_delete {
  static_assert(sizeof...(Column) == 0 || Action::value >= model::action::set_null, "on_delete<action, column> requires set_null or set_default_value");
  static constexpr const model::ident* columns[sizeof...(Column) + 1]{&Column...};
  static constexpr void set(model::constraint_def& d) { d.on_delete = Action::value, d.delete_columns = {columns, sizeof...(Column)}; }
};
template <class Action> struct on_update { static constexpr void set(model::constraint_def& d) { d.on_update = Action::value; } };
struct match_full { static constexpr void set(model::constraint_def& d) { d.match_full = true; } };
/// Rows that exist are not checked until `validate_constraint`.
struct not_valid { static constexpr void set(model::constraint_def& d) { d.not_valid = true; } };
struct no_inherit { static constexpr void set(model::constraint_def& d) { d.no_inherit = true; } };
struct deferrable { static constexpr void set(model::constraint_def& d) { d.defer = model::deferral::deferrable; } };
struct initially_deferred { static constexpr void set(model::constraint_def& d) { d.defer = model::deferral::initially_deferred; } };
/// Nulls count as equal (PostgreSQL 15).
struct nulls_not_distinct {
  static constexpr void set(auto& d) requires requires { d.nulls_not_distinct; } { d.nulls_not_distinct = true; }
};
/// Columns that an index carries besides its keys.
template <model::ident... Column>
struct include {
  static constexpr const model::ident* columns[sizeof...(Column)]{&Column...};
  static constexpr void set(auto& d) requires requires { d.include; } { d.include = {columns, sizeof...(Column)}; }
};

// Behind a column

struct primary_key : model::constraint_places<primary_key> {
  static constexpr model::constraint_def value{model::kind::primary_key};
};
/// Behind a column: UNIQUE. Among the options of an index: CREATE UNIQUE INDEX.
struct unique : model::constraint_places<unique> {
  static constexpr model::constraint_def value{model::kind::unique};
  static constexpr void set(model::index_def& d) { d.unique = true; }
};
// The two that a history has most of spare the compiler the base class: 5 % of the time to verify it on GCC.
template <model::literal Sql>
struct check {
  static constexpr model::constraint_def value{.what = model::kind::check, .expression = Sql};
  static constexpr model::option option{model::flag::constraint, {}, &value};
  static constexpr model::member member{.what = model::kind::check, .constraint = &value};
};
/// REFERENCES table (column): `references<"users", "id", on_delete<cascade>>`; without a column the table's primary key.
template <model::object_name Table, model::ident Column = automatic, class... Option>
struct references {
  static constexpr const model::ident* columns[1]{&Column};
  static constexpr model::constraint_def value = model::amend<Option...>(
      model::constraint_def{.what = model::kind::foreign_key, .target = &Table, .target_columns = {columns, Column.empty() ? 0u : 1u}});
  static constexpr model::option option{model::flag::constraint, {}, &value};
  static constexpr model::member member{.what = model::kind::foreign_key, .constraint = &value};
};

// Among a table's members

template <model::ident... Column>
struct primary_key_on : model::constraint_places<primary_key_on<Column...>> {
  static constexpr const model::ident* columns[sizeof...(Column)]{&Column...};
  static constexpr model::constraint_def value{model::kind::primary_key, {columns, sizeof...(Column)}};
};
template <model::ident... Column>
struct unique_on : model::constraint_places<unique_on<Column...>> {
  static constexpr const model::ident* columns[sizeof...(Column)]{&Column...};
  static constexpr model::constraint_def value{model::kind::unique, {columns, sizeof...(Column)}};
};
template <model::ident Name, model::literal Sql>
struct check_on {
  static constexpr model::constraint_def value{.what = model::kind::check, .expression = Sql};
  static constexpr model::member member{.what = model::kind::check, .name = model::name_or_null(Name), .constraint = &value};
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
struct foreign_key : model::constraint_places<foreign_key<On, To, Option...>> {
  static constexpr model::constraint_def value = model::amend<Option...>(model::constraint_def{.what = model::kind::foreign_key,
                                                                          .columns = {On::columns, On::size},
                                                                          .target = To::table,
                                                                          .target_columns = To::list});
};

/// CONSTRAINT name …, with further options: `constraint<"uq_email", unique_on<"tenant", "email">, deferrable>`.
template <model::ident Name, class Constraint, class... Option>
struct constraint {
  static constexpr model::constraint_def value = model::amend<Option...>(Constraint::value);
  static constexpr model::option option{Constraint::option.bit, {}, &value, model::name_or_null(Name)};
  static constexpr model::member member{.what = value.what, .name = model::name_or_null(Name), .constraint = &value};
};

}  // namespace skein
