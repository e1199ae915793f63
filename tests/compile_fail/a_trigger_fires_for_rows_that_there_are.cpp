// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: trigger touched on users fires on insert, where there is no row OLD; mend the declaration
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_table<"users", column<"email", text>>,
                    create_function<"touch", returns_trigger, language<"plpgsql">, body<"BEGIN RETURN NEW; END">>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", create_trigger<"touched", "users", fires_before<inserting>, for_each_row, when<"OLD.email = ''">, calls<"touch">>> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next", create_trigger<"touched", "users", fires_before<inserting>, for_each_row, when<"NEW.email = ''">, calls<"touch">>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
