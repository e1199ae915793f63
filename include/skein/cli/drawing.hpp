// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// A history drawn as lines of text, newest first, its branches side by side.

#include <skein/render/migration.hpp>

#include <algorithm>
#include <string>
#include <vector>

namespace skein::driver {

/// One line: what stands left of a revision, or the strokes between two (then `revision` is null).
struct drawn_line {
  std::string strokes;
  const render::migration* revision = nullptr;
  std::string beneath{};  ///< left of further lines about the revision
};

/// The lanes are the lines that run downwards; each waits for the revision at its lower end.
class drawing {
 public:
  explicit drawing(const render::migrations& history) {
    for (auto revision = history.rbegin(); revision != history.rend(); ++revision) place(*revision);
  }
  const std::vector<drawn_line>& lines() const { return lines_; }
  /// The widest of the strokes, so that the texts beside them align.
  std::size_t width() const {
    std::size_t out = 0;
    for (const drawn_line& line : lines_) out = std::max(out, line.strokes.size());
    return out;
  }

 private:
  void place(const render::migration& revision) {
    std::size_t lane = find(revision.id);
    if (lane == lanes_.size()) lanes_.push_back(revision.id);  // a head
    for (std::size_t other = lanes_.size(); --other > lane;)   // where branches part, seen from above: they join
      if (lanes_[other] == revision.id) {
        stroke(lane, other, '/');
        lanes_.erase(lanes_.begin() + static_cast<std::ptrdiff_t>(other));
      }
    lines_.push_back({row(lane, '*'), &revision, row(lane, revision.parents.empty() ? ' ' : '|')});
    if (revision.parents.empty()) {
      lanes_.erase(lanes_.begin() + static_cast<std::ptrdiff_t>(lane));
      return;
    }
    lanes_[lane] = revision.parents[0];
    for (std::size_t p = 1; p < revision.parents.size(); ++p) {
      lanes_.insert(lanes_.begin() + static_cast<std::ptrdiff_t>(lane + p), revision.parents[p]);
      stroke(lane + p - 1, lane + p, '\\');
    }
  }

  std::size_t find(const std::string& id) const {
    return static_cast<std::size_t>(std::find(lanes_.begin(), lanes_.end(), id) - lanes_.begin());
  }
  std::string row(std::size_t lane, char mark) const {
    std::string out;
    for (std::size_t i = 0; i < lanes_.size(); ++i) out += {i == lane ? mark : '|', ' '};
    return out;
  }
  /// A lane that leaves another or joins it, past those between them; those right of it lean along.
  void stroke(std::size_t from, std::size_t lane, char slant) {
    std::string out;
    for (std::size_t i = 0; i < lane; ++i) out += {'|', i + 1 == lane ? slant : i >= from ? '_' : ' '};
    for (std::size_t i = lane + 1; i < lanes_.size(); ++i) out += {' ', slant};
    lines_.push_back({out});
  }

  std::vector<std::string> lanes_;
  std::vector<drawn_line> lines_;
};

}  // namespace skein::driver
