// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Migrations of another tool as revisions: each is run, what it has done becomes steps, and the steps are run as well
/// and have to do the same.

#include <skein/run/adopt/translation.hpp>
#include <skein/run/adopt/variants.hpp>
#include <skein/run/adopt/way_down.hpp>
#include <skein/run/scratch.hpp>

#include <algorithm>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace skein::run::adoption {

class adopter {
 public:
  /// Makes two databases on the server.
  adopter(const scratch& server, checks::arena& in)
      : server_(server),
        in_(in),
        original_(server.create_database("skein_original")),
        adopted_(server.create_database("skein_adopted")),
        state_(original_.read()),
        like_(original_.look()) {}

  /// Errors: unadoptable, which names the file
  adopted_revision take(const sql_migration& m) {
    adopted_revision out{m.id, m.message, {}, {}, way_back::absent, {}, true, true};
    const checks::live_state before = *model_;
    const likeness was = like_;
    const std::vector<statement> back = statements_of(m.down ? std::string_view(m.down->sql) : std::string_view());
    bool outside = false;
    for (const portion& p : portions_of(m.up.sql)) {
      take(m, p, back, out);
      outside = outside || p.alone() || (!p.shows && !m.up.transactional);
    }
    original_.forget();
    if (outside) out.up.insert(out.up.begin(), in_.make(model::step{.what = op::outside_transaction}));
    way_down down(model_, original_, adopted_, in_);
    down.find(m, back, was, !(was.objects == like_.objects), out);
    settle(before, m, down, out);
    require_short(m, out.up);
    if (out.down) require_short(m, *out.down);
    return out;
  }
  /// The oldest server that has all that the revisions need.
  model::u32 server() const { return model_.server(); }
  /// Roles that migrations name, which the throwaway server has got for that.
  const std::set<std::string>& roles() const { return roles_; }

 private:
  using op = model::op;

  [[noreturn]] static void refuse(const sql_source& source, const sql_error& why) {
    const std::string first = why.message.substr(0, why.message.find('\n'));
    throw unadoptable(fmt::format("{}: the server refuses it: {}{}", source.file.string(), first,
                                  why.detail.empty() ? "" : ": " + why.detail));
  }
  static void require_short(const sql_migration& m, const step_list& steps) {
    for (const model::step* x : steps)
      if (std::max(x->text.size, x->undo.size) > longest_text)
        throw unadoptable(
            fmt::format("{}: {} KB of SQL in one piece are more than a compiler takes; load such rows another way, "
                        "or divide the statement",
                        m.up.file.string(), std::max(x->text.size, x->undo.size) / 1024));
  }
  model::text_view undo_of(const step_list& down) {
    std::string out;
    for (const std::string& sql : sql_of(down)) out += (out.empty() ? "" : ";\n") + sql;
    return in_.text(out);
  }

  void run_original(const sql_migration& m, const portion& p) {
    for (const statement& s : p.statements)
      if (s.begins({"copy"}) && s.has_word("stdin"))
        throw unadoptable(fmt::format("{}: COPY from stdin has its rows behind it, which only psql reads; write INSERT",
                                      m.up.file.string()));
    for (int patience = 100;; --patience) try {
        return original_.run(texts_of(p), !p.alone());
      } catch (const sql_error& failed) {
        if (!patience || !make_role(failed)) refuse(m.up, failed);
      }
  }
  /// A role is no part of a database, so a new server has none.
  bool make_role(const sql_error& failed) {
    const std::string& said = failed.message;
    if (failed.sqlstate != "42704" || !said.starts_with("role \"") || !said.ends_with("\" does not exist"))
      return false;
    const std::string name = said.substr(6, said.size() - 6 - 16);
    session(server_.url()).run("CREATE ROLE " + render::identifier(name));
    return roles_.insert(name).second;
  }

  void take(const sql_migration& m, const portion& p, const std::vector<statement>& back, adopted_revision& out) {
    run_original(m, p);
    introspected after = original_.read();
    likeness like = original_.look();
    std::optional<step_list> steps = translation(p, back, in_).run(state_.state, after.state);
    if (steps) steps = p.shows ? run_as_steps(out.up, *steps, like) : std::nullopt;
    if (!steps) {
      out.native = false;
      steps = step_list{raw(p, out.up, after.state)};
      run_text(m, p);
    }
    out.up.insert(out.up.end(), steps->begin(), steps->end());
    kept_.push_back(std::move(state_.descriptors));
    state_ = std::move(after);
    like_ = std::move(like);
  }
  void run_text(const sql_migration& m, const portion& p) try {
    adopted_.run(texts_of(p), !p.alone());
  } catch (const sql_error& failed) {  // what concerns the whole server cannot be done twice
    refuse(m.up, failed);
  }
  /// As a person would write them, if that is the same.
  std::optional<step_list> run_as_steps(const step_list& before, const step_list& steps, const likeness& like) {
    if (const step_list nice = tidied(steps, in_); nice != steps) {
      model_state plain = model_, tidy = model_;
      step_list all = before, others = before;
      all.insert(all.end(), steps.begin(), steps.end());
      others.insert(others.end(), nice.begin(), nice.end());
      if (plain.take(all) && tidy.take(others) && checks::diff(*tidy, *plain, in_).steps.empty())
        if (auto done = run_native(before, nice, like)) return done;
    }
    return run_native(before, steps, like);
  }
  /// Runs the steps where they do what the original has done, in the first of several ways that also goes back; in the
  /// first at all where none does.
  std::optional<step_list> run_native(const step_list& before, const step_list& steps, const likeness& like) {
    std::vector<step_list> ways = ways_of(steps);
    std::erase_if(ways, [&](const step_list& way) { return !fits(before, way); });
    const auto goes_back = [&](const step_list& way) {
      std::vector<std::string> sql = sql_of(way);
      for (std::string& each : sql_of(after(before).carried_out(way, in_).down)) sql.push_back(std::move(each));
      return left_by(adopted_, sql, like_).empty();
    };
    if (ways.size() > 1) std::stable_partition(ways.begin(), ways.end(), goes_back);
    for (step_list& way : ways)
      if (adopted_.run_if(sql_of(way), like)) return std::move(way);
    return std::nullopt;
  }
  /// The model behind steps of a revision, wherever they run.
  model_state after(step_list so_far) const {
    so_far.insert(so_far.begin(), in_.make(model::step{.what = op::outside_transaction}));
    model_state here = model_;
    here.take(so_far);
    return here;
  }
  bool fits(step_list before, const step_list& more) const {
    before.insert(before.begin(), in_.make(model::step{.what = op::outside_transaction}));
    before.insert(before.end(), more.begin(), more.end());
    return model_state(model_).take(before);
  }
  /// The text of the portion, with what it does to the schema, and with what takes that back.
  const model::step* raw(const portion& p, const step_list& so_far, const checks::live_state& reached) {
    model::step x{.what = op::execute, .text = in_.text(p.text()), .undo = in_.text("")};
    const model_state here = after(so_far);
    const checks::difference_of_states found = checks::diff(*here, reached, in_);
    if (found.steps.empty()) return in_.make(x);
    x.effects = in_.make_list(found.steps);
    if (loses(found.steps)) {  // perhaps it does not: the model takes what it cannot follow for something else
      x.acknowledged = model::loss::irreversible;
      x.reason = model::view("what the original does is known by its effects alone");
    } else {
      x.undo = undo_of(here.carried_out(found.steps, in_).down);
    }
    return in_.make(x);
  }
  /// Whether something goes that has contents.
  static bool loses(const step_list& steps) {
    return std::any_of(steps.begin(), steps.end(),
                       [](const model::step* x) { return x->acknowledged != model::loss::none; });
  }

  static bool is_change(const model::step* x) { return x->what < op::acknowledge; }

  /// The revision as the compiler will judge it. Where it would refuse, the original's text stands for all of it.
  void settle(const checks::live_state& before, const sql_migration& m, way_down& down, adopted_revision& out) {
    const auto taken = [&] {
      model_state after = model_;
      if (!after.take(out.up, out.down.has_value()) || (out.down && !after.restores(before, *out.down, in_)))
        return false;
      model_ = std::move(after);
      return true;
    };
    if (taken()) return;
    if (out.down) {
      out.down = std::nullopt;
      down.give_up(out, "the way back of the original is not one that can be checked");
      if (taken()) return;
    }
    out.native = false;
    model::step x{.what = op::execute, .text = in_.text(text_of(m.up.sql)), .undo = in_.text("")};
    const checks::difference_of_states found = checks::diff(before, state_.state, in_);
    x.effects = in_.make_list(found.steps);
    if (loses(found.steps))
      down.give_up(out, "what the original does is known by its effects alone");
    else
      x.undo = undo_of(model_.carried_out(found.steps, in_).down);
    for (const bool with_effects : {true, false}) {
      if (!with_effects) x.effects = {}, out.known = false;
      out.up.erase(std::remove_if(out.up.begin(), out.up.end(), is_change), out.up.end());
      out.up.push_back(in_.make(x));
      if (taken()) return;
    }
    down.give_up(out, "the original is not one that can be checked");
    out.up.insert(out.up.begin(), in_.make(model::step{.what = op::outside_transaction}));
    if (!taken()) throw unadoptable(fmt::format("{}: no revision can be made of it", m.up.file.string()));
  }
  const scratch& server_;
  checks::arena& in_;
  ground original_, adopted_;
  introspected state_;
  likeness like_;
  model_state model_{};
  std::set<std::string> roles_;
  std::vector<std::unique_ptr<checks::arena>> kept_;  ///< what steps point at
};

}  // namespace skein::run::adoption
