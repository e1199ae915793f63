// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// The steps down that a history does not write.

#include <skein/model/history.hpp>
#include <skein/render/quote.hpp>

#include <fmt/format.h>

#include <stdexcept>
#include <vector>

namespace skein::render {

/// The inverse of each revision's steps up, in the order in which they run.
/// SEAM: check/ derives them from the state before each step; this is the one place that has to call it.
class derived_down {
 public:
  explicit derived_down(const model::history_def&) {}

  /// Asked in the order of the revisions, each after its parents. The steps live as long as this object.
  std::vector<const model::step*> operator()(const model::revision_def& r) {
    throw std::logic_error(fmt::format("the down of revision {} is derived, and nothing derives it yet", view(*r.id)));
  }
};

}  // namespace skein::render
