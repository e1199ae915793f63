// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{model}: model cities inherits from places, which no revision says; add a revision with inherit<cities, places>
#include <skein/inherits.hpp>
using namespace skein;

struct places : table<"places", column<"name", text>> {};
struct a : revision<"a", base, "start", create_table<"places", column<"name", text>>,
    create_table<"cities", column<"name", text>>> {};
struct history : chain<a> {};
#ifdef SKEIN_FAULT
struct cities : table<"cities", inherits<"places">, column<"name", text>> {};  // @model
#else
struct cities : table<"cities", column<"name", text>> {};
#endif
static_assert(verify<history, models<places, cities>>::ok);
