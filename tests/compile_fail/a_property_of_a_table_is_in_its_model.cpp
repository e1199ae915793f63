// SPDX-License-Identifier: BSL-1.0
// expect: the history says replica_identity_index<t_pkey> of table t and no model does; add replica_identity_index<t_pkey> to the model of the table, or a revision with set_replica_identity<t, default>
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_table<"t", column<"id", bigint, primary_key>>,
                    set_replica_identity_index<"t", "t_pkey">> {};
#ifdef SKEIN_FAULT
struct t : table<"t", column<"id", bigint, primary_key>> {};
#else
struct t : table<"t", column<"id", bigint, primary_key>, replica_identity_index<"t_pkey">> {};
#endif
struct history : chain<a> {};
static_assert(verify<history, models<t>>::ok);
