// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Random steps on entities; what one kind is made of is in entities/.

#include "entities/composites.hpp"
#include "entities/domains.hpp"
#include "entities/enumeration.hpp"
#include "entities/objects.hpp"
#include "entities/policies.hpp"
#include "entities/ranges.hpp"
#include "entities/routine.hpp"
#include "entities/sequences.hpp"
#include "entities/views.hpp"

namespace skein::test {

class entities {
 public:
  entities(chance& by, checks::arena& in, const checks::live_state& state, vocabulary& words)
      : by_(by), in_(in), s_(state), words_(words), enumerations_(by, in, state, words), domains_(by, in, state, words),
        composites_(by, in, state, words), ranges_(by, in, words), sequences_(by, in, state, words), routines_(by, in, state, words),
        policies_(by, in, state, words), objects_(by, in), views_(by, in, state, words) {}

  /// Without an acknowledgement, unless only that one will do. `in` is a schema for what is new.
  model::step propose(const model::ident& in) {
    if (by_.percent(35)) return by_.percent(25) ? sequences_.create(in_.make(model::object_name(in, *words_.name(table_words)))) : sequences_.change(in);
    std::vector<u32> alive;
    for (u32 i = 1; i <= s_.used.entities; ++i)
      if (s_.entities[i].alive && s_.entities[i].what != model::entity_kind::expression && !same(*s_.entities[i].name, mood_name.name)) alive.push_back(i);
    if (const u32 mood = checks::names::find_type(s_, mood_name); mood && by_.percent(8)) return enumerations_.replace_mood(mood);
    if (by_.percent(8))
      if (auto calls = routines_.call()) return *calls;
    if (by_.percent(12)) return routines_.create_trigger();
    if (by_.percent(10)) return policies_.create();
    if (alive.empty() || by_.percent(30)) return create(in_.make(model::object_name(in, *words_.name(table_words))));
    const u32 i = by_.one_of(alive);
    const model::entity_state& e = s_.entities[i];
    model::step s{.entity = checks::definer(s_, in_).entity(i)};
    if (e.what == model::entity_kind::object) return s.what = op::drop_entity, s;
    switch (by_.below(6)) {
      case 0: s.what = op::drop_entity; return s;
      case 1:
        s.what = op::rename_entity;
        s.to = words_.name(table_words);
        s.members = types_of({*e.schema, *s.to});
        return s;
      case 2:
        if (e.what == model::entity_kind::trigger) return routines_.set_firing(i);
        if (e.what == model::entity_kind::policy) return policies_.alter(i);
        s.what = op::move_entity;
        s.to = in.empty() ? &model::public_schema : in_.make(in);
        s.members = types_of({*s.to, *e.name});
        return s;
      case 3:
        s.what = op::comment_on_entity;
        s.text = by_.percent(30) ? in_.text("") : words_.comment();
        return s;
      default:
        if (e.what == model::entity_kind::domain) return domains_.alter(i);
        if (e.what == model::entity_kind::composite) return composites_.alter(i, any_type());
        if (e.what == model::entity_kind::trigger) return routines_.set_firing(i);
        if (e.what == model::entity_kind::function) return routines_.replace(i);
        if (e.what == model::entity_kind::policy) return policies_.alter(i);
        return enumerations_.alter(i);
    }
  }

  /// Around views.
  model::step propose_view(const model::ident& in) {
    std::vector<u32> alive;
    for (u32 i = 1; i <= s_.used.entities; ++i)
      if (s_.entities[i].alive && (is_view(s_.entities[i].what) || s_.entities[i].what == model::entity_kind::rule)) alive.push_back(i);
    if (by_.percent(8)) return routines_.create(in_.make(model::object_name(in, *words_.name(table_words))));
    if (by_.percent(8)) return routines_.create_trigger();
    if (alive.empty() || by_.percent(35)) return views_.create(in_.make(model::object_name(in, *words_.name(table_words))));
    return views_.change(by_.one_of(alive), in);
  }

  /// A default that calls a sequence of the state's; empty if there is none.
  model::text_view next_value() { return sequences_.call(); }

  /// A type of the state's own, for a column; null if there is none.
  const model::data_type* type() {
    std::vector<u32> types;
    for (u32 i = 1; i <= s_.used.entities; ++i)
      if (s_.entities[i].alive && model::traits_of(s_.entities[i].what).is_type) types.push_back(i);
    if (types.empty()) return nullptr;
    const model::entity_state& e = s_.entities[by_.one_of(types)];
    return in_.make(model::data_type{.id = model::type_id::named, .dims = by_.percent(20), .user = in_.make(model::object_name(*e.schema, *e.name))});
  }

 private:
  using u32 = model::u32;
  using op = model::op;

  model::step create(const model::object_name* name) {
    if (by_.percent(40)) return routines_.create(name);
    if (by_.percent(35)) return domains_.create(name, any_type());
    if (by_.percent(50)) return composites_.create(name, [this] { return any_type(); });
    if (by_.percent(20)) return objects_.create(name);
    if (by_.percent(40)) return ranges_.create(name, by_.percent(90) ? any_type() : words_.type());
    return enumerations_.create(name);
  }
  /// Built in or not, and one whose values compare: expressions on its columns do not ask.
  const model::data_type* any_type() {
    if (const model::data_type* own = by_.percent(40) ? type() : nullptr) return own;
    const model::data_type* t = words_.type();
    while (model::is_serial(t->id) || !is_ordered(*t)) t = words_.type();
    return t;
  }

  /// What the columns of a renamed type are of.
  model::list<const model::member*> types_of(const model::object_name& name) {
    const auto* kept = in_.make(name);
    std::vector<const model::member*> out;
    for (const int dims : {0, 1})
      out.push_back(in_.make(model::member{.type = in_.make(model::data_type{.id = model::type_id::named, .dims = dims, .user = kept})}));
    return in_.make_list(out);
  }

  chance& by_;
  checks::arena& in_;
  const checks::live_state& s_;
  vocabulary& words_;
  enumerations enumerations_;
  domains domains_;
  composites composites_;
  ranges ranges_;
  sequences sequences_;
  routines routines_;
  policies policies_;
  objects objects_;
  views views_;
};

}  // namespace skein::test
