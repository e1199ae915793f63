// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// A state from what was read: every step is run, in the order of dependencies, and what the model does not take is
/// said.

#include <skein/check/objection.hpp>
#include <skein/check/trial.hpp>
#include <skein/render/step.hpp>
#include <skein/run/introspect/dependencies.hpp>
#include <skein/run/introspect/vocabulary.hpp>

#include <algorithm>

namespace skein::run::introspection {

class assembly {
 public:
  assembly(const std::vector<draft>& drafts, dependency_map needs, vocabulary& words)
      : drafts_(drafts), needs_(std::move(needs)), words_(words), seen_(drafts.size()) {
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

  checks::trial built{};
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
      if (!built.take(*d.steps[k])) left.push_back({d.kind, d.name, checks::objection(built.fault, *d.steps[k])});
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
    return built.take(*in.make(model::step{.what = model::op::create_entity, .entity = in.make(object)}));
  }
  static const model::object_name* name_of(const model::step& x) { return x.entity ? x.entity->name : x.table; }
  /// The step that creates it; false after a fault.
  bool create(const draft& d) { return d.steps.empty() ? track(d) : built.take(*d.steps[0]); }
  std::string why(const draft& d) const {
    return d.steps.empty() ? "what it uses is not there" : checks::objection(built.fault, *d.steps[0]);
  }

  const std::vector<draft>& drafts_;
  dependency_map needs_;
  vocabulary& words_;
  std::vector<bool> seen_;
  std::map<address, std::size_t> places_;
  std::multimap<model::u32, std::size_t> called_;  ///< tables, views, types and routines by the hashes of their names
  std::vector<std::size_t> refused_;
};

}  // namespace skein::run::introspection
