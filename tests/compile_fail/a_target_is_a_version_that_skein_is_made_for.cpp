// SPDX-License-Identifier: BSL-1.0
// expect: chain<...> begins with target<11>, which is no major version of PostgreSQL from 12 on; write one, such as 15
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_table<"users", column<"id", bigint>>> {};
#ifdef SKEIN_FAULT
struct history : chain<target<11>, a> {};
#else
struct history : chain<target<12>, a> {};
#endif
static_assert(verify<history>::ok);
