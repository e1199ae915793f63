// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: reader has select on table app.notes already; leave that out, since the down would take it away
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_schema<"app">, grant_by_default<privileges<"select">, on_tables, in_schemas<"app">, to_roles<"reader">>,
                    create_table<qualified("app", "notes"), column<"title", text>>, create_table<"notes", column<"title", text>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", grant<privileges<"select">, on_table<qualified("app", "notes")>, to_roles<"reader">>> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next", grant<privileges<"select">, on_table<"notes">, to_roles<"reader">>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
