// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: type mood has no label sad, which column users.mood and constraint users_check of users name; drop those first, or keep the label
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_enum<"mood", "sad", "ok">,
                    create_table<"users", column<"mood", type_named<"mood">, default_<"'sad'">>, column<"id", bigint, check<"mood <> 'sad' OR id > 0">>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", replace_enum<"mood", labels<"ok">, map_label<"sad", "ok">>> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next", drop_default<"users", "mood">, drop_constraint<"users", "users_check">,
                    replace_enum<"mood", labels<"ok">, map_label<"sad", "ok">>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
