// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b: its down does not undo its up, schema app is left over; add drop_schema<app> to
//   the down, or leave the down out to have it derived
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start",
    create_table<"users", column<"id", bigint, identity, primary_key>, column<"email", varchar<255>, not_null, unique>,
                 column<"name", text>, column<"age", integer>>,
    create_index<"ix_name", "users", on<"name">>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", up<create_schema<"app">>, down<>> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next", up<create_schema<"app">>, down<drop_schema<"app">>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
