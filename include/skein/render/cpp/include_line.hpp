// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Which header of skein has all words of the C++ that is written.

#include <skein/model/step.hpp>

#include <string>

namespace skein::render::cpp {

/// Whether a table inherits by it.
inline bool is_about_heirs(const model::member& m) { return m.what == model::kind::inherits; }
inline bool is_about_heirs(const model::step& x) {
  bool found = false;
  for (const model::member* m : x.members) found |= is_about_heirs(*m);
  for (const model::step* each : x.effects) found |= is_about_heirs(*each);
  return found;
}

/// `#include <skein/…>` and the end of its line.
inline std::string include_line(bool heirs) {
  return heirs ? "#include <skein/inherits.hpp>\n" : "#include <skein/skein.hpp>\n";
}

}  // namespace skein::render::cpp
