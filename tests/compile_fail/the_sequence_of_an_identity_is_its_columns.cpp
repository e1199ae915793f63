// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: sequence users_id_seq belongs to the identity users.id and has its type;
//   write drop_identity, alter_type or set_identity for that column
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start",
    create_sequence<"counter">,
    create_table<"users", column<"id", bigint, identity, primary_key>, column<"kin", serial>,
                 column<"number", bigint, default_<"nextval('counter')">>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", drop_sequence<"users_id_seq", loses_data>> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next", drop_identity<"users", "id">> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
