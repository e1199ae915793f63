// SPDX-License-Identifier: BSL-1.0
// harness: the fault compiles
// expect: sentence.cpp:7: revision b, step 1: table user does not exist
#include "sentence.hpp"
