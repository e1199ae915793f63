// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: model type mood is created by no revision, or was dropped; add a revision with create_enum<mood, sad, ok>
#include <skein/skein.hpp>
using namespace skein;

#ifdef SKEIN_FAULT
struct a : revision<"a", base, "start", create_enum<"feeling", "sad", "ok">> {};
#else
struct a : revision<"a", base, "start", create_enum<"mood", "sad", "ok">> {};
#endif
struct history : chain<a> {};
struct mood : enum_type<"mood", "sad", "ok"> {};  // @line
static_assert(verify<history, models<mood>>::ok);
