// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Why a step at run time does not fit, in words.

#include <skein/check/sentence.hpp>

#include <string>
#include <string_view>

namespace skein::checks {

/// What the sentence about a step of a revision says behind the step's number.
inline std::string objection(verdict v, const model::step& x) {
  static constexpr model::ident id{"1"};
  static constexpr model::location here{};
  const model::step* steps[]{&x};
  const model::revision_def revision{.id = &id, .where = &here, .up = {steps, 1}, .down = {}};
  const model::revision_def* all[]{&revision};
  v.revision = v.other_revision = v.step = 0;
  const buffer text = sentence(v, all, 1);
  const std::string_view whole(text.text, text.size);
  const std::size_t step = whole.find("step 1"), said = whole.find(": ", step == whole.npos ? 0 : step);
  return std::string(said == whole.npos ? whole : whole.substr(said + 2));
}

}  // namespace skein::checks
