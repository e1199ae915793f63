// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// The state of a schema between two steps. Identity is a slot, the name an attribute: a rename writes one pointer, and what
/// depends on a column holds its slot. Slots count from 1; 0 is none, so that fresh storage is all zeros.
/// The storage belongs to whoever runs the steps: arrays of exact size in a constant expression, vectors at run time.

#include <skein/model/automatic_name.hpp>
#include <skein/model/entity.hpp>
#include <skein/model/property.hpp>

namespace skein::model {

struct table_state {
  const ident* name;
  const ident* schema;        ///< as declared; empty: the default
  u32 schema_key;             ///< its hash; 0: the default
  bool alive;
  bool renamed;               ///< it, or a column of it: texts of expressions may name what is called otherwise now
  u32 columns;                ///< alive
  u32 first_column, last_column;
  u32 first_object, last_object;
  u32 first_setting;
  u32 referenced;             ///< foreign keys of other tables that point here
  u32 filled;                 ///< has rows for certain, while `progress::rows_kept` is that
  u32 users;                  ///< entities that use it or one of its columns
  u32 named_by;               ///< bodies of routines that name it, see check/text/body_names.hpp
  u32 first_entity;           ///< that hangs on it
  u32 first_sequence;         ///< that a column of it owns
  u32 partition;              ///< the object that says how it is partitioned, else the one that says that it is a partition
  const text_view* comment;
};

struct column_state {
  const ident* name;          ///< null: dropped
  const member* declared;     ///< null once altered
  u32 table;
  u32 next;
  const data_type* type;      ///< serial as the integer that it is
  u32 flags;                  ///< flag::attributes
  const text_view* text;      ///< default or generated
  const object_name* collation;
  const text_view* comment;
  u32 uses;                   ///< by objects, other than those on this column alone
  u32 own;                    ///< constraints on this column alone
  u32 sequence;               ///< identity: its own; next_value: the one that the default calls
};

/// A constraint, an index, or (kind::column) the expression of a generated column, whose slot is then in `target`. How a table
/// is partitioned (kind::partition_by) has its first partition in `target`; what makes a table one (kind::partition_of) the
/// partitioned table there, and the next partition in `supported_by`: both as such objects. A table has one more (kind::inherits) for
/// each table that it inherits from, which is in `target`.
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
  u32 inherited;              ///< the object of the partitioned table, or of the parent, of which this is a part
};

struct sequence_state {
  name_ref name;
  const ident* schema;
  u32 schema_key;
  bool alive;
  bool internal;              ///< an identity's
  u32 column;                 ///< that owns it; 0: it stands alone
  u32 next;                   ///< owned by the same table
  u32 users;                  ///< columns whose default it is, and expressions
  sequence_values values;
  long long position;         ///< where it was last put, not where rows have brought it
  const text_view* comment;
};

struct setting_state {
  const parameter* value;     ///< null: reset
  u32 next;
};

/// What an entity is made of now; the clauses of one follow each other.
struct clause_state {
  const clause* value;
  u32 next;
  name_ref name;              ///< of a constraint or an attribute
  const data_type* type;
  const object_name* object;
  const text_view* comment;
  bool validated;
};
/// What the state keeps of a clause as it is written.
constexpr clause_state clause_of(const clause& c) {
  clause_state k{};
  k.value = &c;
  if (c.name) k.name = written(c.name);
  k.type = c.type;
  k.object = c.object;
  if (c.comment.size) k.comment = &c.comment;
  k.validated = !c.not_valid;
  return k;
}

struct entity_state {
  entity_kind what;
  bool alive;
  bool unread;                ///< a routine whose body is read at the end of its revision
  const ident* name;
  const ident* schema;
  u32 schema_key;
  u32 within;                 ///< what the name is unique in: of a routine its arguments' types, of what hangs on a table that
  const entity_def* def;      ///< as created, or as it was last replaced
  u32 table;                  ///< that it hangs on
  u32 next;                   ///< of the same table; of a domain the one that was created before it
  u32 holder;                 ///< expression, multirange: whose it is, as an entry of check/state/names.hpp
  u32 first_clause;
  u32 first_use, used;        ///< in `uses`: what it uses, as entries; 0 for a word that means nothing
  u32 users;                  ///< columns and entities that use it
  u32 first_named, named;     ///< behind what it uses: what the body of a routine names, see check/text/body_names.hpp
  u32 named_by;               ///< bodies that name it
  u64 awaits;                 ///< calls in it of what the history does not have: the names as a set of bits
  const text_view* text;      ///< expression: what it is
  const text_view* comment;
};

/// What a role may do, as far as it was ever said; as long as what it is on is there.
struct right_state {
  u32 of;                     ///< an entry of check/state/names.hpp
  u32 column;                 ///< 0: all of the table
  const ident* role;
  u32 held, options;          ///< privileges, and those with grant option
  const ident* creator;       ///< of default privileges FOR ROLE
};

/// What was last said of a property of something; as long as that is there.
struct property_state {
  u32 of;                     ///< an entry of check/state/names.hpp
  u32 column;                 ///< 0: all of it
  const property_def* said;
  u32 index;                  ///< that the value names, as an object
};

struct namespace_state {
  const ident* name;
  bool alive;
  const text_view* comment;
};

/// How much of everything a history can make; also how much of it is in use.
struct extent {
  u32 tables = 0, columns = 0, objects = 0, sequences = 0, uses = 0, settings = 0, schemas = 0, renames = 0, moves = 0;
  u32 entities = 0, clauses = 0;
  u32 partitions = 0;  ///< partitioned tables, partitions, and what tables inherit from
  u32 heirs = 0;       ///< of these, the last
  u32 raw = 0;     ///< characters of raw SQL
  u32 data = 0;    ///< steps on rows
  u32 widest = 8;  ///< members of the widest table
  u32 pinned = 0;  ///< digests
  u32 runs = 0;    ///< that are replaced
  u32 routines = 0;
  u32 rights = 0, defaults = 0;  ///< of these, default privileges
  u32 properties = 0;
  u32 expressions = 0, called = 0;  ///< that may call routines, and the names in them: they count only where there are routines
};

constexpr u32 log2(u32 power) { return power > 1 ? 1 + log2(power / 2) : 0; }

/// Storage inside a constant expression. Whoever runs steps takes any type with these members. `Progress` is what else is kept
/// while they run; it is the base, not the arrays: GCC pays for every level of
/// every load and store, for this one 5 % of a simulation.
template <extent Max, u32 Names, class Progress>
struct fixed_schema : Progress {
  static constexpr bool pinned = Max.pinned != 0;  ///< there are digests to compare
  static constexpr bool has_entities = Max.entities != 0;
  static constexpr bool has_partitions = Max.partitions != 0;
  static constexpr bool has_heirs = Max.heirs != 0;
  static constexpr bool has_rights = Max.rights != 0;
  static constexpr bool has_properties = Max.properties != 0;
  static constexpr bool has_routines = Max.routines != 0;
  static constexpr u32 mask = Names - 1;
  static constexpr bool takes_rows = Max.data != 0;
  static constexpr u32 shift = 32 - log2(Names);  ///< a hash's upper bits are its place in `names`

  table_state tables[Max.tables + 1]{};
  column_state columns[Max.columns + 1]{};
  object_state objects[Max.objects + 1]{};
  sequence_state sequences[Max.sequences + 1]{};
  setting_state settings[Max.settings + 1]{};
  namespace_state schemas[Max.schemas + 1]{};
  entity_state entities[Max.entities + (has_routines ? Max.expressions : 0) + 1]{};
  clause_state clauses[Max.clauses + 1]{};
  right_state rights[Max.rights + 1]{};
  property_state properties[Max.properties + 1]{};
  u32 uses[Max.uses + (has_routines ? Max.called : 0) + 1]{};
  u32 names[Names]{};         ///< hash table of everything that has a name, see check/state/names.hpp
  extent used{};
};

}  // namespace skein::model
