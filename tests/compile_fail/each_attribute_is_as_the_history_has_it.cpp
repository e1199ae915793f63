// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: model users has column age of type smallint instead of text and not null instead of nullable and
//   with default 18 instead of `18` and with comment in years instead of none as in the history; change the model, or add a
//   revision with drop_default<users, age>, alter_type<users, age, smallint, using_<...>>, set_not_null<users, age>,
//   set_default<users, age, 18>, comment_on_column<users, age, in years>
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_table<"users", column<"age", text, default_<"'18'">>>> {};
#ifdef SKEIN_FAULT
struct users : table<"users", column<"age", smallint, not_null, default_<"18">, comment<"in years">>> {};  // @line
#else
struct users : table<"users", column<"age", text, default_<"'18'">>> {};
#endif
struct history : chain<a> {};
static_assert(verify<history, models<users>>::ok);
