// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Revisions that nobody edits any more.

#include <skein/declare/misplaced.hpp>

namespace skein {

/// Among a revision's steps: its definition is the one with this digest, or it does not compile. The driver's `freeze` prints
/// the digests: `frozen<"2b7e151628aed2a6">`. The digest is of the identifier, the parents, the message and the steps of both
/// directions as they are declared, wherever they stand.
/// SQL:      none
template <model::literal Digest>
struct frozen : model::of_revision {
  static constexpr model::step step{.what = model::op::frozen, .text = Digest};
};

}  // namespace skein
