// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// `diff`: what leads from one schema to another.

#include <skein/cli/schema_difference.hpp>
#include <skein/cli/schema_source.hpp>

namespace skein::driver {

struct diff_verb {
  static constexpr const char* name = "diff";
  static constexpr const char* purpose = "Print what leads from one schema to another: of databases, revisions, models";
  std::string from, to;
  schema_choice schemas;
  difference_format format;

  void declare(CLI::App& verb) {
    constexpr const char* words = "database, models, the URL of another database, or a revision";
    verb.add_option("from", from, words)->required();
    verb.add_option("to", to, words)->required();
    schemas.declare(verb);
    format.declare(verb);
  }
  exit_code run(context& c) const {
    schema_source source(c, schemas.names);
    const run::introspected a = source.read(from), b = source.read(to);
    const schema_difference found(a.state, b.state);
    if (c.given.json)
      c.out.line("{}", json{{"from", from}, {"to", to}, {"sql", found.sql}, {"steps", found.steps},
                            {"complete", found.complete}}.dump(2));
    else
      format.print(c, found);
    return found.is_empty() ? exit_code::done : exit_code::drift;
  }
};

}  // namespace skein::driver
