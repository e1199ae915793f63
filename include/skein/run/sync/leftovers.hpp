// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// What a database has and the models do not, or have otherwise: listed, and left as it is.

#include <skein/check/compare/remains.hpp>
#include <skein/check/invert/define.hpp>
#include <skein/check/state/growing_schema.hpp>
#include <skein/render/quote.hpp>
#include <skein/render/type.hpp>

#include <fmt/format.h>

#include <string>
#include <vector>

namespace skein::run {

/// `why` is empty where only the database has it.
struct leftover {
  std::string what;  ///< table users, column users.bio, view v
  std::string why{};

  bool operator==(const leftover&) const = default;
};

namespace sync_detail {

using model::u32;

inline std::string name_of(const checks::live_state& s, u32 table) {
  return render::shown(*s.tables[table].schema, render::view(*s.tables[table].name));
}
inline std::string name_of(const model::name_ref& name) {
  const model::short_text text = model::naming::write(name);
  return {text.text, text.size};
}

/// What the two say of a column, expressions apart: those differ by how they are printed.
inline std::string difference(const model::column_state& there, const model::column_state& wanted) {
  namespace flag = model::flag;
  std::string out;
  const auto say = [&](const std::string& is, const std::string& models) {
    out += fmt::format("{}is {}, in the models {}", out.empty() ? "" : "; ", is, models);
  };
  if (!same(*there.type, *wanted.type)) say(render::type(*there.type), render::type(*wanted.type));
  if ((there.flags ^ wanted.flags) & flag::not_null)
    say(there.flags & flag::not_null ? "not null" : "nullable", there.flags & flag::not_null ? "nullable" : "not null");
  if ((there.flags ^ wanted.flags) & flag::generated)
    say(there.flags & flag::generated ? "generated" : "no generated column", there.flags & flag::generated ? "it is not" : "it is one");
  if (!(there.flags & flag::identity) != !(wanted.flags & flag::identity))
    say(there.flags & flag::identity ? "an identity" : "no identity", there.flags & flag::identity ? "it is none" : "it is one");
  return out;
}

class leftover_reader {
 public:
  leftover_reader(const checks::live_state& there, const checks::live_state& wanted) : there_(there), wanted_(wanted) {}

  std::vector<leftover> read() {
    for (u32 t = 1; t <= there_.used.tables; ++t)
      if (there_.tables[t].alive) table(t);
    for (u32 q = 1; q <= there_.used.sequences; ++q) sequence(q);
    for (u32 i = 1; i <= there_.used.entities; ++i) entity(i);
    return std::move(out_);
  }

 private:
  void table(u32 t) {
    const u32 twin = checks::names::find_table(wanted_, *there_.tables[t].schema, *there_.tables[t].name);
    if (!twin) return out_.push_back({"table " + name_of(there_, t)});
    for (u32 c = there_.tables[t].first_column; c; c = there_.columns[c].next)
      if (there_.columns[c].name) column(t, c, twin);
    for (u32 o = there_.tables[t].first_object; o; o = there_.objects[o].next) {
      const model::object_state& x = there_.objects[o];
      if (!x.alive || x.inherited || x.what == model::kind::column || x.what >= model::kind::partition_of) continue;
      if (checks::remains<checks::live_state>::find_object(wanted_, twin, x)) continue;
      out_.push_back({fmt::format("{} {} on {}", x.what == model::kind::index ? "index" : "constraint", name_of(x.name), name_of(there_, t))});
    }
  }
  void column(u32 t, u32 c, u32 twin) {
    const model::column_state& x = there_.columns[c];
    const std::string what = fmt::format("column {}.{}", name_of(there_, t), render::view(*x.name));
    const u32 other = checks::names::find_column(wanted_, twin, *x.name);
    if (!other) return out_.push_back({what});
    if (std::string why = difference(x, wanted_.columns[other]); !why.empty()) out_.push_back({what, std::move(why)});
  }
  void sequence(u32 q) {
    const model::sequence_state& x = there_.sequences[q];
    if (!x.alive || x.column) return;
    if (!checks::names::slot_of_relation(wanted_, x.schema_key, x.name, checks::names::sequence))
      out_.push_back({"sequence " + render::shown(*x.schema, name_of(x.name))});
  }
  void entity(u32 i) {
    const model::entity_state& e = there_.entities[i];
    if (!e.alive || e.what == model::entity_kind::expression || e.what == model::entity_kind::multirange) return;
    const bool on_table = model::traits_of(e.what).of_table;
    checks::arena in;
    checks::definer define(there_, in);
    if (checks::find_entity(wanted_, *define.entity(i))) return;
    const std::string name = model::traits_of(e.what).of_database || on_table ? std::string(render::view(*e.name)) : render::shown(*e.schema, render::view(*e.name));
    out_.push_back({fmt::format("{} {}{}", model::traits_of(e.what).words, name, on_table && there_.tables[e.table].name ? " on " + name_of(there_, e.table) : "")});
  }

  const checks::live_state& there_;
  const checks::live_state& wanted_;
  std::vector<leftover> out_;
};

}  // namespace sync_detail

/// Tables first, each with what it has; partitions' own parts of their table's constraints and indexes are not listed.
inline std::vector<leftover> leftovers(const checks::live_state& there, const checks::live_state& wanted) {
  return sync_detail::leftover_reader(there, wanted).read();
}

}  // namespace skein::run
