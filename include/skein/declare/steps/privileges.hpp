// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// GRANT and REVOKE.

#include <skein/declare/privileges.hpp>

namespace skein {

/// `grant<privileges<"select", "insert">, on_table<"notes">, to_roles<"app">>`
/// Requires: the objects, and privileges that are ones of their kind; that none of the roles has one of them already (of
///           on_all_tables_in: that not all have all). The roles have to be on the server, and none is the owner, who may do all.
/// SQL:      GRANT SELECT, INSERT ON TABLE notes TO app [WITH GRANT OPTION]
/// Inverse:  revoke_ of what came with it
template <class... Part>
struct grant : model::of_revision {
  static constexpr model::privilege_step step{{.what = model::op::grant}, model::privileges_declared<false, Part...>};
};
/// `::revoke` is a function of POSIX, so: `revoke_<privileges<"execute">, on_function<"f">, from_roles<"public">>`
/// Requires: the objects; that each of the roles has each of the privileges (of on_all_tables_in: that some role has one).
///           PUBLIC has EXECUTE on functions and USAGE on types from the beginning. What the roles have granted to others
///           stands in the way, as PostgreSQL says when it runs.
/// SQL:      REVOKE [GRANT OPTION FOR] EXECUTE ON FUNCTION f() FROM public; of a table it takes those on columns along
/// Inverse:  grant what went, with its grant options
template <class... Part>
struct revoke_ : model::of_revision {
  static constexpr model::privilege_step step{{.what = model::op::grant}, model::privileges_declared<true, Part...>};
};

/// `grant_by_default<privileges<"select">, on_tables, in_schemas<"app">, to_roles<"reader">>`: to what is created from then on.
/// Requires: the schemas; that none of the roles has one of the privileges there already.
/// SQL:      ALTER DEFAULT PRIVILEGES [FOR ROLE role] [IN SCHEMA app] GRANT SELECT ON TABLES TO reader
/// Inverse:  revoke_by_default; what was created meanwhile is gone by then
template <class... Part>
struct grant_by_default : model::of_revision {
  static constexpr model::privilege_step step{{.what = model::op::grant}, model::defaults_declared<false, Part...>};
};
/// `revoke_by_default<privileges<"execute">, on_functions, from_roles<"public">>`
/// Requires: the schemas; that each of the roles has the privileges there. PUBLIC has EXECUTE and USAGE everywhere; in a schema
///           only what was granted in it is revoked.
/// SQL:      ALTER DEFAULT PRIVILEGES [FOR ROLE role] [IN SCHEMA app] REVOKE EXECUTE ON FUNCTIONS FROM public
/// Inverse:  grant_by_default
template <class... Part>
struct revoke_by_default : model::of_revision {
  static constexpr model::privilege_step step{{.what = model::op::grant}, model::defaults_declared<true, Part...>};
};

}  // namespace skein
