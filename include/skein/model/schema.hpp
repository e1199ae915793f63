// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// The state of a schema between two steps. Identity is a slot, the name an attribute: a rename writes one pointer, and what
/// depends on a column holds its slot. Slots count from 1; 0 is none, so that fresh storage is all zeros.
/// The storage belongs to whoever runs the steps: arrays of exact size in a constant expression, vectors at run time.

#include <skein/model/automatic_name.hpp>
#include <skein/model/table.hpp>

namespace skein::model {

struct table_state {
  const ident* name;
  const ident* schema;        ///< as declared; empty: the default
  bool alive;
  bool renamed;               ///< it, or a column of it: texts of expressions may name what is called otherwise now
  u32 columns;                ///< alive
  u32 first_column, last_column;
  u32 first_object, last_object;
  u32 first_setting;
  u32 referenced;             ///< foreign keys of other tables that point here
  const text_view* comment;
};

struct column_state {
  const ident* name;          ///< null: dropped
  u32 table;
  u32 next;
  const data_type* type;      ///< serial as the integer that it is
  u32 flags;                  ///< flag::attributes
  const text_view* text;      ///< default or generated
  const sequence_options* sequence;
  const object_name* collation;
  const text_view* comment;
  u32 uses;                   ///< by objects, other than those on this column alone
  u32 own;                    ///< constraints on this column alone
  u32 owned_sequence;
};

/// A constraint, an index, or (kind::column) the expression of a generated column, whose slot is then in `target`.
struct object_state {
  kind what;
  bool alive;
  bool validated;
  bool sole;                  ///< a constraint on one column alone: it goes with the column
  u32 table;
  u32 next;
  name_ref name;
  const constraint_def* constraint;
  const index_def* index;     ///< also an exclusion's
  u32 first_use;              ///< in `uses`: keys, INCLUDE columns, columns in expressions; of a foreign key the target's after its own
  u32 keys, used, targets;
  u32 target;                 ///< foreign key: the table
  u32 supports;               ///< foreign keys that rest on this key
  u32 supported_by;           ///< foreign key: the key or index that it rests on
  const text_view* comment;
};

struct sequence_state {
  name_ref name;
  const ident* schema;
  u32 column;                 ///< 0: gone
};

struct setting_state {
  const parameter* value;     ///< null: reset
  u32 next;
};

struct namespace_state {
  const ident* name;
  bool alive;
};

/// How much of everything a history can make; also the running numbers.
struct extent {
  u32 tables = 0, columns = 0, objects = 0, sequences = 0, uses = 0, settings = 0, schemas = 0, names = 0, moves = 0;
};

/// Views of the storage, and how much of it is in use.
struct schema {
  table_state* tables;
  column_state* columns;
  object_state* objects;
  sequence_state* sequences;
  setting_state* settings;
  namespace_state* schemas;
  u32* uses;
  u32* names;                 ///< hash table of everything that has a name, see check/names.hpp
  u32 mask;                   ///< its size - 1
  extent used;
};

/// Storage inside a constant expression.
template <extent Max, u32 Names>
struct fixed_schema {
  table_state tables[Max.tables + 1]{};
  column_state columns[Max.columns + 1]{};
  object_state objects[Max.objects + 1]{};
  sequence_state sequences[Max.sequences + 1]{};
  setting_state settings[Max.settings + 1]{};
  namespace_state schemas[Max.schemas + 1]{};
  u32 uses[Max.uses + 1]{};
  u32 names[Names]{};
  extent used{};

  constexpr schema open() { return {tables, columns, objects, sequences, settings, schemas, uses, names, Names - 1, used}; }
};

}  // namespace skein::model
