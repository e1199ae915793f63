// SPDX-License-Identifier: BSL-1.0
// harness: the sentence is another one
// expect: sentence.cpp:7: revision b, step 1: table user does not exist; did you mean users?
#include "sentence.hpp"
#ifdef SKEIN_FAULT
static_assert(spoken::ok);
#endif
