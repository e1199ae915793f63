// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: dropping attribute zip of type address loses data that no down brings back; acknowledge it with loses_data as the last argument of the step
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_composite<"address", attribute<"town", text>, attribute<"zip", text>>,
                    create_table<"users", column<"home", type_named<"address">>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", drop_attribute<"address", "zip">> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next", drop_attribute<"address", "zip", loses_data>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
