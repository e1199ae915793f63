// SPDX-License-Identifier: BSL-1.0
// expect: sequence counter has no model; add one to models<...>, or a revision with drop_sequence<counter,
//   loses_data>
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start",
    create_sequence<"counter", start<5>>,
    create_table<"users", column<"id", bigint, identity, primary_key>, column<"kin", serial>>,
    alter_type<"users", "kin", bigint>> {};
struct users : table<"users", column<"id", bigint, identity, primary_key>, column<"kin", bigint, not_null, default_<"nextval('users_kin_seq')">>> {};
struct kin : sequence<"users_kin_seq", as<integer>, owned_by<"users", "kin">> {};
#ifdef SKEIN_FAULT
using all = models<users, kin>;
#else
struct counter : sequence<"counter", start<5>> {};
using all = models<users, kin, counter>;
#endif
struct history : chain<a> {};
static_assert(verify<history, all>::ok);
