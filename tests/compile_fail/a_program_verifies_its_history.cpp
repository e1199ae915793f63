// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: table user does not exist; did you mean users?
// traced: nobody has asserted it before the library does
#include <skein/program.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_table<"users", column<"id", bigint, identity, primary_key>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", add_column<"user", column<"bio", text>>> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next", add_column<"users", column<"bio", text>>> {};
#endif
struct history : chain<a, b> {};
extern const program migrations;
const program migrations = program_of<history>();
