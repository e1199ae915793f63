// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: view v has a * for users within its query, where age would still be called so; write the columns out in it before
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_table<"users", column<"id", bigint>, column<"age", bigint>>,
                    create_view<"v", "SELECT x.id FROM (SELECT * FROM users) x">> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", rename_column<"users", "age", "years">> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next", replace_view<"v", "SELECT x.id FROM (SELECT id, age FROM users) x">, rename_column<"users", "age", "years">> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
