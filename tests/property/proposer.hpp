// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Random steps that may fit a state.

#include "entities.hpp"
#include "entities/privileges.hpp"
#include "entities/properties.hpp"
#include "members.hpp"
#include "rows.hpp"

#include <skein/check/invert/invert.hpp>
#include <skein/render/step.hpp>

namespace skein::test {

class proposer {
 public:
  /// `views`: mostly of them, and without rows.
  proposer(chance& by, checks::arena& in, const checks::live_state& state, bool views = false)
      : by_(by), in_(in), s_(state), views_(views), words_(by, in), entities_(by, in, state, words_), members_(words_, targets_), rows_(words_, state),
        privileges_(grants_, in, state), properties_(grants_, in, state) {}

  /// Null if the kind of step that was chosen needs something that the state lacks.
  const model::step* propose() {
    if (!views_ && grants_.percent(10)) return grants_.percent(60) ? privileges_.propose() : properties_.propose();
    tables_.clear();
    targets_.clear();
    for (u32 t = 1; t <= s_.used.tables; ++t)
      if (s_.tables[t].alive) tables_.push_back(t), collect_targets(t);
    if (views_ && !tables_.empty() && by_.percent(55)) return make(entities_.propose_view(schema()));
    if (!views_ && by_.percent(12)) return make(entities_.propose(schema()));
    if (tables_.size() < 2 || by_.percent(tables_.size() < 6 ? 12 : 3)) return create_table();
    table_ = by_.one_of(tables_);
    columns_.clear();
    objects_.clear();
    for (u32 c = s_.tables[table_].first_column; c; c = s_.columns[c].next)
      if (s_.columns[c].name) columns_.push_back(c);
    for (u32 o = s_.tables[table_].first_object; o; o = s_.objects[o].next)
      if (s_.objects[o].alive && s_.objects[o].what != model::kind::column) objects_.push_back(o);
    if (!views_ && by_.percent(25)) return rows_.propose(table_name(table_), table_);
    switch (by_.below(16)) {
      case 0:
        return by_.percent(50) ? execute() : add_column();
      case 1:
        return add_column();
      case 2:
      case 3:
        return add_constraint();
      case 4:
        return create_index();
      case 5:
        return on_schema();
      case 6:
      case 7:
        return on_table();
      case 8:
      case 9:
        return objects_.empty() ? nullptr : on_object(by_.one_of(objects_));
      default:
        return columns_.empty() ? nullptr : on_column(by_.one_of(columns_));
    }
  }

 private:
  using u32 = model::u32;
  using op = model::op;

  const model::step* make(model::step s) {
    if (s.acknowledged == model::loss::none) s.acknowledged = s.what == op::drop_expression ? model::loss::irreversible : model::loss::loses_data;
    return in_.make(s);
  }
  /// The table under its name; the default schema said or not.
  const model::object_name* table_name(u32 t) {
    const model::ident& schema = *s_.tables[t].schema;
    return in_.make(model::object_name(is_default(schema) ? default_schema() : schema, *s_.tables[t].name));
  }
  const model::ident& default_schema() {
    static constexpr model::ident unsaid{};
    return by_.percent(80) ? unsaid : model::public_schema;
  }
  static const model::ident* said(const model::ident& schema) {
    return schema.empty() ? &model::public_schema : &schema;
  }
  /// A schema that exists.
  const model::ident& schema() {
    for (u32 i = 1; i <= s_.used.schemas; ++i)
      if (s_.schemas[i].alive && by_.percent(40)) return *s_.schemas[i].name;
    return default_schema();
  }
  const model::ident* present(u32 table) const { return s_.tables[table].name; }
  fields fields_of(u32 t) const {
    fields out;
    for (u32 c = s_.tables[t].first_column; c; c = s_.columns[c].next)
      if (s_.columns[c].name) out.push_back({s_.columns[c].name, s_.columns[c].type});
    return out;
  }
  /// Columns that an expression may use: not those of the system, and no generated ones in a generated one.
  fields plain_fields_of(u32 t) const {
    fields out;
    for (u32 c = s_.tables[t].first_column; c; c = s_.columns[c].next)
      if (s_.columns[c].name && !(s_.columns[c].flags & model::flag::generated))
        out.push_back({s_.columns[c].name, s_.columns[c].type});
    return out;
  }

  void collect_targets(u32 t) {
    for (u32 o = s_.tables[t].first_object; o; o = s_.objects[o].next) {
      const model::object_state& x = s_.objects[o];
      const bool key = x.what == model::kind::primary_key || x.what == model::kind::unique;
      const bool index = x.what == model::kind::index && x.index->unique && !x.index->where;
      if (!x.alive || (!key && !index)) continue;
      target found{table_name(t), {}, x.what == model::kind::primary_key};
      for (u32 i = 0; i < x.keys; ++i)
        if (const u32 c = s_.uses[x.first_use + i]) found.columns.push_back({s_.columns[c].name, s_.columns[c].type});
      // PostgreSQL cannot add a foreign key between arrays: it fails at checking the rows.
      const auto is_array = [](const field& f) { return f.type->dims > 0; };
      if (!found.columns.empty() && std::none_of(found.columns.begin(), found.columns.end(), is_array))
        targets_.push_back(found);
    }
  }

  const model::step* create_table() {
    const model::ident& in = schema();
    const auto* name = in_.make(model::object_name(in, *words_.name(table_words)));
    std::vector<const model::member*> all;
    fields made, plain;
    for (std::size_t n = by_.below(6); made.size() < n;) {
      const model::member* m = members_.column(plain, &name->name);
      all.push_back(m);
      made.push_back({m->name, model::stored_type(m->type)});
      if (!(m->flags & model::flag::generated)) plain.push_back(made.back());
    }
    for (std::size_t n = made.empty() ? 0 : by_.below(4); n--;)
      if (const model::member* m = members_.constraint(made, &name->name)) all.push_back(m);
    for (std::size_t n = made.empty() ? 0 : by_.below(3); n--;)
      if (const model::member* m = members_.index(made, &name->name)) all.push_back(m);
    if (by_.percent(20)) all.push_back(in_.make(model::member{.what = model::kind::comment, .text = words_.comment()}));
    if (by_.percent(20)) all.push_back(members_.setting());
    if (const model::member* granted = privileges_.granted(made.empty() ? nullptr : made[0].name)) all.push_back(granted);
    return make({.what = op::create_table, .table = name, .members = in_.make_list(all)});
  }
  const model::step* with(op what, const model::member* m) {
    if (!m) return nullptr;
    return make({.what = what, .table = table_name(table_), .name = m->name, .members = list(m)});
  }
  const model::step* add_column() {
    if (const model::data_type* own = by_.percent(15) ? entities_.type() : nullptr)
      return with(op::add_column, in_.make(model::member{.name = words_.name(column_words), .type = own}));
    return with(op::add_column, members_.column(plain_fields_of(table_), present(table_)));
  }
  const model::step* add_constraint() {
    return columns_.empty() ? nullptr
                            : with(op::add_constraint, members_.constraint(fields_of(table_), present(table_)));
  }
  const model::step* create_index() {
    return with(op::create_index, members_.index(fields_of(table_), present(table_)));
  }

  /// Raw SQL that says what it does: that of another step.
  const model::step* execute() {
    const model::step* effect = by_.percent(50) ? add_column() : create_index();
    if (!effect) return nullptr;
    checks::live_state after = s_;
    bool ok = true;
    const checks::inverse back = checks::inverter(after, in_).run(*effect, ok);
    if (!ok) return effect;
    return make(
        {.what = op::execute, .text = raw({effect}), .undo = raw(back), .effects = in_.list_of(effect)});
  }
  model::text_view raw(const checks::inverse& steps) {
    std::string sql = "-- raw\n";
    for (const model::step* s : steps)
      for (const std::string& each : render::statements(*s)) sql += each + "\n;\n";
    return in_.text(sql);
  }

  const model::step* on_schema() {
    if (by_.percent(60)) return make({.what = op::create_schema, .name = words_.name(schema_words)});
    if (by_.percent(40)) return make({.what = op::comment_on_schema, .name = said(schema()), .text = comment_or_none()});
    return make({.what = op::drop_schema, .name = said(schema())});
  }

  const model::step* on_table() {
    const model::object_name* table = table_name(table_);
    switch (by_.below(7)) {
      case 0:
        return make({.what = op::drop_table, .table = table});
      case 1:
      case 2:
        return make({.what = op::rename_table, .table = table, .to = words_.name(table_words)});
      case 3:
        return make({.what = op::set_schema, .table = table, .to = said(schema())});
      case 4:
        return make({.what = op::comment_on_table, .table = table, .text = comment_or_none()});
      case 5:
        return make({.what = op::set_parameters, .table = table, .members = list(members_.setting())});
      default:
        return reset_parameter(table);
    }
  }

  /// Mostly of one that is set.
  const model::step* reset_parameter(const model::object_name* table) {
    model::text_view name = members_.setting()->setting->name;
    for (u32 p = s_.tables[table_].first_setting; p; p = s_.settings[p].next)
      if (s_.settings[p].value && by_.percent(70)) name = s_.settings[p].value->name;
    return make({.what = op::reset_parameters, .table = table, .text = name});
  }

  const model::step* on_object(u32 slot) {
    const model::object_state& o = s_.objects[slot];
    const model::object_name* table = table_name(o.table);
    const model::ident* name = in_.name(o.name);
    if (o.what == model::kind::index || (checks::names::is_relation(o) && by_.percent(15))) {
      const auto* index = in_.make(model::object_name(table->schema, *name));
      if (by_.percent(25)) return make({.what = op::comment_on_index, .table = index, .name = name, .text = comment_or_none()});
      if (by_.percent(50)) return make({.what = op::drop_index, .table = index, .name = name});
      return make({.what = op::rename_index, .table = index, .name = name, .to = words_.name(object_words)});
    }
    if (by_.percent(20)) return make({.what = op::comment_on_constraint, .table = table, .name = name, .text = comment_or_none()});
    if (!o.validated && by_.percent(60)) return make({.what = op::validate_constraint, .table = table, .name = name});
    if (by_.percent(40)) return make({.what = op::drop_constraint, .table = table, .name = name});
    return make({.what = op::rename_constraint, .table = table, .name = name, .to = words_.name(object_words)});
  }

  const model::step* on_column(u32 slot) {
    const model::column_state& c = s_.columns[slot];
    model::step s{.table = table_name(c.table), .name = c.name};
    const auto plain = [&](op what) {
      s.what = what;
      return make(s);
    };
    if (c.flags & model::flag::generated && by_.percent(50)) return plain(op::drop_expression);
    if (c.flags & model::flag::identity && by_.percent(60))
      return by_.percent(50) ? plain(op::drop_identity) : identity(s, op::set_identity);
    switch (by_.below(11)) {
      case 0:
        return plain(op::drop_column);
      case 1:
      case 2:
        s.to = words_.name(column_words);
        return plain(op::rename_column);
      case 3:
      case 4:
        return alter_type(s, slot);
      case 5:
        return plain(op::set_not_null);
      case 6:
        return plain(op::drop_not_null);
      case 7:
        if (is_number(*c.type) && by_.percent(50)) s.text = entities_.next_value();
        if (!s.text) s.text = words_.value(*c.type);
        return s.text ? plain(op::set_default) : nullptr;
      case 8:
        return plain(op::drop_default);
      case 9:
        return identity(s, op::add_identity);
      default:
        s.text = comment_or_none();
        return plain(op::comment_on_column);
    }
  }
  /// To a type that is reached by assignment, or by way of a text, or through NULL.
  const model::step* alter_type(model::step s, u32 slot) {
    const model::column_state& c = s_.columns[slot];
    const model::data_type& from = *c.type;
    const model::data_type* to = words_.type();
    if (is_serial(to->id)) return nullptr;
    // PostgreSQL keeps a default, with casts, and reads other expressions again: they say the same in other words.
    if (c.flags & (model::flag::default_value | model::flag::next_value) && !(is_number(from) && is_number(*to))) return nullptr;
    if (in_expression(slot)) return nullptr;
    if ((c.uses || c.own) && (is_ordered(*to) != is_ordered(from) || facts_of(*to).overlaps != facts_of(from).overlaps))
      return nullptr;
    s.what = op::alter_type;
    s.members = list(in_.make(model::member{.type = to}));
    const auto convert = [&](const model::data_type& type) {
      const std::string sql = by_.percent(50) ? "NULL" : render::identifier(*s.name) + "::text";
      return in_.text(sql + "::" + render::type(type));
    };
    if (checks::convert(from, *to) == checks::conversion::none || by_.percent(10)) s.text = convert(*to);
    if (checks::convert(*to, from) == checks::conversion::none || by_.percent(10)) s.undo = convert(from);
    return make(s);
  }
  bool in_expression(u32 column) const {
    for (u32 k = s_.tables[s_.columns[column].table].first_object; k; k = s_.objects[k].next) {
      const model::object_state& o = s_.objects[k];
      const u32 plain = o.keys + (o.index ? o.index->include.size : 0);
      for (u32 i = plain; o.alive && !(o.constraint && o.constraint->include.size) && i < o.used; ++i)
        if (s_.uses[o.first_use + i] == column) return true;
    }
    return false;
  }
  const model::step* identity(model::step s, op what) {
    const std::vector<const model::option*> options{members_.identity()};
    s.what = what;
    s.members = list(in_.make(model::member{.flags = options[0]->bit, .options = in_.make_list(options)}));
    return make(s);
  }

  model::text_view comment_or_none() { return by_.percent(30) ? in_.text("") : words_.comment(); }
  model::list<const model::member*> list(const model::member* m) { return in_.list_of(m); }

  chance& by_;
  checks::arena& in_;
  const checks::live_state& s_;
  const bool views_;
  vocabulary words_;
  entities entities_;
  targets targets_;
  members members_;
  row_proposer rows_;
  chance grants_ = by_;  ///< a stream of their own: what else is proposed does not depend on them
  privilege_proposer privileges_;
  property_proposer properties_;
  std::vector<u32> tables_, columns_, objects_;
  u32 table_ = 0;
};

}  // namespace skein::test
