// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: table cities inherits its check named; change it in the parent
#include <skein/inherits.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_table<"places", column<"name", text>, check_on<"named", "name <> ''">>,
    create_table<"cities", inherits<"places">>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", drop_constraint<"cities", "named">> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next", drop_constraint<"places", "named">> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
