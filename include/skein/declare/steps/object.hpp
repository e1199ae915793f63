// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Steps on tracked objects; what they are made of is in entities/object.hpp.

#include <skein/declare/acknowledge.hpp>
#include <skein/declare/entities/object.hpp>
#include <skein/declare/steps/group.hpp>

namespace skein {

namespace model {
template <class Part>
concept part_of_object = amends<Part, object_part> || amends<Part, object_text>;
}

/// `create_object<"text search configuration", "plain", create<"CREATE TEXT SEARCH CONFIGURATION plain (COPY = simple)">>`
/// Requires: no object of that kind and name; what it uses. Its SQL is not read: after a rename of what it uses, replace it.
/// SQL:      that of create<…>
/// Inverse:  drop_object
template <model::literal Kind, model::object_name Name, class... Part>
struct create_object : model::of_revision {
  static constexpr model::step step =
      (model::step{.what = model::op::create_entity, .entity = &model::object_definition<Kind, Name, Part...>::entity} | ... |
       model::amendment<Part, model::part_of_object<Part>>{});
};
/// Requires: nothing tracked uses it; the same drop<…> as at its creation, if there was one.
/// SQL:      that of drop<…>, else DROP kind name
/// Inverse:  create_object as it was
template <model::literal Kind, model::object_name Name, class... Part>
struct drop_object : model::of_revision {
  static constexpr model::step step =
      (model::step{.what = model::op::drop_entity, .entity = &model::object_definition<Kind, Name, Part...>::entity} | ... |
       model::amendment<Part, model::amends<Part, model::object_part>>{});
};

namespace model {
template <literal Kind, object_name Name, class... Part>
struct drop_replaced {
  static constexpr model::step step{.what = op::drop_entity, .entity = &object_definition<Kind, Name, Part...>::entity};
};
}  // namespace model

/// The new definition in place of the old one, by drop and create.
/// Requires: nothing tracked uses it.
/// SQL:      that of drop_object, then that of create_object
/// Inverse:  the same with the definition before
template <model::literal Kind, model::object_name Name, class... Part>
struct replace_object : steps<model::drop_replaced<Kind, Name, Part...>, create_object<Kind, Name, Part...>> {};

}  // namespace skein
