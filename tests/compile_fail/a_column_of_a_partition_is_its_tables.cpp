// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: table y2026 is a partition, whose column note is that of its table; change it there
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_table<"events", column<"at", date>, partition_by_range<"at">>,
    create_partition<"y2026", "events", values_from<"2026-01-01">, values_to<"2027-01-01">>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", add_column<"y2026", column<"note", text>>> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next", add_column<"events", column<"note", text>>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
