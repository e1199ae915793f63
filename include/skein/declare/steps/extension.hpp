// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Steps on extensions.

#include <skein/declare/acknowledge.hpp>
#include <skein/declare/entities/extension.hpp>

namespace skein {

/// SQL:      CREATE EXTENSION name
/// Inverse:  drop_extension
template <model::object_name Name>
struct create_extension : model::of_revision {
  static constexpr model::step step{.what = model::op::create_entity, .entity = &model::extension_definition<Name>};
};
/// SQL:      DROP EXTENSION name
/// Inverse:  create_extension
template <model::object_name Name>
struct drop_extension : model::of_revision {
  static constexpr model::step step{.what = model::op::drop_entity, .entity = &model::extension_definition<Name>};
};

}  // namespace skein
