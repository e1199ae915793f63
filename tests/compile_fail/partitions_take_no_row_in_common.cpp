// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: table y2027 would overlap partition y2026; give each value to one of them
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_table<"events", column<"at", date>, partition_by_range<"at">>,
    create_partition<"y2026", "events", values_from<"2026-01-01">, values_to<"2027-01-01">>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", create_partition<"y2027", "events", values_from<"2026-12-31">, values_to<"2028-01-01">>> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next", create_partition<"y2027", "events", values_from<"2027-01-01">, values_to<"2028-01-01">>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
