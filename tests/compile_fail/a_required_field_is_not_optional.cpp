// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: column users.email is never null and has no default; make field email of app::user a std::string
#include <skein/check/maps.hpp>
#include <skein/skein.hpp>

namespace app {
struct user {
#ifdef SKEIN_FAULT
  std::optional<std::string> email;
#else
  std::string email;
#endif
};
}  // namespace app
BOOST_HANA_ADAPT_STRUCT(app::user, email);

using namespace skein;
struct users : table<"users", column<"email", text, not_null>> {};  // @line
static_assert(maps<app::user, users>::ok);
