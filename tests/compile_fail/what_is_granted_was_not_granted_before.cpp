// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: public has execute on function f(integer) already; leave that out, since the down would take it away
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_function<"f", arguments<integer>, returns<integer>, language<"sql">, body<"SELECT 1">>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", grant<privileges<"execute">, on_function<"f", integer>, to_roles<"public">>> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next", grant<privileges<"execute">, on_function<"f", integer>, to_roles<"app">>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
