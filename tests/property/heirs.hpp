// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Random steps on tables that inherit from each other. A small world, so that steps meet each other.

#include "property/properties.hpp"
#include "property/random.hpp"

namespace skein::test {

class heir_proposer {
 public:
  heir_proposer(chance& by, checks::arena& in, const checks::live_state& state) : by_(by), in_(in), s_(state) {}

  const model::step* propose() { return in_.make(step()); }

 private:
  using op = model::op;
  using kind = model::kind;
  using u32 = model::u32;

  const model::ident* name(std::string_view s) { return in_.make(model::ident(s.data(), s.size())); }
  const model::ident* table_word() {
    static constexpr std::string_view all[]{"p", "q", "c", "d", "e"};
    return name(by_.one_of(all));
  }
  const model::ident* column_word() {
    static constexpr std::string_view all[]{"a", "b", "c", "d"};
    return name(by_.one_of(all));
  }
  const model::ident* check_word() {
    static constexpr std::string_view all[]{"ck", "ok", "uq"};
    return name(by_.one_of(all));
  }
  const model::object_name* table() {
    std::vector<u32> alive;
    for (u32 t = 1; t <= s_.used.tables; ++t)
      if (s_.tables[t].alive) alive.push_back(t);
    const model::ident* n = alive.empty() || by_.percent(5) ? table_word() : s_.tables[by_.one_of(alive)].name;
    return in_.make(model::object_name({}, *n));
  }
  const model::member* column(const model::ident* called) {
    std::vector<const model::option*> options;
    u32 flags = 0;
    const auto add = [&](const model::option& o) { options.push_back(in_.make(o)), flags |= o.bit; };
    if (by_.percent(25)) add({.bit = model::flag::not_null});
    if (by_.percent(30)) add({.bit = model::flag::default_value, .text = in_.text(by_.percent(50) ? "1" : "2")});
    if (by_.percent(10)) add({.bit = model::flag::comment, .text = in_.text("said")});
    const auto* type =
        in_.make(model::data_type{.id = by_.percent(85) ? model::type_id::integer : model::type_id::bigint});
    return in_.make(model::member{
        .what = kind::column, .flags = flags, .name = called, .type = type, .options = in_.make_list(options)});
  }
  const model::member* constraint() {
    model::constraint_def d;
    if (by_.percent(80))
      d.expression = in_.text(by_.percent(80) ? "a > 0" : "a < b"), d.not_valid = by_.percent(10),
      d.no_inherit = by_.percent(15);
    else
      d.what = by_.percent(50) ? kind::primary_key : kind::unique, d.columns = in_.list_of(column_word());
    return in_.make(model::member{.what = d.what, .name = check_word(), .constraint = in_.make(d)});
  }
  const model::member* parent(const model::object_name* of) {
    const auto* d = in_.make(model::constraint_def{.what = kind::inherits, .target = of});
    return in_.make(model::member{.what = kind::inherits, .constraint = d});
  }
  model::step create() {
    std::vector<const model::member*> members;
    while (by_.percent(members.empty() ? 60 : 30)) members.push_back(parent(table()));
    for (const std::string_view c : {"a", "b", "c"})
      if (by_.percent(members.empty() ? 90 : 25)) members.push_back(column(name(c)));
    if (by_.percent(40)) members.push_back(constraint());
    return {.what = op::create_table,
            .table = in_.make(model::object_name({}, *table_word())),
            .members = in_.make_list(members)};
  }
  model::step on_column(op what) { return {.what = what, .table = table(), .name = column_word()}; }
  model::step step() {
    model::step x;
    switch (by_.below(18)) {
      case 0:
      case 1:
      case 2:
      case 3:
        return create();
      case 4:
        return {.what = op::inherit, .table = table(), .members = in_.list_of(parent(table()))};
      case 5: {
        x = {.what = op::disinherit, .table = table()};
        const u32 t = checks::names::find_table(s_, {}, x.table->name);
        const model::object_name* of = table();
        checks::each_parent(s_, t,
                            [&](u32 p) { return of = in_.make(model::object_name({}, *s_.tables[p].name)), false; });
        x.members = in_.list_of(parent(of));
        return x;
      }
      case 6:
      case 7: {
        const model::member* m = constraint();
        return {.what = op::add_constraint, .table = table(), .name = m->name, .members = in_.list_of(m)};
      }
      case 8:
        return {.what = op::drop_constraint, .table = table(), .name = check_word()};
      case 9:
        return {.what = op::rename_constraint, .table = table(), .name = check_word(), .to = check_word()};
      case 10:
      case 11: {
        const model::member* m = column(column_word());
        return {.what = op::add_column, .table = table(), .name = m->name, .members = in_.list_of(m)};
      }
      case 12:
        x = on_column(op::drop_column);
        x.acknowledged = model::loss::loses_data;
        return x;
      case 13:
        x = on_column(op::rename_column);
        x.to = column_word();
        return x;
      case 14:
        return on_column(by_.percent(50) ? op::set_not_null : op::drop_not_null);
      case 15:
        x = on_column(by_.percent(60) ? op::set_default : op::drop_default);
        x.text = in_.text(by_.percent(50) ? "1" : "3");
        return x;
      case 16:
        x = on_column(by_.percent(60) ? op::alter_type : op::comment_on_column);
        x.text = x.what == op::alter_type ? model::text_view{} : in_.text("other");
        x.acknowledged = x.what == op::alter_type ? model::loss::loses_data : model::loss::none;
        x.members = in_.list_of(in_.make(model::member{
            .what = kind::column,
            .type =
                in_.make(model::data_type{.id = by_.percent(50) ? model::type_id::integer : model::type_id::bigint})}));
        return x;
      default:
        x = {.what = by_.percent(60) ? op::drop_table : op::rename_table,
             .acknowledged = model::loss::loses_data,
             .table = table()};
        if (x.what == op::rename_table) x.acknowledged = model::loss::none, x.to = table_word();
        return x;
    }
  }

  chance& by_;
  checks::arena& in_;
  const checks::live_state& s_;
};

}  // namespace skein::test
