// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: column users.email cannot be dropped, trigger touched on users uses it; drop that first
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_table<"users", column<"email", text>, column<"bio", text>>,
                    create_function<"touch", returns_trigger, language<"plpgsql">, body<"BEGIN RETURN NEW; END">>,
                    create_trigger<"touched", "users", fires_before<updating>, for_each_row, when<"NEW.email <> OLD.email">, calls<"touch">>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", drop_column<"users", "email", loses_data>> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next", drop_column<"users", "bio", loses_data>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
