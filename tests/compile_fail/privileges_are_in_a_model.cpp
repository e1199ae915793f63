// SPDX-License-Identifier: BSL-1.0
// expect: app has select on table notes, which the history says and no model; add granted<privileges<select>, to_roles<app>> to the model of the table, or a revision with revoke_<privileges<select>, on_table<notes>, from_roles<app>>
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_table<"notes", column<"owner", text>>, grant<privileges<"select">, on_table<"notes">, to_roles<"app">>> {};
struct history : chain<a> {};
#ifdef SKEIN_FAULT
struct notes : table<"notes", column<"owner", text>> {};
#else
struct notes : table<"notes", column<"owner", text>, granted<privileges<"select">, to_roles<"app">>> {};
#endif
static_assert(verify<history, models<notes>>::ok);
