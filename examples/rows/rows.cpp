// SPDX-License-Identifier: BSL-1.0
/// @file
/// The application's own structs as rows. Whether they fit the models is a question to the compiler.

#include "../app/history.hpp"
#include "../app/schema.hpp"

#include <skein/run.hpp>
#include <skein/run/rows.hpp>
#include <skein/run/scratch.hpp>

#include <cstdio>

namespace app {

struct user {
  std::optional<std::int64_t> id;  // empty until PostgreSQL has chosen it
  std::string email;
  std::string display_name;
};
struct memory {
  std::optional<std::int64_t> id;
  std::int64_t user_id;
  std::string body;
  std::int16_t importance;
  std::optional<std::chrono::sys_time<std::chrono::microseconds>> created_at;  // empty: the column's default
};

}  // namespace app

BOOST_HANA_ADAPT_STRUCT(app::user, id, email, display_name);
BOOST_HANA_ADAPT_STRUCT(app::memory, id, user_id, body, importance, created_at);

static_assert(skein::maps<app::user, app::users>::ok);
static_assert(skein::maps<app::memory, app::memories>::ok);

int main() {
  const skein::run::scratch server;
  pqxx::connection connection(server.url());
  skein::upgrade<app::history>(connection);

  pqxx::work work(connection);
  const app::user ada = skein::insert<app::users>(work, app::user{{}, "ada@example.org", "Ada"});
  skein::insert<app::memories>(
      work, std::vector<app::memory>{{{}, *ada.id, "buy milk", 1, {}}, {{}, *ada.id, "call Charles", 4, {}}});

  auto important = skein::select<app::memory, app::memories>(work, "WHERE importance >= 3 ORDER BY created_at");
  important.front().body += " about the engine";
  skein::update<app::memories>(work, important.front());
  for (const app::memory& m : skein::select<app::memory, app::memories>(work, "ORDER BY id"))
    std::printf("%lld %s (%d)\n", static_cast<long long>(*m.id), m.body.c_str(), m.importance);
  work.commit();
}
