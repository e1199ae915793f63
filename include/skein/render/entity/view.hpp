// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Views, materialized views and rules as SQL.

#include <skein/model/step.hpp>
#include <skein/render/expression.hpp>
#include <skein/render/parameter.hpp>

namespace skein::render::detail {

inline std::string create_view(const model::entity_def& d, bool replaces) {
  const bool materialized = d.what == model::entity_kind::materialized_view;
  std::string columns, settings, end;
  for (const model::ident* c : d.columns) columns += (columns.empty() ? " (" : ", ") + identifier(*c);
  if (!columns.empty()) columns += ")";
  for (const model::clause& c : d.clauses)
    if (c.what == model::clause::part::setting) settings += (settings.empty() ? " WITH (" : ", ") + parameter({c.from, c.text});
    else if (c.what == model::clause::part::no_data) end = "\nWITH NO DATA";
  if (!settings.empty()) settings += ")";
  return fmt::format("CREATE {}{}VIEW {}{}{} AS {}{}", replaces ? "OR REPLACE " : "", materialized ? "MATERIALIZED " : "", identifier(*d.name), columns,
                     settings, without_semicolon(view(d.body)), end);
}
inline std::string alter_view(const model::step& s) {
  const model::entity_def& d = *s.entity;
  const model::clause& c = d.clauses[0];
  using part = model::clause::part;
  if (c.what == part::refresh || c.what == part::no_data)
    return fmt::format("REFRESH MATERIALIZED VIEW {}{}{}", s.concurrently ? "CONCURRENTLY " : "", identifier(*d.name),
                       c.what == part::no_data ? " WITH NO DATA" : "");
  const std::string alter = fmt::format("ALTER {} {} ", traits_of(d.what).sql, identifier(*d.name));
  if (c.does == model::clause::change::drop) return alter + fmt::format("RESET ({})", parameter_name(view(c.from)));
  return alter + fmt::format("SET ({})", parameter({c.from, c.text}));
}
inline std::string create_rule(const model::entity_def& d) {
  return fmt::format("CREATE RULE {} AS ON {} TO {} {}", identifier(d.name->name), view(d.clauses[0].text), identifier(*d.table), without_semicolon(view(d.body)));
}

}  // namespace skein::render::detail
