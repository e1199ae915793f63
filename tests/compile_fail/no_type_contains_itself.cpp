// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: type person would contain itself; leave the attribute out, or give it another type
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_composite<"person", attribute<"name", text>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", add_attribute<"person", attribute<"friends", array<type_named<"person">>>>> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next", add_attribute<"person", attribute<"friends", array<text>>>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
