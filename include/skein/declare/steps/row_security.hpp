// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Steps on the row-level security of a table.

#include <skein/declare/entities/row_security.hpp>

namespace skein {

/// Requires: it is not enabled.
/// SQL:      ALTER TABLE table ENABLE ROW LEVEL SECURITY
/// Inverse:  disable_row_security
template <model::object_name Table>
struct enable_row_security : model::of_revision {
  static constexpr model::step step{.what = model::op::create_entity, .entity = &model::row_security_definition<Table>};
};
/// Requires: it is enabled.
/// SQL:      ALTER TABLE table DISABLE ROW LEVEL SECURITY
/// Inverse:  enable_row_security
template <model::object_name Table>
struct disable_row_security : model::of_revision {
  static constexpr model::step step{.what = model::op::drop_entity, .entity = &model::row_security_definition<Table>};
};
/// For the table's owner too, once it is enabled.
/// Requires: it is not forced.
/// SQL:      ALTER TABLE table FORCE ROW LEVEL SECURITY
/// Inverse:  no_force_row_security
template <model::object_name Table>
struct force_row_security : model::of_revision {
  static constexpr model::step step{.what = model::op::create_entity, .entity = &model::forced_row_security_definition<Table>};
};
/// Requires: it is forced.
/// SQL:      ALTER TABLE table NO FORCE ROW LEVEL SECURITY
/// Inverse:  force_row_security
template <model::object_name Table>
struct no_force_row_security : model::of_revision {
  static constexpr model::step step{.what = model::op::drop_entity, .entity = &model::forced_row_security_definition<Table>};
};

}  // namespace skein
