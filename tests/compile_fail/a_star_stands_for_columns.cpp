// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: view v has a * for marks, which has no column; leave it out, or add a column before
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_table<"marks">> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", create_view<"v", "SELECT * FROM marks">> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next", add_column<"marks", column<"id", bigint>>, create_view<"v", "SELECT * FROM marks">> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
