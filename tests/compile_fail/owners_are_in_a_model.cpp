// SPDX-License-Identifier: BSL-1.0
// expect: the history says owner<app> of function f(integer) and no model does; add owner<app, on_function<f, integer>> to models<...>, or a revision with set_function_owner<f, current_user, integer>
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_function<"f", arguments<integer>, returns<integer>, language<"sql">,
                                                           body<"SELECT 1">>,
                    set_function_owner<"f", "app", integer>> {};
struct f : function<"f", arguments<integer>, returns<integer>, language<"sql">, body<"SELECT 1">> {};
struct f_owner : owner<"app", on_function<"f", integer>> {};
struct history : chain<a> {};
#ifdef SKEIN_FAULT
static_assert(verify<history, models<f>>::ok);
#else
static_assert(verify<history, models<f, f_owner>>::ok);
#endif
