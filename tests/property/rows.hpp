// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Random steps on rows.

#include "vocabulary.hpp"

#include <skein/check/state/growing_schema.hpp>

namespace skein::test {

// clang-format off
/// A value of a type, as text; types that are not here have none that every server has.
inline constexpr struct { model::type_id type; std::string_view text; } texts_of_types[]{
    {model::type_id::smallint, "7"}, {model::type_id::integer, "7"}, {model::type_id::bigint, "7"}, {model::type_id::numeric, "1.5"},
    {model::type_id::real, "1.5"}, {model::type_id::double_precision, "1.5"}, {model::type_id::money, "1.5"}, {model::type_id::boolean, "true"},
    {model::type_id::character, "x"}, {model::type_id::varchar, "x"}, {model::type_id::text, "it's \\ \"b\""}, {model::type_id::bytea, "\\x00"},
    {model::type_id::date, "2024-02-29"}, {model::type_id::time, "12:00"}, {model::type_id::timetz, "12:00+01"},
    {model::type_id::timestamp, "2024-02-29 12:00"}, {model::type_id::timestamptz, "2024-02-29 12:00+01"}, {model::type_id::interval, "1 day"},
    {model::type_id::uuid, "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11"}, {model::type_id::json, "{\"a\": 1}"}, {model::type_id::jsonb, "[1]"},
    {model::type_id::jsonpath, "$.a"}, {model::type_id::xml, "<a/>"}, {model::type_id::inet, "10.0.0.1"}, {model::type_id::cidr, "10.0.0.0/8"},
    {model::type_id::macaddr, "08:00:2b:01:02:03"}, {model::type_id::macaddr8, "08:00:2b:01:02:03:04:05"}, {model::type_id::varbit, "1"},
    {model::type_id::tsvector, "a b"}, {model::type_id::tsquery, "a"}, {model::type_id::point, "(1,2)"}, {model::type_id::line, "{1,2,3}"},
    {model::type_id::lseg, "[(0,0),(1,1)]"}, {model::type_id::box, "(1,1),(0,0)"}, {model::type_id::path, "[(0,0),(1,1)]"},
    {model::type_id::polygon, "((0,0),(1,1),(1,0))"}, {model::type_id::circle, "<(0,0),1>"}, {model::type_id::int4range, "[1,5)"},
    {model::type_id::int8range, "empty"}, {model::type_id::numrange, "(,)"}, {model::type_id::tsrange, "(,)"}, {model::type_id::int4multirange, "{}"},
    {model::type_id::oid, "1"}, {model::type_id::regclass, "pg_class"}, {model::type_id::regconfig, "simple"}, {model::type_id::regproc, "now"},
    {model::type_id::regtype, "integer"}, {model::type_id::name, "x"}, {model::type_id::pg_lsn, "0/0"}, {model::type_id::xid, "1"},
    {model::type_id::xid8, "1"}, {model::type_id::tid, "(0,1)"}, {model::type_id::internal_char, "c"}, {model::type_id::named, "happy"}};
/// What few types take.
inline constexpr std::string_view odd_texts[]{"", "x", "1", "one", "2023-02-29", "{", "\\x0", "99999", "a longer text than most", "1e400", "t"};
// clang-format on
constexpr std::string_view text_of(model::type_id t) {
  for (const auto& each : texts_of_types)
    if (each.type == t) return each.text;
  return {};
}

class row_proposer {
  using u32 = model::u32;
  using verb = model::data_def::verb;

 public:
  row_proposer(vocabulary& words, const checks::live_state& state) : words_(words), by_(words.by()), in_(words.in()), s_(state) {}

  const model::step* propose(const model::object_name* name, u32 table) {
    columns_.clear();
    for (u32 c = s_.tables[table].first_column; c; c = s_.columns[c].next)
      if (s_.columns[c].name) columns_.push_back(c);
    if (columns_.empty()) return nullptr;
    model::data_def d{};
    switch (by_.below(10)) {
      case 0: d.what = verb::truncate; d.cascade = by_.percent(50); d.restart = by_.percent(50); break;
      case 1: update(d, table, name); break;
      case 2:
      case 3: erase(d, table, name); break;
      default: insert(d);
    }
    if (d.what == verb::insert && d.on_conflict == model::conflict::unsaid) inserted_.push_back({table, d});
    model::data_step s{{.what = model::op::data, .acknowledged = model::loss::loses_data, .table = name}, d};
    return in_.make(s);
  }

 private:
  void insert(model::data_def& d) {
    d.what = verb::insert;
    std::vector<u32> into;
    for (const u32 c : columns_) {
      const u32 flags = s_.columns[c].flags;
      const bool computed = flags & (model::flag::generated | model::flag::identity_always);
      if (by_.percent(computed ? 10 : checks::is_required(s_.columns[c]) ? 97 : 70)) into.push_back(c);
    }
    if (into.empty()) into.push_back(columns_[0]);
    if (by_.percent(5)) into.push_back(by_.one_of(into));
    d.overriding = by_.percent(30);
    set_rows(d, into, 1 + by_.below(4));
    if (by_.percent(70)) return;
    d.on_conflict = by_.percent(50) ? model::conflict::do_nothing : model::conflict::do_update;
    if (d.on_conflict == model::conflict::do_nothing && by_.percent(40)) return;
    d.conflict_key = some_key(into);
    if (by_.percent(30)) d.conflict_columns = names({by_.one_of(into)});
  }
  /// Of a key that the table has, mostly.
  model::names some_key(const std::vector<u32>& otherwise) {
    for (u32 k = s_.tables[s_.columns[columns_[0]].table].first_object; k; k = s_.objects[k].next) {
      if (!checks::rows::is_key(s_, s_.objects[k]) || by_.percent(30)) continue;
      std::vector<u32> key;
      for (u32 i = 0; i < s_.objects[k].keys; ++i) key.push_back(s_.uses[s_.objects[k].first_use + i]);
      return names(key);
    }
    return names({otherwise[0]});
  }
  void update(model::data_def& d, u32 table, const model::object_name* name) {
    d.what = verb::update;
    const u32 c = by_.one_of(columns_);
    model::value to = value(c);
    if (by_.percent(30)) to = expression(s_.columns[c]);
    d.set = in_.list_of(in_.make(model::assignment{s_.columns[c].name, to}));
    if (by_.percent(50)) d.where = in_.text(words_.condition(fields_of(table), &name->name));
  }
  void erase(model::data_def& d, u32 table, const model::object_name* name) {
    for (const inserted& each : inserted_)  // rows that may be there
      if (each.table == table && by_.percent(70)) {
        d.columns = each.what.columns, d.rows = each.what.rows;
        d.what = verb::erase;
        return;
      }
    d.what = verb::erase;
    if (by_.percent(30)) {
      d.where = in_.text(words_.condition(fields_of(table), &name->name));
      return;
    }
    std::vector<u32> by;
    for (const u32 c : columns_)
      if (!(s_.columns[c].flags & model::flag::generated) && by_.percent(80)) by.push_back(c);
    if (by.empty()) by.push_back(columns_[0]);
    set_rows(d, by, 1 + by_.below(3));
  }

  void set_rows(model::data_def& d, const std::vector<u32>& columns, std::size_t count) {
    d.columns = names(columns);
    std::vector<model::row_def> rows;
    while (rows.size() < count) {
      std::vector<model::value> row;
      for (const u32 c : columns) row.push_back(value(c));
      rows.push_back(in_.make_list(row));
    }
    d.rows = in_.list_of(model::row_block(in_.make_list(rows)));
  }
  model::names names(const std::vector<u32>& columns) {
    std::vector<const model::ident*> out;
    for (const u32 c : columns) out.push_back(s_.columns[c].name);
    return in_.make_list(out);
  }
  fields fields_of(u32 t) const {
    fields out;
    for (u32 c = s_.tables[t].first_column; c; c = s_.columns[c].next)
      if (s_.columns[c].name) out.push_back({s_.columns[c].name, s_.columns[c].type});
    return out;
  }

  model::value text(std::string_view t) {
    const model::text_view kept = in_.text(t);
    return {model::value::kind::text, kept.data, kept.size};
  }
  model::value expression(const model::column_state& c) {
    const model::text_view kept = in_.text(render::identifier(*c.name));
    return {model::value::kind::expression, kept.data, kept.size};
  }
  /// Mostly one that fits, often one of few, so that keys meet again.
  model::value value(u32 column) {
    const model::column_state& c = s_.columns[column];
    const model::data_type& t = *c.type;
    if (by_.percent(3)) return odd();
    if (by_.percent(c.flags & model::flag::not_null ? 2 : 10)) return nullptr;
    if (by_.percent(checks::is_required(c) ? 2 : 10)) return default_word_;
    if (t.dims) return text(by_.percent(50) ? "{}" : "{{}}");
    using id = model::type_id;
    if (t.id <= id::bigint && by_.percent(80)) return static_cast<int>(by_.below(6));
    if (t.id == id::numeric && by_.percent(50)) return by_.percent(50) ? model::value(0.25) : model::value(static_cast<int>(by_.below(6)));
    if ((t.id == id::real || t.id == id::double_precision) && by_.percent(50)) return 0.1;
    if (t.id == id::boolean && by_.percent(50)) return by_.percent(50);
    if (t.id == id::bit) return text(std::string(static_cast<std::size_t>(t.first), '1'));
    if (t.id == id::text && by_.percent(50)) return text(by_.percent(50) ? "a" : "b");
    const std::string_view usual = text_of(t.id);
    return usual.empty() ? model::value(nullptr) : text(usual);
  }
  model::value odd() {
    switch (by_.below(5)) {
      case 0: return 70000;
      case 1: return by_.percent(50);
      case 2: return 1e39;
      default: return text(by_.one_of(odd_texts));
    }
  }

  static constexpr model::default_word default_word_{};
  vocabulary& words_;
  chance& by_;
  checks::arena& in_;
  const checks::live_state& s_;
  std::vector<u32> columns_;
  struct inserted {
    u32 table;
    model::data_def what;
  };
  std::vector<inserted> inserted_;
};

}  // namespace skein::test
