// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: column rooms.track cannot be a key, gist has no default operator class for path;
//   leave it out, or say an opclass of its own
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_table<"rooms", column<"track", path>, column<"place", box>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next",  // @line
    add_constraint<"rooms", exclude_on<"apart", on<with("track", "&&")>, method<"gist">>>> {};
#else
struct b : revision<"b", revises<"a">, "next",
    add_constraint<"rooms", exclude_on<"apart", on<with("place", "&&")>, method<"gist">>>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
