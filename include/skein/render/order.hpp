// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// The order in which revisions run.

#include <skein/model/history.hpp>
#include <skein/render/quote.hpp>

#include <fmt/format.h>

#include <functional>
#include <queue>
#include <stdexcept>
#include <unordered_map>
#include <vector>

namespace skein::render {

/// The revisions, each after its parents; otherwise in the order of their declaration.
/// Throws std::invalid_argument on a history that `verify` does not accept: an unknown parent, an id twice, a cycle.
inline std::vector<const model::revision_def*> in_order(const model::history_def& history) {
  std::unordered_map<std::string_view, model::u32> position;
  for (model::u32 i = 0; i < history.size; ++i)
    if (!position.emplace(view(*history[i]->id), i).second)
      throw std::invalid_argument(fmt::format("revision {} is declared twice", view(*history[i]->id)));

  std::vector<model::u32> parents_left(history.size);
  std::vector<std::vector<model::u32>> children(history.size);
  std::priority_queue<model::u32, std::vector<model::u32>, std::greater<>> ready;
  for (model::u32 i = 0; i < history.size; ++i) {
    for (const model::ident* parent : history[i]->parents) {
      const auto found = position.find(view(*parent));
      if (found == position.end())
        throw std::invalid_argument(
            fmt::format("revision {} revises {}, which does not exist", view(*history[i]->id), view(*parent)));
      children[found->second].push_back(i);
    }
    parents_left[i] = history[i]->parents.size;
    if (parents_left[i] == 0) ready.push(i);
  }

  std::vector<const model::revision_def*> out;
  out.reserve(history.size);
  for (; !ready.empty();) {
    const model::u32 next = ready.top();
    ready.pop();
    out.push_back(history[next]);
    for (const model::u32 child : children[next])
      if (--parents_left[child] == 0) ready.push(child);
  }
  if (out.size() != history.size) throw std::invalid_argument("the revisions follow each other in a circle");
  return out;
}

}  // namespace skein::render
