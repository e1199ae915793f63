// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{model}: model y2026 lacks column note, which is otherwise in the history than that of events; add it to the
//   model, or a revision that makes them alike
#include <skein/skein.hpp>
using namespace skein;

struct events : table<"events", column<"at", date>, column<"note", text>, partition_by_range<"at">> {};
struct a : revision<"a", base, "start",
    create_table<"events", column<"at", date>, column<"note", text>, partition_by_range<"at">>,
    create_partition<"y2026", "events", values_from<"2026-01-01">, values_to<"2027-01-01">>,
    set_default<"y2026", "note", "'new'">> {};
struct history : chain<a> {};
#ifdef SKEIN_FAULT
struct y2026 : partition<"y2026", "events", values_from<"2026-01-01">, values_to<"2027-01-01">> {};  // @model
#else
struct y2026 : partition<"y2026", "events", values_from<"2026-01-01">, values_to<"2027-01-01">,
    column<"note", text, default_<"'new'">>> {};
#endif
static_assert(verify<history, models<events, y2026>>::ok);
