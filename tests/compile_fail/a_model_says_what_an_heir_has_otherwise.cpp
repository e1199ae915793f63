// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{model}: model cities lacks column name, which is otherwise in the history than that of places; add it to
//   the model, or a revision that makes them alike
#include <skein/inherits.hpp>
using namespace skein;

struct places : table<"places", column<"name", text>> {};
struct a : revision<"a", base, "start", create_table<"places", column<"name", text>>,
    create_table<"cities", inherits<"places">>, set_default<"cities", "name", "'x'">> {};
struct history : chain<a> {};
#ifdef SKEIN_FAULT
struct cities : table<"cities", inherits<"places">> {};  // @model
#else
struct cities : table<"cities", inherits<"places">, column<"name", text, default_<"'x'">>> {};
#endif
static_assert(verify<history, models<places, cities>>::ok);
