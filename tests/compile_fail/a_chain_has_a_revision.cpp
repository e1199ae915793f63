// SPDX-License-Identifier: BSL-1.0
// expect: the chain has no revision; write one that revises base
#include <skein/skein.hpp>
using namespace skein;

#ifdef SKEIN_FAULT
struct history : chain<> {};
#else
struct a : revision<"a", base, "the first"> {};
struct history : chain<a> {};
#endif
static_assert(verify<history>::ok);
