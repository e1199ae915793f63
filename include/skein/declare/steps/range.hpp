// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Steps on range types. `rename_type`, `set_type_schema`, `comment_on_type` and `drop_type` serve them too, and, but for the last,
/// their multirange types.

#include <skein/declare/entities/range_type.hpp>

namespace skein {

/// `create_range<"floatrange", double_precision, subtype_diff<"float8mi">>`, with `subtype_opclass`, `collate`, `canonical`,
/// `multirange_type_name`.
/// Requires: no type, table or view of that name, nor of the multirange's; a subtype that PostgreSQL can order, or `subtype_opclass`;
///           `collate` only for texts; PostgreSQL 14 for `multirange_type_name`.
/// SQL:      CREATE TYPE name AS RANGE (SUBTYPE = type, …)
/// Inverse:  drop_type, which takes the multirange type along
template <model::object_name Name, class Subtype, class... Option>
struct create_range : model::of_revision {
  static constexpr model::step step{.what = model::op::create_entity, .entity = &model::range_definition<Name, Subtype, Option...>::entity};
};

}  // namespace skein
