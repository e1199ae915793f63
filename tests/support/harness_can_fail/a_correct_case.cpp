// SPDX-License-Identifier: BSL-1.0
// harness: nothing
// expect: sentence.cpp:{line}: revision b, step 1:
//   table user does not exist
#include "sentence.hpp"

using marked = int;  // @line
#ifdef SKEIN_FAULT
static_assert(spoken::ok);
#endif
