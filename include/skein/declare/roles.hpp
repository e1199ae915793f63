// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Roles belong to the whole server, not to a database: skein neither creates nor knows them, and a step that names one which
/// is not there fails when it runs.

#include <skein/declare/misplaced.hpp>
#include <skein/model/policy.hpp>
#include <skein/model/privilege.hpp>

namespace skein {

namespace model {
inline constexpr place lists_of_roles{"a list of roles", "write it inside create_policy<...>, policy<...>, grant<...> or granted<...>"};
using of_roles = neither<lists_of_roles>;
template <ident... Role>
inline constexpr const ident* role_list[sizeof...(Role) + 1]{&Role...};
}  // namespace model

/// TO role, …; `"public"` is PUBLIC, every role. A policy without it is for PUBLIC.
template <model::ident... Role>
struct to_roles : model::of_roles {
  static constexpr void set(model::policy_def& d) { d.roles = {model::role_list<Role...>, sizeof...(Role)}; }
  static constexpr void set(model::privilege_def& d) { d.roles = {model::role_list<Role...>, sizeof...(Role)}; }
};
/// FROM role, …, of `revoke_` and `revoked`.
template <model::ident... Role>
struct from_roles : model::of_roles {
  static constexpr void set(model::privilege_def& d) { d.roles = {model::role_list<Role...>, sizeof...(Role)}; }
};

}  // namespace skein
