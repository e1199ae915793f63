// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: column users.bio may be null; make field bio of app::user a std::optional<std::string>
#include <skein/check/maps.hpp>
#include <skein/skein.hpp>

namespace app {
struct user {
#ifdef SKEIN_FAULT
  std::string bio;
#else
  std::optional<std::string> bio;
#endif
};
}  // namespace app
BOOST_HANA_ADAPT_STRUCT(app::user, bio);

using namespace skein;
struct users : table<"users", column<"bio", text>> {};  // @line
static_assert(maps<app::user, users>::ok);
