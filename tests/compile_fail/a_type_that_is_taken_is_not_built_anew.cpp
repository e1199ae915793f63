// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: type mood cannot be built anew, function cheer(mood) uses it; drop that first, and create it again behind
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_enum<"mood", "sad", "ok">,
                    create_function<"cheer", arguments<type_named<"mood">>, returns<text>, language<"sql">, body<"SELECT ''">>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", replace_enum<"mood", labels<"ok", "sad">>> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next", drop_function<"cheer", type_named<"mood">>, replace_enum<"mood", labels<"ok", "sad">>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
