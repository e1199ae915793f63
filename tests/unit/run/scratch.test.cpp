// SPDX-License-Identifier: BSL-1.0
#include <skein/run/scratch.hpp>

#include "support/catch.hpp"

using namespace skein::run;
using skein::test::containing;
namespace fs = std::filesystem;

namespace {

template <class Condition>
bool soon(Condition reached) {
  for (int i = 0; i < 1000 && !reached(); ++i) std::this_thread::sleep_for(std::chrono::milliseconds(10));
  return reached();
}
/// A process that has ended remains for as long as its parent takes no notice, in state Z.
bool exists(pid_t process) {
  std::ifstream stat(fmt::format("/proc/{}/stat", process));
  const std::string text{std::istreambuf_iterator<char>(stat), {}};
  return !text.empty() && text.find(") Z ") == text.npos;
}

/// What an owner in another process has to tell about its server.
struct facts {
  pid_t server = 0;
  char directory[100] = "";
};

/// A copy of this program that owns a scratch server, as `user` if there is one, and waits for its end.
struct owner {
  pid_t id = 0;
  facts told{};

  template <class End>
  explicit owner(std::optional<account> user, End end) {
    auto [from, to] = open_file::pipe();
    id = ::fork();
    if (id == 0) {
      for (int signal = 1; signal < 32; ++signal) ::signal(signal, SIG_DFL);  // Catch2 has handlers
      if (user && (::setgroups(0, nullptr) != 0 || ::setgid(user->group) != 0 || ::setuid(user->user) != 0)) ::_exit(1);
      scratch s;
      facts mine{.server = s.server_id()};
      s.directory().native().copy(mine.directory, sizeof mine.directory - 1);
      if (::write(to.get(), &mine, sizeof mine) == sizeof mine) end();
      ::_exit(1);
    }
    to.close();
    if (::read(from.get(), &told, sizeof told) != sizeof told) throw std::runtime_error("the owner has no server");
  }
  void end_with(int signal) {
    if (signal) ::kill(id, signal);
    ::waitpid(id, nullptr, 0);
  }
};

[[noreturn]] void wait_for_a_signal() {
  for (;;) ::pause();
}

}  // namespace

TEST_CASE("a scratch server serves, through its socket only, and leaves nothing", "[run][scratch]") {
  fs::path directory;
  pid_t server = 0;
  {
    scratch s;
    directory = s.directory();
    server = s.server_id();
    session one(s.url());
    CHECK(one.run("SELECT current_user, rolsuper FROM pg_roles WHERE rolname = current_user").text(0, 0) == "skein");
    CHECK(one.run("SHOW listen_addresses").text(0, 0).empty());
    CHECK(one.run("SHOW server_encoding").text(0, 0) == "UTF8");
    CHECK(fs::exists(directory));
  }
  CHECK_FALSE(fs::exists(directory));
  CHECK_FALSE(exists(server));
}

TEST_CASE("databases have any name", "[run][scratch]") {
  scratch s;
  for (const char* name : {"plain", "Two words", "a\"b", "ä/?&"}) {
    session one(s.create_database(name));
    CHECK(one.database() == name);
  }
}

TEST_CASE("a server stops and starts, and keeps what was committed", "[run][scratch]") {
  scratch s;
  session(s.url()).run("CREATE TABLE kept ()");
  for (const auto how : {shutdown::fast, shutdown::immediate}) {
    session before(s.url());
    s.stop(how);
    CHECK_THROWS_AS(before.run("SELECT 1"), connection_lost);
    CHECK_THROWS_AS(session(s.url()), connection_lost);
    s.start();
    CHECK(session(s.url()).run("SELECT to_regclass('kept')").text(0, 0) == "kept");
  }
  s.stop();
  s.stop();
}

TEST_CASE("settings are the caller's", "[run][scratch]") {
  scratch s({.settings = {"max_connections = 7", "shared_buffers = 1MB"}});
  session one(s.url());
  CHECK(one.run("SHOW max_connections").text(0, 0) == "7");
  CHECK(one.run("SHOW shared_buffers").text(0, 0) == "1MB");
}

TEST_CASE("what is wrong with a server is said, and nothing stays", "[run][scratch]") {
  const fs::path room = fs::temp_directory_path() / "skein-room";
  fs::create_directory(room);
  fs::permissions(room, fs::perms::all);
  CHECK_THROWS_WITH(scratch({.settings = {"no_such_setting = 1"}, .directory = room}), containing("no_such_setting"));
  CHECK(fs::is_empty(room));
  CHECK_THROWS_WITH(scratch({.binaries = "/nowhere", .directory = room}), containing("initdb failed"));
  CHECK(fs::is_empty(room));
  CHECK_THROWS_WITH(scratch({.directory = room / std::string(100, 'x')}), containing("too long"));
  CHECK_THROWS_WITH(scratch({.directory = "/no/room"}), containing("cannot make a directory in /no/room"));
  fs::remove(room);
}

TEST_CASE("a server ends with its owner, however that ends", "[run][scratch]") {
  const int signal = GENERATE(0, SIGKILL, SIGTERM, SIGINT, SIGHUP, SIGSEGV);
  CAPTURE(signal);
  owner o(std::nullopt, [&] { signal ? wait_for_a_signal() : ::_exit(0); });
  CHECK(o.told.server > 0);
  o.end_with(signal);
  CHECK(soon([&] { return !exists(o.told.server); }));
  CHECK(soon([&] { return !fs::exists(o.told.directory); }));
}

TEST_CASE("a server that was killed leaves nothing either", "[run][scratch]") {
  owner o(std::nullopt, wait_for_a_signal);
  ::kill(o.told.server, SIGKILL);
  o.end_with(SIGKILL);
  CHECK(soon([&] { return !fs::exists(o.told.directory); }));
}

TEST_CASE("the superuser is not needed", "[run][scratch]") {
  const auto nobody = account::find("nobody");
  if (::geteuid() != 0 || !nobody) return;  // every other case shows it
  owner o(nobody, wait_for_a_signal);
  CHECK(fs::exists(o.told.directory));
  o.end_with(SIGKILL);
  CHECK(soon([&] { return !exists(o.told.server) && !fs::exists(o.told.directory); }));
}

TEST_CASE("a fork's copy leaves the server alone", "[run][scratch]") {
  scratch s;
  const pid_t fork = ::fork();
  if (fork == 0) {
    s.~scratch();
    ::_exit(0);
  }
  ::waitpid(fork, nullptr, 0);
  CHECK(session(s.url()).run("SELECT 1").size() == 1);
}
