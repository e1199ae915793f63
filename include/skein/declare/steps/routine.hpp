// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Steps on functions, procedures and aggregates. Overloads are told apart by the types of their arguments, which come last:
/// `drop_function<"add", integer, integer>`, of all arguments but OUT ones.

#include <skein/declare/acknowledge.hpp>
#include <skein/declare/entities/routine.hpp>

namespace skein {

namespace model {
template <entity_kind Kind, object_name Name, class... Part>
inline constexpr model::step create_routine =
    (model::step{.what = op::create_entity, .entity = &routine_definition<Kind, Name, Part...>::entity} | ... | amendment<Part, true>{});
template <entity_kind Kind, object_name Name, class... Part>
inline constexpr model::step replace_routine =
    (model::step{.what = op::replace_entity, .entity = &routine_definition<Kind, Name, Part...>::entity} | ... | amendment<Part, true>{});
template <entity_kind Kind, object_name Name, class... Type>
inline constexpr model::step drop_routine{.what = op::drop_entity, .entity = &routine_reference<Kind, Name, Type...>::entity};
template <entity_kind Kind, object_name Name, ident To, class... Type>
inline constexpr model::step rename_routine{.what = op::rename_entity, .to = &To, .entity = &routine_reference<Kind, Name, Type...>::entity};
template <entity_kind Kind, object_name Name, ident To, class... Type>
inline constexpr model::step move_routine{.what = op::move_entity, .to = &To, .entity = &routine_reference<Kind, Name, Type...>::entity};
template <entity_kind Kind, object_name Name, literal Text, class... Type>
inline constexpr model::step comment_on_routine{
    .what = op::comment_on_entity, .text = Text, .entity = &routine_reference<Kind, Name, Type...>::entity};
}  // namespace model

/// `create_function<"add", arguments<in<"a", integer>, in<"b", integer>>, returns<integer>, language<"sql">, body<"SELECT a + b">>`
/// Requires: no routine of that name with the same types of arguments; the types that it names; of a body in SQL, or one that
///           PostgreSQL parses, the tables and columns too; nothing that calls it already.
/// SQL:      CREATE FUNCTION name(…) RETURNS … LANGUAGE … AS '…'
/// Inverse:  drop_function
template <model::object_name Name, class... Part>
struct create_function : model::of_revision { static constexpr const model::step& step = model::create_routine<model::entity_kind::function, Name, Part...>; };
template <model::object_name Name, class... Part>
struct create_procedure : model::of_revision { static constexpr const model::step& step = model::create_routine<model::entity_kind::procedure, Name, Part...>; };
/// SQL:      CREATE AGGREGATE name(…) (SFUNC = …, STYPE = …, …)
template <model::object_name Name, class... Part>
struct create_aggregate : model::of_revision { static constexpr const model::step& step = model::create_routine<model::entity_kind::aggregate, Name, Part...>; };

/// The new definition in place of the one with these types of arguments; what uses the function stays.
/// Requires: that it returns the same, that no argument has another name than before, and that each default stays one; an
///           argument that gets a name or a default for the first time has no way back: `irreversible<"why">`.
/// SQL:      CREATE OR REPLACE FUNCTION name(…) …
/// Inverse:  replace_function with the definition before
template <model::object_name Name, class... Part>
struct replace_function : model::of_revision { static constexpr const model::step& step = model::replace_routine<model::entity_kind::function, Name, Part...>; };
template <model::object_name Name, class... Part>
struct replace_procedure : model::of_revision { static constexpr const model::step& step = model::replace_routine<model::entity_kind::procedure, Name, Part...>; };

/// Requires: nothing uses it.
/// SQL:      DROP FUNCTION name(types)
/// Inverse:  the function with everything that it had
template <model::object_name Name, class... Type>
struct drop_function : model::of_revision { static constexpr const model::step& step = model::drop_routine<model::entity_kind::function, Name, Type...>; };
template <model::object_name Name, class... Type>
struct drop_procedure : model::of_revision { static constexpr const model::step& step = model::drop_routine<model::entity_kind::procedure, Name, Type...>; };
template <model::object_name Name, class... Type>
struct drop_aggregate : model::of_revision { static constexpr const model::step& step = model::drop_routine<model::entity_kind::aggregate, Name, Type...>; };

/// Requires: no default, check, generated column or index calls it; bodies that name it are replaced in the same revision.
/// SQL:      ALTER FUNCTION name(types) RENAME TO to
/// Inverse:  rename_function back
template <model::object_name Name, model::ident To, class... Type>
struct rename_function : model::of_revision { static constexpr const model::step& step = model::rename_routine<model::entity_kind::function, Name, To, Type...>; };
template <model::object_name Name, model::ident To, class... Type>
struct rename_procedure : model::of_revision { static constexpr const model::step& step = model::rename_routine<model::entity_kind::procedure, Name, To, Type...>; };
template <model::object_name Name, model::ident To, class... Type>
struct rename_aggregate : model::of_revision { static constexpr const model::step& step = model::rename_routine<model::entity_kind::aggregate, Name, To, Type...>; };

/// SQL:      ALTER FUNCTION name(types) SET SCHEMA to
/// Inverse:  set_function_schema back
template <model::object_name Name, model::ident To, class... Type>
struct set_function_schema : model::of_revision { static constexpr const model::step& step = model::move_routine<model::entity_kind::function, Name, To, Type...>; };
template <model::object_name Name, model::ident To, class... Type>
struct set_procedure_schema : model::of_revision { static constexpr const model::step& step = model::move_routine<model::entity_kind::procedure, Name, To, Type...>; };
template <model::object_name Name, model::ident To, class... Type>
struct set_aggregate_schema : model::of_revision { static constexpr const model::step& step = model::move_routine<model::entity_kind::aggregate, Name, To, Type...>; };

/// SQL:      COMMENT ON FUNCTION name(types) IS 'text'; the empty text removes it
/// Inverse:  the comment before
template <model::object_name Name, model::literal Text, class... Type>
struct comment_on_function : model::of_revision { static constexpr const model::step& step = model::comment_on_routine<model::entity_kind::function, Name, Text, Type...>; };
template <model::object_name Name, model::literal Text, class... Type>
struct comment_on_procedure : model::of_revision { static constexpr const model::step& step = model::comment_on_routine<model::entity_kind::procedure, Name, Text, Type...>; };
template <model::object_name Name, model::literal Text, class... Type>
struct comment_on_aggregate : model::of_revision { static constexpr const model::step& step = model::comment_on_routine<model::entity_kind::aggregate, Name, Text, Type...>; };

}  // namespace skein
