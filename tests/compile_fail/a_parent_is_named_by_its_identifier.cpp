// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b: has a struct for its parent; write revises<...> with the identifier of that revision
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_table<"users", column<"id", bigint, primary_key>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", a, "more", add_column<"users", column<"age", integer>>> {};  // @line
#else
struct b : revision<"b", revises<"a">, "more", add_column<"users", column<"age", integer>>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
