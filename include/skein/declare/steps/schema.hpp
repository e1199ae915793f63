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
/// Of a schema other than public, which has a comment of the server's.
/// SQL:      COMMENT ON SCHEMA name IS 'text'; the empty text removes it
/// Inverse:  the comment before
template <model::ident Name, model::literal Text>
struct comment_on_schema : model::of_revision {
  static constexpr model::step step{.what = model::op::comment_on_schema, .name = &Name, .text = Text};
};

}  // namespace skein
