// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// A state on its way to another one. A step is taken if the checks accept it where the state is now; so their rules
/// are what orders the steps, and nothing here knows who depends on whom.

#include <skein/check/compare/remains.hpp>
#include <skein/check/invert/creation.hpp>

#include <vector>

namespace skein::checks {

class passage {
 public:
  using change = std::vector<const step*>;  ///< what is done as a whole, or not at all

  passage(const live_state& from, const live_state& wanted, arena& storage)
      : now(from), to(wanted), in(storage), here(now, in), there(to, in) {
    now.v = {};
    now.server = to.server;
    now.lenient = now.transactional = now.explicit_down = false;
    now.acknowledged = model::loss::none;
  }
  passage(const passage&) = delete;

  /// Whether all of them were taken. What was refused is kept for later.
  bool take(const change& wanted) {
    const live_state before = now;
    const std::size_t taken = steps.size();
    for (const step* x : wanted)
      if (!run(*x)) {
        back_to(before, taken);
        refused.push_back(wanted);
        return false;
      }
    return true;
  }
  /// Where it was when so many steps were taken.
  void back_to(const live_state& before, std::size_t taken) {
    now = before;
    steps.resize(taken);
  }
  bool take(const step& x) { return take(change{in.make(x)}); }

  live_state now;
  const live_state& to;
  arena& in;
  definer here, there;
  change steps;                 ///< that were taken
  std::vector<change> refused;  ///< since it was last cleared

 private:
  bool run(const step& x) {
    for (const model::loss degree : {model::loss::none, model::loss::loses_data, model::loss::irreversible}) {
      const step* y = degree == model::loss::none ? &x : acknowledged(x, degree);
      live_state attempt = now;
      if (advance(attempt, *y)) {
        now = std::move(attempt);
        steps.push_back(y);
        return true;
      }
      if (x.what == model::op::grant || x.what == model::op::set_property)
        return false;  // more than a step, which loses nothing
    }
    return false;
  }
  const step* acknowledged(step x, model::loss degree) {
    x.acknowledged = degree;
    if (degree == model::loss::irreversible) x.reason = model::view("nothing takes this step back");
    return in.make(x);
  }
};

}  // namespace skein::checks
