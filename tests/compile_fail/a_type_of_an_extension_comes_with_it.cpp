// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision a, step 1: type citext does not exist, it comes with extension citext; add create_extension<citext> before
#include <skein/skein.hpp>
using namespace skein;

#ifdef SKEIN_FAULT
struct a : revision<"a", base, "start", create_table<"users", column<"email", type_named<"citext">>>> {};  // @line
#else
struct a : revision<"a", base, "start", create_extension<"citext">, create_table<"users", column<"email", type_named<"citext">>>> {};
#endif
struct history : chain<a> {};
static_assert(verify<history>::ok);
