// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b: its down does not undo its up, column app.users.name comes back of type text
//   instead of varchar<40> and not null instead of nullable; add alter_type<qualified(app, users), name, varchar<40>>,
//   drop_not_null<qualified(app, users), name> to the down, or leave the down out to have it derived
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start",
    create_schema<"app">, create_table<qualified("app", "users"), column<"name", varchar<40>>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next",  // @line
    up<alter_type<qualified("app", "users"), "name", text>, set_not_null<qualified("app", "users"), "name">>,
    down<>> {};
#else
struct b : revision<"b", revises<"a">, "next",
    up<alter_type<qualified("app", "users"), "name", text>, set_not_null<qualified("app", "users"), "name">>,
    down<alter_type<qualified("app", "users"), "name", varchar<40>>, drop_not_null<qualified("app", "users"), "name">>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
