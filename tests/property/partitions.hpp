// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Random steps on partitioned tables, partitions and tables that become some. A small world, so that steps meet each other.

#include "property/properties.hpp"
#include "property/random.hpp"

#include <skein/declare/steps.hpp>
#include <skein/declare/types.hpp>

namespace skein::test {

class partition_proposer {
 public:
  partition_proposer(chance& by, checks::arena& in, const checks::live_state& state) : by_(by), in_(in), s_(state) {}

  const model::step* propose() { return in_.make(step()); }

 private:
  using op = model::op;
  using kind = model::kind;
  using u32 = model::u32;

  const model::ident* name(std::string_view s) { return in_.make(model::ident(s.data(), s.size())); }
  const model::ident* table_word() { static constexpr std::string_view all[]{"p", "q", "p1", "p2", "p3", "q1", "q2", "t1", "t2"}; return name(by_.one_of(all)); }
  const model::ident* column_word() { static constexpr std::string_view all[]{"a", "b", "c", "d"}; return name(by_.one_of(all)); }
  const model::object_name* table() {
    std::vector<u32> alive;
    for (u32 t = 1; t <= s_.used.tables; ++t)
      if (s_.tables[t].alive) alive.push_back(t);
    const model::ident* n = alive.empty() || by_.percent(5) ? table_word() : s_.tables[by_.one_of(alive)].name;
    return in_.make(model::object_name({}, *n));
  }
  const model::ident* object(kind what) {
    std::vector<u32> all;
    for (u32 o = 1; o <= s_.used.objects; ++o)
      if (s_.objects[o].alive && (what == kind::index ? s_.objects[o].what == what : model::is_constraint(s_.objects[o].what))) all.push_back(o);
    chosen_ = all.empty() ? 0 : by_.one_of(all);
    return chosen_ ? in_.name(s_.objects[chosen_].name) : name("none");
  }
  const model::object_name* table_of_chosen() { return chosen_ ? in_.make(model::object_name({}, *s_.tables[s_.objects[chosen_].table].name)) : table(); }

  const model::data_type* type() { return in_.make(model::data_type{.id = by_.percent(80) ? model::type_id::integer : model::type_id::bigint}); }
  const model::member* column(const model::ident* called, bool required) {
    std::vector<const model::option*> options;
    u32 flags = 0;
    const auto add = [&](const model::option& o) { options.push_back(in_.make(o)), flags |= o.bit; };
    if (required) add({.bit = model::flag::not_null});
    if (by_.percent(30)) add({.bit = model::flag::default_value, .text = in_.text(by_.percent(50) ? "1" : "2")});
    return in_.make(model::member{.what = kind::column, .flags = flags, .name = called, .type = type(), .options = in_.make_list(options)});
  }
  model::names columns(std::size_t least) {
    std::vector<const model::ident*> out;
    for (const std::string_view c : {"a", "b", "c"})
      if (by_.percent(out.size() < least ? 80 : 40)) out.push_back(name(c));
    if (out.empty()) out.push_back(name("a"));
    return in_.make_list(out);
  }
  const model::index_def* index() {
    const model::names on = columns(1);
    std::vector<model::element> elements;
    for (const model::ident* c : on) elements.push_back({.column = c, .direction = by_.percent(10) ? model::element::order::descending : model::element::order::unsaid});
    return in_.make(model::index_def{.elements = in_.make_list(elements), .columns = on, .unique = by_.percent(20)});
  }
  const model::member* constraint() {
    static constexpr std::string_view words[]{"ck", "fk", "uq", "p_pkey", "p1_a_key"};
    const model::ident* called = by_.percent(50) ? name(by_.one_of(words)) : nullptr;
    model::constraint_def d;
    switch (by_.below(4)) {
      case 0: d.what = kind::primary_key, d.columns = columns(2); break;
      case 1: d.what = kind::unique, d.columns = columns(2); break;
      case 2: d.what = kind::foreign_key, d.columns = in_.list_of(column_word()), d.target = in_.make(model::object_name({}, *name("r"))); break;
      default: d.expression = in_.text(by_.percent(50) ? "a > 0" : "a < b"), d.not_valid = by_.percent(20);
    }
    return in_.make(model::member{.what = d.what, .name = called, .constraint = in_.make(d)});
  }
  const model::member* key() {
    const model::ident* strategy = by_.percent(50) ? &model::strategies::range : by_.percent(50) ? &model::strategies::list : &model::strategies::hash;
    std::vector<model::element> elements{{.column = column_word()}};
    if (strategy != &model::strategies::list && by_.percent(30)) elements.push_back({.column = column_word()});
    return in_.make(model::member{.what = kind::partition_by, .index = in_.make(model::index_def{.elements = in_.make_list(elements), .method = strategy})});
  }
  model::list<model::value> values(std::size_t n, bool null) {
    std::vector<model::value> out;
    while (n--) out.push_back(null && by_.percent(10) ? model::value(nullptr) : by_.percent(8) ? model::value(model::value::kind::expression, "MINVALUE", 8) : model::value(static_cast<int>(by_.below(9))));
    return in_.make_list(out);
  }
  const model::member* membership(const model::object_name* of) {
    model::partition_def d{{.what = kind::partition_of, .target = of}, {}};
    using bound = model::partition_bound::kind;
    const u32 t = checks::names::find_table(s_, {}, of->name), k = t ? checks::partition_key(s_, t) : 0;
    const std::size_t keys = k ? s_.objects[k].keys : 1;
    d.bound.what = k && by_.percent(95) ? checks::bounds::kind_of(*s_.objects[k].index->method) : static_cast<bound>(1 + by_.below(4));
    if (by_.percent(15)) d.bound.what = bound::rest;
    if (d.bound.what == bound::range) d.bound.from = values(keys, true), d.bound.to = values(keys, false);
    if (d.bound.what == bound::list) d.bound.from = values(1 + by_.below(3), true);
    if (d.bound.what == bound::hash) d.bound.modulus = 1u << by_.below(3), d.bound.remainder = static_cast<u32>(by_.below(4));
    if (d.bound.what == bound::hash && by_.percent(10)) d.bound.modulus = 3;
    return in_.make(model::member{.what = kind::partition_of, .constraint = in_.make(d)});
  }
  model::step create() {
    std::vector<const model::member*> members;
    const bool partition = by_.percent(50);
    if (partition) members.push_back(membership(table()));
    else
      for (const std::string_view c : {"a", "b", "c"}) members.push_back(column(name(c), by_.percent(c == "a" ? 90 : 40)));
    if (by_.percent(partition ? 20 : 60)) members.push_back(key());
    if (by_.percent(30)) members.push_back(constraint());
    if (by_.percent(20)) members.push_back(in_.make(model::member{.what = kind::index, .index = index()}));
    return {.what = op::create_table, .table = in_.make(model::object_name({}, *table_word())), .members = in_.make_list(members)};
  }
  model::step on_column(op what) { return {.what = what, .table = table(), .name = column_word()}; }
  model::step step() {
    if (!checks::names::find_table(s_, {}, *name("r"))) {
      static constexpr const model::member* members[]{held.items[0]};
      return {.what = op::create_table, .table = in_.make(model::object_name({}, *name("r"))), .members = {members, 1}};
    }
    model::step x;
    switch (by_.below(22)) {
      case 0: case 1: case 2: case 3: case 4: return create();
      case 5: case 6: {
        const model::object_name* of = table();
        return {.what = op::attach_partition, .table = table(), .members = in_.list_of(membership(of))};
      }
      case 7: {
        x = {.what = op::detach_partition, .table = table()};
        const u32 t = checks::names::find_table(s_, {}, x.table->name), parent = t ? checks::table_of_partition(s_, t) : 0;
        model::partition_def d{{.what = kind::partition_of, .target = parent ? in_.make(model::object_name({}, *s_.tables[parent].name)) : table()}, {}};
        x.members = in_.list_of(in_.make(model::member{.what = kind::partition_of, .constraint = in_.make(d)}));
        return x;
      }
      case 8: case 9: {
        const model::ident* called = by_.percent(30) ? name(by_.percent(50) ? "ix" : "p1_a_idx") : nullptr;
        return {.what = op::create_index, .table = table(), .name = called, .members = in_.list_of(in_.make(model::member{.what = kind::index, .name = called, .index = index()}))};
      }
      case 10: {
        const model::ident* called = object(kind::index);
        return {.what = op::drop_index, .table = in_.make(model::object_name({}, *called)), .name = called};
      }
      case 11: case 12: {
        const model::member* m = constraint();
        return {.what = op::add_constraint, .table = table(), .name = m->name, .members = in_.list_of(m)};
      }
      case 13: {
        const model::ident* called = object(kind::check);
        return {.what = op::drop_constraint, .table = table_of_chosen(), .name = called};
      }
      case 14: {
        const model::ident* called = object(kind::check);
        return {.what = by_.percent(70) ? op::rename_constraint : op::validate_constraint, .table = table_of_chosen(), .name = called, .to = name(by_.percent(50) ? "ck2" : "uq2")};
      }
      case 15: {
        const model::member* m = column(column_word(), false);
        return {.what = op::add_column, .table = table(), .name = m->name, .members = in_.list_of(m)};
      }
      case 16:
        x = on_column(op::drop_column);
        x.acknowledged = model::loss::loses_data;
        return x;
      case 17:
        x = on_column(op::rename_column);
        x.to = column_word();
        return x;
      case 18: return on_column(by_.percent(50) ? op::set_not_null : op::drop_not_null);
      case 19:
        x = on_column(by_.percent(60) ? op::set_default : op::drop_default);
        x.text = in_.text(by_.percent(50) ? "1" : "3");
        return x;
      case 20:
        x = on_column(op::alter_type);
        x.acknowledged = model::loss::loses_data;
        x.members = in_.list_of(in_.make(model::member{.what = kind::column, .type = type()}));
        return x;
      default:
        x = {.what = by_.percent(60) ? op::drop_table : op::rename_table, .acknowledged = model::loss::loses_data, .table = table()};
        if (x.what == op::rename_table) x.acknowledged = model::loss::none, x.to = table_word();
        return x;
    }
  }
  /// What foreign keys reference.
  static constexpr auto held = create_table<"r", skein::column<"id", integer, primary_key>>::step;

  chance& by_;
  checks::arena& in_;
  const checks::live_state& s_;
  u32 chosen_ = 0;
};

}  // namespace skein::test
