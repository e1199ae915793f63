// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: table cities keeps name as its own then, which nothing makes inherited again;
//   say why with irreversible<...> as the last argument of the step
#include <skein/inherits.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_table<"places", column<"name", text>>,
    create_table<"cities", inherits<"places">>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", disinherit<"cities", "places">> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next", disinherit<"cities", "places", irreversible<"cities go on alone">>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
