// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision a: is frozen, and was edited: its digest is b94a4acffd3bd7e4, not 00dce3db8c7729bc; undo the edit and write a
//   revision that changes what is to change, or pin the new digest where this one never ran
#include <skein/skein.hpp>
using namespace skein;

#ifdef SKEIN_FAULT
struct a : revision<"a", base, "start", frozen<"00dce3db8c7729bc">, create_table<"users", column<"id", bigint, identity, primary_key>, column<"email", varchar<256>, not_null, unique>, indexed<"ix", on<desc("email"), expression("lower(email)")>, where<"id > 7">>>, execute<"ANALYZE users", undo<"">>> {};  // @line
#else
struct a : revision<"a", base, "start", frozen<"00dce3db8c7729bc">,
    create_table<"users",
        column<"id",    bigint, identity, primary_key>,
        column<"email", varchar<255>, not_null, unique>,
        indexed<"ix", on<desc("email"), expression("lower(email)")>, where<"id > 7">>>,
    execute<"ANALYZE users", undo<"">>> {};
#endif
struct history : chain<a> {};
static_assert(verify<history>::ok);
