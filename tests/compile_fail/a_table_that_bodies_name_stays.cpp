// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 2: function f() and procedure p() name notes in their bodies, which is gone; replace them in this revision, or add breaks_bodies to its steps
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_table<"notes", column<"line", text>>, create_table<"other">,
    create_function<"f", returns<bigint>, language<"sql">, body<"SELECT count(*) FROM notes">>,
    create_procedure<"p", language<"sql">, body<"DELETE FROM notes">>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "no notes", drop_table<"other", loses_data>, drop_table<"notes", loses_data>> {};  // @line
#else
struct b : revision<"b", revises<"a">, "no notes", drop_table<"other", loses_data>, drop_table<"notes", loses_data>, breaks_bodies> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
