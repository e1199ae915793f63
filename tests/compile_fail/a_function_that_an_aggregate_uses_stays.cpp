// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: function plus(integer, bigint) cannot be dropped, aggregate total(bigint) uses it; drop that first
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start",
                    create_function<"plus", arguments<integer, bigint>, returns<integer>, language<"sql">, body<"SELECT 1">>,
                    create_function<"plus", arguments<integer, text>, returns<integer>, language<"sql">, body<"SELECT 1">>,
                    create_aggregate<"total", arguments<bigint>, transition_function<"plus">, state_type<integer>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", drop_function<"plus", integer, bigint>> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next", drop_function<"plus", integer, text>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
