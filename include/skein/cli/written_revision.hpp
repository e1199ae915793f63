// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Revisions that are to be written into the history, on their way to stdout.

#include <skein/cli/context.hpp>
#include <skein/cli/formatted.hpp>
#include <skein/render/cpp/revision.hpp>

#include <ctime>
#include <string>
#include <vector>

namespace skein::driver {

/// Today and now, in UTC, as fourteen digits; of several the next a second later, and later still where a revision has that.
class fresh_ids {
 public:
  explicit fresh_ids(const context& c) : c_(c) {}

  std::string next() {
    for (;; ++now_) {
      std::tm parts{};
      ::gmtime_r(&now_, &parts);
      char text[16];
      std::strftime(text, sizeof(text), "%Y%m%d%H%M%S", &parts);
      if (!c_.find(text)) return ++now_, text;
    }
  }

 private:
  const context& c_;
  std::time_t now_ = std::time(nullptr);
};

/// What a new revision revises.
inline std::vector<std::string> heads_of(const run::standing& s) {
  std::vector<std::string> out;
  for (const std::size_t i : s.revisions.heads(s.revisions.everything())) out.push_back((*s.program)[i].id);
  return out;
}

/// One revision of those steps or, where that takes several transactions, one after another.
inline void print(context& c, const std::vector<std::string>& parents, const std::string& message,
                  const std::vector<std::vector<const model::step*>>& parts) {
  fresh_ids ids(c);
  std::vector<render::cpp::revision_text> revisions;
  for (const auto& steps : parts) {
    const std::size_t n = revisions.size();
    revisions.push_back({ids.next(), n ? std::vector{revisions[n - 1].id} : parents,
                         n ? fmt::format("{} ({})", message, n + 1) : message, steps});
  }
  if (parts.size() > 1)
    c.err.line("in {} revisions: a label that is added to an enumeration can be used when it is committed", parts.size());
  json all = json::array();
  std::string code;
  for (const render::cpp::revision_text& r : revisions) {
    all.push_back({{"id", r.id},
                   {"parents", r.parents},
                   {"message", r.message},
                   {"name", render::cpp::struct_name(r.message)},
                   {"steps", r.steps.size()}});
    code += render::cpp::revision(r);
  }
  code = formatted(code);
  if (c.given.json) c.out.line("{}", json{{"revisions", std::move(all)}, {"code", code}}.dump(2));
  else c.out.write(code);
}

}  // namespace skein::driver
