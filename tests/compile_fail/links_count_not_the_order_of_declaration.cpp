// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision c, step 1: column users.name does not exist; add it before, or mend the name
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_table<"users", column<"name", text>>> {};
struct b : revision<"b", revises<"a">, "called", rename_column<"users", "name", "called">> {};
#ifdef SKEIN_FAULT
struct c : revision<"c", revises<"b">, "index", create_index<"ix", "users", on<"name">>> {};  // @line
#else
struct c : revision<"c", revises<"b">, "index", create_index<"ix", "users", on<"called">>> {};
#endif
struct history : chain<c, a, b> {};
static_assert(verify<history>::ok);
