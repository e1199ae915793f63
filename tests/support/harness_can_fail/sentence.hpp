// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// A sentence printed as skein's checks print it, and nothing of skein: in whole for g++, in lines for Clang.

#ifdef __clang__
struct words {
  char text[2][37];
};
#else
struct words {
  char text[73];
};
#endif
consteval words say(const char* sentence) {
  words out{};
  for (int i = 0; *sentence; ++i)
#ifdef __clang__
    out.text[i / 36][i % 36] = *sentence++;
#else
    out.text[i] = *sentence++;
#endif
  return out;
}

template <words Text> struct migration_error;
using spoken = migration_error<say("sentence.cpp:7: revision b, step 1: table user does not exist           ")>;
