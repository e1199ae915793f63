// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: label sad of type mood goes, and rows may hold it; add map_label<...> with the label that they get, or loses_data, which makes it NULL
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_enum<"mood", "sad", "ok">, create_table<"users", column<"mood", type_named<"mood">>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", replace_enum<"mood", labels<"ok", "fine">>> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next", replace_enum<"mood", labels<"ok", "fine">, map_label<"sad", "fine">>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
