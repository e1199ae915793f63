// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision right: does not commute with left of a parallel branch, both concern schema app;
//   let one branch revise the other
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start"> {};
struct left : revision<"left", revises<"a">, "one branch", create_schema<"app">> {};
#ifdef SKEIN_FAULT
struct right : revision<"right", revises<"a">, "another", create_schema<"app">> {};  // @line
#else
struct right : revision<"right", revises<"a">, "another", create_schema<"audit">> {};
#endif
struct merge : revision<"merge", revises<"left", "right">, "both"> {};
struct history : chain<a, left, right, merge> {};
static_assert(verify<history>::ok);
