// SPDX-License-Identifier: BSL-1.0
#include <skein/run/adopt/altered.hpp>

#include "support/catch.hpp"

using namespace skein::run::adoption;

namespace {

/// `app.t: rename_column a > b; …`
std::string said(std::string_view sql) {
  const auto all = statements_of(sql);
  REQUIRE(all.size() == 1);
  const auto found = read_alter(all[0]);
  if (!found) return "none";
  static constexpr const char* kinds[]{"other",      "rename",     "rename_column", "rename_attribute", "set_schema",
                                       "add_column", "drop_column", "set_type",      "set_default"};
  std::string out = found->table.schema + "." + found->table.name + ":";
  for (const table_action& a : found->actions)
    out += std::string(" ") + kinds[static_cast<int>(a.what)] + "(" + a.column + "|" + a.to + "|" + a.expression + ")" +
           (a.has_default ? "!" : "");
  return out;
}
std::string names(std::string_view sql, std::string_view verb) {
  std::string out;
  for (const said_name& n : read_created_or_dropped(statements_of(sql)[0], verb)) out += n.schema + "." + n.name + " ";
  return out;
}

}  // namespace

TEST_CASE("what an ALTER TABLE does is read action by action", "[run][adopt]") {
  CHECK(said("ALTER TABLE IF EXISTS ONLY app.\"T\" * RENAME TO u;") == "app.T: rename(|u|)");
  CHECK(said("alter table public.t rename column \"A b\" to c") == ".t: rename_column(A b|c|)");
  CHECK(said("ALTER TABLE t RENAME a TO b") == ".t: rename_column(a|b|)");
  CHECK(said("ALTER TABLE t RENAME CONSTRAINT a TO b") == ".t: other(||)");
  CHECK(said("ALTER TYPE pair RENAME ATTRIBUTE a TO b") == ".pair: rename_attribute(a|b|)");
  CHECK(said("ALTER TYPE mood SET SCHEMA app") == ".mood: set_schema(|app|)");
  CHECK(said("ALTER TABLE t ADD COLUMN IF NOT EXISTS a numeric(3, 1) DEFAULT f(1, 2), ADD b int, ADD CONSTRAINT c "
             "CHECK (a > 0), DROP d") == ".t: add_column(a||)! add_column(b||) other(||) drop_column(d||)");
  CHECK(said("ALTER TABLE t ALTER a SET DATA TYPE int USING (a || ',')::int, ALTER COLUMN b TYPE text, ALTER c DROP "
             "DEFAULT") == ".t: set_type(a||(a || ',')::int) set_type(b||) set_default(c||)");
  CHECK(said("CREATE TABLE t (a int)") == "none");
  CHECK(said("ALTER FUNCTION f() RENAME TO g") == "none");
}

TEST_CASE("labels, views and what comes and goes", "[run][adopt]") {
  const auto label = read_renamed_label(statements_of("ALTER TYPE app.mood RENAME VALUE 'a' TO 'it''s'")[0]);
  REQUIRE(label);
  CHECK(label->type == said_name{"app", "mood"});
  CHECK(label->to == "'it''s'");
  CHECK(!read_renamed_label(statements_of("ALTER TYPE mood ADD VALUE 'a'")[0]));
  const auto view = read_refreshed(statements_of("REFRESH MATERIALIZED VIEW CONCURRENTLY v WITH NO DATA")[0]);
  REQUIRE(view);
  CHECK(view->name == said_name{"", "v"});
  CHECK(view->no_data);
  CHECK(names("DROP TABLE IF EXISTS a, app.b CASCADE", "drop") == ".a app.b ");
  CHECK(names("CREATE UNLOGGED TABLE IF NOT EXISTS a (b int, c int)", "create") == ".a ");
  CHECK(names("CREATE INDEX i ON a (b)", "create") == "");
}
