// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: column users.shout is generated, so its values are computed, not converted;
//   leave using_<...> and undo_using<...> out
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start",
    create_table<"users", column<"id", bigint, identity, primary_key>, column<"name", text>,
                 column<"shout", text, generated<"upper(name)">>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next",  // @line
    alter_type<"users", "shout", varchar<80>, using_<"left(shout, 80)">>> {};
#else
struct b : revision<"b", revises<"a">, "next",
    alter_type<"users", "shout", varchar<80>>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
