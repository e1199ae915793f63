// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Steps as revisions: as few as PostgreSQL's transactions allow.

#include <skein/check/arena.hpp>
#include <skein/check/invert/restore.hpp>
#include <skein/check/state/growing_schema.hpp>

#include <vector>

namespace skein::checks {

class divider {
 public:
  using part = std::vector<const step*>;

  divider(const live_state& from, arena& in) : state_(from), in_(in) {
    state_.v = {};
    state_.lenient = state_.explicit_down = false;
    state_.transactional = true;
    state_.acknowledged = model::loss::none;
    begin();
  }

  std::vector<part> run(const part& steps) {
    for (const step* x : steps) {
      if (x->what == model::op::breaks_bodies || take(*x)) continue;  // whether bodies break is found out for each part
      state_ = start_;
      for (const step* again : part_) advance(state_, *again);
      if (part_.empty() || !end()) return {};
      begin();
      if (!take(*x)) return {};
    }
    if (!part_.empty() && !end()) return {};
    return std::move(parts_);
  }

 private:
  void begin() {
    begin_revision(state_);
    state_.breaks_bodies = false;
    start_ = state_;
    part_.clear();
  }
  bool take(const step& x) {
    if (!advance(state_, x)) return false;
    part_.push_back(&x);
    return true;
  }
  bool end() {
    live_state closed = state_;
    if (!end_of_revision(closed)) {
      if (closed.v.what != fault::named_in_body) return false;
      part_.insert(part_.begin(), in_.make(step{.what = model::op::breaks_bodies}));
      state_.breaks_bodies = true;
      closed = state_;
      if (!end_of_revision(closed)) return false;
    }
    state_ = std::move(closed);
    parts_.push_back(std::move(part_));
    return true;
  }

  live_state state_;
  arena& in_;
  live_state start_;  ///< of this part
  part part_;
  std::vector<part> parts_;
};

/// What one transaction cannot do is done by the next: a label that is added to an enumeration can only be used when it
/// is committed (PostgreSQL, ALTER TYPE). Requires steps that `diff` found from that state. Empty if there are none, or if
/// some step cannot be part of any revision.
inline std::vector<divider::part> divided(const std::vector<const step*>& steps, const live_state& from, arena& in) {
  return divider(from, in).run(steps);
}

}  // namespace skein::checks
