// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Smaller histories that still fail.

#include "properties.hpp"

#include <chrono>
#include <functional>

namespace skein::test {

/// Takes away steps, then members of tables and options of columns, while the same property fails.
class shrinker {
 public:
  using property = std::function<std::optional<failure>(const history&)>;
  shrinker(property test, failure found, std::chrono::seconds patience)
      : test_(std::move(test)), found_(std::move(found)), deadline_(std::chrono::steady_clock::now() + patience) {}

  history shrink(history steps) {
    for (std::size_t size = steps.size(); size; size /= 2) remove_runs(steps, size);
    for (std::size_t i = 0; i < steps.size(); ++i) remove_members(steps, i);
    remove_runs(steps, 1);
    return steps;
  }
  const failure& found() const { return found_; }

 private:
  bool still_fails(const history& steps) {
    if (std::chrono::steady_clock::now() > deadline_) return false;
    auto found = test_(steps);
    if (!found || found->property != found_.property) return false;
    found_ = std::move(*found);
    return true;
  }
  void remove_runs(history& steps, std::size_t size) {
    for (std::size_t end = steps.size(); end > 0;) {
      const std::size_t begin = end > size ? end - size : 0;
      history fewer = steps;
      fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(begin), fewer.begin() + static_cast<std::ptrdiff_t>(end));
      if (still_fails(fewer)) steps = std::move(fewer);
      end = begin;
    }
  }

  template <class T>
  static std::vector<T> without(const model::list<T>& all, model::u32 at) {
    std::vector<T> out;
    for (model::u32 i = 0; i < all.size; ++i)
      if (i != at) out.push_back(all[i]);
    return out;
  }
  void remove_members(history& steps, std::size_t at) {
    for (model::u32 i = steps[at]->members.size; i-- > 0;) {
      const model::step& s = *steps[at];
      if (s.members.size > 1 && replace(steps, at, without(s.members, i))) continue;
      for (model::u32 k = steps[at]->members[i]->options.size; k-- > 0;) remove_option(steps, at, i, k);
    }
  }
  bool replace(history& steps, std::size_t at, const std::vector<const model::member*>& members) {
    model::step s = *steps[at];
    s.members = in_.make_list(members);
    history simpler = steps;
    simpler[at] = in_.make(s);
    if (!still_fails(simpler)) return false;
    steps = std::move(simpler);
    return true;
  }
  void remove_option(history& steps, std::size_t at, model::u32 of, model::u32 option) {
    const auto& all = steps[at]->members;
    if (!all[of]->name) return;  // an identity step's
    model::member m = *all[of];
    m.options = in_.make_list(without(m.options, option));
    m.flags = 0;
    for (const model::option* o : m.options) m.flags |= o->bit;
    std::vector<const model::member*> changed(all.begin(), all.end());
    changed[of] = in_.make(m);
    replace(steps, at, changed);
  }

  property test_;
  failure found_;
  std::chrono::steady_clock::time_point deadline_;
  checks::arena in_;
};

}  // namespace skein::test
