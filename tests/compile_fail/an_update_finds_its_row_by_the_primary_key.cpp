// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: model users has id in its primary key, by which an update finds its row; add a field id to app::user
#include <skein/check/maps.hpp>
#include <skein/skein.hpp>

namespace app {
struct user {
  std::int64_t id;
  std::optional<std::string> bio;
};
}  // namespace app
#ifdef SKEIN_FAULT
BOOST_HANA_ADAPT_STRUCT(app::user, bio);
#else
BOOST_HANA_ADAPT_STRUCT(app::user, id, bio);
#endif

using namespace skein;
struct users : table<"users", column<"id", bigint, identity, primary_key>, column<"bio", text>> {};  // @line
static_assert(updates<app::user, users>::ok);
