// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: model users lacks storage parameter fillfactor, which the history has; add it to the model, or a
//   revision with reset_parameter<users, fillfactor>
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start",
    create_table<"users", column<"id", bigint>, parameter<"fillfactor", "70">>> {};
#ifdef SKEIN_FAULT
struct users : table<"users", column<"id", bigint>> {};  // @line
#else
struct users : table<"users", column<"id", bigint>, parameter<"fillfactor", "70">> {};
#endif
struct history : chain<a> {};
static_assert(verify<history, models<users>>::ok);
