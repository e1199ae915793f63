// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// A step's SQL on one line.

#include <skein/render/step.hpp>

#include <string>

namespace skein::test {

template <class Step>
std::string sql_of() {
  std::string out;
  for (const std::string& sql : render::statements(Step::step)) out += (out.empty() ? "" : "; ") + sql;
  return out;
}

}  // namespace skein::test
