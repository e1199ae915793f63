// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: type mood cannot be dropped, column users.mood and column users.before use it; drop those first
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_enum<"mood", "sad", "ok">, create_enum<"size", "S", "L">,
                    create_table<"users", column<"mood", type_named<"mood">>, column<"before", array<type_named<"mood">>>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", drop_type<"mood">> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next", drop_type<"size">> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
