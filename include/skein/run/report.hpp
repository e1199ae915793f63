// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// What a run did, as values.

#include <skein/render/path.hpp>
#include <skein/render/summary.hpp>
#include <skein/render/tally.hpp>

#include <algorithm>
#include <chrono>
#include <string>
#include <vector>

namespace skein::run {

/// Milliseconds, as the server measures them: with a fraction.
using elapsed = std::chrono::duration<double, std::milli>;

using render::direction;

/// One revision that was applied or taken back.
struct revision_result {
  std::string id;
  std::string message;
  direction towards = direction::up;
  elapsed time{};          ///< on the server, from its transaction's first statement to the journal's row
  render::tally counts{};  ///< of its up
};

/// What an upgrade, a downgrade, a redo, a reset or a stamp did; under `options::dry` what it would do is all in
/// `pending`.
struct report {
  std::vector<revision_result> done{};
  std::vector<std::string> pending{};  ///< of the plan, not done
  std::vector<std::string> current{};  ///< the heads of what is applied afterwards; empty: none is
  elapsed time{};                      ///< all of it, the wait for the lock included

  render::tally totals() const {
    render::tally sum;
    for (const revision_result& r : done) sum += r.towards == direction::up ? r.counts : render::taken_back(r.counts);
    return sum;
  }

  /// `12 revisions in 0.34 s: 5 tables created, 9 columns added, 3 indexes created`; `2 revisions taken back, 2 applied in …`
  std::string summary() const {
    if (done.empty()) return "nothing to do";
    const std::string details = render::summary(totals());
    const auto ups = static_cast<std::size_t>(
        std::count_if(done.begin(), done.end(), [](const auto& r) { return r.towards == direction::up; }));
    const std::string what = render::counted(ups == done.size() ? ups : done.size() - ups, "revision") +
                             (ups == done.size() ? "" : ups == 0 ? " taken back" : fmt::format(" taken back, {} applied", ups));
    return fmt::format("{} in {:.2f} s{}{}", what, time.count() / 1000, details.empty() ? "" : ": ", details);
  }
};

/// What happens while a run goes on.
struct progress {
  enum class event { waiting, starting, done, retrying };

  event what = event::starting;
  const render::migration* revision = nullptr;  ///< null while waiting for the lock
  direction towards = direction::up;
  std::size_t number = 0, total = 0;  ///< the n-th of the plan's revisions
  elapsed time{};                     ///< done: of this revision; waiting, retrying: until the next attempt
  std::string note{};                 ///< waiting: for whom; retrying: why
};

}  // namespace skein::run
