// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision a, step 1: security_invoker needs PostgreSQL 15, and the chain has to run on 14; do
//   without it, or begin the chain with target<15>
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_view<"v", "SELECT 1 AS id", security_invoker>> {};  // @line
#ifdef SKEIN_FAULT
struct history : chain<target<14>, a> {};
#else
struct history : chain<target<15>, a> {};
#endif
static_assert(verify<history>::ok);
