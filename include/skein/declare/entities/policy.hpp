// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Policies as models, and what they are declared with: `policy<"own_rows", "notes", for_select, to_roles<"app">,
/// using_<"owner = current_user">>`.

#include <skein/declare/amend.hpp>
#include <skein/declare/roles.hpp>
#include <skein/declare/steps/alter_column.hpp>
#include <skein/model/history.hpp>
#include <skein/model/policy.hpp>

namespace skein {

namespace model {

inline constexpr place parts_of_a_policy{"a part of a policy", "write it inside create_policy<...> or policy<...>"};
using of_policy = neither<parts_of_a_policy>;

/// `using_<…>` is also an option of alter_type.
template <class Part>
struct policy_part {};
template <class Part>
consteval policy_def operator|(policy_def d, policy_part<Part>) {
  if constexpr (amends<Part, policy_def>) Part::set(d);
  else make_mistake<Part>(d);
  return d;
}
template <literal Sql>
consteval policy_def operator|(policy_def d, policy_part<using_<Sql>>) {
  d.using_ = Sql;
  return d;
}

template <object_name Name, object_name Table, class... Part>
struct policy_definition {
  static constexpr policy_def policy = (policy_def{} | ... | policy_part<Part>{});
  static constexpr entity_def entity{.what = entity_kind::policy, .name = &Name, .table = &Table, .body = policy.using_, .policy = &policy};
};

}  // namespace model

/// AS RESTRICTIVE: rows have to pass it besides one that is permissive; without it a policy is permissive.
struct restrictive : model::of_policy { static constexpr void set(model::policy_def& d) { d.restrictive = true; } };
struct permissive : model::of_policy { static constexpr void set(model::policy_def& d) { d.restrictive = false; } };
/// FOR SELECT; without any of them, for all commands.
struct for_all : model::of_policy { static constexpr void set(model::policy_def& d) { d.concerns = model::policy_def::command::all; } };
struct for_select : model::of_policy { static constexpr void set(model::policy_def& d) { d.concerns = model::policy_def::command::select; } };
struct for_insert : model::of_policy { static constexpr void set(model::policy_def& d) { d.concerns = model::policy_def::command::insert; } };
struct for_update : model::of_policy { static constexpr void set(model::policy_def& d) { d.concerns = model::policy_def::command::update; } };
struct for_delete : model::of_policy { static constexpr void set(model::policy_def& d) { d.concerns = model::policy_def::command::remove; } };
/// WITH CHECK (sql): which rows may be written.
template <model::literal Sql> struct with_check : model::of_policy { static constexpr void set(model::policy_def& d) { d.with_check = Sql; } };

/// `struct own_rows : policy<"own_rows", "notes", using_<"owner = current_user">> {};`, in models<…>.
template <model::model_name Name, model::object_name Table, class... Part>
struct policy : model::of_models {
  static constexpr model::table_def value{
      .name = &Name.name, .where = &Name.where, .entity = &model::policy_definition<Name.name, Table, Part...>::entity};
};

}  // namespace skein
