// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: usage is no privilege on table notes; those are select, insert, update, delete, truncate, references, trigger, maintain
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_table<"notes", column<"owner", text>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", grant<privileges<"select", "usage">, on_table<"notes">, to_roles<"app">>> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next", grant<privileges<"select", "insert">, on_table<"notes">, to_roles<"app">>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
