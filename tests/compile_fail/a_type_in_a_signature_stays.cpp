// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: type mood cannot be dropped, function f(mood) and function g() use it; drop those first
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_enum<"mood", "sad", "ok">, create_enum<"size", "S", "L">,
                    create_function<"f", arguments<type_named<"mood">>, returns<text>, language<"sql">, body<"SELECT ''">>,
                    create_function<"g", returns_setof<type_named<"mood">>, language<"sql">, body<"SELECT 'sad'::mood">>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", drop_type<"mood">> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next", drop_type<"size">> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
