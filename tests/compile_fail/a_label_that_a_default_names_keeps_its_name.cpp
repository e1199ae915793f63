// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: type mood keeps its label sad, which column users.mood and constraint users_check of users name; drop those first, and add them again behind
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_enum<"mood", "sad", "ok">,
                    create_table<"users", column<"mood", type_named<"mood">, default_<"'sad'">>, column<"id", bigint, check<"mood <> 'sad' OR id > 0">>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", rename_value<"mood", "sad", "blue">> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next", rename_value<"mood", "ok", "blue">> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
