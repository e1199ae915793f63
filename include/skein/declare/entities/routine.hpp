// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Functions, procedures and aggregates as models, and what they are declared with. What PostgreSQL writes in a clause is one
/// argument here, in any order: `function<"add", arguments<in<"a", integer>, in<"b", integer>>, returns<integer>,
/// language<"sql">, immutable, body<"SELECT a + b">>`.

#include <skein/declare/amend.hpp>
#include <skein/declare/index.hpp>
#include <skein/declare/types.hpp>
#include <skein/model/history.hpp>
#include <skein/model/routine.hpp>

namespace skein {

namespace model {

inline constexpr place parts_of_a_routine{"a part of a function", "write it inside create_function<...> or function<...>"};
using of_routine = neither<parts_of_a_routine>;
inline constexpr place arguments_of_a_routine{"an argument", "write it inside arguments<...>"};
using of_arguments = neither<arguments_of_a_routine>;

/// `default_<…>` behind an argument.
template <class Default>
struct argument_option {};
template <class Default>
consteval argument operator|(argument a, argument_option<Default>) {
  if constexpr (option_of<Default>.bit == flag::default_value) a.default_value = option_of<Default>.text;
  else make_mistake<Default>(a);
  return a;
}

template <argument::mode Mode, ident Name, class Type, class... Default>
struct declared_argument : of_arguments {
  static constexpr model::argument argument = (model::argument{Mode, Name.size ? &Name : nullptr, &type_of<Type>} | ... | argument_option<Default>{});
};

/// An argument, or the type alone of one without a name.
template <class T>
consteval argument argument_of() {
  if constexpr (requires { T::argument; }) return T::argument;
  else return {.type = &type_of<T>};
}
/// Of RETURNS TABLE; what is no column has no type that PostgreSQL knows.
template <class T>
consteval argument column_of_table() {
  if constexpr (requires { requires T::member.what == kind::column; }) return {argument::mode::column, T::member.name, T::member.type};
  else return {argument::mode::column, nullptr, &no_type<T>};
}

/// A routine as its parts say, with its text where every entity has it.
template <entity_kind Kind, object_name Name, class... Part>
struct routine_definition {
  static constexpr routine_def routine = (routine_def{} | ... | amendment<Part, amends<Part, step>>{});
  static constexpr entity_def entity{.what = Kind, .name = &Name, .body = routine.body, .routine = &routine};
};
/// Which routine a step is about: its arguments' types tell overloads apart.
template <entity_kind Kind, object_name Name, class... Type>
struct routine_reference {
  static constexpr argument types[sizeof...(Type) + 1]{argument_of<Type>()...};
  static constexpr routine_def routine{.arguments = {types, sizeof...(Type)}};
  static constexpr entity_def entity{.what = Kind, .name = &Name, .routine = &routine};
};

}  // namespace model

/// Arguments: `in<"a", integer>`, `in<"b", text, default_<"'x'">>`, or a type alone for one without a name (the name `""` too).
template <model::ident Name, class Type, class... Default>
struct in : model::declared_argument<model::argument::mode::in, Name, Type, Default...> {};
template <model::ident Name, class Type>
struct out : model::declared_argument<model::argument::mode::out, Name, Type> {};
template <model::ident Name, class Type, class... Default>
struct inout : model::declared_argument<model::argument::mode::inout, Name, Type, Default...> {};
/// The rest of a call's arguments, as an array.
template <model::ident Name, class Type, class... Default>
struct variadic : model::declared_argument<model::argument::mode::variadic, Name, Type, Default...> {};

template <class... Argument>
struct arguments : model::of_routine {
  static constexpr model::argument items[sizeof...(Argument) + 1]{model::argument_of<Argument>()...};
  static constexpr void set(model::routine_def& d) { d.arguments = {items, sizeof...(Argument)}; }
};

/// RETURNS type. A type that no column can be of is said by name: `returns<type_named<"anyelement">>`.
template <class Type>
struct returns : model::of_routine {
  static constexpr void set(model::routine_def& d) { d.result = &model::type_of<Type>; }
};
/// RETURNS SETOF type.
template <class Type>
struct returns_setof : model::of_routine {
  static constexpr void set(model::routine_def& d) { d.result = &model::type_of<Type>, d.returns_set = true; }
};
/// RETURNS TABLE (…): `returns_table<column<"id", bigint>, column<"name", text>>`.
template <class... Column>
struct returns_table : model::of_routine {
  static constexpr model::argument items[sizeof...(Column) + 1]{model::column_of_table<Column>()...};
  static constexpr void set(model::routine_def& d) { d.columns = {items, sizeof...(Column)}, d.returns_set = true; }
};
struct returns_void : model::of_routine { static constexpr void set(model::routine_def& d) { d.result = &model::void_type; } };
struct returns_record : model::of_routine { static constexpr void set(model::routine_def& d) { d.result = &model::record_type; } };
struct returns_setof_record : model::of_routine { static constexpr void set(model::routine_def& d) { d.result = &model::record_type, d.returns_set = true; } };
struct returns_trigger : model::of_routine { static constexpr void set(model::routine_def& d) { d.result = &model::trigger_type; } };
struct returns_event_trigger : model::of_routine { static constexpr void set(model::routine_def& d) { d.result = &model::event_trigger_type; } };

template <model::ident Name> struct language : model::of_routine { static constexpr void set(model::routine_def& d) { d.language = &Name; } };
/// AS 'text': the routine in its language, of LANGUAGE internal a function inside the server. In SQL and PL/pgSQL it is read for
/// what it names, which then stays as it is called until the body is replaced.
template <model::literal Text> struct body : model::of_routine { static constexpr void set(model::routine_def& d) { d.body = Text; } };
/// LANGUAGE C: AS 'library', 'symbol'.
template <model::literal Library, model::literal Symbol>
struct compiled : model::of_routine {
  static constexpr void set(model::routine_def& d) { d.body = Library, d.symbol = Symbol; }
};
/// `RETURN a + b`, or `BEGIN ATOMIC …; END`: read when the routine is created, and what it uses is held (PostgreSQL 14).
template <model::literal Sql>
struct standard_body : model::of_routine {
  static constexpr void set(model::routine_def& d) { d.body = Sql, d.standard_body = true; }
};

struct immutable : model::of_routine { static constexpr void set(model::routine_def& d) { d.volatile_is = model::routine_def::volatility::immutable; } };
struct stable : model::of_routine { static constexpr void set(model::routine_def& d) { d.volatile_is = model::routine_def::volatility::stable; } };
struct volatile_ : model::of_routine { static constexpr void set(model::routine_def& d) { d.volatile_is = model::routine_def::volatility::volatile_; } };
struct parallel_safe : model::of_routine { static constexpr void set(model::routine_def& d) { d.parallel = model::routine_def::parallelism::safe; } };
struct parallel_restricted : model::of_routine { static constexpr void set(model::routine_def& d) { d.parallel = model::routine_def::parallelism::restricted; } };
struct parallel_unsafe : model::of_routine { static constexpr void set(model::routine_def& d) { d.parallel = model::routine_def::parallelism::unsafe; } };
/// Null for a null: RETURNS NULL ON NULL INPUT.
struct strict : model::of_routine { static constexpr void set(model::routine_def& d) { d.strict = true; } };
struct security_definer : model::of_routine { static constexpr void set(model::routine_def& d) { d.security_definer = true; } };
struct leakproof : model::of_routine { static constexpr void set(model::routine_def& d) { d.leakproof = true; } };
struct window : model::of_routine { static constexpr void set(model::routine_def& d) { d.window = true; } };
/// In units of cpu_operator_cost, and rows of a set: numbers as PostgreSQL reads them.
template <model::literal Number> struct cost : model::of_routine { static constexpr void set(model::routine_def& d) { d.cost = Number; } };
template <model::literal Number> struct rows : model::of_routine { static constexpr void set(model::routine_def& d) { d.rows = Number; } };
/// SET name TO value while it runs; the value as SQL: `set_config<parameter<"search_path", "app, pg_temp">>`.
template <class... Parameter>
struct set_config : model::of_routine {
  static constexpr model::parameter items[sizeof...(Parameter)]{Parameter::value...};
  static constexpr void set(model::routine_def& d) { d.settings = {items, sizeof...(Parameter)}; }
};

// Of an aggregate

/// SFUNC: called with the state and a row's arguments.
template <model::object_name Name> struct transition_function : model::of_routine { static constexpr void set(model::routine_def& d) { d.aggregate.transition = &Name; } };
/// STYPE.
template <class Type> struct state_type : model::of_routine { static constexpr void set(model::routine_def& d) { d.aggregate.state = &model::type_of<Type>; } };
template <model::object_name Name> struct final_function : model::of_routine { static constexpr void set(model::routine_def& d) { d.aggregate.final = &Name; } };
/// FINALFUNC_EXTRA.
struct final_function_extra : model::of_routine { static constexpr void set(model::routine_def& d) { d.aggregate.final_extra = true; } };
template <model::object_name Name> struct combine_function : model::of_routine { static constexpr void set(model::routine_def& d) { d.aggregate.combine = &Name; } };
template <model::object_name Name> struct serial_function : model::of_routine { static constexpr void set(model::routine_def& d) { d.aggregate.serial = &Name; } };
template <model::object_name Name> struct deserial_function : model::of_routine { static constexpr void set(model::routine_def& d) { d.aggregate.deserial = &Name; } };
/// INITCOND: the state at first, as text.
template <model::literal Value> struct initial_state : model::of_routine { static constexpr void set(model::routine_def& d) { d.aggregate.initial = Value; } };
/// SORTOP, as SQL: `sort_operator<"<">`.
template <model::literal Sql> struct sort_operator : model::of_routine { static constexpr void set(model::routine_def& d) { d.aggregate.sort_operator = Sql; } };

// As models, in models<…>

/// `struct add : function<"add", arguments<…>, returns<integer>, language<"sql">, body<"…">> {};`
template <model::model_name Name, class... Part>
struct function {
  static constexpr model::table_def value{
      .name = &Name.name, .where = &Name.where, .entity = &model::routine_definition<model::entity_kind::function, Name.name, Part...>::entity};
};
template <model::model_name Name, class... Part>
struct procedure {
  static constexpr model::table_def value{
      .name = &Name.name, .where = &Name.where, .entity = &model::routine_definition<model::entity_kind::procedure, Name.name, Part...>::entity};
};
/// `struct total : aggregate<"total", arguments<integer>, transition_function<"int4pl">, state_type<integer>, initial_state<"0">> {};`
template <model::model_name Name, class... Part>
struct aggregate {
  static constexpr model::table_def value{
      .name = &Name.name, .where = &Name.where, .entity = &model::routine_definition<model::entity_kind::aggregate, Name.name, Part...>::entity};
};

}  // namespace skein
