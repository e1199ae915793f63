// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: model y2026 is partitioned or a partition otherwise than in the history, where it is partition<y2026, events, values_from<2026-01-01>, values_to<2027-01-01>>; write that in the model, or add a revision that changes it
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_table<"events", column<"at", date>, partition_by_range<"at">>,
    create_partition<"y2026", "events", values_from<"2026-01-01">, values_to<"2027-01-01">>> {};
struct events : table<"events", column<"at", date>, partition_by_range<"at">> {};
#ifdef SKEIN_FAULT
struct y2026 : partition<"y2026", "events", default_partition> {};  // @line
#else
struct y2026 : partition<"y2026", "events", values_from<"2026-01-01">, values_to<"2027-01-01">> {};
#endif
struct history : chain<a> {};
static_assert(verify<history, models<events, y2026>>::ok);
