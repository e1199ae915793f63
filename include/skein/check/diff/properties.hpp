// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Whose something is, and the other properties that it shall have.

#include <skein/check/diff/counterpart.hpp>
#include <skein/check/diff/passage.hpp>
#include <skein/check/invert/properties.hpp>

namespace skein::checks {

class property_differ {
 public:
  explicit property_differ(passage& by) : p_(by), s_(by.now) {}

  /// Sets what can be set as it is now; whether that was anything.
  bool alter() {
    bool any = false;
    std::vector<const step*> steps = missing();
    const std::vector<const step*> links = before_links();
    steps.insert(steps.end(), links.begin(), links.end());
    for (const step* x : steps) {
      live_state attempt = s_;
      if (advance(attempt, *x)) any |= p_.take({x});
    }
    return any;
  }
  bool is_done() { return missing().empty(); }

 private:
  std::vector<const step*> missing() {
    std::vector<const step*> out;
    property_writer here(s_, p_.in, p_.here), there(p_.to, p_.in, p_.there);
    for (const bool owners : {false, true}) {
      const auto concerns = [&](const live_state& s, const property_state& x) {
        return is_said(s, x) && (x.said->what == property::owner) == owners;
      };
      for (u32 i = 1; i <= s_.used.properties; ++i) {
        const property_state& x = s_.properties[i];
        const u32 of = concerns(s_, x) ? counterpart::entry(p_.to, s_, p_.here, x.of) : 0;
        if (of && !find_alike(p_.to, of, s_, x, false)) out.push_back(here.set(x, nullptr, false));
      }
      for (u32 i = 1; i <= p_.to.used.properties; ++i) {
        const property_state& x = p_.to.properties[i];
        const u32 of = concerns(p_.to, x) ? counterpart::entry(s_, p_.to, p_.there, x.of) : 0;
        if (of && !find_alike(s_, of, p_.to, x, true)) out.push_back(there.set(x));
      }
    }
    return out;
  }
  /// What says the same property of it, and the same value if that is asked.
  static bool find_alike(const live_state& in, u32 of, const live_state& from, const property_state& x, bool value) {
    bool found = false;
    each_property(in, of, [&](const property_state& y) {
      if (y.said->what != x.said->what || !x.column != !y.column ||
          (x.column && !same(*in.columns[y.column].name, *from.columns[x.column].name)))
        return;
      found |= !value || digests::of_property(in, y) == digests::of_property(from, x);
    });
    return found;
  }
  /// A sequence that a column is to own gets the owner of the table before.
  std::vector<const step*> before_links() {
    std::vector<const step*> out;
    for (u32 q = 1; q <= p_.to.used.sequences; ++q) {
      const model::sequence_state& x = p_.to.sequences[q];
      const u32 own = x.alive && x.column ? counterpart::sequence(s_, p_.to, q) : 0,
                t = own ? counterpart::table(s_, p_.to, p_.to.columns[x.column].table) : 0;
      if (!t || s_.sequences[own].column) continue;
      const ident* role = owner_of(s_, entry_of_table(t));
      if (same(role, owner_of(s_, own << names::kind_bits | names::sequence))) continue;
      out.push_back(p_.in.make(
          model::property_step{{.what = model::op::set_property},
                               {.on = grantable::sequence, .name = p_.here.sequence_name(own), .value = role}}));
    }
    return out;
  }

  passage& p_;
  const live_state& s_;
};

}  // namespace skein::checks
