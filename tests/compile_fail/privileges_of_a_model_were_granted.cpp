// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: a model says granted<privileges<usage>, on_schema<app>, to_roles<app>>, the history does not; change the model, or add a revision with grant<privileges<usage>, on_schema<app>, to_roles<app>>
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_schema<"app">> {};
struct b : revision<"b", revises<"a">, "next", grant<privileges<"usage">, on_schema<"app">, to_roles<"app">>> {};
struct use_app : granted<privileges<"usage">, on_schema<"app">, to_roles<"app">> {};  // @line
#ifdef SKEIN_FAULT
struct history : chain<a> {};
#else
struct history : chain<a, b> {};
#endif
static_assert(verify<history, models<use_app>>::ok);
