// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// The command line of a team's migrations. No template over the history.

#include <skein/cli/command_line.hpp>
#include <skein/cli/verbs/completion.hpp>
#include <skein/cli/verbs/freeze.hpp>
#include <skein/cli/verbs/history.hpp>
#include <skein/cli/verbs/init.hpp>
#include <skein/cli/verbs/migrate.hpp>
#include <skein/cli/verbs/plan.hpp>
#include <skein/cli/verbs/reset.hpp>
#include <skein/cli/verbs/stamp.hpp>
#include <skein/cli/verbs/status.hpp>
#include <skein/cli/verbs/verify.hpp>
#include <skein/run/redact.hpp>
#include <skein/version.hpp>

#include <functional>

namespace skein::driver {

using action = std::function<exit_code()>;

/// A subcommand: what it is called, what it takes, and what `chosen` becomes when it stands on the command line.
template <class Verb>
void declare(CLI::App& app, context& c, action& chosen) {
  CLI::App* command = app.add_subcommand(Verb::name, Verb::purpose);
  command->footer(verb_footer);
  const auto verb = std::make_shared<Verb>();
  verb->declare(*command);
  command->callback([verb, &c, &chosen] { chosen = [verb, &c] { return verb->run(c); }; });
}
template <class... Verb>
void declare_all(CLI::App& app, context& c, action& chosen) {
  (declare<Verb>(app, c, chosen), ...);
}

/// Gives the exit code. Writes results to stdout, progress and errors to stderr.
inline int run(const program& what, int argc, const char* const* argv) {
  context c(what);
  action chosen;
  CLI::App app("Brings a PostgreSQL database to a revision of the history that this program holds.");
  app.footer(exit_code_table);
  app.set_version_flag("--version", "skein " SKEIN_VERSION);
  app.require_subcommand(0, 1);
  app.fallthrough();
  c.given.declare(app);
  declare_all<init_verb, upgrade_verb, downgrade_verb, current_verb, status_verb, history_verb, heads_verb, show_verb, freeze_verb,
              plan_verb, sql_verb, stamp_verb, redo_verb, reset_verb, verify_verb, completion_verb>(app, c, chosen);
  try {
    app.parse(argc, argv);
    if (const CLI::Option* config = app.get_config_ptr(); config->count() > 0)
      c.config_file = config->as<std::string>();
    if (!chosen) throw usage_error("no verb; --help lists them");
    c.settle();
    return static_cast<int>(chosen());
  } catch (const CLI::Success& success) {
    return app.exit(success);
  } catch (const CLI::ParseError& fault) {
    c.err.line("{} {}", c.err.in(colour::red, "error:"), what_is_wrong(app, fault));
    return static_cast<int>(exit_code::usage);
  } catch (const std::exception& fault) {
    c.err.forget_passing();
    std::string sentence = run::without_passwords(fault.what());
    sentence.erase(sentence.find_last_not_of('\n') + 1);  // libpq ends its own with one
    const exit_code code = code_of_current_exception();
    if (code == exit_code::connection && !c.connected() && c.given.database.empty())
      sentence += "\n\tNeither --database nor DATABASE_URL is given: PG* variables and libpq's defaults counted. "
                  "--scratch starts a throwaway server.";
    c.err.line("{} {}", c.err.in(colour::red, "error:"), sentence);
    return static_cast<int>(code);
  }
}

}  // namespace skein::driver
