// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// `adopt`: the migrations of another tool as a history of revisions, and its record of a database as the journal's.

#include <skein/cli/context.hpp>
#include <skein/render/cpp/chain.hpp>
#include <skein/run/adopt/adopter.hpp>
#include <skein/run/adopt/directory.hpp>
#include <skein/run/adopt/tool_record.hpp>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace skein::driver {

struct adopt_verb {
  static constexpr const char* name = "adopt";
  static constexpr const char* purpose =
      "Write the C++ of a history of SQL migrations, or take over the record of who ran them";
  std::string directory, order, table;
  std::array<bool, run::adoption::tools.size()> from{};

  void declare(CLI::App& verb) {
    CLI::Option* files = verb.add_option("directory", directory,
                                         "Where the SQL is: of golang-migrate, sqlx, diesel, Flyway, dbmate "
                                         "or goose, or scripts of Alembic's --sql");
    CLI::Option* list =
        verb.add_option("--order", order,
                        "Lists the files instead of their names: revision, up and down, with tabs between")
            ->type_name("FILE");
    CLI::Option* other = verb.add_option("--version-table", table, "Where the tool has its record")->type_name("TABLE");
    std::vector<CLI::Option*> records;
    for (std::size_t i = 0; i < from.size(); ++i) {
      const run::adoption::tool_facts& t = run::adoption::tools[i];
      CLI::Option* flag =
          verb.add_flag(std::string("--from-") + t.option, from[i],
                        fmt::format("Record what {} says in {} that the database has", t.name, t.table));
      flag->excludes(files)->excludes(list);
      for (CLI::Option* each : records) flag->excludes(each);
      records.push_back(flag);
    }
    other->excludes(files);
  }
  exit_code run(context& c) const {
    if (const auto found = std::find(from.begin(), from.end(), true); found != from.end())
      return record(c, static_cast<run::adoption::tool>(found - from.begin()));
    if (directory.empty())
      throw usage_error("adopt requires a directory of migrations, or --from-alembic and the like");
    return write(c);
  }

 private:
  using revision = run::adoption::adopted_revision;
  using way_back = run::adoption::way_back;

  struct tally {
    std::size_t native = 0, ways_back = 0;
    std::vector<const revision*> wrong{}, unknown{};
  };
  static tally counted(const std::vector<revision>& all) {
    tally out;
    for (const revision& r : all) {
      out.native += r.native;
      out.ways_back += r.original == way_back::restores || r.original == way_back::differs;
      if (r.original == way_back::differs) out.wrong.push_back(&r);
      if (!r.known) out.unknown.push_back(&r);
    }
    return out;
  }
  static std::string first_line(const std::string& text) {
    const std::string line = text.substr(0, text.find('\n'));
    return line.size() > 160 ? line.substr(0, line.find_last_of(' ', 160)) + " …" : line;
  }

  exit_code write(context& c) const {
    const run::adoption::migration_directory found = run::adoption::read_directory(directory, order);
    for (const std::string& name : found.passed_over) c.err.line("passed over: {}", name);
    checks::arena in;
    run::adoption::adopter taking(c.scratch(), in);
    std::vector<revision> all;
    for (const run::adoption::sql_migration& m : found.migrations) {
      c.err.passing(fmt::format("{} of {}: {}", all.size() + 1, found.migrations.size(), m.id));
      all.push_back(taking.take(m));
    }
    c.err.forget_passing();
    const tally of = counted(all);
    const std::string code = render::cpp::chain(text_of(all, of, taking.server()));
    if (c.given.json)
      c.out.line("{}", to_json(all, of, code).dump(2));
    else
      c.out.write(code);
    if (!c.given.quiet) report(c, of, all.size(), taking.roles());
    return exit_code::done;
  }
  render::cpp::chain_text text_of(const std::vector<revision>& all, const tally& of, model::u32 server) const {
    render::cpp::chain_text out{.space = "adopted", .server = server};
    out.remarks = {fmt::format("Adopted from {}: {}, {} of them native.",
                               std::filesystem::path(directory + "/.").parent_path().filename().string(),
                               render::counted(all.size(), "revision"), of.native)};
    for (const revision& r : all) {
      std::vector<std::string> parents, remarks;
      if (!out.revisions.empty()) parents.push_back(out.revisions.back().revision.id);
      if (r.original == way_back::differs)
        remarks.push_back("The original's way down was another one: " + first_line(r.why));
      if (!r.known) remarks.push_back("What it does to the schema is not in the model.");
      out.revisions.push_back({{r.id, parents, r.message, r.up, r.down}, remarks});
    }
    return out;
  }
  static void report(context& c, const tally& of, std::size_t revisions, const std::set<std::string>& roles) {
    c.err.line("{}: {} native, {} with SQL of the original", render::counted(revisions, "revision"), of.native,
               revisions - of.native);
    if (of.ways_back)
      c.err.line("{} of {} original downs leave another schema than there was{}", of.wrong.size(), of.ways_back,
                 of.wrong.empty() ? "" : ":");
    for (const revision* r : of.wrong) c.err.line("  {}  {}: {}", r->id, r->message, first_line(r->why));
    for (const revision* r : of.unknown)
      c.err.line("{}  {}: what it does to the schema is not in the model", r->id, r->message);
    for (const std::string& role : roles)
      c.err.line("the migrations name role {}, which every server that runs them has to have", role);
  }
  static json to_json(const std::vector<revision>& all, const tally& of, const std::string& code) {
    json revisions = json::array();
    for (const revision& r : all) {
      json one{
          {"id", r.id}, {"message", r.message}, {"native", r.native}, {"known", r.known}, {"original_down", nullptr}};
      if (r.original != way_back::absent)
        one["original_down"] = r.original == way_back::differs ? "differs" : "restores";
      if (r.original == way_back::differs) one["difference"] = r.why;
      revisions.push_back(one);
    }
    return {{"revisions", revisions},
            {"native", of.native},
            {"ways_down", of.ways_back},
            {"wrong_ways_down", of.wrong.size()},
            {"code", code}};
  }

  exit_code record(context& c, run::adoption::tool of) const {
    const char* tool = run::adoption::facts_of(of).name;
    std::vector<std::string> ids;
    for (const render::migration& m : c.history()) {
      if (m.parents.size() > 1 || (!ids.empty() && m.parents != std::vector{ids.back()}))
        throw run::history_mismatch(
            fmt::format("the history branches at {}, and {} records one line; use stamp", m.id, tool));
      ids.push_back(m.id);
    }
    const std::string last = run::adoption::last_recorded(c.database(), of, ids, table);
    if (last.empty()) {
      c.err.line("nothing to do: {} has applied nothing", tool);
      return exit_code::done;
    }
    run::runner runner = c.runner();
    if (const run::status now = runner.status(); !now.current.empty() && now.current != std::vector{last})
      throw run::history_mismatch(
          fmt::format("the journal is ahead of {}, or of another history: {}, and not at {}; from now on it "
                      "counts alone",
                      tool, run::at(now.current), last));
    const run::report done = runner.stamp(last);
    c.show(done, [&](const run::report& r) {
      c.out.line("recorded {}; {}", render::counted(r.done.size(), "revision"), run::at(r.current));
    });
    return exit_code::done;
  }
};

}  // namespace skein::driver
