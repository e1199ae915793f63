// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: column users.id is bigint; make field id of app::user a std::int64_t
#include <skein/check/maps.hpp>
#include <skein/skein.hpp>

namespace app {
struct user {
#ifdef SKEIN_FAULT
  std::int32_t id;
#else
  std::int64_t id;
#endif
};
}  // namespace app
BOOST_HANA_ADAPT_STRUCT(app::user, id);

using namespace skein;
struct users : table<"users", column<"id", bigint, identity, primary_key>> {};  // @line
static_assert(maps<app::user, users>::ok);
