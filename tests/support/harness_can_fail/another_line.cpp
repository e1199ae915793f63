// SPDX-License-Identifier: BSL-1.0
// harness: the sentence is another one
// expect: sentence.cpp:{line}: revision b, step 1: table user does not exist
#include "sentence.hpp"
using marked = int;  // @line
#ifdef SKEIN_FAULT
static_assert(spoken::ok);
#endif
