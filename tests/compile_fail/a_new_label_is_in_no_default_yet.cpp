// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 2: type mood has label glad only behind this revision, and column users.mood names it in the transaction that adds it; put that into a later revision
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_enum<"mood", "sad", "ok">, create_table<"users", column<"mood", type_named<"mood">>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", add_value<"mood", "glad">, set_default<"users", "mood", "'glad'">> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next", add_value<"mood", "glad">, set_default<"users", "mood", "'ok'">> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
