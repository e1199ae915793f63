// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Extensions as models.

#include <skein/declare/misplaced.hpp>
#include <skein/model/entity.hpp>
#include <skein/model/history.hpp>

namespace skein {

namespace model {
template <object_name Name>
inline constexpr entity_def extension_definition{.what = entity_kind::extension, .name = &Name};
}  // namespace model

/// `struct citext : extension<"citext"> {};`, in models<…>.
template <model::model_name Name>
struct extension : model::of_models {
  static constexpr model::table_def value{.name = &Name.name, .where = &Name.where, .entity = &model::extension_definition<Name.name>};
};

}  // namespace skein
