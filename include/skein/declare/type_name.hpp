// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// A C++ type's name, for messages.

#include <skein/model/text.hpp>

namespace skein::model {

/// As the compiler writes it.
template <class T>
consteval text_view name_of() {
  const char* p = __PRETTY_FUNCTION__;
  while (p[0] != 'T' || p[1] != ' ' || p[2] != '=') ++p;
  p += 4;
  u32 n = 0;
  while (p[n] != ';' && p[n] != ']') ++n;
  return {p, n, 0};
}

}  // namespace skein::model
