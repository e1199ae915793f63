// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: function touch() cannot be dropped, trigger touched on users uses it; drop that first
#include <skein/skein.hpp>
using namespace skein;

template <model::object_name Name>
using trigger_function = create_function<Name, returns_trigger, language<"plpgsql">, body<"BEGIN RETURN NEW; END">>;
struct a : revision<"a", base, "start", create_table<"users", column<"email", text>>, trigger_function<"touch">, trigger_function<"other">,
                    create_trigger<"touched", "users", fires_before<updating_of<"email">>, for_each_row, calls<"touch">>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", drop_function<"touch">> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next", drop_function<"other">> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
