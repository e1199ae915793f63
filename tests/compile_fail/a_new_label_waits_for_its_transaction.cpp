// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 2: row 1 gives `glad` for notes.mood, a label that this revision adds to
//   type_named<mood>, and PostgreSQL uses it only after that transaction; insert it in a revision of its own
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start",
    create_enum<"mood", "happy", "sad">,
    create_table<"notes", column<"id", integer, primary_key>, column<"mood", type_named<"mood">>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next",  // @line
    add_value<"mood", "glad">, insert_into<"notes", columns<"id", "mood">, row<1, "glad">>> {};
#else
struct b : revision<"b", revises<"a">, "next",
    add_value<"mood", "glad">, insert_into<"notes", columns<"id", "mood">, row<1, "sad">>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
