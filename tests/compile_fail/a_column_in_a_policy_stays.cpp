// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: column notes.owner cannot be dropped, policy own on notes uses it; drop that first
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_table<"notes", column<"id", bigint>, column<"owner", text>>,
                    create_policy<"own", "notes", using_<"owner = current_user">>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", drop_column<"notes", "owner", loses_data>> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next", drop_column<"notes", "id", loses_data>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
