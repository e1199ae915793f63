// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision a, step 1: an option of a partition is no member of a table; write it inside create_partition<...>, attach_partition<...> or partition<...>
#include <skein/skein.hpp>
using namespace skein;

#ifdef SKEIN_FAULT
struct a : revision<"a", base, "start", create_table<"events", column<"at", date>, values_in<"2026-01-01">>> {};  // @line
#else
struct a : revision<"a", base, "start", create_table<"events", column<"at", date>>> {};
#endif
struct history : chain<a> {};
static_assert(verify<history>::ok);
