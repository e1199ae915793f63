// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// A whole state as the one revision that a history begins with, as a person would write it.

#include <skein/check/invert/creation.hpp>
#include <skein/check/invert/tidy.hpp>
#include <skein/check/objection.hpp>
#include <skein/check/trial.hpp>
#include <skein/model/history.hpp>

#include <string>
#include <vector>

namespace skein::checks {

struct baseline_steps {
  std::vector<const step*> steps;
  u32 server = model::oldest_server;  ///< the oldest that takes them
  std::string refused{};              ///< what no server takes, which is a fault of skein's
  live_state state{};                 ///< that they lead to
};

class baseline_writer {
 public:
  baseline_writer(const live_state& state, arena& in) : s_(state), in_(in), plain_(state.tables.size()) {}

  baseline_steps run() {
    baseline_steps out{creation_of(s_, in_)};
    const std::vector<const step*> created = out.steps;
    for (bool again = true; again;) {
      for (std::size_t i = 0; i < created.size(); ++i) out.steps[i] = tidy(*created[i]);
      try_all(out);
      again = false;
      for (u32 t = 1; t <= s_.used.tables; ++t)
        if (s_.tables[t].alive && !plain_[t] && !same_names(t, out.state)) plain_[t] = again = true;
    }
    return out;
  }

 private:
  const step* tidy(const step& x) {
    if (x.what != model::op::create_table || plain_[names::find_table(s_, x.table->schema, x.table->name)]) return &x;
    step out = x;
    out.members = tidied(x.table->name, x.members, in_);
    return in_.make(out);
  }
  void try_all(baseline_steps& b) const {
    for (b.server = model::oldest_server; b.server <= newest_server; ++b.server)
      if (fits(b)) return;
    b.server = model::oldest_server;
  }
  bool fits(baseline_steps& b) const {
    trial here;
    here.state.server = b.server;
    here.state.transactional = true;
    for (const step* x : b.steps)
      if (!here.take(*x)) {
        b.refused = objection(here.fault, *x);
        return false;
      }
    b.refused.clear();
    b.state = std::move(here.state);
    return true;
  }
  /// Whether constraints have the names there that they have here.
  bool same_names(u32 t, const live_state& there) const {
    const u32 other = names::find_table(there, *s_.tables[t].schema, *s_.tables[t].name);
    for (u32 o = s_.tables[t].first_object; o; o = s_.objects[o].next) {
      if (!s_.objects[o].alive || !model::is_constraint(s_.objects[o].what)) continue;
      bool found = false;
      for (u32 k = other ? there.tables[other].first_object : 0; k; k = there.objects[k].next)
        found = found || (there.objects[k].alive && there.objects[k].what == s_.objects[o].what &&
                          same(there.objects[k].name, s_.objects[o].name));
      if (!found) return false;
    }
    return true;
  }

  static constexpr u32 newest_server = 18;
  const live_state& s_;
  arena& in_;
  std::vector<bool> plain_;  ///< tables whose constraints keep their names
};

/// The steps live as long as the arena.
inline baseline_steps baseline_of(const live_state& state, arena& in) { return baseline_writer(state, in).run(); }

}  // namespace skein::checks
