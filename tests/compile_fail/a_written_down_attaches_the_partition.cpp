// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b: its down does not undo its up, table y2026 is partitioned or a partition otherwise afterwards; add attach_partition<...> or detach_partition<...> to the down, or leave the down out to have it derived
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_table<"events", column<"at", date>, partition_by_range<"at">>,
    create_partition<"y2026", "events", values_from<"2026-01-01">, values_to<"2027-01-01">>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", up<detach_partition<"events", "y2026">>, down<>> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next", up<detach_partition<"events", "y2026">>,
    down<attach_partition<"events", "y2026", values_from<"2026-01-01">, values_to<"2027-01-01">>>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
