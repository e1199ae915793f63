// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision: its identifier is empty; write one, such as the date and time
#include <skein/skein.hpp>
using namespace skein;

#ifdef SKEIN_FAULT
struct a : revision<"", base, "the first"> {};  // @line
#else
struct a : revision<"efaa6e584823", base, "the first"> {};
#endif
struct history : chain<a> {};
static_assert(verify<history>::ok);
