// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: table notes does not exist, but app.notes does; write qualified(app,
//   notes)
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start",
    create_schema<"app">,
    create_table<qualified("app", "notes"), column<"id", bigint>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", add_column<"notes", column<"body", text>>> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next", add_column<qualified("app", "notes"), column<"body", text>>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
