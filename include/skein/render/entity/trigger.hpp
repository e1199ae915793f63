// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Triggers as SQL.

#include <skein/model/entity.hpp>
#include <skein/model/trigger.hpp>
#include <skein/render/expression.hpp>

#include <vector>

namespace skein::render::detail {

inline std::string events(const model::trigger_def& g) {
  std::string out;
  const auto add = [&](model::u32 bit, const std::string& words) {
    if (g.events & bit) out += (out.empty() ? "" : " OR ") + words;
  };
  add(model::event::insert, "INSERT");
  add(model::event::update, g.columns.size ? "UPDATE OF " + identifiers(g.columns) : "UPDATE");
  add(model::event::remove, "DELETE");
  add(model::event::truncate, "TRUNCATE");
  return out;
}
inline std::string literals(const model::list<model::text_view>& list) {
  std::string out;
  for (const model::text_view& each : list) out += (out.empty() ? "" : ", ") + literal(view(each));
  return out;
}

inline std::string create_trigger(const model::entity_def& d, bool replacing) {
  const model::trigger_def& g = *d.trigger;
  constexpr const char* timings[]{"", "BEFORE", "AFTER", "INSTEAD OF"};
  std::string out = fmt::format("CREATE {}{}TRIGGER {} {} {} ON {}", replacing ? "OR REPLACE " : "", g.constraint ? "CONSTRAINT " : "",
                                identifier(d.name->name), timings[static_cast<int>(g.when)], events(g), identifier(*d.table));
  if (g.from) out += " FROM " + identifier(*g.from);
  if (g.defer != model::deferral::none) out += g.defer == model::deferral::deferrable ? " DEFERRABLE" : " DEFERRABLE INITIALLY DEFERRED";
  if (g.old_rows || g.new_rows) out += " REFERENCING";
  if (g.old_rows) out += " OLD TABLE AS " + identifier(*g.old_rows);
  if (g.new_rows) out += " NEW TABLE AS " + identifier(*g.new_rows);
  out += g.for_each_row ? " FOR EACH ROW" : " FOR EACH STATEMENT";
  if (d.body) out += fmt::format(" WHEN {}", parenthesized(d.body));
  return out + fmt::format(" EXECUTE FUNCTION {}({})", identifier(*g.function), literals(g.arguments));
}
inline std::string create_event_trigger(const model::entity_def& d) {
  const model::trigger_def& g = *d.trigger;
  std::string out = fmt::format("CREATE EVENT TRIGGER {} ON {}", identifier(d.name->name), view(g.on));
  if (g.tags.size) out += fmt::format(" WHEN TAG IN ({})", literals(g.tags));
  return out + fmt::format(" EXECUTE FUNCTION {}()", identifier(*g.function));
}

/// When it fires from now on, as the first of its clauses says.
inline std::string set_firing(const model::entity_def& d) {
  const std::string_view words = view(d.clauses[0].text);
  if (d.what == model::entity_kind::event_trigger) return fmt::format("ALTER EVENT TRIGGER {} {}", identifier(d.name->name), words);
  return fmt::format("ALTER TABLE {} {} TRIGGER {}", identifier(*d.table), words, identifier(d.name->name));
}

inline std::vector<std::string> create_any_trigger(const model::entity_def& d, bool replacing) {
  std::vector<std::string> out{d.what == model::entity_kind::trigger ? create_trigger(d, replacing) : create_event_trigger(d)};
  if (d.clauses.size) out.push_back(set_firing(d));
  return out;
}

}  // namespace skein::render::detail
