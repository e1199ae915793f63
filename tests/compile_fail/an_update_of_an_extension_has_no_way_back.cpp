// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: extension citext is updated, which PostgreSQL does not undo; say irreversible<why> as the last argument of the step
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_extension<"citext", version<"1.4">>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", update_extension<"citext", "1.5">> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next", update_extension<"citext", "1.5", irreversible<"no script leads back">>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
