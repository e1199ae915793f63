// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Domains as SQL.

#include <skein/model/entity.hpp>
#include <skein/render/comment.hpp>
#include <skein/render/default_expression.hpp>
#include <skein/render/type.hpp>

#include <vector>

namespace skein::render::detail {

inline std::string domain_check(const model::clause& c) {
  return fmt::format("{}CHECK ({}){}", c.name ? fmt::format("CONSTRAINT {} ", identifier(*c.name)) : "", view(c.text), c.not_valid ? " NOT VALID" : "");
}
inline std::string comment_on_domain_check(const model::entity_def& d, const model::clause& c, const model::text_view& text) {
  return comment(fmt::format("CONSTRAINT {} ON DOMAIN {}", identifier(*c.name), identifier(*d.name)), text);
}

inline std::vector<std::string> create_domain(const model::entity_def& d) {
  using part = model::clause::part;
  std::string domain = "CREATE DOMAIN " + identifier(*d.name);
  std::vector<std::string> after;
  for (const model::clause& c : d.clauses) {
    if (c.what == part::base) domain += " AS " + type(*c.type);
    if (c.what == part::collation) domain += " COLLATE " + identifier(*c.object);
    if (c.what == part::not_null) domain += " NOT NULL";
    if (c.what == part::default_value) domain += " DEFAULT " + default_expression(c.text);
    if (c.what != part::check) continue;
    if (c.not_valid) after.push_back(fmt::format("ALTER DOMAIN {} ADD {}", identifier(*d.name), domain_check(c)));
    else domain += " " + domain_check(c);
    if (c.comment.size) after.push_back(comment_on_domain_check(d, c, c.comment));
  }
  after.insert(after.begin(), domain);
  return after;
}

inline std::vector<std::string> alter_domain(const model::entity_def& d) {
  using part = model::clause::part;
  using change = model::clause::change;
  const model::clause& c = d.clauses[0];
  const std::string domain = fmt::format("ALTER DOMAIN {} ", identifier(*d.name));
  if (c.what == part::default_value) return {domain + (c.does == change::drop ? "DROP DEFAULT" : fmt::format("SET DEFAULT {}", view(c.text)))};
  if (c.what == part::not_null) return {domain + (c.does == change::drop ? "DROP NOT NULL" : "SET NOT NULL")};
  switch (c.does) {
    case change::add:
      if (c.comment.size) return {domain + "ADD " + domain_check(c), comment_on_domain_check(d, c, c.comment)};
      return {domain + "ADD " + domain_check(c)};
    case change::drop: return {domain + "DROP CONSTRAINT " + identifier(*c.name)};
    case change::rename: return {domain + fmt::format("RENAME CONSTRAINT {} TO {}", identifier(*c.name), identifier(*c.to))};
    case change::validate: return {domain + "VALIDATE CONSTRAINT " + identifier(*c.name)};
    default: return {comment_on_domain_check(d, c, c.text)};
  }
}

}  // namespace skein::render::detail
