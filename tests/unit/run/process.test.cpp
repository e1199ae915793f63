// SPDX-License-Identifier: BSL-1.0
#include <skein/run/process.hpp>

#include "support/catch.hpp"

using namespace skein::run;

TEST_CASE("a process ends with its exit code", "[run][process]") {
  CHECK(process({.words = {"true"}}).wait() == 0);
  CHECK(process({.words = {"sh", "-c", "exit 3"}}).wait() == 3);
  CHECK(process({.words = {"/no/such/program"}}).wait() == 127);
}

TEST_CASE("a process ends by a signal", "[run][process]") {
  process sleeper({.words = {"sleep", "60"}});
  CHECK_FALSE(sleeper.poll());
  sleeper.signal(SIGKILL);
  CHECK(sleeper.wait() == 128 + SIGKILL);
  CHECK_FALSE(sleeper);
}

TEST_CASE("input and output go where they are told", "[run][process]") {
  auto [input, to_child] = open_file::pipe();
  auto [from_child, output] = open_file::pipe();
  process cat({.words = {"cat"}, .input = input.get(), .output = output.get()});
  REQUIRE(::write(to_child.get(), "hello", 5) == 5);
  to_child.close();
  CHECK(cat.wait() == 0);
  char text[6] = "";
  CHECK(::read(from_child.get(), text, 5) == 5);
  CHECK(std::string(text) == "hello");
}

TEST_CASE("open files do not reach the child", "[run][process]") {
  const open_file mine = open_file::open("/dev/null", O_RDONLY);
  CHECK(process({.words = {"test", "-e", "/proc/self/fd/" + std::to_string(mine.get())}}).wait() == 1);
}

TEST_CASE("the superuser starts a process as someone else", "[run][process]") {
  const auto nobody = account::find("nobody");
  if (::geteuid() != 0 || !nobody) return;
  CHECK(process({.words = {"sh", "-c", "test $(id -u) -ne 0"}, .as = nobody}).wait() == 0);
}
