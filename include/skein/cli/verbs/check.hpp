// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// `check`: is the database what the program says it is? `diff`: what leads from one schema to another.

#include <skein/cli/schema_source.hpp>
#include <skein/render/summary.hpp>

namespace skein::driver {

/// Names of schemas to look at.
struct schema_choice {
  std::vector<std::string> names;
  void declare(CLI::App& verb) {
    verb.add_option("--schema", names, "Only what is in this schema; may be said again")->allow_extra_args(false);
  }
};

struct check_verb {
  static constexpr const char* name = "check";
  static constexpr const char* purpose = "Compare the database with what its revision, and head, make it; exit code 8 if it differs";
  schema_choice schemas;

  void declare(CLI::App& verb) { schemas.declare(verb); }
  exit_code run(context& c) const {
    const run::status status = c.runner().status();
    schema_source source(c, schemas.names);
    const run::introspected there = source.database();
    const run::introspected expected = source.after([&](std::string_view id) {
      return std::any_of(status.applied.begin(), status.applied.end(), [&](const run::journal_row& row) { return row.id == id; });
    });
    const sql_between drift(there.state, expected.state);

    json out{{"database", c.database().database()}, {"user", c.database().user()},
             {"server_version", c.database().server_version()}, {"current", status.current}, {"heads", status.heads},
             {"pending", status.pending}, {"tables", tables_of(there.state).size()}, {"expected", tables_of(expected.state).size()},
             {"tables_missing", without(tables_of(expected.state), tables_of(there.state))},
             {"tables_besides", without(tables_of(there.state), tables_of(expected.state))}, {"drift", drift.statements}};
    if (c.models().size) {
      const std::vector<std::string> models = tables_of_models(c);
      out["models_without_table"] = without(models, tables_of(there.state));
      out["tables_without_model"] = without(tables_of(there.state), models);
    }
    json not_read = json::array();
    for (const run::unrepresented& u : there.left_out)
      not_read.push_back({{"kind", u.kind}, {"name", u.name}, {"why", u.why}, {"compared", u.kept}});
    out["not_understood"] = std::move(not_read);
    if (!status.pending.empty()) {
      const run::introspected head = source.at("heads");
      out["to_head"] = sql_between(there.state, head.state).statements;
    }
    if (c.given.json) c.out.line("{}", out.dump(2));
    else print(c, out, status);
    return drift.differs() ? exit_code::drift : exit_code::done;
  }

 private:
  using names = std::vector<std::string>;

  static names tables_of(const checks::live_state& s) {
    names out;
    for (model::u32 t = 1; t <= s.used.tables; ++t)
      if (s.tables[t].alive)
        out.push_back(model::is_default(*s.tables[t].schema) ? std::string(render::view(*s.tables[t].name))
                                                             : fmt::format("{}.{}", render::view(*s.tables[t].schema), render::view(*s.tables[t].name)));
    std::sort(out.begin(), out.end());
    return out;
  }
  static names tables_of_models(const context& c) {
    names out;
    for (const model::table_def* m : c.models())
      if (!m->entity && !m->privileges)
        out.push_back(model::is_default(m->name->schema) ? std::string(render::view(m->name->name))
                                                         : fmt::format("{}.{}", render::view(m->name->schema), render::view(m->name->name)));
    std::sort(out.begin(), out.end());
    return out;
  }
  static names without(const names& all, const names& those) {
    names out;
    std::set_difference(all.begin(), all.end(), those.begin(), those.end(), std::back_inserter(out));
    return out;
  }

  static void print(context& c, const json& r, const run::status& status) {
    c.out.line("database {} on PostgreSQL {}, as {}", r["database"].get<std::string>(),
               run::version_text(c.database().server_version()), r["user"].get<std::string>());
    c.out.line("{}", status.sentence());
    c.out.line("{}, expected {}", render::counted(r["tables"].get<std::size_t>(), "table"), r["expected"].get<std::size_t>());
    const auto list = [&](const char* heading, const char* key) {
      if (!r.contains(key) || r[key].empty()) return;
      c.out.line("{} {}", heading, run::listed(r[key].get<names>()));
    };
    list("tables missing:", "tables_missing");
    list("tables besides:", "tables_besides");
    list("models without a table:", "models_without_table");
    list("tables without a model:", "tables_without_model");
    for (const json& u : r["not_understood"])
      c.out.line("not understood: {} {}: {}", u["kind"].get<std::string>(), u["name"].get<std::string>(), u["why"].get<std::string>());
    if (r["drift"].empty()) return c.out.line("{}", c.out.in(colour::green, "the database is what its revision makes it"));
    c.out.line("{}", c.out.in(colour::yellow, "the database is not what its revision makes it; this would take it there:"));
    for (const json& sql : r["drift"]) c.out.line("{};", sql.get<std::string>());
  }
};

struct diff_verb {
  static constexpr const char* name = "diff";
  static constexpr const char* purpose = "Print the SQL that leads from one schema to another: of databases, revisions, models";
  std::string from, to;
  schema_choice schemas;

  void declare(CLI::App& verb) {
    constexpr const char* words = "database, models, the URL of another database, or a revision";
    verb.add_option("from", from, words)->required();
    verb.add_option("to", to, words)->required();
    schemas.declare(verb);
  }
  exit_code run(context& c) const {
    schema_source source(c, schemas.names);
    const run::introspected a = source.read(from), b = source.read(to);
    const sql_between found(a.state, b.state);
    if (c.given.json)
      c.out.line("{}", json{{"from", from}, {"to", to}, {"sql", found.statements}, {"complete", found.complete}}.dump(2));
    else
      for (const std::string& sql : found.statements) c.out.line("{};", sql);
    if (!found.complete) c.err.line("something is left that no step changes");
    return found.differs() ? exit_code::drift : exit_code::done;
  }
};

}  // namespace skein::driver
