// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// How an enum type is built anew: the steps that `replace_enum` stands for, which only the state tells. They are the step's effects;
/// the state takes it as one step, SQL has a statement for each.

#include <skein/check/compare/as_above.hpp>
#include <skein/check/invert/creation.hpp>
#include <skein/check/partitions/tree.hpp>

#include <algorithm>

namespace skein::checks {

class rebuilder {
 public:
  rebuilder(const live_state& state, arena& in, const step& x) : s_(state), a_(in), define_(state, in), x_(x), type_(find_entity(state, *x.entity)) {}

  const step* run() {
    choose();
    drop();
    const model::object_name* name = x_.entity->name;
    const ident* aside = free_name(name->name);
    const model::entity_def former{.what = entity_kind::enumeration, .name = a_.make(model::object_name(name->schema, *aside))};
    add({.what = op::rename_entity, .to = aside, .entity = x_.entity});
    model::entity_def created = *x_.entity;
    created.clauses = kept([](const model::clause& c) { return c.does == change::none; });
    add({.what = op::create_entity, .entity = a_.make(created)});
    if (type_)
      if (const model::text_view* comment = s_.entities[type_].comment) add({.what = op::comment_on_entity, .text = *comment, .entity = x_.entity});
    convert();
    create();
    grant();
    own();
    add({.what = op::drop_entity, .entity = a_.make(former)});
    step out = x_;
    out.effects = a_.make_list(out_);
    return a_.make(out);
  }

 private:
  using op = model::op;
  using change = model::clause::change;

  void add(const step& x) { out_.push_back(a_.make(x)); }

  model::list<model::clause> kept(auto&& wanted) {
    std::vector<model::clause> out;
    for (const model::clause& c : x_.entity->clauses)
      if (wanted(c)) out.push_back(c);
    return a_.make_list(out);
  }
  /// For the former type, while both are there.
  const ident* free_name(const ident& name) {
    constexpr std::string_view suffix = "__old";
    for (unsigned n = 0;; ++n) {
      const std::string end = std::string(suffix) + (n ? std::to_string(n) : "");
      std::string text(name.text, name.kept());
      while (text.size() + end.size() > ident::max_size || (text.size() < name.kept() && (name.text[text.size()] & 0xc0) == 0x80)) text.pop_back();
      text += end;
      const ident* found = a_.make(ident(text.data(), text.size()));
      if (!names::find_relation(s_, x_.entity->name->schema, *found) && !names::find_type(s_, model::object_name(x_.entity->name->schema, *found))) return found;
    }
  }

  // What takes part

  /// Whether the text has a cast to the type.
  bool casts(const text_view& sql) const {
    bool found = false;
    const auto see = [&](u32 type, const text_view&) { found |= type == type_; };
    each_label(s_, sql, 0, {}, see);
    return found;
  }
  bool is_concerned(u32 object) const {
    const object_state& o = s_.objects[object];
    if (!o.alive || o.inherited || !(model::is_constraint(o.what) || o.what == kind::index)) return false;
    bool found = false;
    for (u32 k = 0; k < o.used + o.targets; ++k) {
      const u32 c = s_.uses[o.first_use + k];
      found |= c && (dropped_[c] || (retyped_[c] && (o.what == kind::foreign_key || has_expression(o))));
    }
    each_expression_now(s_, object, [&](const text_view& sql) { found |= casts(sql); });
    return found;
  }
  bool has_expression(const object_state& o) const {
    bool found = false;
    each_expression(s_, o, [&](const text_view&) { found = true; });
    return found;
  }
  void choose() {
    retyped_.resize(s_.columns.size());
    dropped_.resize(s_.columns.size());
    for (u32 c = 1; type_ && c <= s_.used.columns; ++c) {
      if (!s_.columns[c].name) continue;
      const u32 generated = generation_of(s_, c);
      dropped_[c] = generated && (is_made_of(s_, type_, c) || casts(*s_.columns[c].text));
      retyped_[c] = !generated && type_entity(s_, *s_.columns[c].type) == type_;
    }
    for (u32 o = 1; type_ && o <= s_.used.objects; ++o)
      if (is_concerned(o)) objects_.push_back(o);
    for (u32 o = 1; type_ && o <= s_.used.objects; ++o)  // foreign keys on a key that goes
      if (s_.objects[o].alive && s_.objects[o].what == kind::foreign_key && is_chosen(s_.objects[o].supported_by) && !is_chosen(o)) objects_.push_back(o);
    for (u32 i = 1; type_ && i <= s_.used.entities; ++i) {
      const model::entity_state& e = s_.entities[i];
      if (e.alive && is_taken_along(e.what) && e.what != entity_kind::expression &&
          (uses_values(s_, type_, e) || casts(e.def->body) || (e.def->policy && casts(e.def->policy->with_check))))
        entities_.push_back(i);
    }
  }
  bool is_chosen(u32 object) const { return std::find(objects_.begin(), objects_.end(), object) != objects_.end(); }

  // Before and behind

  /// Foreign keys go first and come last.
  void each_object(bool foreign_keys, auto&& f) {
    for (const u32 o : objects_)
      if ((s_.objects[o].what == kind::foreign_key) == foreign_keys) f(o);
  }
  void drop() {
    for (const u32 i : entities_) add({.what = op::drop_entity, .entity = define_.entity(i)});
    const auto drop_object = [&](u32 o) { add(define_.dropping(o)); };
    each_object(true, drop_object);
    each_object(false, drop_object);
    for (u32 c = 1; c <= s_.used.columns; ++c)
      if (dropped_[c] && !is_of_partition(c)) add(on_column(op::drop_column, c));
      else if (loses_default(c)) add(on_column(op::drop_default, c));
  }
  void create() {
    for (const bool of_partition : {false, true})  // which gets the default of its table, whether it has its own or none
      for (u32 c = 1; c <= s_.used.columns; ++c) {
        if (is_of_partition(c) != of_partition) continue;
        if (dropped_[c] && !of_partition) {
          step s = on_column(op::add_column, c);
          s.members = a_.list_of(define_.column(c));
          add(s);
        } else if (loses_default(c)) {
          step s = on_column(op::set_default, c);
          s.text = define_.default_text(c);
          add(s);
        } else if (of_partition && retyped_[c] && loses_default(column_above(s_, c))) {
          add(on_column(op::drop_default, c));
        }
      }
    const auto create_object = [&](u32 o) { add(define_.creating(o)); };
    each_object(false, create_object);
    each_object(true, create_object);
    for (const u32 i : entities_)
      for (const step* x : create_entity(define_, a_, s_, i)) out_.push_back(x);
  }
  /// What is created again has lost whose it is, and what else is said of it.
  void own() {
    property_writer said(s_, a_, define_);
    for (const named_property& x : said.all())
      if (is_created_again(x.at.of, x.at.column) || (x.at.index && is_chosen(x.at.index))) out_.push_back(x.set);
  }
  bool is_created_again(u32 of, u32 column) const {
    const u32 i = names::slot_of(of);
    if ((of & names::kind_mask) != names::entity) return column && dropped_[column];
    return i == type_ || std::find(entities_.begin(), entities_.end(), i) != entities_.end();
  }
  /// And what roles may do with it.
  void grant() {
    std::vector<named_right> lost;
    for (const named_right& r : name_all_rights(s_, a_, define_))
      if (is_created_again(r.of, r.column)) lost.push_back(r);
    privilege_writer granted(a_);
    for (const named_right& r : lost) granted.recreate(r, s_);
    for (const step* x : granted.steps(lost)) out_.push_back(x);
  }
  /// What is done to a partitioned table is done to its partitions, and what is done to a parent to heirs.
  bool is_of_partition(u32 c) const { return column_above(s_, c) != 0; }
  bool loses_default(u32 c) const {
    return s_.columns[c].name && s_.columns[c].flags & flag::default_value && (retyped_[c] || (type_ && casts(*s_.columns[c].text)));
  }
  step on_column(op what, u32 c) { return {.what = what, .table = define_.table_name(s_.columns[c].table), .name = s_.columns[c].name}; }

  /// What becomes of each label that goes; of one that nothing is said of, NULL.
  void convert() {
    std::vector<model::clause> changes;
    for (const model::clause& c : x_.entity->clauses)
      if (c.does == change::rename) changes.push_back(c);
    for (u32 k = type_ ? s_.entities[type_].first_clause : 0; k; k = s_.clauses[k].next) {
      const text_view& label = s_.clauses[k].value->text;
      bool said = false;
      for (const model::clause& c : x_.entity->clauses) said |= same(c.does == change::none ? c.text : c.from, label);
      if (!said) changes.push_back({.does = change::drop, .from = label});
    }
    const model::entity_def* mapping = a_.make(model::entity_def{.what = entity_kind::enumeration, .name = x_.entity->name, .clauses = a_.make_list(changes)});
    for (u32 c = 1; c <= s_.used.columns; ++c) {
      if (!retyped_[c] || is_of_partition(c)) continue;
      step s = on_column(op::alter_type, c);
      s.members = a_.list_of(a_.make(member{.what = kind::column, .type = s_.columns[c].type}));
      s.entity = mapping;
      add(s);
    }
  }

  const live_state& s_;
  arena& a_;
  definer define_;
  const step& x_;
  u32 type_;
  std::vector<bool> retyped_, dropped_;
  std::vector<u32> objects_, entities_;
  std::vector<const step*> out_;
};

/// Whether what the step is carried out with depends on the state before it.
inline bool depends_on_state(const step& x) { return x.what == model::op::replace_entity && x.entity->what == entity_kind::enumeration; }
/// The step as it is carried out in the state before it: of a type that is built anew with its effects, any other as it is.
inline const step* carried_out(const live_state& state, arena& in, const step& x) {
  return depends_on_state(x) ? rebuilder(state, in, x).run() : &x;
}

}  // namespace skein::checks
