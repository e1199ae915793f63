// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: model users, concurrently is no option of an index; write it behind the arguments of a step that takes it
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_table<"users", column<"id", bigint, primary_key>, column<"age", text>, indexed<"ix", on<"age">>>> {};
#ifdef SKEIN_FAULT
struct users : table<"users", column<"id", bigint, primary_key>, column<"age", text>, indexed<"ix", on<"age">, concurrently>> {};  // @line
#else
struct users : table<"users", column<"id", bigint, primary_key>, column<"age", text>, indexed<"ix", on<"age">>> {};
#endif
struct history : chain<a> {};
static_assert(verify<history, models<users>>::ok);
