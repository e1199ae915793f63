// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: column users.id: bool is no type of PostgreSQL; write boolean
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_table<"users", column<"id", text>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "id", alter_type<"users", "id", bool, using_<"true">, loses_data, irreversible<"why">>> {};  // @line
#else
struct b : revision<"b", revises<"a">, "id", alter_type<"users", "id", boolean, using_<"true">, loses_data, irreversible<"why">>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
