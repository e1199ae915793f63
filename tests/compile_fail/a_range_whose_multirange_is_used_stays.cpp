// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: type span cannot be dropped, column t.c uses it; drop that first
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_range<"span", integer>, create_table<"t", column<"c", type_named<"span_multirange">>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", drop_type<"span">> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next", drop_column<"t", "c", loses_data>, drop_type<"span">> {};
#endif
struct history : chain<target<14>, a, b> {};
static_assert(verify<history>::ok);
