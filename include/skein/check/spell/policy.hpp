// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// The step that creates a policy, as the user would write it.

#include <skein/check/spell/spell.hpp>
#include <skein/model/policy.hpp>

namespace skein::checks::spelling {

constexpr void creating_policy(auto& b, const model::entity_def& d) {
  const model::policy_def& p = *d.policy;
  constexpr const char* commands[]{"", ", for_select", ", for_insert", ", for_update", ", for_delete"};
  b << "create_policy<" << d.name->name << ", ";
  name(b, *d.table);
  b << (p.restrictive ? ", restrictive" : "") << commands[static_cast<int>(p.concerns)];
  for (u32 i = 0; i < p.roles.size; ++i) b << (i ? ", " : ", to_roles<") << *p.roles[i];
  if (p.roles.size) b << ">";
  if (d.body) b << ", using_<" << d.body << ">";
  if (p.with_check) b << ", with_check<" << p.with_check << ">";
}

}  // namespace skein::checks::spelling
