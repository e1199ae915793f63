// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: function apart(date, date) keeps its name, type stay calls it by that; drop that first, and add it again behind
#include <skein/skein.hpp>
using namespace skein;

template <model::object_name Name>
using between = create_function<Name, arguments<date, date>, returns<double_precision>, language<"sql">, immutable, body<"SELECT ($1 - $2)::float8">>;
struct a : revision<"a", base, "start", between<"apart">, create_range<"stay", date, subtype_diff<"apart">>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", rename_function<"apart", "distance", date, date>> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next", drop_type<"stay">, rename_function<"apart", "distance", date, date>, create_range<"stay", date, subtype_diff<"distance">>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
