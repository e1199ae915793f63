// SPDX-License-Identifier: BSL-1.0
// harness: the control does not compile cleanly
// expect: sentence.cpp:7: revision b, step 1: table user does not exist
#include "sentence.hpp"
static_assert(spoken::ok);
