// SPDX-License-Identifier: BSL-1.0
// harness: there is more than the sentence
// expect: sentence.cpp:7: revision b, step 1: table user does not exist
#include "sentence.hpp"
#ifdef SKEIN_FAULT
template <class T> struct outer {
  using type = decltype(T::ok);
};
using traced = outer<spoken>::type;
#endif
