// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Policies as SQL.

#include <skein/model/entity.hpp>
#include <skein/model/policy.hpp>
#include <skein/render/expression.hpp>
#include <skein/render/quote.hpp>

namespace skein::render::detail {

inline std::string policy_expressions(const model::entity_def& d) {
  std::string out;
  if (d.body) out += fmt::format(" USING {}", parenthesized(d.body));
  if (d.policy->with_check) out += fmt::format(" WITH CHECK {}", parenthesized(d.policy->with_check));
  return out;
}

inline std::string create_policy(const model::entity_def& d) {
  const model::policy_def& p = *d.policy;
  constexpr const char* commands[]{"", " FOR SELECT", " FOR INSERT", " FOR UPDATE", " FOR DELETE"};
  std::string out = fmt::format("CREATE POLICY {} ON {}{}{}", identifier(d.name->name), identifier(*d.table), p.restrictive ? " AS RESTRICTIVE" : "",
                                commands[static_cast<int>(p.concerns)]);
  if (p.roles.size) out += " TO " + identifiers(p.roles);
  return out + policy_expressions(d);
}

inline std::string alter_policy(const model::entity_def& d) {
  const model::policy_def& p = *d.policy;
  return fmt::format("ALTER POLICY {} ON {} TO {}", identifier(d.name->name), identifier(*d.table),
                     p.roles.size ? identifiers(p.roles) : "PUBLIC") +
         policy_expressions(d);
}

}  // namespace skein::render::detail
