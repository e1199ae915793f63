// SPDX-License-Identifier: BSL-1.0
#include <skein/cli/driver.hpp>

#include "support/pooler.hpp"
#include "unit/cli/driven.hpp"

#include <fstream>
#include <thread>

#include <sys/wait.h>

namespace skein::test {

namespace {

/// The test's own process stays what it is; the driver gets a copy of it.
[[noreturn]] void become_the_driver(const render::migrations& history, const call& what, const std::string& at) {
  const auto redirect = [&](const char* name, int flags, int descriptor) {
    ::dup2(::open((at + name).c_str(), flags, 0600), descriptor);
  };
  redirect("/in", O_RDONLY, 0);
  if (what.output.empty()) redirect("/out", O_WRONLY | O_CREAT | O_TRUNC, 1);
  else ::dup2(::open(what.output.c_str(), O_WRONLY), 1);
  redirect("/err", O_WRONLY | O_CREAT | O_TRUNC, 2);
  ::unsetenv("DATABASE_URL");
  for (const auto& [name, value] : what.environment) ::setenv(name.c_str(), value.c_str(), 1);
  std::vector<const char*> words{"driver"};
  for (const std::string& word : what.words) words.push_back(word.c_str());
  int code = 99;
  if (::chdir(what.directory.c_str()) == 0)
    code = driver::run({what.definition, what.models, what.drift}, [&]() -> const auto& { return history; },
                       static_cast<int>(words.size()), words.data());
  std::fflush(nullptr);
  ::_exit(code);
}

}  // namespace

outcome drive(const render::migrations& history, const call& what) {
  const directory streams;
  std::ofstream(streams.path() + "/in") << what.input;
  std::fflush(nullptr);
  const pid_t child = ::fork();
  if (child == 0) become_the_driver(history, what, streams.path());
  if (what.meanwhile) what.meanwhile(child);
  int status = 0;
  ::waitpid(child, &status, 0);
  return {WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), streams.read("out"), streams.read("err")};
}

outcome drive(const render::migrations& history, const std::string& database, std::vector<std::string> words) {
  words.insert(words.end(), {"--database", database});
  return drive(history, {.words = std::move(words)});
}

render::migration revision(std::string id, std::vector<std::string> parents, std::string message,
                           std::vector<std::string> up, std::vector<std::string> down) {
  render::migration m;
  m.id = std::move(id);
  m.parents = std::move(parents);
  m.message = std::move(message);
  m.file = "history.hpp";
  m.line = 7;
  m.checksum = "0" + m.id;
  for (std::string& sql : up) m.up.push_back({std::move(sql), 1});
  for (std::string& sql : down) m.down.push_back({std::move(sql), 1});
  return m;
}

render::migrations small_history() {
  return {revision("a1", {}, "create users", {"CREATE TABLE users (id integer)", "CREATE INDEX ON users (id)"},
                   {"DROP TABLE users"}),
          revision("b2", {"a1"}, "add bio", {"ALTER TABLE users ADD bio text"}, {"ALTER TABLE users DROP bio"}),
          revision("c3", {"a1"}, "add age", {"ALTER TABLE users ADD age integer"}, {"ALTER TABLE users DROP age"}),
          revision("d4", {"b2", "c3"}, "both", {}, {}),
          revision("e5", {"d4"}, "add email", {"ALTER TABLE users ADD email text"}, {"ALTER TABLE users DROP email"})};
}

namespace {

using driver::json;

TEST_CASE("up, down and sideways, with what each prints and gives back") {
  const auto history = small_history();
  const std::string database = fresh_database();

  outcome o = drive(history, database, {"status"});
  CHECK(o.code == 3);
  CHECK(o.out == "no revision is applied; pending: a1, b2, c3, d4 and e5\n");

  o = drive(history, database, {"upgrade", "b2"});
  CHECK(o.code == 0);
  CHECK_THAT(o.out, containing("2 revisions in"));
  CHECK_THAT(o.out, containing("the database is at b2"));
  CHECK_THAT(o.err, containing("[1/2] up   a1  create users"));
  CHECK(drive(history, database, {"current"}).out == "b2  add bio\n");

  CHECK(drive(history, database, {"upgrade", "--quiet"}).err.empty());
  o = drive(history, database, {"upgrade"});
  CHECK(o.code == 0);
  CHECK_THAT(o.out, containing("nothing to do"));
  CHECK(drive(history, database, {"status"}).code == 0);

  CHECK(drive(history, database, {"redo"}).code == 0);
  CHECK_THAT(drive(history, database, {"plan", "--down", "d4"}).out,
             containing("    ALTER TABLE users DROP email\n1 revision to take back"));
  CHECK(drive(history, database, {"downgrade", "-1"}).code == 0);
  CHECK_THAT(drive(history, database, {"plan"}).out,
             containing("e5  add email\n    ALTER TABLE users ADD email text\n1 revision to apply"));
  CHECK(drive(history, database, {"plan", "-v"}).out ==
        "-- e5  add email\nALTER TABLE users ADD email text;\n\n-- 1 revision to apply: 1 statement\n");
  CHECK_THAT(drive(history, database, {"downgrade", "base"}).out, containing("; no revision is applied\n"));
  CHECK(drive(history, database, {"current"}).out.empty());

  o = drive(history, database, {"stamp", "c3"});
  CHECK(o.out == "recorded  a1\nrecorded  c3\nthe database is at c3\n");
}

TEST_CASE("reading verbs speak JSON") {
  const auto history = small_history();
  const std::string database = fresh_database();
  drive(history, database, {"upgrade", "a1"});

  const json status = json::parse(drive(history, database, {"status", "--json"}).out);
  CHECK(status["at_head"] == false);
  CHECK(status["current"] == json{"a1"});
  CHECK(status["applied"][0]["id"] == "a1");
  CHECK(status["drift"].is_null());
  CHECK(json::parse(drive(history, database, {"current", "--json"}).out)[0]["description"] == "create users");
  CHECK(json::parse(drive(history, database, {"plan", "--json"}).out).size() == 4);
  CHECK(json::parse(drive(history, {.words = {"heads", "--json"}}).out)[0]["id"] == "e5");
  CHECK(json::parse(drive(history, {.words = {"show", "d", "--json"}}).out)["parents"] == json{"b2", "c3"});
  const json all = json::parse(drive(history, database, {"history", "--applied", "--json"}).out);
  CHECK(all.size() == 5);
  CHECK(all[0]["applied_at"].is_string());
  CHECK(all[1]["applied_at"].is_null());
  const json report = json::parse(drive(history, database, {"upgrade", "--json"}).out);
  CHECK(report["done"].size() == 4);
  CHECK(report["current"] == json{"e5"});
}

TEST_CASE("the models' drift is told, and is not the database's fault") {
  const auto history = small_history();
  const std::string database = fresh_database();
  drive(history, database, {"upgrade"});
  const outcome o = drive(history, {.words = {"status", "-d", database}, .drift = "model users lacks column age"});
  CHECK(o.code == 0);
  CHECK_THAT(o.out, containing("model users lacks column age"));
}

TEST_CASE("the history is drawn with its branches") {
  const auto history = small_history();
  CHECK(drive(history, {.words = {"history"}}).out ==
        "*    e5  add email\n"
        "*    d4  both\n"
        "|\\\n"
        "| *  c3  add age\n"
        "* |  b2  add bio\n"
        "|/\n"
        "*    a1  create users\n");
  const outcome shown = drive(history, {.words = {"show", "b"}});
  CHECK_THAT(shown.out, containing("b2  add bio\ndeclared  history.hpp:7\nrevises   a1\n"));
  CHECK_THAT(shown.out, containing("-- up\nALTER TABLE users ADD bio text;\n\n-- down\nALTER TABLE users DROP bio;\n"));
}

TEST_CASE("what freezes revisions is printed, up to a target") {
  auto history = small_history();
  for (auto& m : history) m.digest = "00000000000000" + m.id.substr(0, 2);
  history[0].frozen = true;
  const outcome all = drive(history, {.words = {"freeze", "b"}});
  CHECK(all.code == 0);
  CHECK(all.out == fmt::format("{0}  frozen<\"{1}\">, it says so\n{2}  frozen<\"{3}\">\n", history[0].id, history[0].digest,
                               history[1].id, history[1].digest));
  const json one = json::parse(drive(history, {.words = {"freeze", "a", "--json"}}).out);
  CHECK(one == json::array({{{"id", history[0].id}, {"digest", history[0].digest}, {"frozen", true}}}));
  CHECK(drive(history, {.words = {"freeze", "nowhere"}}).code == 2);
}

TEST_CASE("a script is SQL and nothing else, and leads where an upgrade leads") {
  const auto history = small_history();
  for (const char* way : {"", "--idempotent"}) {
    const std::string database = fresh_database();
    std::vector<std::string> words{"sql"};
    if (*way) words.push_back(way);
    const outcome script = drive(history, {.words = words});
    REQUIRE(script.code == 0);
    CHECK(script.err.empty());
    run::session(database).run(script.out);
    CHECK(drive(history, database, {"status"}).code == 0);
  }
  const std::string database = fresh_database();
  drive(history, database, {"upgrade"});
  run::session(database).run(drive(history, {.words = {"sql", "--down", "e5:c3"}}).out);
  CHECK(drive(history, database, {"current"}).out == "c3  add age\n");
  CHECK_THAT(drive(history, {.words = {"sql", "b2:+1"}}).out, containing("Revision c3"));
}

TEST_CASE("the command line: wrong words, help, version") {
  const auto history = small_history();
  const std::pair<std::vector<std::string>, std::string> wrong[]{
      {{}, "no verb; --help lists them"},
      {{"frobnicate"}, "frobnicate is no verb; --help lists them"},
      {{"upgarde"}, "upgarde is no verb; did you mean upgrade?"},
      {{"status", "--databse=x"}, "--databse is no option; did you mean --database?"},
      {{"plan", "--verbsoe"}, "--verbsoe is no option; did you mean --verbose?"},
      {{"status", "--wherever", "x"}, "--wherever is no option; status --help lists them"},
      {{"status", "head"}, "status: head is one argument too many; status --help says more"},
      {{"show"}, "show: revision is required; show --help says more"},
      {{"show", "base"}, "base is not a revision; name one by its identifier or the beginning of it"},
      {{"redo", "-2"}, "redo: n: -2 is no number of revisions; redo --help says more"},
      {{"redo", "0"}, "redo: n: 0 is no number of revisions; redo --help says more"},
      {{"status", "--lock-wait", "-1"}, "status: --lock-wait: -1 is no number of seconds; status --help says more"},
      {{"status", "--lock-wait=nan"}, "status: --lock-wait: nan is no number of seconds; status --help says more"},
      {{"upgrade", "--lock-timeout=-3"}, "upgrade: --lock-timeout: -3 is no number of seconds; upgrade --help says more"},
      {{"status", "--journal", ""}, "status: --journal: a name is missing; status --help says more"},
      {{"status", "--journal", "app."}, "status: --journal: a name is missing; status --help says more"},
      {{"status", "--search-path", ""}, "status: --search-path: a name is missing; status --help says more"}};
  for (const auto& [words, sentence] : wrong) {
    const outcome o = drive(history, {.words = words});
    CHECK(o.code == 2);
    CHECK(o.err == "error: " + sentence + "\n");
  }
  const outcome unknown = drive(history, {.words = {"show", "a2"}});
  CHECK(unknown.code == 2);
  CHECK_THAT(unknown.err, containing("did you mean a1?"));
  const outcome help = drive(history, {.words = {"--help"}});
  CHECK(help.code == 0);
  CHECK_THAT(help.out, containing("Exit codes:"));
  const outcome help_of_a_verb = drive(history, {.words = {"upgrade", "--help"}});
  CHECK_THAT(help_of_a_verb.out, containing("head, heads, +n, branch") && containing("--help without a verb"));
  CHECK_THAT(help_of_a_verb.out, !containing("Exit codes:"));
  CHECK_THAT(drive(history, {.words = {"--version"}}).out, containing("skein "));
}

TEST_CASE("whoever reaches no server and has named none is told how") {
  const auto history = small_history();
  const directory nowhere;
  for (const char* verb : {"status", "init"}) {
    const outcome unnamed = drive(history, {.words = {verb}, .environment = {{"PGHOST", nowhere.path()}}});
    CHECK(unnamed.code == 7);
    CHECK_THAT(unnamed.err, containing("Neither --database nor DATABASE_URL is given") && containing("--scratch"));
    const outcome named = drive(history, {.words = {verb, "-d", "host=" + nowhere.path()}});
    CHECK(named.code == 7);
    CHECK_THAT(named.err, !containing("Neither"));
  }
}

TEST_CASE("a database that is not there is told from a server that is not") {
  const auto history = small_history();
  const outcome absent = drive(history, server().url("not_made_yet"), {"status"});
  CHECK(absent.code == 7);
  CHECK_THAT(absent.err, containing("not_made_yet") && containing("; the verb init creates it\n"));
  const directory nowhere;
  const outcome unreachable = drive(history, "host=" + nowhere.path() + " dbname=not_made_yet", {"status"});
  CHECK(unreachable.code == 7);
  CHECK_THAT(unreachable.err, !containing("init"));
  CHECK(std::count(unreachable.err.begin(), unreachable.err.end(), '\n') == 1);
}

TEST_CASE("init says who may not create the database") {
  const auto history = small_history();
  const std::string database = fresh_database();
  run::session(database).run("CREATE ROLE nobody_much LOGIN");
  const std::string url = server().url("never_made") + "&user=nobody_much";
  const outcome o = drive(history, {.words = {"init", "-d", url}});
  run::session(database).run("DROP ROLE nobody_much");
  CHECK(o.code == 1);
  CHECK(o.err == "error: the database never_made cannot be created: permission denied to create database; have it created, "
                 "or grant this user CREATEDB\n");
}

TEST_CASE("a script that is not written to its end is an error") {
  const auto history = small_history();
  const outcome o = drive(history, {.words = {"sql"}, .output = "/dev/full"});
  CHECK(o.code == 1);
  CHECK_THAT(o.err, containing("standard output is not complete: No space left on device"));
}

TEST_CASE("the head can be shown by that name") {
  const auto history = small_history();
  CHECK(drive(history, {.words = {"show", "head"}}).out == drive(history, {.words = {"show", history.back().id}}).out);
}

TEST_CASE("what is taken back is summed up too") {
  const auto history = small_history();
  const std::string database = fresh_database();
  drive(history, database, {"upgrade"});
  CHECK_THAT(drive(history, database, {"redo", "2"}).out, containing("2 revisions taken back, 2 applied in "));
  CHECK_THAT(drive(history, database, {"downgrade", "base"}).out, containing(" revisions taken back in "));
}

TEST_CASE("a misspelt setting in the file is refused, not passed over") {
  const auto history = small_history();
  const directory here;
  std::ofstream(here.path() + "/skein.toml") << "databse=\"dbname=production\"\n";
  const outcome o = drive(history, {.words = {"heads"}, .directory = here.path()});
  CHECK(o.code == 2);
  CHECK(o.err == "error: configuration file: databse is no setting; did you mean database?\n");
}

TEST_CASE("reset asks, and takes only the whole answer") {
  const auto history = small_history();
  const std::string database = fresh_database();
  const std::string name = run::session(database).database();
  drive(history, database, {"upgrade"});
  run::session(database).run("INSERT INTO users (id) VALUES (1)");
  const auto rows = [&] { return run::session(database).run("SELECT FROM users").size(); };

  CHECK(drive(history, {.words = {"reset", "-d", database}, .input = "yes\n"}).code == 6);
  const outcome unanswered = drive(history, {.words = {"reset", "-d", database}});
  CHECK(unanswered.code == 6);
  CHECK_THAT(unanswered.err, containing("to go on: \nerror: not confirmed"));
  CHECK(drive(history, {.words = {"reset", "-d", database, "--yes", "other"}}).code == 6);
  CHECK(rows() == 1);
  CHECK(drive(history, {.words = {"reset", "-d", database}, .input = "DELETE ALL DATA\n"}).code == 0);
  CHECK(rows() == 0);
  CHECK(drive(history, {.words = {"reset", "-d", database, "--yes", name}}).code == 0);
}

TEST_CASE("init creates the database, and saves the settings without the password") {
  const auto history = small_history();
  const directory here;
  const std::string url = server().url("made_by_init") + "&password=hunter2&application_name=it's";
  outcome o =
      drive(history, {.words = {"init", "--save", "-d", url, "--journal", "app.journal"}, .directory = here.path()});
  CHECK(o.err.empty());
  REQUIRE(o.code == 0);
  CHECK_THAT(o.out, containing("database made_by_init created"));
  CHECK_THAT(o.out, containing("app.journal"));
  const std::string saved = here.read("skein.toml");
  CHECK_THAT(saved, containing("made_by_init"));
  CHECK_THAT(saved, !containing("hunter2"));

  // From here on without arguments.
  CHECK(drive(history, {.words = {"upgrade"}, .directory = here.path()}).code == 0);
  CHECK(drive(history, {.words = {"status"}, .directory = here.path()}).code == 0);
  CHECK(run::session(url).run("SELECT FROM app.journal").size() == 5);
  CHECK_THAT(drive(history, {.words = {"init"}, .directory = here.path()}).out, containing("is there"));
  CHECK(drive(history, {.words = {"status", "--config", here.path() + "/skein.toml"}}).code == 0);
}

TEST_CASE("a pooler is refused, unless it is said to pool sessions") {
  const auto history = small_history();
  const pooler between("session");
  const std::string database = fresh_database(), url = between.url(run::session(database).database());
  const outcome refused = drive(history, url, {"upgrade"});
  CHECK(refused.code == 7);
  CHECK_THAT(refused.err, containing("or say that it pools sessions: --session-pooler"));
  CHECK(drive(history, url, {"upgrade", "--session-pooler"}).code == 0);
  const directory here;
  const std::vector<std::string> save{"init", "--save", "-d", url, "--session-pooler"};
  CHECK(drive(history, {.words = save, .directory = here.path()}).code == 0);
  CHECK(drive(history, {.words = {"redo"}, .directory = here.path()}).code == 0);
}

TEST_CASE("the connection comes from the command line, DATABASE_URL or PG variables") {
  const auto history = small_history();
  const std::string database = fresh_database();
  CHECK(drive(history, {.words = {"upgrade"}, .environment = {{"DATABASE_URL", database}}}).code == 0);
  const std::string name = run::session(database).database();
  const std::string host = server().directory();
  CHECK(drive(history,
              {.words = {"status"}, .environment = {{"PGHOST", host}, {"PGUSER", "skein"}, {"PGDATABASE", name}}})
            .code == 0);
  CHECK(
      drive(history, {.words = {"status", "-d", name}, .environment = {{"PGHOST", host}, {"PGUSER", "skein"}}}).code ==
      0);

  // An option, a file that is named, DATABASE_URL, a file that lies there.
  const directory here;
  const std::string other = fresh_database();
  std::ofstream(here.path() + "/skein.toml") << "database=\"" << other << "\"\nlock-wait=5\n";
  const auto code = [&](std::vector<std::string> words, bool environment) {
    words.insert(words.begin(), "status");
    call what{.words = std::move(words), .directory = here.path()};
    if (environment) what.environment = {{"DATABASE_URL", database}};
    return drive(history, what).code;
  };
  CHECK(code({}, false) == 3);
  CHECK(code({}, true) == 0);
  CHECK(code({"--config", "skein.toml"}, true) == 3);
  CHECK(code({"--config", "skein.toml", "-d", database}, true) == 0);
  CHECK(code({"-d", other}, true) == 3);
}

TEST_CASE("every failure has its exit code, and none a password") {
  auto history = small_history();
  const std::string database = fresh_database();
  const outcome nobody = drive(history, {.words = {"status", "-d", "postgresql://u:hunter2@127.0.0.1:1/x"}});
  CHECK(nobody.code == 7);
  CHECK_THAT(nobody.err, containing("error:") && !containing("hunter2"));
  CHECK(drive(history, {.words = {"status", "-d", "host=x password=hunter2 nonsense"}}).code == 2);
  for (const char* url : {"postgresql://u:x@hunter2@127.0.0.1:1/x", "postgresql://u:hunter2/x@127.0.0.1:1/x",
                          "postgresql://u:1/hunter2@127.0.0.1:1/x"}) {
    const outcome split = drive(history, {.words = {"status", "-d", url}});
    CHECK(split.code == 2);
    CHECK_THAT(split.err, containing("%40 for @") && !containing("hunter2"));
  }

  history.push_back(revision("f6", {"e5"}, "a fault", {"ALTER TABLE nowhere ADD x text"}, {}));
  const outcome failed = drive(history, database, {"upgrade"});
  CHECK(failed.code == 1);
  CHECK_THAT(failed.err, containing("f6") && containing("nowhere"));
  history.pop_back();
  CHECK(drive(history, database, {"status"}).code == 0);

  history.back().checksum = "changed";
  history.push_back(revision("f6", {"e5"}, "more", {}, {}));
  CHECK(drive(history, database, {"upgrade"}).code == 5);

  history = small_history();
  history.back().reversible = false;
  history.back().irreversible_reason = "it is gone";
  const outcome refused = drive(history, database, {"downgrade", "-1"});
  CHECK(refused.code == 6);
  CHECK_THAT(refused.err, containing("it is gone"));
  CHECK(drive(history, {.words = {"sql", "--down"}}).code == 6);
}

TEST_CASE("while someone else migrates") {
  const auto history = small_history();
  const std::string database = fresh_database();
  run::session other(database);
  const run::options options;
  const run::migration_lock held(other, render::journal(options.journal_table()).table(), options);
  const outcome o = drive(history, database, {"upgrade", "--lock-wait", "0.3"});
  INFO(o.out << o.err);
  CHECK(o.code == 4);
}

TEST_CASE("an interrupted run says so, and the same command continues") {
  auto history = small_history();
  history.push_back(
      revision("f6", {"e5"}, "slow",
               {"SELECT pg_sleep(CASE WHEN current_setting('application_name') = 'slow' THEN 30 ELSE 0 END)"}, {}));
  const std::string database = fresh_database();
  const std::string asleep = "SELECT FROM pg_stat_activity WHERE application_name = 'slow' AND wait_event = 'PgSleep'";
  const outcome o =
      drive(history, {.words = {"upgrade", "-d", database + "&application_name=slow"}, .meanwhile = [&](pid_t driver) {
                        run::session watch(database);
                        for (int tries = 0; tries < 500 && watch.run(asleep).empty(); ++tries)
                          std::this_thread::sleep_for(std::chrono::milliseconds(20));
                        ::kill(driver, SIGINT);
                      }});
  INFO(o.err);
  CHECK(o.code == 130);
  CHECK(drive(history, database, {"upgrade"}).code == 0);
}

TEST_CASE("colour is for terminals, or where it is asked for") {
  const auto history = small_history();
  CHECK_THAT(drive(history, {.words = {"history"}}).out, !containing("\x1b["));
  CHECK_THAT(drive(history, {.words = {"history", "--color", "always"}}).out, containing("\x1b["));
}

TEST_CASE("the shell completes verbs, options and revisions") {
  const directory here;
  std::ofstream(here.path() + "/completion") << drive(small_history(), {.words = {"completion"}}).out;
  const auto complete = [&](const std::string& line) {
    const std::string script = fmt::format(
        "source completion; COMP_WORDS=(driver {}); COMP_CWORD=$((${{#COMP_WORDS[@]}}-1)); _skein_complete; echo "
        "\"${{COMPREPLY[*]}}\" > out",
        line);
    run::process({.words = {"/bin/sh", "-c", fmt::format("cd {} && exec bash -c '{}'", here.path(), script)}}).wait();
    return here.read("out");
  };
  CHECK(complete("upg") == "upgrade\n");
  CHECK(complete("upgrade b") == "base branch b2\n");
  CHECK(complete("--quiet sql --idem") == "--idempotent\n");
  CHECK(complete("status --js") == "--json\n");
}

TEST_CASE("verify runs the whole history on a server of its own") {
  auto history = small_history();
  outcome o = drive(history, {.words = {"verify"}});
  CHECK(o.code == 0);
  CHECK(o.out == "5 revisions up, down and up again: every catalog is as it was\n");

  history.push_back(revision("f6", {"e5"}, "two at once", {"ALTER TABLE users ADD x text, ADD y text"},
                             {"ALTER TABLE users DROP x"}));
  o = drive(history, {.words = {"verify", "--json"}});
  CHECK(o.code == 1);
  const json fault = json::parse(o.out)["fault"];
  CHECK(fault["id"] == "f6");
  CHECK(fault["difference"] == json{"+ column public.users.y text"});
}

}  // namespace

}  // namespace skein::test
