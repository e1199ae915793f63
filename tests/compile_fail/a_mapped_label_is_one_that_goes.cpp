// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: type mood keeps a label that is mapped to another; map those that go
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_enum<"mood", "sad", "ok">, create_table<"users", column<"mood", type_named<"mood">>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", replace_enum<"mood", labels<"ok", "sad">, map_label<"sad", "ok">>> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next", replace_enum<"mood", labels<"ok">, map_label<"sad", "ok">>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
