// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: model y2027 has no table; did you mean y2026? If not, add a revision with create_partition<y2027, events, values_from<2027-01-01>, values_to<maxvalue>>
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_table<"events", column<"at", date>, partition_by_range<"at">>,
    create_partition<"y2026", "events", values_from<"2026-01-01">, values_to<"2027-01-01">>> {};
struct events : table<"events", column<"at", date>, partition_by_range<"at">> {};
struct y2026 : partition<"y2026", "events", values_from<"2026-01-01">, values_to<"2027-01-01">> {};
struct y2027 : partition<"y2027", "events", values_from<"2027-01-01">, values_to<maxvalue>> {};  // @line
struct history : chain<a> {};
#ifdef SKEIN_FAULT
static_assert(verify<history, models<events, y2026, y2027>>::ok);
#else
static_assert(verify<history, models<events, y2026>>::ok);
#endif
