// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: materialized view m has no unique index on columns alone and without a predicate, which concurrently needs; create one before
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_materialized_view<"m", "SELECT 1 AS id">> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", refresh_materialized_view<"m", concurrently>> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next", create_index<"m_id", "m", on<"id">, unique>, refresh_materialized_view<"m", concurrently>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
