// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: model users, an option of a column is no member of a table; write it behind the type of its column
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_table<"users", column<"id", bigint, not_null>>> {};
#ifdef SKEIN_FAULT
struct users : table<"users", column<"id", bigint, not_null>, not_null> {};  // @line
#else
struct users : table<"users", column<"id", bigint, not_null>> {};
#endif
struct history : chain<a> {};
static_assert(verify<history, models<users>>::ok);
