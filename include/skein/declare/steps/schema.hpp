// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Steps on schemas.

#include <skein/declare/acknowledge.hpp>

namespace skein {

/// SQL:      CREATE SCHEMA name;  inverse: drop_schema
template <model::ident Name>
struct create_schema : model::of_revision {
  static constexpr model::step step{.what = model::op::create_schema, .name = &Name};
};
/// Requires: nothing is in it.
/// SQL:      DROP SCHEMA name;  inverse: create_schema
template <model::ident Name>
struct drop_schema : model::of_revision {
  static constexpr model::step step{.what = model::op::drop_schema, .name = &Name};
};

}  // namespace skein
