// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: model users has no column emial for the field of app::user; did you mean email?
#include <skein/check/maps.hpp>
#include <skein/skein.hpp>

namespace app {
struct user {
  std::int64_t id;
#ifdef SKEIN_FAULT
  std::string emial;
#else
  std::string email;
#endif
};
}  // namespace app
#ifdef SKEIN_FAULT
BOOST_HANA_ADAPT_STRUCT(app::user, id, emial);
#else
BOOST_HANA_ADAPT_STRUCT(app::user, id, email);
#endif

using namespace skein;
struct users : table<"users", column<"id", bigint, identity, primary_key>, column<"email", text, not_null>> {};  // @line
static_assert(maps<app::user, users>::ok);
