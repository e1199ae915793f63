// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// What a table is made of. Columns, constraints, indexes and settings share one uniform descriptor with a kind, so that a
/// mixed list of them is one array that nobody has to separate.

#include <skein/model/sequence.hpp>
#include <skein/model/text.hpp>

namespace skein::model {

/// One element of an index, a key or an exclusion: a column or an expression, with its modifiers.
struct element {
  const ident* column = nullptr;  ///< or
  text_view expression{};           ///< without the parentheses
  const object_name* opclass = nullptr;
  const object_name* collation = nullptr;
  text_view with{};                 ///< the operator of an exclusion element
  enum class order : std::uint8_t { unsaid, ascending, descending } direction = order::unsaid;
  enum class nulls : std::uint8_t { unsaid, first, last } null_order = nulls::unsaid;
};

/// `name = value` in WITH (…).
struct parameter {
  text_view name{};
  text_view value{};
};

struct index_def {
  list<element> elements{};
  names columns{};                ///< what the automatic name calls the elements; see expression_name.hpp
  names include{};
  text_view where{};
  const ident* method = nullptr;  ///< null: btree
  list<parameter> parameters{};
  text_view comment{};
  bool unique = false;
  bool nulls_not_distinct = false;
};

enum class action : std::uint8_t { no_action, restrict, cascade, set_null, set_default };
enum class deferral : std::uint8_t { none, deferrable, initially_deferred };

/// The kinds of table member, in the order in which those of one CREATE TABLE come to be and are named. A foreign key may
/// rest on an index of its own table.
enum class kind : std::uint8_t {
  column, check, primary_key, unique, exclusion, index, foreign_key,
  mistake,  ///< a constraint with an option that is none, or what has no place in a table: see declare/misplaced.hpp
  comment, parameter,
  property,  ///< see property.hpp
  privileges,  ///< see privilege.hpp
  partition_of, partition_by,  ///< see partition.hpp; these come before all others but columns
  inherits  ///< the parent is the constraint's target; this comes before the columns
};
constexpr bool is_constraint(kind k) { return k >= kind::check && k <= kind::foreign_key && k != kind::index; }

/// A constraint without its name. `columns` is empty where it is written behind the column it concerns.
struct constraint_def {
  kind what = kind::check;
  names columns{};
  names include{};
  text_view expression{};
  const object_name* target = nullptr;  ///< foreign key
  names target_columns{};                 ///< empty: the target's primary key
  action on_delete = action::no_action;
  names delete_columns{};                 ///< those that ON DELETE SET … writes; empty: all
  action on_update = action::no_action;
  bool match_full = false;
  bool not_valid = false;
  bool no_inherit = false;
  bool nulls_not_distinct = false;
  deferral defer = deferral::none;
  const index_def* exclusion = nullptr;
  text_view comment{};
};

/// What a column may be, as bits: what has no argument is the bit alone, what has one also has an `option`.
namespace flag {
inline constexpr u32 not_null = 1, null = 2, identity_always = 4, identity_by_default = 8, default_value = 16,
                     generated = 32, collation = 64, comment = 128, primary_key = 256, constraint = 512, next_value = 1024,
                     mistake = 2048, relation = 4096, named = 8192, inherited = 16384;
inline constexpr u32 identity = identity_always | identity_by_default;
/// What the column itself is; the rest are constraints that stand beside it. `next_value` is the default nextval of a sequence of
/// the history's, that of a serial column among them; `relation`, that a default names a relation in a string (relation_text.hpp); `named`, that the body of a routine has named it; `inherited`, that
/// the table does not declare it itself (attislocal).
inline constexpr u32 attributes = not_null | identity | default_value | generated | collation | comment | next_value;
}  // namespace flag

struct option {
  u32 bit = 0;
  text_view text{};                               ///< default, generated, comment
  const constraint_def* constraint = nullptr;
  const ident* constraint_name = nullptr;
  const object_name* collation = nullptr;
  const sequence_options* sequence = nullptr;   ///< identity
};

/// The one descriptor of everything that stands in a table.
struct member {
  kind what = kind::column;
  u32 flags = 0;                        ///< column: of all its options
  const ident* name = nullptr;          ///< null: PostgreSQL's automatic name
  const data_type* type = nullptr;      ///< column
  list<const option*> options{};        ///< column
  const constraint_def* constraint = nullptr;
  const index_def* index = nullptr;
  const parameter* setting = nullptr;   ///< storage parameter
  text_view text{};                     ///< comment
};

constexpr const option* find_option(const member& m, u32 bit) {
  for (u32 i = 0; i < m.options.size; ++i)
    if (m.options.data[i]->bit & bit) return m.options.data[i];
  return nullptr;
}

}  // namespace skein::model
