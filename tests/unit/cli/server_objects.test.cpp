// SPDX-License-Identifier: BSL-1.0
// A throwaway server has the roles that a history names.
#include "support/replaced.hpp"
#include "unit/cli/driven.hpp"

#include <skein/run.hpp>
#include <skein/run/server_objects.hpp>

namespace skein::test {

namespace {

struct start
    : skein::revision<"a", base, "who may what", create_schema<"app">, set_schema_owner<"app", "Admin">,
               create_table<"notes", column<"id", bigserial>,
                            granted<privileges<"select">, to_roles<"reader", "public", "pg_monitor">>, owner<"admin">>,
               create_policy<"own", "notes", permissive, for_all, to_roles<"writer">, using_<"true">>,
               grant_by_default<privileges<"select">, on_tables, for_role<"migrator">, to_roles<"auditor">>,
               steps<grant<privileges<"insert">, on_table<"notes">, to_roles<"writer">>>> {};
struct history : chain<start> {};

outcome driven(std::vector<std::string> words) {
  return drive(rendered<history>(), {.words = std::move(words), .definition = model::revisions_of<history>});
}

}  // namespace

TEST_CASE("the roles that a history names, wherever that is, but those that every server has") {
  const run::server_objects named = run::server_objects::of(model::revisions_of<history>);
  CHECK(named.roles == std::set<std::string>{"Admin", "admin", "auditor", "migrator", "reader", "writer"});
  CHECK(named.tablespaces.empty());
}
TEST_CASE("verify and --scratch run a history with roles on a server that has none") {
  const outcome verified = driven({"verify"});
  CHECK(verified.out == "1 revision up, down and up again: every catalog is as it was\n");
  CHECK(verified.code == 0);
  CHECK(driven({"--scratch", "upgrade"}).code == 0);
}
TEST_CASE("no role is created on a server that is not thrown away") {
  const outcome o = drive(rendered<history>(), {.words = {"upgrade", "--database", fresh_database()},
                                                .definition = model::revisions_of<history>});
  CHECK(o.code == 1);
  CHECK(o.err.find("role \"Admin\" does not exist") != std::string::npos);
}

}  // namespace skein::test
