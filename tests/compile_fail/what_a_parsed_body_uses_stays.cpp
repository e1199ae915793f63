// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: table notes cannot be dropped, function f() uses it; drop that first
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_table<"notes", column<"line", text>>,
    create_function<"f", returns<bigint>, standard_body<"RETURN (SELECT count(*) FROM notes)">>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "no notes", drop_table<"notes", loses_data>> {};  // @line
#else
struct b : revision<"b", revises<"a">, "no notes", drop_function<"f">, drop_table<"notes", loses_data>> {};
#endif
struct history : chain<target<14>, a, b> {};
static_assert(verify<history>::ok);
