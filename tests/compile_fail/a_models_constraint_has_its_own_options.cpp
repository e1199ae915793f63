// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: model users, set_null is no option of a constraint; write it inside on_delete<...> or on_update<...>
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_table<"users", column<"id", bigint, primary_key>, foreign_key<on<"id">, to<"users", "id">>>> {};
#ifdef SKEIN_FAULT
struct users : table<"users", column<"id", bigint, primary_key>, foreign_key<on<"id">, to<"users", "id">, set_null>> {};  // @line
#else
struct users : table<"users", column<"id", bigint, primary_key>, foreign_key<on<"id">, to<"users", "id">>> {};
#endif
struct history : chain<a> {};
static_assert(verify<history, models<users>>::ok);
