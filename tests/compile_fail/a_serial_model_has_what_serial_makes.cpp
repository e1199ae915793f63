// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: model users has column kin as serial as in the history; change the model, or add a
//   revision with alter_sequence<users_kin_seq, as<bigint>, owned_by<users, kin>>
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start",
    create_sequence<"counter", start<5>>,
    create_table<"users", column<"id", bigint, identity, primary_key>, column<"kin", serial>>,
    alter_type<"users", "kin", bigint>> {};
struct counter : sequence<"counter", start<5>> {};
#ifdef SKEIN_FAULT
struct users : table<"users", column<"id", bigint, identity, primary_key>, column<"kin", bigserial>> {};  // @line
using all = models<users, counter>;
#else
struct users : table<"users", column<"id", bigint, identity, primary_key>, column<"kin", bigint, not_null, default_<"nextval('users_kin_seq')">>> {};
struct kin : sequence<"users_kin_seq", as<integer>, owned_by<"users", "kin">> {};
using all = models<users, counter, kin>;
#endif
struct history : chain<a> {};
static_assert(verify<history, all>::ok);
