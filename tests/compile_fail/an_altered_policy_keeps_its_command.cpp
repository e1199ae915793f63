// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: policy own on notes stays for its command, and permissive or restrictive; say that again, or drop it and create it instead
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_table<"notes", column<"owner", text>>,
    create_policy<"own", "notes", for_select, using_<"owner = current_user">>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "all", alter_policy<"own", "notes", using_<"true">>> {};  // @line
#else
struct b : revision<"b", revises<"a">, "all", alter_policy<"own", "notes", for_select, using_<"true">>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
