// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: model users has constraint adult valid, in the history it is not; add a revision with
//   validate_constraint<users, adult>
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_table<"users", column<"age", integer>>,
    add_constraint<"users", constraint<"adult", check<"age > 17">, not_valid>>> {};
#ifdef SKEIN_FAULT
struct users : table<"users", column<"age", integer>, check_on<"adult", "age > 17">> {};  // @line
#else
struct users : table<"users", column<"age", integer>, constraint<"adult", check<"age > 17">, not_valid>> {};
#endif
struct history : chain<a> {};
static_assert(verify<history, models<users>>::ok);
