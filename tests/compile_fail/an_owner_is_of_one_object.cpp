// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: a model of an owner, an owner is of one object; write one of on_table<...>, on_sequence<...>, on_schema<...>, on_type<...> or on_function<...>
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_schema<"app">, set_schema_owner<"app", "admin">> {};
#ifdef SKEIN_FAULT
struct app_owner : owner<"admin", on_schema<"app", "other">> {};  // @line
#else
struct app_owner : owner<"admin", on_schema<"app">> {};
#endif
struct history : chain<a> {};
static_assert(verify<history, models<app_owner>>::ok);
