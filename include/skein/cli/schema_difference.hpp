// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// What leads from one schema to another, in both languages.

#include <skein/check/diff/diff.hpp>
#include <skein/check/invert/invert.hpp>
#include <skein/cli/context.hpp>
#include <skein/render/cpp/layout.hpp>
#include <skein/render/cpp/step.hpp>
#include <skein/render/step.hpp>

#include <CLI/CLI.hpp>

#include <string>
#include <vector>

namespace skein::driver {

struct schema_difference {
  std::vector<std::string> sql{};    ///< statements, without their semicolons
  std::vector<std::string> steps{};  ///< as C++ declares them, without commas between
  bool complete = true;              ///< nothing is left that no step changes

  schema_difference() = default;
  /// What a step becomes in SQL depends on the state before it.
  schema_difference(const checks::live_state& from, const checks::live_state& to) {
    checks::arena in;
    const checks::difference_of_states found = checks::diff(from, to, in);
    complete = found.complete;
    for (const model::step* x : found.steps) steps.push_back(render::cpp::laid_out(render::cpp::step(*x), 0, 1));
    checks::live_state here = from;
    here.lenient = true;
    here.transactional = false;
    bool ok = true;
    checks::inverter along(here, in);
    along.run(in.make_list(found.steps), ok);
    for (const model::step* x : along.ran())
      for (std::string& statement : render::statements(*x)) sql.push_back(std::move(statement));
  }
  bool is_empty() const { return sql.empty() && complete; }
};

/// `--format`: in which of them it is printed.
struct difference_format {
  std::string name = "sql";

  void declare(CLI::App& verb) {
    verb.add_option("--format", name, "sql, or cpp: the steps as a revision has them")
        ->check(CLI::IsMember({"sql", "cpp"}))
        ->capture_default_str();
  }
  void print(context& c, const schema_difference& d) const {
    if (name == "sql")
      for (const std::string& statement : d.sql) c.out.line("{};", statement);
    else
      for (const std::string& step : d.steps) c.out.line("{}{}", step, &step == &d.steps.back() ? "" : ",");
    if (!d.complete) c.err.line("something is left that no step changes");
  }
};

}  // namespace skein::driver
