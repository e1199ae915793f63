// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: table notes belongs to app, who may do everything with it; leave that role out
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_table<"notes", column<"id", bigint>, owner<"app">>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "b", grant<privileges<"select">, on_table<"notes">, to_roles<"app">>> {};  // @line
#else
struct b : revision<"b", revises<"a">, "b", grant<privileges<"select">, on_table<"notes">, to_roles<"reader">>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
