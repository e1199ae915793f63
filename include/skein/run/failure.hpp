// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// The sentences of a run that ends early.

#include <skein/run/concurrent_index.hpp>
#include <skein/run/error.hpp>
#include <skein/run/plan.hpp>
#include <skein/run/redact.hpp>

#include <fmt/format.h>

#include <utility>

namespace skein::run {

/// A statement in one line, or as much of it as a sentence can bear.
inline std::string excerpt(std::string_view sql) {
  constexpr std::size_t most = 160;
  std::string out;
  for (const char c : sql) {
    const bool space = c == '\n' || c == ' ' || c == '\t';
    if (!space)
      out += c;
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
  }
  if (out.size() <= most) return out;
  std::size_t end = most;
  while ((static_cast<unsigned char>(out[end]) & 0xc0) == 0x80) --end;  // not inside a character
  return out.substr(0, end) + " …";
}

/// `statement` counts from 0; one behind the last is the runner's own.
inline statement_failed failed(const task& t, std::size_t statement, const sql_error& said, report so_far,
                               std::size_t total) {
  const render::migration& m = *t.revision;
  statement_failed::facts facts{.revision = m.id,
                                .sqlstate = said.sqlstate,
                                .message = without_passwords(said.message),
                                .detail = without_passwords(said.detail),
                                .hint = said.hint};
  std::string where = "its commit", what, left = "the revision was rolled back";
  if (statement < t.sql().size()) {
    facts.step = t.sql()[statement].step;
    facts.statement = statement + 1;
    facts.sql = without_passwords(t.sql()[statement].sql);
    where = fmt::format("step {}, statement {}", facts.step, facts.statement);
    what = fmt::format("; the statement is: {}", excerpt(facts.sql));
  }
  if (!m.transactional) {
    left = "it runs outside a transaction, so what came before stays and the next run continues here";
    if (concurrent_index::in(facts.sql)) left += " (an invalid index that is left behind is dropped then)";
  }
  const auto part = [](const char* name, const std::string& text) {
    return text.empty() ? text : fmt::format("; {}: {}", name, text);
  };
  const std::string sentence = fmt::format(
      "the {} of revision {}, {}, failed: {} ({}){}{}{}; {}; {} of {} revisions are done; correct the cause and run "
      "the same command again, it continues with {}",
      t.towards == direction::up ? "up" : "down", m.id, where, facts.message, said.sqlstate,
      part("detail", facts.detail), part("hint", facts.hint), what, left, so_far.done.size(), total, m.id);
  return {sentence, std::move(facts), std::move(so_far)};
}

inline interrupted stopped_by_request(report so_far, std::size_t total) {
  const std::string rest = so_far.pending.empty() ? "" : ", it continues with " + so_far.pending.front();
  return {fmt::format("stopped on request: {} of {} revisions are done; run the same command again{}",
                      so_far.done.size(), total, rest),
          std::move(so_far)};
}

inline connection_lost lost_on_the_way(const connection_lost& said, std::size_t done) {
  return connection_lost(
      fmt::format("{}; done for certain: {}; run the same command again, it continues where the journal ends",
                  said.what(), render::counted(done, "revision")));
}

}  // namespace skein::run
