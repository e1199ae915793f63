// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Which way down an adopted revision has: its own, the one of the original, or none.

#include <skein/run/adopt/adopted_revision.hpp>
#include <skein/run/adopt/sql_migration.hpp>
#include <skein/run/adopt/trial_sql.hpp>

#include <string>
#include <vector>

namespace skein::run::adoption {

/// Of a revision whose steps have been run, and the original beside it.
class way_down {
 public:
  way_down(const model_state& before, ground& original, ground& adopted, checks::arena& in)
      : model_(before), original_(original), adopted_(adopted), in_(in) {}

  /// `was` is what the databases were like before the revision; `changes`: they are not like that any more.
  void find(const sql_migration& m, const std::vector<statement>& back, const likeness& was, bool changes,
            adopted_revision& out) {
    if (m.down) {
      out.why = left_by(original_, in_transaction(back), was);
      out.original = !changes ? way_back::no_change : out.why.empty() ? way_back::restores : way_back::differs;
    }
    const bool right = m.down && out.why.empty(), text = has_text(out.up);
    if (text && right && changes_data(back)) return keep(*m.down, back, out);
    if (text && !m.down) return give_up(out, "the original has no way back");
    if (!is_irreversible(out.up)) {
      const step_list derived = model_.carried_out(out.up, in_).down;
      if (left_by(adopted_, sql_of(derived), was).empty()) return;
    }
    if (right) return keep(*m.down, back, out);
    give_up(out, "neither its own way back nor the one of the original restores the schema");
  }
  void give_up(adopted_revision& out, const char* why) {
    out.up.insert(out.up.begin(),
                  in_.make(model::step{
                      .what = op::acknowledge, .acknowledged = model::loss::irreversible, .reason = in_.text(why)}));
  }

 private:
  using op = model::op;

  static bool has_text(const step_list& steps) {
    for (const model::step* x : steps)
      if (x->what == op::execute) return true;
    return false;
  }
  static bool changes_data(const std::vector<statement>& back) {
    for (const statement& s : back)
      if (!s.controls_transaction && !is_setting(s) && !s.begins({"lock"}) && !shows_in_catalogs(s)) return true;
    return false;
  }
  static bool is_irreversible(const step_list& steps) {
    for (const model::step* x : steps)
      if (x->acknowledged == model::loss::irreversible) return true;
    return false;
  }
  void keep(const sql_source& down, const std::vector<statement>& back, adopted_revision& out) {
    const std::string text = text_of(down.sql);
    out.native = out.native && back.empty();
    step_list effects, reversible;
    for (const model::step* x : out.up)
      reversible.push_back(x->acknowledged != model::loss::irreversible
                               ? x
                               : with_loss(*x, x->what == op::execute ? model::loss::none : model::loss::loses_data));
    if (model_state after = model_; after.take(reversible, true)) {
      out.up = reversible;
      for (const model::step* x : checks::diff(*after, *model_, in_).steps)
        effects.push_back(with_loss(*x, model::loss::none));
    }
    if (out.up.size() == 1 && out.up[0]->what == op::execute) {
      model::step x = *out.up[0];
      x.undo = in_.text(text);
      out.up[0] = in_.make(x);
      return;
    }
    for (const model::step*& x : out.up)
      if (x->what == op::execute) {
        model::step y = *x;
        y.undo = {};
        x = in_.make(y);
      }
    out.down = step_list{
        in_.make(model::step{.what = op::execute, .text = in_.text(text), .effects = in_.make_list(effects)})};
  }
  const model::step* with_loss(model::step x, model::loss degree) {
    x.acknowledged = degree;
    x.reason = {};
    return in_.make(x);
  }

  const model_state& model_;
  ground &original_, &adopted_;
  checks::arena& in_;
};

}  // namespace skein::run::adoption
