// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// What an upgrade or a downgrade consists of: revisions, in the order in which they run.

#include <skein/run/standing.hpp>
#include <skein/run/target.hpp>

#include <deque>

namespace skein::run {

/// One revision to apply or to take back.
struct task {
  const render::migration* revision;
  direction towards;
  bool resumed = false;        ///< outside a transaction, and begun by an earlier run
  std::size_t statements = 0;  ///< that the earlier run has done

  const std::vector<render::statement>& sql() const { return towards == direction::up ? revision->up : revision->down; }
};
using plan = std::vector<task>;

/// Plans against one standing of the database.
class planner {
 public:
  /// `stored`: the down of revisions that only the journal knows, as migrations.
  planner(const standing& where, const std::deque<render::migration>& stored) : where_(where), stored_(stored) {}

  /// What is in `wanted` and not applied, parents first.
  plan up_to(const revision_set& wanted) const {
    plan out;
    for (std::size_t i = 0; i < where_.known; ++i)
      if (wanted[i] && !where_.applied[i]) out.push_back(begun({&revision(i), direction::up}, i));
    return out;
  }

  /// What is applied and not in `wanted`, children first. Throws irreversible before anything runs, and bad_target where it
  /// would end inside of a run that the program has no more: there is no way up from there.
  plan down_to(const revision_set& wanted) const {
    plan out;
    for (const std::size_t i : where_.stored)
      if (wanted[i] && where_.stored.contains(i + 1) && where_.applied[i + 1] && !wanted[i + 1])
        throw bad_target(fmt::format(
            "{} is inside of a run that this program has no more, so that no upgrade leads on from it; go back to what comes "
            "before the run",
            where_.revisions.id(i)));
    for (std::size_t i = where_.applied.size(); i-- > 0;)
      if (where_.applied[i] && !wanted[i]) {
        out.push_back(begun({&revision(i), direction::down}, i));
        if (!out.back().revision->reversible) refuse(i, *out.back().revision);
      }
    return out;
  }

 private:
  task begun(task t, std::size_t i) const {
    if (where_.unfinished == i) {
      t.resumed = true;
      t.statements = where_.rows[i]->statements_done;
    }
    return t;
  }

  const render::migration& revision(std::size_t i) const {
    if (i < where_.known && !where_.stored.contains(i)) return (*where_.program)[i];
    return *std::find_if(stored_.begin(), stored_.end(), [&](const auto& m) { return m.id == where_.revisions.id(i); });
  }

  [[noreturn]] void refuse(std::size_t i, const render::migration& m) const {
    throw irreversible(fmt::format(
        "revision {} cannot be taken back{}{}; the furthest way down is downgrade {}, below it is only a backup", m.id,
        m.irreversible_reason.empty() ? "" : ": ", m.irreversible_reason, where_.revisions.id(i)));
  }

  const standing& where_;
  const std::deque<render::migration>& stored_;
};

}  // namespace skein::run
