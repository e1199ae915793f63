// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: model users, column users.age: array_of<...> is no type of PostgreSQL; write one such as bigint or varchar<40>, or
//   type_named<...> for a type of an extension
#include <skein/skein.hpp>
using namespace skein;

template <class T, int N> struct array_of {};
struct a : revision<"a", base, "start", create_table<"users", column<"age", integer>>> {};
#ifdef SKEIN_FAULT
struct users : table<"users", column<"age", array_of<int, 3>>> {};  // @line
#else
struct users : table<"users", column<"age", integer>> {};
#endif
struct history : chain<a> {};
static_assert(verify<history, models<users>>::ok);
