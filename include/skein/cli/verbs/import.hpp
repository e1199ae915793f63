// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// `import`: a live database as C++: its models, and the history that begins with it.

#include <skein/check/compare/compare.hpp>
#include <skein/check/invert/baseline.hpp>
#include <skein/check/invert/models.hpp>
#include <skein/cli/new_files.hpp>
#include <skein/cli/schema_source.hpp>
#include <skein/cli/written_revision.hpp>
#include <skein/render/cpp/header.hpp>

namespace skein::driver {

struct import_verb {
  static constexpr const char* name = "import";
  static constexpr const char* purpose = "Write the C++ of the database: its models, and a history that begins with it";
  schema_choice schemas;
  std::string directory;
  bool overwrite = false;
  bool without_owners = false;

  void declare(CLI::App& verb) {
    schemas.declare(verb);
    CLI::Option* split =
        verb.add_option("--split", directory, "A header for each table, and schema.hpp, which includes them all");
    split->type_name("DIR");
    verb.add_flag("--overwrite", overwrite, "Lose what is in the files of that name there")->needs(split);
    verb.add_flag("--no-owner", without_owners, "Leave out whose everything is: whoever's runs the steps");
  }
  exit_code run(context& c) const {
    require_schemas(c.database());
    const run::introspected found = run::introspect(
        c.database(), {.schemas = schemas.names, .journal = c.options().journal, .owners = !without_owners});
    checks::arena in;
    const checks::baseline_steps baseline = checks::baseline_of(found.state, in);
    if (!baseline.refused.empty())
      throw std::runtime_error(
          fmt::format("what was read does not fit together, which is a fault of skein: {}", baseline.refused));
    render::cpp::schema_text text{
        {}, checks::models_of(found.state, in), {fresh_ids(c).next(), {}, "baseline", baseline.steps}, baseline.server};
    std::vector<std::string> notes = remarks(found.left_out);
    for (const model::table_def* m : text.models)
      if (checks::verdict v; !checks::compare(baseline.state, *m, v)) {
        text.agreed = false;
        notes.push_back("  is not what the baseline leads to: " + render::cpp::model_text(*m));
      }
    text.remarks = {fmt::format("The database {}, as import read it from PostgreSQL {}: {}.", c.database().database(),
                                run::version_text(c.database().server_version()),
                                render::counted(text.models.size(), "model"))};
    if (!notes.empty()) text.remarks.insert(text.remarks.end(), {"", "Not declared as what it is:"});
    text.remarks.insert(text.remarks.end(), notes.begin(), notes.end());
    for (const std::string& note : notes) c.err.line("{}", note.substr(2));
    const render::cpp::header_writer writer(text);
    if (directory.empty())
      print(c, text, found.left_out, {{"code", writer.whole()}});
    else
      print(c, text, found.left_out, {{"files", files_of(writer)}});
    return exit_code::done;
  }

 private:
  /// Throws usage_error.
  void require_schemas(run::session& s) const {
    if (schemas.names.empty()) return;
    const run::rows found = s.query(
        "SELECT nspname FROM pg_namespace WHERE nspname NOT LIKE 'pg\\_%' AND nspname <> 'information_schema' ORDER BY "
        "1",
        {});
    std::vector<std::string> known;
    for (std::size_t i = 0; i < found.size(); ++i) known.emplace_back(found.text(i, 0));
    for (const std::string& name : schemas.names)
      if (std::find(known.begin(), known.end(), name) == known.end())
        throw usage_error(
            fmt::format("the database has no schema {}; it has {}", run::typed(name), run::listed(known)));
  }
  static std::vector<std::string> remarks(const std::vector<run::unrepresented>& left) {
    std::vector<std::string> out;
    for (const run::unrepresented& u : left)
      out.push_back(fmt::format("  {} {}: {}{}", u.kind, u.name, u.why, u.kept ? "; it is tracked by its SQL" : ""));
    return out;
  }
  /// What was written.
  std::vector<std::string> files_of(const render::cpp::header_writer& writer) const {
    new_files files(directory);
    std::vector<std::string> out;
    for (const render::cpp::source_file& f : writer.split()) {
      files.add(f.name, f.text);
      out.push_back((std::filesystem::path(directory) / f.name).string());
    }
    files.settle(overwrite);
    return out;
  }
  static void print(context& c, const render::cpp::schema_text& text, const std::vector<run::unrepresented>& left,
                    json out) {
    if (!c.given.json) {
      if (out.contains("code")) return c.out.write(out["code"].get<std::string>());
      for (const json& file : out["files"]) c.out.line("{}", file.get<std::string>());
      return;
    }
    json not_declared = json::array();
    for (const run::unrepresented& u : left)
      not_declared.push_back({{"kind", u.kind}, {"name", u.name}, {"why", u.why}, {"tracked", u.kept}});
    out.update({{"id", text.baseline.id},
                {"models", text.models.size()},
                {"target", text.server},
                {"not_declared", std::move(not_declared)}});
    c.out.line("{}", out.dump(2));
  }
};

}  // namespace skein::driver
