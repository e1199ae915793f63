// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Inheritance of tables. `inherits<"parent">` among the members of a table, once for each parent: the table has all
/// columns of the parent and all its checks that are not `no_inherit`. What becomes of the parent's columns and checks
/// becomes of them too; keys, indexes, foreign keys and triggers are each table's own.

#include <skein/declare/misplaced.hpp>
#include <skein/model/member.hpp>

namespace skein {

namespace model {
/// Whose heir a table is, as a member of it.
struct parent_member : member {
  constraint_def def[1];
};
template <object_name Parent>
inline constexpr parent_member parent_of{{.what = kind::inherits, .constraint = parent_of<Parent>.def},
                                         {{.what = kind::inherits, .target = &Parent}}};
}  // namespace model

/// Columns that the table declares too become one with the parent's: they have its type and collation, are NOT NULL if
/// either is, and have its default unless they have one of their own. So do checks of one name, which have to be the
/// same. Requires: a table that is neither partitioned nor a partition; no two ways to one and the same parent. In a
/// model a column
///           that is inherited has to be declared only where its default, nullability or comment is not the parent's.
/// SQL:      INHERITS (parent)
template <model::object_name Parent>
struct inherits : model::of_table {
  static constexpr const model::member& member = model::parent_of<Parent>;
};

}  // namespace skein
