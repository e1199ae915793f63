// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: column posts.author references people, which does not exist; create it
//   before, or add the foreign key later with add_constraint
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start"> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next",  // @line
    create_table<"posts", column<"author", bigint, references<"people">>>,
    create_table<"people", column<"id", bigint, primary_key>>> {};
#else
struct b : revision<"b", revises<"a">, "next",
    create_table<"posts", column<"author", bigint>>,
    create_table<"people", column<"id", bigint, primary_key>>,
    add_constraint<"posts", foreign_key<on<"author">, to<"people">>>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
