// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: type mood would not lose the label again on the way back, function cheer(mood) uses it; add irreversible<...>
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_enum<"mood", "sad", "ok">,
                    create_function<"cheer", arguments<type_named<"mood">>, returns<text>, language<"sql">, body<"SELECT ''">>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", add_value<"mood", "fine">> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next", add_value<"mood", "fine", irreversible<"cheer takes it">>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
