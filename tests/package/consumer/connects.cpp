// SPDX-License-Identifier: BSL-1.0
#include <skein/run/scratch.hpp>

int main() {
  const skein::run::scratch server;
  return skein::run::session(server.url()).run("SELECT 1").size() == 1 ? 0 : 1;
}
