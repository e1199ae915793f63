// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: column users.email is never null and has no default, so an insert has to give it; add a field email to app::user
#include <skein/check/maps.hpp>
#include <skein/skein.hpp>

namespace app {
struct user {
  std::string email;
  std::optional<std::string> bio;
};
}  // namespace app
#ifdef SKEIN_FAULT
BOOST_HANA_ADAPT_STRUCT(app::user, bio);
#else
BOOST_HANA_ADAPT_STRUCT(app::user, email, bio);
#endif

using namespace skein;
struct users : table<"users", column<"email", text, not_null>, column<"bio", text>> {};  // @line
static_assert(inserts<app::user, users>::ok);
