// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: model user has no table; did you mean users? If not, add a revision with create_table<user,
//   column<id, bigint, identity, primary_key>>
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_table<"users", column<"id", bigint, identity, primary_key>>> {};
#ifdef SKEIN_FAULT
struct users : table<"user", column<"id", bigint, identity, primary_key>> {};  // @line
#else
struct users : table<"users", column<"id", bigint, identity, primary_key>> {};
#endif
struct history : chain<a> {};
static_assert(verify<history, models<users>>::ok);
