// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: schema public stays; drop it with execute
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start"> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", drop_schema<"public">> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next", execute<"DROP SCHEMA public", undo<"CREATE SCHEMA public">>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
