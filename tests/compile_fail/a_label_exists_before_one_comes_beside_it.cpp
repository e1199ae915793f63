// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: type mood has no label okay; did you mean ok?
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_enum<"mood", "sad", "ok">> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", add_value<"mood", "so so", before<"okay">, irreversible<"labels stay">>> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next", add_value<"mood", "so so", before<"ok">, irreversible<"labels stay">>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
