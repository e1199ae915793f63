// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// A state as the models that describe it: what `state_of(models)` (check/diff/declared.hpp) makes a state of again, as
/// far as models say anything: not which schemas there are, nor comments on what is no table.

#include <skein/check/invert/creation.hpp>
#include <skein/check/invert/tidy.hpp>
#include <skein/model/table.hpp>

#include <vector>

namespace skein::checks {

class model_writer {
 public:
  model_writer(const live_state& state, arena& in) : s_(state), in_(in), define_(state, in) {}

  /// In the order in which they are created; what roles may do and whose something is last.
  std::vector<const model::table_def*> run() {
    rights_ = name_rights(s_, in_, define_);
    properties_ = property_writer(s_, in_, define_).all();
    for (const step* x : creation_of(s_, in_)) {
      if (x->what == model::op::create_table) table(*x);
      if (x->what == model::op::create_entity) entity(*x);
    }
    std::vector<named_right> others;
    for (const named_right& r : rights_)
      if ((r.of & names::kind_mask) != names::table || r.by_default()) others.push_back(r);
    for (const step* x : granting(others)) add({.name = no_name(), .privileges = &model::privileges_of(*x)});
    for (const named_property& p : properties_)
      if ((p.at.of & names::kind_mask) != names::table)
        add({.name = no_name(), .property = &model::property_of(*p.set)});
    return std::move(out_);
  }

 private:
  void add(const model::table_def& m) { out_.push_back(in_.make(m)); }
  const model::object_name* no_name() { return in_.make(model::object_name{}); }

  void table(const step& x) {
    const u32 t = names::find_table(s_, x.table->schema, x.table->name), of = entry_of_table(t);
    const u32 member_of = membership(s_, t);
    std::vector<const member*> members;
    if (member_of) members.push_back(define_.partition(t));
    for (const member* m : define_.members(t))
      if (!member_of || !comes_with_table(t, *m)) members.push_back(m);
    for (u32 c = s_.tables[t].first_column; c; c = s_.columns[c].next)
      if (const u32 above = member_of || !define_.is_declared(c) ? column_above(s_, c) : 0; above && !is_as_above(s_, c, above))
        members.push_back(define_.column(c));
    for (const named_property& p : properties_) {
      if (p.at.of != of || p.at.said->what == property::persistence) continue;  // that is among the members already
      model::property_member m{{.what = kind::property}, model::property_of(*p.set)};
      m.property.name = nullptr;
      members.push_back(in_.make(m));
    }
    std::vector<named_right> own;
    for (const named_right& r : rights_)
      if (r.of == of) own.push_back(r);
    for (const step* g : granting(own)) {
      model::privilege_member m{{.what = kind::privileges}, model::privileges_of(*g)};
      m.privileges.objects = {};
      members.push_back(in_.make(m));
    }
    add({.name = x.table, .members = tidied(x.table->name, in_.make_list(members), in_)});
  }
  /// The columns of a partition, and what it has of its table's constraints and indexes.
  bool comes_with_table(u32 t, const member& m) const {
    if (m.what == kind::column) return true;
    for (u32 o = s_.tables[t].first_object; o; o = s_.objects[o].next)
      if (const object_state& k = s_.objects[o]; k.alive && k.what == m.what && m.name && same(k.name, *m.name))
        return k.inherited;
    return false;
  }

  void entity(const step& x) {
    if (x.entity->what == entity_kind::sequence) return sequence(*x.entity);
    const u32 i = find_entity(s_, *x.entity);
    const entity_def* d = define_.entity(i);
    std::vector<const member*> indexes;
    if (d->what == entity_kind::materialized_view)
      for (u32 o = s_.tables[s_.entities[i].table].first_object; o; o = s_.objects[o].next)
        if (s_.objects[o].alive) indexes.push_back(define_.object(o));
    add({.name = d->name, .members = in_.make_list(indexes), .entity = d});
  }
  void sequence(const entity_def& d) {
    const u32 q = find_sequence(s_, *d.name);
    model::sequence_options o = *d.sequence;
    if (s_.sequences[q].column) {
      const model::sequence_options by = define_.owner(q);
      o.said |= by.said, o.table = by.table, o.column = by.column;
    }
    add({.name = d.name, .entity = define_.sequence(d.name, o)});
  }
  std::vector<const step*> granting(const std::vector<named_right>& rights) {
    privilege_writer out(in_);
    for (const named_right& r : rights) out.change(r, r.column ? 0 : given_at_first(s_, r.of, *r.role), 0);
    return out.steps(rights);
  }

  const live_state& s_;
  arena& in_;
  definer define_;
  std::vector<named_right> rights_;
  std::vector<named_property> properties_;
  std::vector<const model::table_def*> out_;
};

/// The models live as long as the arena. None has a place in a source.
inline std::vector<const model::table_def*> models_of(const live_state& state, arena& in) {
  return model_writer(state, in).run();
}

}  // namespace skein::checks
