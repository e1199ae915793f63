// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: type citext is in schema app, with its extension citext; write type_named<qualified(app, citext)>
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_schema<"app">, create_extension<"citext", in_schema<"app">>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", create_table<"users", column<"email", type_named<"citext">>>> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next", create_table<"users", column<"email", type_named<qualified("app", "citext")>>>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
