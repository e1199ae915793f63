// SPDX-License-Identifier: BSL-1.0
#include <skein/run/postgres_binaries.hpp>

#include "support/catch.hpp"

#include <fstream>
#include <optional>

using namespace skein::run;

namespace {

/// A directory with empty files as `<major>/bin/{initdb,postgres}`.
struct fake_root {
  std::filesystem::path path = std::filesystem::temp_directory_path() / "skein-fake-root";

  fake_root() { std::filesystem::remove_all(path); }
  ~fake_root() { std::filesystem::remove_all(path); }
  void add(const std::string& major, bool complete = true) const {
    std::filesystem::create_directories(path / major / "bin");
    std::ofstream(path / major / "bin" / "initdb");
    if (complete) std::ofstream(path / major / "bin" / "postgres");
  }
};

}  // namespace

TEST_CASE("of several majors the newest complete one is chosen, as numbers", "[run][postgres_binaries]") {
  const fake_root root;
  CHECK(binaries::newest(root.path).empty());
  root.add("9.6");
  CHECK(binaries::newest(root.path) == root.path / "9.6" / "bin");
  root.add("15");
  root.add("17", false);
  CHECK(binaries::newest(root.path) == root.path / "15" / "bin");
}

TEST_CASE("SKEIN_PG_BIN comes first, and is believed", "[run][postgres_binaries]") {
  const auto usual = find_postgres();
  const char* const said = std::getenv("SKEIN_PG_BIN");
  const std::optional<std::string> before = said ? std::optional<std::string>(said) : std::nullopt;
  const fake_root root;
  root.add("12");
  ::setenv("SKEIN_PG_BIN", (root.path / "12" / "bin").c_str(), 1);
  CHECK(find_postgres() == root.path / "12" / "bin");
  ::setenv("SKEIN_PG_BIN", "/nowhere", 1);
  CHECK_THROWS_WITH(find_postgres(), skein::test::containing("SKEIN_PG_BIN is /nowhere"));
  before ? ::setenv("SKEIN_PG_BIN", before->c_str(), 1) : ::unsetenv("SKEIN_PG_BIN");
  CHECK(find_postgres() == usual);
}
