// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// The command line of a team's migrations. No template over the history.

#include <skein/cli/command_line.hpp>
#include <skein/cli/verbs/adopt.hpp>
#include <skein/cli/verbs/baseline.hpp>
#include <skein/cli/verbs/check.hpp>
#include <skein/cli/verbs/completion.hpp>
#include <skein/cli/verbs/diagram.hpp>
#include <skein/cli/verbs/diff.hpp>
#include <skein/cli/verbs/freeze.hpp>
#include <skein/cli/verbs/history.hpp>
#include <skein/cli/verbs/import.hpp>
#include <skein/cli/verbs/init.hpp>
#include <skein/cli/verbs/merge.hpp>
#include <skein/cli/verbs/migrate.hpp>
#include <skein/cli/verbs/plan.hpp>
#include <skein/cli/verbs/reset.hpp>
#include <skein/cli/verbs/revision.hpp>
#include <skein/cli/verbs/stamp.hpp>
#include <skein/cli/verbs/status.hpp>
#include <skein/cli/verbs/sync.hpp>
#include <skein/cli/verbs/verify.hpp>
#include <skein/run/redact.hpp>
#include <skein/version.hpp>

#include <cstring>
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

/// libpq begins a second line with a tab, and has one for each host that it tries.
inline std::string in_one_line(std::string_view lines) {
  std::string out;
  for (std::size_t i = 0; i < lines.size(); ++i)
    if (lines[i] != '\n') out += lines[i];
    else if (i + 1 < lines.size() && lines[i + 1] == '\t') out += ". ", ++i;
    else out += "; ";
  return out;
}

/// What to do where no connection came about; a server that did not name the database was not reached.
inline std::string advice(const context& c, const std::string& refused) {
  if (c.given.scratch) return "";
  const conninfo address = c.address();
  if (const std::string name = address.database(); !name.empty() && refused.find(name) != refused.npos && is_absent(address))
    return "; the verb init creates it";
  if (refused.find("no password supplied") != refused.npos) return "; it belongs into PGPASSWORD or ~/.pgpass";
  if (!c.given.database.empty()) return "";
  return std::string(refused.ends_with('?') ? "" : ".") +
         " Neither --database nor DATABASE_URL is given: PG* variables and libpq's defaults counted. "
         "--scratch starts a throwaway server.";
}

/// Gives the exit code. Writes results to stdout, progress and errors to stderr.
inline int run(const program& what, std::function<const render::migrations&()> rendered, int argc, const char* const* argv) {
  context c(what, std::move(rendered));
  action chosen;
  CLI::App app("Brings a PostgreSQL database to a revision of the history that this program holds.");
  app.footer(exit_code_table);
  app.set_version_flag("--version", "skein " SKEIN_VERSION);
  app.require_subcommand(0, 1);
  app.fallthrough();
  c.given.declare(app);
  declare_all<init_verb, upgrade_verb, downgrade_verb, current_verb, status_verb, history_verb, heads_verb, show_verb,
              diagram_verb, import_verb, baseline_verb, adopt_verb, revision_verb, merge_verb, freeze_verb, plan_verb,
              sql_verb, stamp_verb, redo_verb, reset_verb, sync_verb, check_verb, diff_verb, verify_verb, completion_verb>(
      app, c, chosen);
  try {
    app.parse(argc, argv);
    if (const CLI::Option* config = app.get_config_ptr(); config->count() > 0)
      c.config_file = config->as<std::string>();
    if (!chosen) throw usage_error("no verb; --help lists them");
    c.settle();
    const exit_code code = chosen();
    if (c.out.fault())
      throw std::runtime_error(fmt::format("standard output is not complete: {}; the command itself ran to its end",
                                           std::strerror(c.out.fault())));
    return static_cast<int>(code);
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
    if (code == exit_code::connection && !c.connected()) sentence = in_one_line(sentence) + advice(c, sentence);
    c.err.line("{} {}", c.err.in(colour::red, "error:"), sentence);
    return static_cast<int>(code);
  }
}

}  // namespace skein::driver
