// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: a multirange type has the privileges of its range type, and PostgreSQL from 17 on grants none on it; name the range type
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_range<"stay", date>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", grant<privileges<"usage">, on_type<"stay_multirange">, to_roles<"pg_monitor">>> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next", grant<privileges<"usage">, on_type<"stay">, to_roles<"pg_monitor">>> {};
#endif
struct history : chain<target<14>, a, b> {};
static_assert(verify<history>::ok);
