// SPDX-License-Identifier: BSL-1.0
// harness: {line} needs one line marked
// expect: sentence.cpp:{line}: revision b, step 1: table user does not exist
#include "sentence.hpp"
