// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: table gr??en does not exist; did you mean gr??e?
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_table<"größe", column<"id", bigint>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", drop_table<"größen", loses_data>> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next", drop_table<"größe", loses_data>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
