// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: sequence_name<...> is no option of this step; remove it
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start",
    create_table<"users", column<"id", bigint, identity_with<always, sequence_name<"numbers">>, primary_key>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", create_sequence<"counter", sequence_name<"steps">>> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next", create_sequence<"steps">> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
