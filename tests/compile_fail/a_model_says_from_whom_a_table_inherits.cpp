// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{model}: model cities lacks inherits<places>, which the history has; add it to the model, or a revision with
//   disinherit<cities, places>
#include <skein/inherits.hpp>
using namespace skein;

struct places : table<"places", column<"name", text>> {};
struct a : revision<"a", base, "start", create_table<"places", column<"name", text>>,
    create_table<"cities", inherits<"places">>> {};
struct history : chain<a> {};
#ifdef SKEIN_FAULT
struct cities : table<"cities", column<"name", text>> {};  // @model
#else
struct cities : table<"cities", inherits<"places">> {};
#endif
static_assert(verify<history, models<places, cities>>::ok);
