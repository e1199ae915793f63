// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: cascade is no option of this step; write it inside on_delete<...> or
//   on_update<...>
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_table<"users", column<"id", bigint, primary_key>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "gone", drop_table<"users", cascade>> {};  // @line
#else
struct b : revision<"b", revises<"a">, "gone", drop_table<"users", loses_data>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
