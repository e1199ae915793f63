// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: a key or an index of wide has more than 32 columns, those of include counted;
//   leave some out
#include <skein/skein.hpp>
using namespace skein;

// clang-format off
struct a : revision<"a", base, "start", create_table<"wide", column<"c0", integer>, column<"c1", integer>,
    column<"c2", integer>, column<"c3", integer>, column<"c4", integer>, column<"c5", integer>, column<"c6",
    integer>, column<"c7", integer>, column<"c8", integer>, column<"c9", integer>, column<"c10", integer>,
    column<"c11", integer>, column<"c12", integer>, column<"c13", integer>, column<"c14", integer>, column<"c15",
    integer>, column<"c16", integer>, column<"c17", integer>, column<"c18", integer>, column<"c19", integer>,
    column<"c20", integer>, column<"c21", integer>, column<"c22", integer>, column<"c23", integer>, column<"c24",
    integer>, column<"c25", integer>, column<"c26", integer>, column<"c27", integer>, column<"c28", integer>,
    column<"c29", integer>, column<"c30", integer>, column<"c31", integer>, column<"c32", integer>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next",  // @line
    create_index<"ix", "wide", on<"c0", "c1", "c2", "c3", "c4", "c5", "c6", "c7", "c8", "c9", "c10", "c11", "c12",
    "c13", "c14", "c15", "c16", "c17", "c18", "c19", "c20", "c21", "c22", "c23", "c24", "c25", "c26", "c27", "c28",
    "c29", "c30", "c31">, include<"c32">>> {};
#else
struct b : revision<"b", revises<"a">, "next",
    create_index<"ix", "wide", on<"c0", "c1", "c2", "c3", "c4", "c5", "c6", "c7", "c8", "c9", "c10", "c11", "c12",
    "c13", "c14", "c15", "c16", "c17", "c18", "c19", "c20", "c21", "c22", "c23", "c24", "c25", "c26", "c27", "c28",
    "c29", "c30", "c31">>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
