// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// What a schema holds besides tables: types, views, routines, and what hangs on a table. One uniform descriptor with a kind,
/// so that one `apply`, one `invert` and one dependency graph serve all of them.

#include <skein/model/query.hpp>
#include <skein/model/sequence.hpp>
#include <skein/model/text.hpp>

namespace skein::model {

/// A sequence has a state of its own (schema.hpp), since most have no declaration: a column brings them along.
/// `type` is a type of any kind: what a step says that does not care of which. `object` is of a kind that skein does not know: the
/// text of its first clause. `expression` is no object of PostgreSQL's: it holds what a column or a constraint of a table uses besides columns.
enum class entity_kind : std::uint8_t {
  none, type, enumeration, domain, composite, extension, function, procedure, aggregate, trigger, event_trigger, object, row_security, sequence, policy,
  view, materialized_view, rule, range, multirange, expression
};

/// What a kind is like. The words are those of DROP and COMMENT ON.
struct entity_traits {
  const char* words;      ///< in sentences
  const char* sql;        ///< behind DROP, ALTER, COMMENT ON
  bool is_type;           ///< a column may be of it; shares the names of types
  bool is_relation;       ///< shares the names of tables, indexes and sequences
  bool is_routine;        ///< named with its argument types
  bool of_table;          ///< named within its table, and goes with it
  bool of_database;       ///< its name stands in no schema
};
inline constexpr entity_traits entity_table[]{
    {"", "", false, false, false, false, false},
    {"type", "TYPE", true, false, false, false, false},
    {"type", "TYPE", true, false, false, false, false},
    {"domain", "DOMAIN", true, false, false, false, false},
    {"type", "TYPE", true, true, false, false, false},
    {"extension", "EXTENSION", false, false, false, false, true},
    {"function", "FUNCTION", false, false, true, false, false},
    {"procedure", "PROCEDURE", false, false, true, false, false},
    {"aggregate", "AGGREGATE", false, false, true, false, false},
    {"trigger", "TRIGGER", false, false, false, true, false},
    {"event trigger", "EVENT TRIGGER", false, false, false, false, true},
    {"object", "", false, false, false, false, false},
    {"mode", "", false, false, false, true, false},
    {"sequence", "SEQUENCE", false, true, false, false, false},
    {"policy", "POLICY", false, false, false, true, false},
    {"view", "VIEW", false, true, false, false, false},
    {"materialized view", "MATERIALIZED VIEW", false, true, false, false, false},
    {"rule", "RULE", false, false, false, true, false},
    {"type", "TYPE", true, false, false, false, false},
    {"type", "TYPE", true, false, false, false, false},
    {"expression", "", false, false, false, true, false},
};
static_assert(sizeof(entity_table) / sizeof(entity_table[0]) == static_cast<std::size_t>(entity_kind::expression) + 1);
constexpr const entity_traits& traits_of(entity_kind k) { return entity_table[static_cast<int>(k)]; }
constexpr bool is_view(entity_kind k) { return k == entity_kind::view || k == entity_kind::materialized_view; }
/// Of what hangs on a table.
constexpr bool may_be_of_view(entity_kind k) { return k == entity_kind::rule || k == entity_kind::trigger; }

/// One clause of an entity: what it is made of, or, in a step that alters it, what becomes of one.
struct clause {
  enum class part : std::uint8_t {
    label, firing, schema, version, provides, kind, drop, uses, base, collation, not_null, default_value, check, attribute,
    setting, no_data, refresh, event, opclass, canonical, difference, multirange, mistake
  } what = part::label;
  enum class change : std::uint8_t { none, add, drop, rename, set, validate, comment } does = change::none;
  const ident* name = nullptr;       ///< of a constraint or an attribute; a schema, a type, a column
  const data_type* type = nullptr;   ///< of the base, of an attribute
  text_view text{};                  ///< label, expression, value, comment
  text_view from{};                  ///< rename: the label before; setting: its name
  const ident* to = nullptr;         ///< rename: the name after
  bool not_valid = false;            ///< of a constraint: PostgreSQL has not looked at the rows
  text_view comment{};               ///< on it
  text_view beside{};                ///< add: the label that it comes before or after
  bool before = false;
  const object_name* object = nullptr;  ///< that it uses; a collation
};

struct routine_def;  // routine.hpp
struct trigger_def;  // trigger.hpp
struct policy_def;   // policy.hpp

struct entity_def {
  entity_kind what = entity_kind::none;
  const object_name* name = nullptr;
  const object_name* table = nullptr;  ///< that it hangs on
  list<clause> clauses{};
  text_view body{};                    ///< the query of a view, the text of a routine, the condition of a trigger
  const routine_def* routine = nullptr;  ///< what else a routine is; in a step that needs no more, its arguments alone
  const trigger_def* trigger = nullptr;  ///< what else a trigger is
  const sequence_options* sequence = nullptr;
  const policy_def* policy = nullptr;    ///< what else a policy is
  names columns{};                     ///< of a view, where it lists them
  const query* parsed = nullptr;       ///< the body taken apart
};

/// An entity with its clauses, in one object.
template <u32 N>
struct entity_with : entity_def {
  clause items[N + 1];
};

}  // namespace skein::model
