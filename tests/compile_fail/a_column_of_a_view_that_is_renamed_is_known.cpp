// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: what columns view v has its query does not say to skein; name them all in its columns<...>
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start",
#ifdef SKEIN_FAULT
                    create_view<"v", "SELECT 1, 2">> {};
#else
                    create_view<"v", "SELECT 1, 2", columns<"n", "m">>> {};
#endif
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", rename_column<"v", "one", "two">> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next", rename_column<"v", "n", "two">> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
