// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: column posts.by: on_delete<...> is no option of a column; write it inside
//   references<...>, foreign_key<...> or constraint<...>
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_table<"users", column<"id", bigint, primary_key>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "posts", create_table<"posts", column<"by", bigint, references<"users", "id">, on_delete<cascade>>>> {};  // @line
#else
struct b : revision<"b", revises<"a">, "posts", create_table<"posts", column<"by", bigint, references<"users", "id", on_delete<cascade>>>>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
