// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// The revisions as a graph: who follows whom, and what a state of the database consists of.

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace skein::run {

/// Some of a graph's revisions, by index.
using revision_set = std::vector<bool>;

/// Revisions in an order in which each follows its parents. Indexes are positions in that order.
class graph {
 public:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  std::size_t size() const { return nodes_.size(); }
  const std::string& id(std::size_t i) const { return nodes_[i].id; }
  const std::vector<std::size_t>& parents(std::size_t i) const { return nodes_[i].parents; }
  const std::vector<std::size_t>& children(std::size_t i) const { return nodes_[i].children; }
  std::size_t find(std::string_view id) const {
    const auto found = by_id_.find(id);
    return found == by_id_.end() ? none : found->second;
  }

  /// Another name of a revision, for who follows it and for who looks for it.
  void name(const std::string& also, std::size_t i) {
    by_id_.emplace(also, i);
    nodes_[i].twin = also;
  }
  /// Of that name; empty: none.
  const std::string& twin(std::size_t i) const { return nodes_[i].twin; }

  /// Requires: `parents` were added before; those that were not are left out.
  std::size_t add(const std::string& id, const std::vector<std::string>& parents) {
    const std::size_t self = nodes_.size();
    nodes_.push_back({id, {}, {}, {}});
    for (const std::string& parent : parents)
      if (const std::size_t p = find(parent); p != none) {
        nodes_[self].parents.push_back(p);
        nodes_[p].children.push_back(self);
      }
    by_id_.emplace(id, self);
    return self;
  }

  revision_set nothing() const { return revision_set(size(), false); }
  revision_set everything() const { return revision_set(size(), true); }
  /// The state at a revision: itself and all that leads to it.
  revision_set up_to(std::size_t revision) const {
    revision_set in = nothing();
    in[revision] = true;
    for (std::size_t i = revision + 1; i-- > 0;)
      if (in[i])
        for (const std::size_t p : nodes_[i].parents) in[p] = true;
    return in;
  }

  /// Members without a child, or without a parent, in the same set.
  std::vector<std::size_t> heads(const revision_set& in) const { return ends(in, &node::children); }
  std::vector<std::size_t> bases(const revision_set& in) const { return ends(in, &node::parents); }
  /// Where the history forks.
  std::vector<std::size_t> branch_points() const {
    std::vector<std::size_t> out;
    for (std::size_t i = 0; i < size(); ++i)
      if (nodes_[i].children.size() > 1) out.push_back(i);
    return out;
  }

 private:
  struct node {
    std::string id;
    std::vector<std::size_t> parents, children;
    std::string twin;
  };

  std::vector<std::size_t> ends(const revision_set& in, std::vector<std::size_t> node::*neighbours) const {
    std::vector<std::size_t> out;
    for (std::size_t i = 0; i < size(); ++i) {
      bool end = in[i];
      for (const std::size_t n : nodes_[i].*neighbours) end = end && !in[n];
      if (end) out.push_back(i);
    }
    return out;
  }

  std::vector<node> nodes_;
  std::map<std::string, std::size_t, std::less<>> by_id_;
};

}  // namespace skein::run
