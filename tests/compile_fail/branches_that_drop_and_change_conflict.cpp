// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision right: does not commute with left of a parallel branch, both concern posts; let one
//   branch revise the other
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start",
    create_table<"posts", column<"id", bigint, identity, primary_key>, column<"author", bigint>,
                 column<"title", text>>> {};
struct left : revision<"left", revises<"a">, "one branch", drop_table<"posts", loses_data>> {};
#ifdef SKEIN_FAULT
struct right : revision<"right", revises<"a">, "another", add_column<"posts", column<"body", text>>> {};  // @line
#else
struct right : revision<"right", revises<"a">, "another", create_table<"pages", column<"id", bigint>>> {};
#endif
struct merge : revision<"merge", revises<"left", "right">, "both"> {};
struct history : chain<a, left, right, merge> {};
static_assert(verify<history>::ok);
