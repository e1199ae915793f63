// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// `check`: is the database what the program says it is?

#include <skein/cli/schema_difference.hpp>
#include <skein/cli/schema_source.hpp>
#include <skein/render/summary.hpp>

namespace skein::driver {

struct check_verb {
  static constexpr const char* name = "check";
  static constexpr const char* purpose =
      "Compare the database with what its revision, and head, make it; exit code 8 if it differs";
  schema_choice schemas;
  difference_format format;

  void declare(CLI::App& verb) {
    schemas.declare(verb);
    format.declare(verb);
  }
  exit_code run(context& c) const {
    const run::status status = c.runner().status();
    schema_source source(c, schemas.names);
    const run::introspected there = source.database();
    const run::introspected expected = source.after([&](std::string_view id) {
      return std::any_of(status.applied.begin(), status.applied.end(),
                         [&](const run::journal_row& row) { return row.id == id; });
    });
    const schema_difference drift(there.state, expected.state);
    const schema_difference ahead = status.pending.empty() ? drift : schema_difference(there.state, source.at("heads").state);
    if (c.given.json) print_json(c, status, there, expected, drift, ahead);
    else print(c, status, there, expected, drift, ahead);
    return drift.is_empty() ? exit_code::done : exit_code::drift;
  }

 private:
  using names = std::vector<std::string>;

  /// What there is and what there should be.
  struct tables {
    names there, expected, models;

    tables(const checks::live_state& is, const checks::live_state& should, const model::models_def& declared)
        : there(of(is)), expected(of(should)) {
      for (const model::table_def* m : declared)
        if (!m->entity && !m->privileges && !m->property) models.push_back(render::shown(*m->name));
      std::sort(models.begin(), models.end());
    }
    static names of(const checks::live_state& s) {
      names out;
      for (model::u32 t = 1; t <= s.used.tables; ++t)
        if (s.tables[t].alive) out.push_back(render::shown(*s.tables[t].schema, render::view(*s.tables[t].name)));
      std::sort(out.begin(), out.end());
      return out;
    }
    static names without(const names& all, const names& those) {
      names out;
      std::set_difference(all.begin(), all.end(), those.begin(), those.end(), std::back_inserter(out));
      return out;
    }
    names missing() const { return without(expected, there); }
    names besides() const { return without(there, expected); }
    names models_without_table() const { return without(models, there); }
    /// None where the driver has no models at all.
    names without_model() const { return models.empty() ? names{} : without(there, models); }
  };

  static void print_json(context& c, const run::status& status, const run::introspected& there,
                         const run::introspected& expected, const schema_difference& drift, const schema_difference& ahead) {
    const tables found(there.state, expected.state, c.models());
    json not_read = json::array();
    for (const run::unrepresented& u : there.left_out)
      not_read.push_back({{"kind", u.kind}, {"name", u.name}, {"why", u.why}, {"compared", u.kept}});
    const auto both = [](const schema_difference& d) {
      return json{{"sql", d.sql}, {"steps", d.steps}, {"complete", d.complete}};
    };
    c.out.line("{}", json{{"database", c.database().database()},
                          {"user", c.database().user()},
                          {"server_version", c.database().server_version()},
                          {"current", status.current},
                          {"heads", status.heads},
                          {"pending", status.pending},
                          {"tables", found.there.size()},
                          {"expected", found.expected.size()},
                          {"tables_missing", found.missing()},
                          {"tables_besides", found.besides()},
                          {"models_without_table", found.models_without_table()},
                          {"tables_without_model", found.without_model()},
                          {"not_understood", std::move(not_read)},
                          {"to_revision", both(drift)},
                          {"to_head", both(ahead)}}
                         .dump(2));
  }

  void print(context& c, const run::status& status, const run::introspected& there, const run::introspected& expected,
             const schema_difference& drift, const schema_difference& ahead) const {
    const tables found(there.state, expected.state, c.models());
    c.out.line("database {} on PostgreSQL {}, as {}", c.database().database(),
               run::version_text(c.database().server_version()), c.database().user());
    c.out.line("{}", status.sentence());
    c.out.line("{}, expected {}", render::counted(found.there.size(), "table"), found.expected.size());
    const auto list = [&](const char* heading, const names& those) {
      if (!those.empty()) c.out.line("{} {}", heading, run::listed(those));
    };
    list("tables missing:", found.missing());
    list("tables besides:", found.besides());
    list("models without a table:", found.models_without_table());
    list("tables without a model:", found.without_model());
    for (const run::unrepresented& u : there.left_out) c.out.line("not understood: {} {}: {}", u.kind, u.name, u.why);
    if (status.current.empty() && !drift.is_empty()) {  // to take it there would be to drop everything
      c.out.line("{}", c.out.in(colour::yellow, "the database is not empty, but no revision made it so"));
    } else if (drift.is_empty()) {
      c.out.line("{}", c.out.in(colour::green, "the database is what its revision makes it"));
    } else {
      c.out.line("{}", c.out.in(colour::yellow, "the database is not what its revision makes it; this would take it there:"));
      format.print(c, drift);
    }
    if (status.pending.empty()) return;
    if (ahead.is_empty()) c.out.line("it is what head makes it already: stamp head records that");
    else c.out.line("head is {} away: diff database heads prints them", render::counted(ahead.sql.size(), "statement"));
  }
};

}  // namespace skein::driver
