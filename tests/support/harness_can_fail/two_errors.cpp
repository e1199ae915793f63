// SPDX-License-Identifier: BSL-1.0
// harness: there are 2 errors instead of one
// expect: sentence.cpp:7: revision b, step 1: table user does not exist
#include "sentence.hpp"
#ifdef SKEIN_FAULT
static_assert(spoken::ok);
static_assert(false, "another");
#endif
