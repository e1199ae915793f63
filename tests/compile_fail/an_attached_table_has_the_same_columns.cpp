// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: table old lacks column note of the table above it; add it first
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_table<"events", column<"at", date>, column<"note", text>, partition_by_range<"at">>,
    create_table<"old", column<"at", date>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", attach_partition<"events", "old", default_partition>> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next", add_column<"old", column<"note", text>>, attach_partition<"events", "old", default_partition>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
