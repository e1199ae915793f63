// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// What roles may do, once everything else is as it shall be.

#include <skein/check/diff/counterpart.hpp>
#include <skein/check/diff/passage.hpp>
#include <skein/check/invert/privileges.hpp>

namespace skein::checks {

class privilege_differ {
 public:
  explicit privilege_differ(passage& by) : p_(by), s_(by.now) {}

  /// Whether everything is as it shall be then. What is revoked of a table is revoked of its columns, which is seen in
  /// a second round.
  bool run() {
    for (u32 rounds = 3; rounds--;) {
      const std::vector<const step*> steps = missing();
      if (steps.empty()) return true;
      for (const step* x : steps) p_.take({x});
    }
    return missing().empty();
  }

 private:
  std::vector<const step*> missing() {
    std::vector<named_right> wanted = name_rights(p_.to, p_.in, p_.there);
    for (const named_right& now : name_rights(s_, p_.in, p_.here)) {
      const u32 of = counterpart::entry(p_.to, s_, p_.here, now.of);
      const u32 column = now.column && of ? names::find_column(p_.to, names::slot_of(of), *now.column_name) : 0;
      if (!of || (now.column && !column) || is_among(wanted, of, column, now)) continue;
      named_right plain = now;
      plain.of = of, plain.column = column;
      plain.held = now.column ? 0 : given_at_first(p_.to, of, *now.role), plain.options = 0;
      wanted.push_back(plain);
    }
    privilege_writer out(p_.in);
    for (const named_right& w : wanted) {
      const u32 of = counterpart::entry(s_, p_.to, p_.there, w.of);
      const u32 column = w.column && of ? names::find_column(s_, names::slot_of(of), *w.column_name) : 0;
      out.change(w, held(s_, of, column, *w.role, w.creator), options(s_, of, column, *w.role, w.creator));
    }
    return out.steps(wanted);
  }

  static bool is_among(const std::vector<named_right>& all, u32 of, u32 column, const named_right& r) {
    for (const named_right& w : all)
      if (w.of == of && w.column == column && same(*w.role, *r.role) && same(w.creator, r.creator)) return true;
    return false;
  }
  passage& p_;
  const live_state& s_;
};

}  // namespace skein::checks
