// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision a, step 1: table events is partitioned by column at, which every unique key of it has to contain; add that to the key
#include <skein/skein.hpp>
using namespace skein;

#ifdef SKEIN_FAULT
struct a : revision<"a", base, "start",  // @line
    create_table<"events", column<"id", bigint>, column<"at", date>, primary_key_on<"id">, partition_by_range<"at">>> {};
#else
struct a : revision<"a", base, "start",
    create_table<"events", column<"id", bigint>, column<"at", date>, primary_key_on<"id", "at">, partition_by_range<"at">>> {};
#endif
struct history : chain<a> {};
static_assert(verify<history>::ok);
