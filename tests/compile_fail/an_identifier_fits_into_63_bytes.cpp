// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision 20251114120000_a_whole_sentence_that_says_what_the_revision_is_: its identifier has
//   66 bytes, 63 are kept; shorten it
#include <skein/skein.hpp>
using namespace skein;

#ifdef SKEIN_FAULT
struct a : revision<"20251114120000_a_whole_sentence_that_says_what_the_revision_is_for",  // @line
                    base, "the first"> {};
#else
struct a : revision<"efaa6e584823", base, "the first"> {};
#endif
struct history : chain<a> {};
static_assert(verify<history>::ok);
