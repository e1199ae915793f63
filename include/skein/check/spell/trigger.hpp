// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Triggers as the user would write them. Templates, as in routine.hpp.

#include <skein/check/spell/spell.hpp>
#include <skein/model/trigger.hpp>

namespace skein::checks::spelling {

constexpr void events(auto& b, const model::trigger_def& g) {
  constexpr const char* timings[]{"", ", fires_before<", ", fires_after<", ", fires_instead_of<"};
  b << timings[static_cast<u32>(g.when)];
  const char* separator = "";
  const auto event = [&](u32 bit, const char* word) {
    if (!(g.events & bit)) return;
    b << separator << word;
    separator = ", ";
  };
  event(model::event::insert, "inserting");
  event(g.columns.size ? 0 : model::event::update, "updating");
  if (g.columns.size) {
    b << separator << "updating_of<";
    list(b, g.columns);
    b << ">";
    separator = ", ";
  }
  event(model::event::remove, "deleting");
  event(model::event::truncate, "truncating");
  b << ">";
}

/// `create_trigger<touch, users, fires_before<updating>, for_each_row, calls<touch_row>` without the end.
constexpr void creating_trigger(auto& b, const model::entity_def& d) {
  const model::trigger_def& g = *d.trigger;
  b << (d.table ? "create_trigger<" : "create_event_trigger<") << d.name->name;
  if (d.table) {
    b << ", ";
    name(b, *d.table);
    events(b, g);
  }
  if (g.for_each_row) b << ", for_each_row";
  if (g.on) b << ", on_event<" << g.on << ">";
  for (u32 i = 0; i < g.tags.size; ++i) b << (i ? ", " : ", tags<") << g.tags[i];
  if (g.tags.size) b << ">";
  if (g.constraint) b << ", constraint_trigger";
  if (g.defer != model::deferral::none) b << (g.defer == model::deferral::deferrable ? ", deferrable" : ", initially_deferred");
  if (g.from) {
    b << ", from_table<";
    name(b, *g.from);
    b << ">";
  }
  if (g.old_rows) b << ", old_rows<" << *g.old_rows << ">";
  if (g.new_rows) b << ", new_rows<" << *g.new_rows << ">";
  if (d.body) b << ", when<" << d.body << ">";
  if (g.function) {
    b << ", calls<";
    name(b, *g.function);
    for (u32 i = 0; i < g.arguments.size; ++i) b << ", " << g.arguments[i];
    b << ">";
  }
  if (d.clauses.size)
    b << (d.clauses[0].text.size == 7 ? ", disabled" : d.clauses[0].text.data[7] == 'A' ? ", enabled_always" : ", enabled_in_replicas");
}

}  // namespace skein::checks::spelling
