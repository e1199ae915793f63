// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Row-level security of a table as a model: that it is enabled, and that it holds for the table's owner too.

#include <skein/declare/misplaced.hpp>
#include <skein/model/entity.hpp>
#include <skein/model/history.hpp>

namespace skein {

namespace model {

/// Where nothing is said, neither is so. Each hangs on its table, and goes with it.
inline constexpr object_name row_security_name{"row level security"}, forced_row_security_name{"forced row level security"};

template <object_name Table>
inline constexpr entity_def row_security_definition{.what = entity_kind::row_security, .name = &row_security_name, .table = &Table};
template <object_name Table>
inline constexpr entity_def forced_row_security_definition{.what = entity_kind::row_security, .name = &forced_row_security_name, .table = &Table};

}  // namespace model

/// `struct users_are_secured : row_security<"users"> {};`, in models<…>: ENABLE ROW LEVEL SECURITY.
template <model::model_name Table>
struct row_security : model::of_models {
  static constexpr model::table_def value{.name = &Table.name, .where = &Table.where, .entity = &model::row_security_definition<Table.name>};
};
/// FORCE ROW LEVEL SECURITY.
template <model::model_name Table>
struct forced_row_security : model::of_models {
  static constexpr model::table_def value{.name = &Table.name, .where = &Table.where, .entity = &model::forced_row_security_definition<Table.name>};
};

}  // namespace skein
