// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision a, step 1: extension earthdistance needs extension cube; add create_extension<cube> before
#include <skein/skein.hpp>
using namespace skein;

#ifdef SKEIN_FAULT
struct a : revision<"a", base, "start", create_extension<"earthdistance">> {};  // @line
#else
struct a : revision<"a", base, "start", create_extension<"cube">, create_extension<"earthdistance">> {};
#endif
struct history : chain<a> {};
static_assert(verify<history>::ok);
