// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// `reset`: all data are lost, so it asks.

#include <skein/cli/context.hpp>

namespace skein::driver {

struct reset_verb {
  static constexpr const char* name = "reset";
  static constexpr const char* purpose = "Take everything back and apply it again: ALL DATA ARE LOST";
  static constexpr const char* confirmation = "DELETE ALL DATA";
  std::string named;

  void declare(CLI::App& verb) {
    verb.add_option("--yes", named, "The database's name, instead of the question")->type_name("DATABASE");
  }
  exit_code run(context& c) const {
    const std::string database = c.database().database();
    if (!named.empty() && named != database)
      throw refusal(fmt::format("--yes names {}, but the database is {}; nothing was done", named, database));
    if (named.empty()) ask(c, database);
    c.show(c.runner().reset());
    return exit_code::done;
  }

 private:
  static void ask(context& c, const std::string& database) {
    const std::string warning = c.err.in(colour::red, fmt::format("This deletes all data of the database {}.", database));
    if (c.ask(fmt::format("{}\nType {} to go on: ", warning, confirmation)) != confirmation)
      throw refusal("not confirmed; nothing was done");
  }
};

}  // namespace skein::driver
