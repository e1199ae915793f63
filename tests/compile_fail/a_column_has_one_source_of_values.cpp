// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: column users.number has options that exclude each other; keep one of
//   default_, identity, serial and generated, and null only where nothing requires a value
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start",
    create_table<"users", column<"id", bigint, identity, primary_key>, column<"email", varchar<255>, not_null, unique>,
                 column<"name", text>, column<"age", integer>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next",  // @line
    add_column<"users", column<"number", bigint, identity, default_<"0">>>> {};
#else
struct b : revision<"b", revises<"a">, "next", add_column<"users", column<"number", bigint, identity>>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
