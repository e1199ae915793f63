// SPDX-License-Identifier: BSL-1.0
/// @file
/// An application that cares for its schema itself. Several instances may start at once: one migrates, the others wait.
///
///   startup             upgrades the database, then serves
///   startup --as-is     serves if the database has all that this program needs; for deployments that migrate apart

#include "../app/history.hpp"
#include "../app/schema.hpp"

#include <skein/run.hpp>

#include <cstdio>
#include <cstdlib>
#include <string_view>

static_assert(skein::verify<app::history, app::schema>::ok);  // the driver has to build without it

int main(int argc, char** argv) {
  const char* url = std::getenv("DATABASE_URL");
  try {
    pqxx::connection connection(url ? url : "");
    if (argc > 1 && std::string_view(argv[1]) == "--as-is") {
      skein::require_head<app::history>(connection);
    } else {
      const skein::run::report report = skein::upgrade<app::history>(connection);
      std::puts(report.summary().c_str());
    }
    pqxx::work work(connection);
    std::printf("serving %s users\n", work.exec("SELECT count(*) FROM users")[0][0].c_str());
    return 0;
  } catch (const skein::run::not_at_head& failure) {
    std::fprintf(stderr, "not started: %s\n", failure.what());
  } catch (const std::exception& failure) {
    std::fprintf(stderr, "%s\n", failure.what());
  }
  return 1;
}
