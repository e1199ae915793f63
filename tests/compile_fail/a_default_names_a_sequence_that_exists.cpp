// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: the default of column users.next uses conter, which does not exist; did
//   you mean counter?
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start",
    create_sequence<"counter">,
    create_table<"users", column<"id", bigint, identity, primary_key>, column<"kin", serial>,
                 column<"number", bigint, default_<"nextval('counter')">>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", add_column<"users", column<"next", bigint, default_<"nextval('conter')">>>> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next", add_column<"users", column<"next", bigint, default_<"nextval('counter')">>>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
