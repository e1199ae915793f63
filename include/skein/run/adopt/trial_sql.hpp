// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Steps and statements as they are tried: in one transaction, of which only the schema counts.

#include <skein/render/step.hpp>
#include <skein/run/adopt/ground.hpp>
#include <skein/run/adopt/model_state.hpp>

#include <string>
#include <utility>
#include <vector>

namespace skein::run::adoption {

/// Of several steps, without what only matters beside writers.
inline std::vector<std::string> sql_of(const step_list& steps) {
  std::vector<std::string> out;
  for (const model::step* x : steps) {
    model::step plain = *x;
    plain.concurrently = false;
    for (std::string& sql : render::statements(x->concurrently ? plain : *x)) out.push_back(std::move(sql));
  }
  return out;
}
inline std::vector<std::string> texts_of(const portion& p) {
  std::vector<std::string> out;
  for (const auto* each : {&p.settings, &p.statements})
    for (const statement& s : *each) out.emplace_back(s.text);
  return out;
}
/// CONCURRENTLY says nothing about the schema; what else needs to be alone does nothing to it.
inline std::vector<std::string> in_transaction(const std::vector<statement>& all) {
  std::vector<std::string> out;
  for (const statement& s : all) {
    if (s.controls_transaction) continue;
    std::string text(s.text);
    for (const token& t : s.words)
      if (s.needs_no_transaction && t.is("concurrently"))
        text.erase(static_cast<std::size_t>(t.text.data() - s.text.data()), t.text.size());
    if (!s.needs_no_transaction || text.size() < s.text.size()) out.push_back(std::move(text));
  }
  return out;
}
/// All portions of a file as one text, without what controls the transaction.
inline std::string text_of(std::string_view sql) {
  std::string out;
  for (const portion& p : portions_of(sql)) out += (out.empty() ? "" : ";\n\n") + p.text();
  return out;
}

/// What a way down leaves otherwise; empty: nothing.
inline std::string left_by(ground& on, const std::vector<std::string>& down, const likeness& wanted) try {
  const std::vector<std::string> differ = difference(wanted.objects, on.attempt(down).objects);
  return differ.empty() ? "" : differ.front();
} catch (const sql_error& failed) {
  return "it does not run: " + failed.message;
}

}  // namespace skein::run::adoption
