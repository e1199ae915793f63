// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// A state from what was read: every step is run, in the order of dependencies, and what the model does not take is
/// said.

#include <skein/check/invert/restore.hpp>
#include <skein/check/sentence.hpp>
#include <skein/check/state/growing_schema.hpp>
#include <skein/render/step.hpp>
#include <skein/run/introspect/dependencies.hpp>
#include <skein/run/introspect/vocabulary.hpp>

#include <algorithm>

namespace skein::run::introspection {

/// Why the model does not take a step: what its sentence says behind the step's number.
inline std::string objection(checks::verdict v, const model::step& x) {
  static constexpr model::ident id{"1"};
  static constexpr model::location here{};
  const model::step* steps[]{&x};
  const model::revision_def revision{.id = &id, .where = &here, .up = {steps, 1}, .down = {}};
  const model::revision_def* all[]{&revision};
  v.revision = v.other_revision = v.step = 0;
  const checks::buffer text = checks::sentence(v, all, 1);
  const std::string_view whole(text.text, text.size);
  const std::size_t step = whole.find("step 1"), said = whole.find(": ", step == whole.npos ? 0 : step);
  return std::string(said == whole.npos ? whole : whole.substr(said + 2));
}

class assembly {
 public:
  assembly(const std::vector<draft>& drafts, dependency_map needs, vocabulary& words)
      : drafts_(drafts), needs_(std::move(needs)), words_(words), seen_(drafts.size()) {
    state.lenient = true;
    state.transactional = false;
    saved_ = state;
    for (std::size_t i = 0; i < drafts.size(); ++i) {
      if (drafts[i].at.object) places_.emplace(drafts[i].at, i);
      if (drafts[i].steps.empty() || (drafts[i].when != stage::object && drafts[i].when != stage::late_routine))
        continue;
      called_.emplace(name_of(*drafts[i].steps[0])->name.hash, i);
    }
  }

  /// Runs what there is. What the model refuses becomes a tracked object where its SQL is known.
  void run() {
    std::vector<std::size_t> order(drafts_.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return drafts_[a].when < drafts_[b].when; });
    for (const std::size_t i : order) visit(i);
    retry();
    for (const std::size_t i : refused_) refuse(drafts_[i]);
  }

  checks::live_state state{};
  std::vector<unrepresented> left{};

 private:
  void visit(std::size_t i) {
    if (seen_[i]) return;
    seen_[i] = true;
    const draft& d = drafts_[i];
    if (const auto at = needs_.find(d.at); d.at.object && at != needs_.end())
      for (const address& each : at->second)
        if (const auto place = places_.find(each); place != places_.end()) visit(place->second);
    if (!d.steps.empty()) visit_named(*d.steps[0]);
    if (!create(d))
      refused_.push_back(i);
    else
      finish(d);
  }
  /// PostgreSQL depends on nothing that a body in SQL names, and wants it to be there when it creates the routine.
  void visit_named(const model::step& x) {
    if (!x.entity || !x.entity->routine ||
        checks::routine_bodies::language_of(*x.entity) != checks::routine_bodies::language::sql)
      return;
    const model::query_of q(x.entity->body);
    for (model::u32 k = 1; k <= q.word_count; ++k) {
      const auto [first, last] = called_.equal_range(q.words[k].hash);
      if (q.words[k].is == model::role::relation || q.words[k].is == model::role::call)
        for (auto at = first; at != last; ++at) visit(at->second);
    }
  }
  /// What was refused because of something that came later.
  void retry() {
    for (std::size_t before = 0; before != refused_.size();) {
      before = refused_.size();
      std::erase_if(refused_, [&](std::size_t i) {
        if (!create(drafts_[i])) return false;
        finish(drafts_[i]);
        return true;
      });
    }
  }
  void finish(const draft& d) {
    for (std::size_t k = 1; k < d.steps.size(); ++k)
      if (!take(*d.steps[k])) left.push_back({d.kind, d.name, objection(fault_, *d.steps[k])});
  }

  void refuse(const draft& d) {
    if (!create(d)) {
      const std::string said = why(d);
      left.push_back({d.kind, d.name, said, !d.steps.empty() && track(d)});
    } else {
      finish(d);
    }
  }
  /// As an object that is created and dropped by its SQL, and uses what it depends on.
  bool track(const draft& d) {
    if (d.drop.empty() || !d.called) return false;
    std::string create = d.create;
    for (const model::step* x : d.steps)
      for (const std::string& sql : render::statements(*x)) create += (create.empty() ? "" : ";\n") + sql;
    using part = model::clause::part;
    checks::arena& in = words_.arena();
    std::vector<model::clause> clauses{{.what = part::kind, .text = in.text(d.kind)},
                                       {.what = part::drop, .text = in.text(d.drop)}};
    for (const model::object_name* used : d.uses) clauses.push_back({.what = part::uses, .object = used});
    if (const auto at = needs_.find(d.at); d.at.object && at != needs_.end())
      for (const address& each : at->second)
        if (const auto place = places_.find(each); place != places_.end())
          if (const draft& used = drafts_[place->second];
              used.when == stage::object || used.when == stage::late_routine || used.when == stage::extension)
            clauses.push_back(used.steps.empty()
                                  ? model::clause{.what = part::uses, .text = in.text(used.kind), .object = used.called}
                                  : model::clause{.what = part::uses, .object = name_of(*used.steps[0])});
    const model::entity_def object{.what = model::entity_kind::object,
                                   .name = d.called,
                                   .clauses = in.make_list(clauses),
                                   .body = in.text(create)};
    return take(*in.make(model::step{.what = model::op::create_entity, .entity = in.make(object)}));
  }
  static const model::object_name* name_of(const model::step& x) { return x.entity ? x.entity->name : x.table; }
  /// The step that creates it; false after a fault.
  bool create(const draft& d) { return d.steps.empty() ? track(d) : take(*d.steps[0]); }
  std::string why(const draft& d) const {
    return d.steps.empty() ? "what it uses is not there" : objection(fault_, *d.steps[0]);
  }

  /// Runs a step; after a fault the state is what it was before. It is kept now and then, since a copy costs more than
  /// a step.
  bool take(const model::step& x) {
    constexpr std::size_t between_copies = 64;
    if (advance(x)) {
      since_.push_back(&x);
      if (since_.size() == between_copies) saved_ = state, since_.clear();
      return true;
    }
    fault_ = state.v;
    state = saved_;
    for (const model::step* each : since_) advance(*each);
    return false;
  }
  bool advance(const model::step& x) { return checks::advance(state, x) && checks::end_of_revision(state); }

  const std::vector<draft>& drafts_;
  dependency_map needs_;
  vocabulary& words_;
  std::vector<bool> seen_;
  std::map<address, std::size_t> places_;
  std::multimap<model::u32, std::size_t> called_;  ///< tables, views, types and routines by the hashes of their names
  std::vector<std::size_t> refused_;
  checks::live_state saved_{};
  std::vector<const model::step*> since_;
  checks::verdict fault_{};
};

}  // namespace skein::run::introspection
