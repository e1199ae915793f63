// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// The order in which revisions run.

#include <skein/model/history.hpp>
#include <skein/render/quote.hpp>

#include <fmt/format.h>

#include <functional>
#include <map>
#include <queue>
#include <stdexcept>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace skein::render {

/// Who follows whom, by numbers in the declaration. A revision that replaces a run which is declared stands before the run, and
/// who follows it follows the run's last.
class links {
 public:
  /// Throws std::invalid_argument on a history that `verify` does not accept: an unknown parent, an id twice.
  explicit links(const model::history_def& history) : parents_(history.size) {
    std::unordered_map<std::string_view, model::u32> position;
    for (model::u32 i = 0; i < history.size; ++i)
      if (!position.emplace(view(*history[i]->id), i).second)
        throw std::invalid_argument(fmt::format("revision {} is declared twice", view(*history[i]->id)));
    std::map<model::u32, model::u32> before, last;  // of the first of a run who replaces it, of that one the last
    for (model::u32 i = 0; i < history.size; ++i)
      if (const model::step* x = model::replacing(*history[i])) {
        const auto from = position.find(view(*x->name)), to = position.find(view(*x->to));
        if (from != position.end() && to != position.end()) before[from->second] = i, last[i] = to->second;
        else position.emplace(view(*x->to), i);
      }
    for (model::u32 i = 0; i < history.size; ++i) {
      for (const model::ident* parent : history[i]->parents) {
        const auto found = position.find(view(*parent));
        if (found == position.end())
          throw std::invalid_argument(
              fmt::format("revision {} revises {}, which does not exist", view(*history[i]->id), view(*parent)));
        const auto replaced = last.find(found->second);
        parents_[i].push_back(replaced == last.end() ? found->second : replaced->second);
      }
      if (const auto replacing = before.find(i); replacing != before.end()) parents_[i] = {replacing->second};
    }
    for (const auto& [by, end] : last)
      for (model::u32 i = end;; i = parents_[i].at(0)) {
        if (i == by) break;
        runs_[by].insert(runs_[by].begin(), i);
      }
  }

  const std::vector<model::u32>& parents(model::u32 i) const { return parents_[i]; }
  /// The revisions that this one replaces, first to last; null: none, or they are not declared any more.
  const std::vector<model::u32>* run(model::u32 i) const {
    const auto found = runs_.find(i);
    return found == runs_.end() ? nullptr : &found->second;
  }

 private:
  std::vector<std::vector<model::u32>> parents_;
  std::map<model::u32, std::vector<model::u32>> runs_;
};

/// The revisions by their numbers, each after its parents; otherwise in the order of their declaration.
/// Throws std::invalid_argument on a history that `verify` does not accept: a cycle.
inline std::vector<model::u32> in_order(const model::history_def& history, const links& of) {
  std::vector<std::size_t> parents_left(history.size);
  std::vector<std::vector<model::u32>> children(history.size);
  std::priority_queue<model::u32, std::vector<model::u32>, std::greater<>> ready;
  for (model::u32 i = 0; i < history.size; ++i) {
    for (const model::u32 parent : of.parents(i)) children[parent].push_back(i);
    parents_left[i] = of.parents(i).size();
    if (parents_left[i] == 0) ready.push(i);
  }

  std::vector<model::u32> out;
  out.reserve(history.size);
  for (; !ready.empty();) {
    const model::u32 next = ready.top();
    ready.pop();
    out.push_back(next);
    for (const model::u32 child : children[next])
      if (--parents_left[child] == 0) ready.push(child);
  }
  if (out.size() != history.size) throw std::invalid_argument("the revisions follow each other in a circle");
  return out;
}

}  // namespace skein::render
