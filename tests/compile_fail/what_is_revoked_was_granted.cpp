// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: web does not have select on column app.notes.title; leave that out, or mend the role
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_schema<"app">, create_table<qualified("app", "notes"), column<"title", text>>,
                    grant<privileges<"select">, on_table<qualified("app", "notes")>, for_columns<"title">, to_roles<"worker">>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", revoke_<privileges<"select">, on_table<qualified("app", "notes")>, for_columns<"title">, from_roles<"web">>> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next", revoke_<privileges<"select">, on_table<qualified("app", "notes")>, for_columns<"title">, from_roles<"worker">>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
