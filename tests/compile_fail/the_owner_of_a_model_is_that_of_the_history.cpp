// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: a model says owner<app> of type mood, the history does not; change the model, or add a revision with set_type_owner<mood, app>
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_enum<"mood", "sad">> {};
struct b : revision<"b", revises<"a">, "next", set_type_owner<"mood", "app">> {};
struct mood : enum_type<"mood", "sad"> {};
struct mood_owner : owner<"app", on_type<"mood">> {};  // @line
#ifdef SKEIN_FAULT
struct history : chain<a> {};
#else
struct history : chain<a, b> {};
#endif
static_assert(verify<history, models<mood, mood_owner>>::ok);
