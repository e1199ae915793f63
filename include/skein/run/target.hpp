// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Where a run leads: `head`, `heads`, `base`, `branch`, `+n`, `-n`, a revision or the beginning of one.

#include <skein/run/lookup.hpp>
#include <skein/run/number.hpp>

#include <optional>

namespace skein::run {

/// Targets, as the sets of revisions that the database is to have when they are reached.
class targets {
 public:
  /// `known` of the graph's revisions are the program's; those behind them only the database knows.
  targets(const graph& g, std::size_t known, const revision_set& applied)
      : graph_(g), applied_(applied), known_(g.nothing()) {
    std::fill_n(known_.begin(), known, true);
  }

  /// What is applied, and all that leads to the target. Throws bad_target.
  revision_set above(std::string_view target) const {
    if (target == "heads") return joined(known_);
    if (target == "base" || counted(target, '-'))
      throw bad_target(fmt::format("{} lies below: downgrade to it", target));
    if (target == "branch") {
      for (const std::size_t point : graph_.branch_points())
        if (!applied_[point]) return joined(graph_.up_to(point));
      throw bad_target("there is no branch point ahead");
    }
    if (const auto n = counted(target, '+')) return next(*n);
    return joined(at(target));
  }

  /// Of what is applied, exactly that which leads to the target; revisions of other branches go too. Throws bad_target.
  revision_set below(std::string_view target) const {
    if (target == "base") return graph_.nothing();
    if (target == "heads" || counted(target, '+'))
      throw bad_target(fmt::format("{} lies above: upgrade to it", target));
    if (target == "branch") return common(graph_.up_to(branch_point_below()));
    if (const auto n = counted(target, '-')) return without_last(*n);
    const revision_set wanted = at(target);
    for (std::size_t i = graph_.size(); i-- > 0;)
      if (wanted[i] && !applied_[i])
        throw bad_target(fmt::format("{} is not applied, so no downgrade leads to it; upgrade to it", graph_.id(i)));
    return common(wanted);
  }

  /// For stamp: the state at a target, whatever is applied. Throws bad_target.
  revision_set at(std::string_view target) const {
    if (target == "base") return graph_.nothing();
    if (target == "heads") return known_;
    return target == "head" ? at_head() : graph_.up_to(find_revision(graph_, target));
  }

 private:
  /// `+3` is 3 after '+'.
  static std::optional<std::size_t> counted(std::string_view target, char sign) {
    return target.starts_with(sign) ? number<std::size_t>(target.substr(1)) : std::nullopt;
  }

  revision_set joined(revision_set with) const {
    for (std::size_t i = 0; i < with.size(); ++i) with[i] = with[i] || applied_[i];
    return with;
  }
  revision_set common(revision_set with) const {
    for (std::size_t i = 0; i < with.size(); ++i) with[i] = with[i] && applied_[i];
    return with;
  }

  revision_set at_head() const {
    return graph_.heads(known_).empty() ? graph_.nothing() : graph_.up_to(only_head(graph_, known_));
  }

  revision_set next(std::size_t n) const {
    revision_set out = applied_;
    std::size_t left = n;
    for (std::size_t i = 0; i < graph_.size() && left > 0; ++i)
      if (known_[i] && !out[i]) out[i] = true, --left;
    if (left > 0)
      throw bad_target(fmt::format("+{} is too far: the database lacks {}", n, render::counted(n - left, "revision")));
    return out;
  }
  revision_set without_last(std::size_t n) const {
    revision_set out = applied_;
    std::size_t left = n;
    for (std::size_t i = graph_.size(); i-- > 0 && left > 0;)
      if (out[i]) out[i] = false, --left;
    if (left == n && n > 0) throw bad_target(fmt::format("-{} is too far: no revision is applied", n));
    if (left > 0)
      throw bad_target(fmt::format("-{} is too far: the database has {}; say base for none", n,
                                   render::counted(n - left, "revision")));
    return out;
  }

  std::size_t branch_point_below() const {
    const std::vector<std::size_t> points = graph_.branch_points(), heads = graph_.heads(applied_);
    for (std::size_t i = points.size(); i-- > 0;)
      if (applied_[points[i]] && std::find(heads.begin(), heads.end(), points[i]) == heads.end()) return points[i];
    throw bad_target("there is no branch point below");
  }

  const graph& graph_;
  const revision_set& applied_;
  revision_set known_;
};

}  // namespace skein::run
