// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision a, step 2: table y2026 has a bound that no value of the key is, 2026; write one of the type of its column
#include <skein/skein.hpp>
using namespace skein;

#ifdef SKEIN_FAULT
struct a : revision<"a", base, "start", create_table<"events", column<"at", date>, partition_by_range<"at">>,  // @line
    create_partition<"y2026", "events", values_from<2026>, values_to<"2027-01-01">>> {};
#else
struct a : revision<"a", base, "start", create_table<"events", column<"at", date>, partition_by_range<"at">>,
    create_partition<"y2026", "events", values_from<"2026-01-01">, values_to<"2027-01-01">>> {};
#endif
struct history : chain<a> {};
static_assert(verify<history>::ok);
