// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Random columns, constraints, indexes and settings. What a type or an operator class allows is left to PostgreSQL by
/// skein, so nothing is made here that would fail by that.

#include "vocabulary.hpp"

#include <skein/model/expression_name.hpp>
#include <skein/model/table.hpp>

#include <algorithm>
#include <optional>

namespace skein::test {

/// A key that a foreign key may point to.
struct target {
  const model::object_name* table;
  fields columns;
  bool primary;
};
using targets = std::vector<target>;

class members {
 public:
  members(vocabulary& words, const targets& others)
      : words_(words), by_(words.by()), in_(words.in()), others_(others) {}

  /// A column; `beside` are those of its table that a generated one may use.
  const model::member* column(const fields& beside, const model::ident* table) {
    namespace flag = model::flag;
    options_.clear();
    const model::ident* name = words_.name(column_words);
    const model::data_type* type = words_.type();
    const target* to = by_.percent(12) ? single_target() : nullptr;
    if (to) type = to->columns[0].type;
    if (by_.percent(25)) add({.bit = flag::not_null});
    if (by_.percent(30)) add_value(*type, beside, table);
    if (is_text(*type) && by_.percent(15)) add({.bit = flag::collation, .collation = collation()});
    if (by_.percent(8)) add({.bit = flag::comment, .text = words_.comment()});
    if (is_ordered(*type) && by_.percent(8)) add_constraint(key(model::kind::primary_key, {}), flag::primary_key);
    if (is_ordered(*type) && by_.percent(12)) add_constraint(key(model::kind::unique, {}));
    if (by_.percent(12)) add_constraint(check({{name, type}}, table));
    if (to) add_constraint(foreign_key(*to, {}));
    model::u32 flags = 0;
    for (const model::option* o : options_) flags |= o->bit;
    return in_.make(model::member{.flags = flags, .name = name, .type = type, .options = in_.make_list(options_)});
  }

  /// A constraint among a table's members; null if its columns allow none of the kind that was chosen.
  const model::member* constraint(const fields& of, const model::ident* table) {
    std::optional<model::constraint_def> made;
    switch (by_.below(6)) {
      case 0:
        made = over(model::kind::primary_key, of);
        break;
      case 1:
        made = over(model::kind::unique, of);
        break;
      case 2:
        if (!of.empty()) made = check(of, table);
        break;
      case 3:
        made = exclusion(of, table);
        break;
      default:
        made = foreign_key_of(of);
        break;
    }
    if (!made) return nullptr;
    const model::ident* name = words_.object_name();
    if (name && by_.percent(20)) made->comment = words_.comment();
    return in_.make(model::member{.what = made->what, .name = name, .constraint = in_.make(*made)});
  }

  const model::member* index(const fields& of, const model::ident* table) {
    const fields ordered = only_ordered(of);
    if (ordered.empty()) return nullptr;
    model::index_def d;
    std::vector<model::element> elements;
    for (const field& f : some(ordered, 3)) {
      model::element e{.column = f.name};
      if (by_.percent(20))
        e = {.expression = in_.text(words_.derived(f, table))};
      else if (is_text(*f.type) && by_.percent(20))
        e.opclass = in_.make(model::object_name({}, *in_.make(model::ident("text_pattern_ops", 16))));
      if (by_.percent(25))
        e.direction = by_.percent(50) ? model::element::order::descending : model::element::order::ascending;
      if (by_.percent(25)) e.null_order = by_.percent(50) ? model::element::nulls::first : model::element::nulls::last;
      if (is_text(*f.type) && e.column && by_.percent(15)) e.collation = collation();
      elements.push_back(e);
    }
    d.unique = by_.percent(30);
    d.nulls_not_distinct = d.unique && by_.percent(30);
    if (by_.percent(15)) d.include = names_of(some(of, 2));
    if (by_.percent(25)) d.where = in_.text(words_.condition(of, table));
    if (by_.percent(20))
      d.parameters = in_.list_of(parameter("fillfactor", by_.percent(50) ? "70" : "90"));
    set_elements(d, elements);
    if (elements.size() == 1 && d.include.empty() && !d.unique && elements[0].column && by_.percent(20))
      use_method(d, *type_of(of, elements[0]));
    const model::ident* name = words_.object_name();
    if (name && by_.percent(20)) d.comment = words_.comment();
    return in_.make(model::member{.what = model::kind::index, .name = name, .index = in_.make(d)});
  }

  const model::member* setting() {
    static constexpr std::string_view numbers[]{"10", "70", "100"}, switches[]{"true", "false"};
    const model::parameter p = by_.percent(50)   ? parameter("fillfactor", by_.one_of(numbers))
                               : by_.percent(50) ? parameter("autovacuum_enabled", by_.one_of(switches))
                                                 : parameter("toast.autovacuum_vacuum_threshold", by_.one_of(numbers));
    return in_.make(model::member{.what = model::kind::parameter, .setting = in_.make(p)});
  }

  /// ALWAYS or BY DEFAULT, with options that agree with each other and with where the sequence of another one stands.
  const model::option* identity() {
    model::sequence_options s{};
    if (by_.percent(30)) s.said |= s.start, s.first = 1000;
    if (by_.percent(30)) s.said |= s.increment, s.step = 10;
    if (s.first == 1000 && by_.percent(50)) s.said |= s.min, s.least = -5;
    if (by_.percent(20)) s.said |= s.max, s.most = 30000;
    if (by_.percent(20)) s.said |= s.cache, s.cached = 7;
    if (by_.percent(20)) s.said |= s.cycle, s.cycles = true;
    return in_.make(
        model::option{.bit = by_.percent(50) ? model::flag::identity_always : model::flag::identity_by_default,
                      .sequence = in_.make(s)});
  }

  /// Up to `most` of them, each once, in any order.
  template <class List>
  List some(List all, std::size_t most) {
    by_.shuffle(all);
    all.resize(std::min(all.size(), 1 + by_.below(most)));
    return all;
  }

 private:
  void add(const model::option& o) { options_.push_back(in_.make(o)); }
  void add_constraint(const model::constraint_def& d, model::u32 bit = 0) {
    add({.bit = bit | model::flag::constraint, .constraint = in_.make(d), .constraint_name = words_.object_name()});
  }
  void add_value(const model::data_type& type, const fields& beside, const model::ident* table) {
    if (type.dims == 0 && type.id <= model::type_id::bigint && by_.percent(50)) return options_.push_back(identity());
    if (is_text(type) || is_number(type)) {
      fields alike;
      for (const field& f : beside)
        if (is_text(*f.type) == is_text(type) && is_number(*f.type) == is_number(type)) alike.push_back(f);
      if (!alike.empty() && by_.percent(50))
        return add({.bit = model::flag::generated, .text = in_.text(words_.derived(by_.one_of(alike), table))});
    }
    if (const model::text_view sql = words_.value(type)) add({.bit = model::flag::default_value, .text = sql});
  }

  const model::object_name* collation() {
    const std::string_view name = by_.percent(70) ? "C" : "POSIX";
    return in_.make(model::object_name({}, model::ident(name.data(), name.size())));
  }
  model::parameter parameter(std::string_view name, std::string_view value) {
    return {in_.text(name), in_.text(value)};
  }

  model::names names_of(const fields& of) {
    std::vector<const model::ident*> names;
    for (const field& f : of) names.push_back(f.name);
    return in_.make_list(names);
  }
  static fields only_ordered(const fields& of) {
    fields out;
    for (const field& f : of)
      if (is_ordered(*f.type)) out.push_back(f);
    return out;
  }
  static const model::data_type* type_of(const fields& of, const model::element& e) {
    for (const field& f : of)
      if (same(f.name, e.column)) return f.type;
    return nullptr;
  }

  model::deferral deferral() {
    return by_.percent(80)   ? model::deferral::none
           : by_.percent(50) ? model::deferral::deferrable
                             : model::deferral::initially_deferred;
  }
  model::constraint_def key(model::kind what, const model::names& columns) {
    return {.what = what,
            .columns = columns,
            .nulls_not_distinct = what == model::kind::unique && by_.percent(20),
            .defer = deferral()};
  }
  std::optional<model::constraint_def> over(model::kind what, const fields& of) {
    const fields ordered = only_ordered(of);
    if (ordered.empty()) return {};
    model::constraint_def d = key(what, names_of(some(ordered, 3)));
    if (by_.percent(20)) d.include = names_of(some(of, 2));
    return d;
  }
  model::constraint_def check(const fields& of, const model::ident* table) {
    return {.what = model::kind::check,
            .expression = in_.text(words_.condition(of, table)),
            .not_valid = by_.percent(20),
            .no_inherit = by_.percent(10)};
  }

  /// Elements of an exclusion: what overlaps in GiST, or what is equal in a btree.
  std::optional<model::constraint_def> exclusion(const fields& of, const model::ident* table) {
    const bool ranges = by_.percent(70);
    std::vector<model::element> elements;
    for (const field& f : some(of, 3))
      if (ranges ? facts_of(*f.type).overlaps && f.type->dims == 0 : is_ordered(*f.type))
        elements.push_back({.column = f.name, .with = in_.text(ranges ? "&&" : "=")});
    if (elements.empty()) return {};
    model::index_def d;
    if (ranges) d.method = in_.make(model::ident("gist", 4));
    if (by_.percent(20)) d.where = in_.text(words_.condition(of, table));
    set_elements(d, elements);
    return model::constraint_def{.what = model::kind::exclusion, .defer = deferral(), .exclusion = in_.make(d)};
  }
  void set_elements(model::index_def& d, const std::vector<model::element>& elements) {
    std::vector<const model::ident*> names;
    for (const model::element& e : elements)
      names.push_back(e.column ? e.column : in_.make(model::expression_name(e.expression)));
    d.elements = in_.make_list(elements);
    d.columns = in_.make_list(names);
  }
  /// Another method than btree, where the type has operators for it.
  void use_method(model::index_def& d, const model::data_type& t) {
    model::element e{.column = d.elements[0].column};
    std::string_view method = "hash";
    if (facts_of(t).overlaps && !t.dims)
      method = "gist";
    else if (t.dims || t.id == model::type_id::jsonb || t.id == model::type_id::tsvector)
      method = "gin";
    else if (t.id == model::type_id::integer || t.id == model::type_id::date)
      method = "brin";
    else if (!is_text(t) && !is_number(t))
      return;
    d.method = in_.make(model::ident(method.data(), method.size()));
    d.parameters = {};
    set_elements(d, {e});
  }

  const target* single_target() {
    for (int tries = 0; tries < 3 && !others_.empty(); ++tries)
      if (const target& t = by_.one_of(others_); t.columns.size() == 1) return &t;
    return nullptr;
  }
  model::constraint_def foreign_key(const target& to, const model::names& own) {
    model::constraint_def d{.what = model::kind::foreign_key, .columns = own, .target = to.table};
    if (!to.primary || by_.percent(50)) d.target_columns = names_of(to.columns);
    d.on_delete = action();
    if (d.on_delete >= model::action::set_null && !own.empty() && by_.percent(40)) d.delete_columns = {own.data, 1};
    d.on_update = action();
    d.match_full = by_.percent(15);
    d.not_valid = by_.percent(20);
    d.defer = deferral();
    return d;
  }
  std::optional<model::constraint_def> foreign_key_of(const fields& own) {
    if (others_.empty()) return {};
    target to = by_.one_of(others_);
    if (!to.primary) by_.shuffle(to.columns);
    fields chosen;
    for (const field& there : to.columns) {
      fields fitting;
      for (const field& here : own)
        if (same(*here.type, *there.type)) fitting.push_back(here);
      if (fitting.empty()) return {};
      chosen.push_back(by_.one_of(fitting));
    }
    return foreign_key(to, names_of(chosen));
  }
  model::action action() {
    return by_.percent(50) ? model::action::no_action : static_cast<model::action>(by_.below(5));
  }

  vocabulary& words_;
  chance& by_;
  checks::arena& in_;
  const targets& others_;
  std::vector<const model::option*> options_;
};

}  // namespace skein::test
