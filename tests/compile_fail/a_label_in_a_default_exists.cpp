// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: type mood has no label hapy, which column users.mood names; did you mean happy?
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_enum<"mood", "sad", "happy">, create_table<"users", column<"mood", type_named<"mood">>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", set_default<"users", "mood", "'hapy'::mood">> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next", set_default<"users", "mood", "'happy'::mood">> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
