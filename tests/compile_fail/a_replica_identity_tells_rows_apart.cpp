// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision a, step 2: table t cannot tell its rows apart by index ix; name a unique one over columns that are not null, immediate, without where<...> and expressions
#include <skein/skein.hpp>
using namespace skein;

#ifdef SKEIN_FAULT
struct a : revision<"a", base, "start", create_table<"t", column<"id", bigint>, indexed<"ix", on<"id">, unique>>,  // @line
                    set_replica_identity_index<"t", "ix">> {};
#else
struct a : revision<"a", base, "start", create_table<"t", column<"id", bigint, not_null>, indexed<"ix", on<"id">, unique>>,
                    set_replica_identity_index<"t", "ix">> {};
#endif
struct history : chain<a> {};
static_assert(verify<history>::ok);
