// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Finding a revision by what a person types.

#include <skein/render/summary.hpp>
#include <skein/run/error.hpp>
#include <skein/run/graph.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace skein::run {

/// `a, b and c`, of no more than ten.
inline std::string listed(const std::vector<std::string>& items) {
  constexpr std::size_t most = 10;
  std::string out;
  const std::size_t shown = std::min(items.size(), most);
  for (std::size_t i = 0; i < shown; ++i) out += (i == 0 ? "" : i + 1 == items.size() ? " and " : ", ") + items[i];
  return items.size() > most ? fmt::format("{} and {} more", out, items.size() - most) : out;
}
inline std::vector<std::string> ids(const graph& g, const std::vector<std::size_t>& revisions) {
  std::vector<std::string> out;
  for (const std::size_t i : revisions) out.push_back(g.id(i));
  return out;
}

/// What a person typed, made fit for a sentence: of bounded length, and nothing that a terminal obeys.
inline std::string typed(std::string_view word) {
  constexpr std::size_t most = 64;
  std::size_t size = std::min(word.size(), most);
  while (size < word.size() && size > 0 && (static_cast<unsigned char>(word[size]) & 0xC0) == 0x80) --size;  // UTF-8
  std::string out(word.substr(0, size));
  for (char& c : out)
    if (static_cast<unsigned char>(c) < ' ' || c == '\x7f') c = '?';
  return size < word.size() ? out + "…" : out;
}

/// The number of single-character edits between two words.
inline std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t above = row[j];
      row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] != b[j - 1])});
      diagonal = above;
    }
  }
  return row[b.size()];
}

/// What a person who wrote `word` most likely meant; empty: nothing is near.
inline std::string_view nearest(std::string_view word, const std::vector<std::string_view>& among) {
  std::string_view found;
  std::size_t distance = (word.size() + 2) / 3 + 1;
  for (const std::string_view each : among)
    if (const std::size_t d = edit_distance(word, each); d < distance) distance = d, found = each;
  return found;
}

/// The one head of these revisions. Throws bad_target where there are several, or none.
inline std::size_t only_head(const graph& g, const revision_set& among) {
  const std::vector<std::size_t> heads = g.heads(among);
  if (heads.empty()) throw bad_target("the history has no revision");
  if (heads.size() > 1)
    throw bad_target(fmt::format("the history has several heads: {}; name one, or say heads for all", listed(ids(g, heads))));
  return heads[0];
}

/// A revision by its identifier or an unambiguous beginning of it. Throws bad_target, with candidates.
inline std::size_t find_revision(const graph& g, std::string_view name) {
  constexpr const char* targets = "head, heads, base, branch, +n, -n or the beginning of one";
  if (name.empty()) throw bad_target(fmt::format("no revision is named; say {}", targets));
  if (const std::size_t exact = g.find(name); exact != graph::none) return exact;
  std::vector<std::size_t> candidates;
  for (std::size_t i = 0; i < g.size(); ++i)
    if (g.id(i).starts_with(name) || (!g.twin(i).empty() && g.twin(i).starts_with(name))) candidates.push_back(i);
  if (candidates.size() == 1) return candidates[0];
  if (!candidates.empty())
    throw bad_target(fmt::format("{} is the beginning of {} revisions: {}; write more of it", name, candidates.size(),
                                 listed(ids(g, candidates))));
  std::vector<std::string_view> words{"head", "heads", "base", "branch"};
  if (std::find(words.begin(), words.end(), name) != words.end())
    throw bad_target(fmt::format("{} is not a revision; name one by its identifier or the beginning of it", name));
  for (std::size_t i = 0; i < g.size(); ++i) words.push_back(g.id(i));
  const std::string_view meant = nearest(name, words);
  throw bad_target(
      meant.empty()
          ? fmt::format("there is no revision {}; say {}", typed(name), targets)
          : fmt::format("there is no revision {}; did you mean {}?", typed(name), meant));
}

}  // namespace skein::run
