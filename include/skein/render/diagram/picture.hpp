// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// A schema as a picture of entities and relationships, or two of them as one picture that shows the difference. What is
/// in it is plain text and flags; mermaid.hpp and dot.hpp draw it.

#include <skein/check/compare/digests.hpp>
#include <skein/check/state/growing_schema.hpp>
#include <skein/render/type.hpp>

#include <string>
#include <vector>

namespace skein::render::diagram {

enum class change : unsigned char { none, added, removed, changed };

struct drawn_column {
  std::string name, type;
  bool primary = false, foreign = false, unique = false, not_null = false;
  change is = change::none;
};
struct drawn_table {
  std::string name;  ///< behind its schema, unless that is the default one
  std::vector<drawn_column> columns;
  change is = change::none;
};
/// A foreign key.
struct drawn_reference {
  std::string from, to;    ///< tables
  std::string columns{};  ///< of `from`
  bool optional = false;  ///< a row may refer to none
  bool unique = false;    ///< no two rows refer to the same
  change is = change::none;
};
/// Tables in the order in which they came to be. Partitions are left out: they are their table's.
struct picture {
  std::vector<drawn_table> tables;
  std::vector<drawn_reference> references;
};

namespace detail {

using checks::live_state;
using model::u32;

inline bool is_drawn(const live_state& s, u32 table) {
  return s.tables[table].alive && !checks::membership(s, table);
}
inline std::string table_name(const live_state& s, u32 table) {
  const model::table_state& t = s.tables[table];
  const std::string name(view(*t.name));
  return t.schema_key ? std::string(view(*t.schema)) + "." + name : name;
}
inline u32 find_table(const live_state& s, const model::table_state& t) {
  return checks::names::find_table(s, *t.schema, *t.name);
}

/// Calls f(object) with each constraint and each index that the table has.
inline void each_object(const live_state& s, u32 table, auto&& f) {
  for (u32 o = s.tables[table].first_object; o; o = s.objects[o].next)
    if (s.objects[o].alive) f(s.objects[o]);
}
inline bool has_key(const live_state& s, const model::object_state& o, u32 column) {
  for (u32 k = 0; k < o.keys; ++k)
    if (s.uses[o.first_use + k] == column) return true;
  return false;
}
inline bool is_unique(const model::object_state& o) {
  return o.what == model::kind::primary_key || o.what == model::kind::unique ||
         (o.what == model::kind::index && o.index->unique && !o.index->where);
}

inline drawn_column draw_column(const live_state& s, u32 column) {
  const model::column_state& c = s.columns[column];
  drawn_column out{.name = std::string(view(*c.name)), .type = type(*c.type), .not_null = (c.flags & model::flag::not_null) != 0};
  each_object(s, c.table, [&](const model::object_state& o) {
    if (!has_key(s, o, column)) return;
    out.primary |= o.what == model::kind::primary_key;
    out.foreign |= o.what == model::kind::foreign_key;
    out.unique |= is_unique(o) && o.what != model::kind::primary_key && o.keys == 1;
  });
  return out;
}

inline drawn_reference draw_reference(const live_state& s, const model::object_state& key) {
  drawn_reference out{.from = table_name(s, key.table), .to = table_name(s, key.target)};
  for (u32 k = 0; k < key.keys; ++k) {
    const model::column_state& c = s.columns[s.uses[key.first_use + k]];
    out.optional |= !(c.flags & model::flag::not_null);
    out.columns += (k ? ", " : "") + std::string(view(*c.name));
  }
  each_object(s, key.table, [&](const model::object_state& o) {
    bool within = is_unique(o) && o.keys;
    for (u32 k = 0; within && k < o.keys; ++k) within = has_key(s, key, s.uses[o.first_use + k]);
    out.unique |= within;
  });
  return out;
}

/// Draws `s`. What `other` does not have is marked as `mark`, what it has otherwise as changed.
class painter {
 public:
  painter(const live_state& s, const live_state& other, change mark) : s_(s), other_(other), mark_(mark) {}

  drawn_table table(u32 t) const {
    const u32 there = find_table(other_, s_.tables[t]);
    drawn_table out{.name = table_name(s_, t), .columns = {}, .is = there ? change::none : mark_};
    for (u32 c = s_.tables[t].first_column; c; c = s_.columns[c].next)
      if (s_.columns[c].name) out.columns.push_back(column(c, there));
    return out;
  }
  void references(std::vector<drawn_reference>& out, u32 t) const {
    const u32 there = find_table(other_, s_.tables[t]);
    each_object(s_, t, [&](const model::object_state& o) {
      if (o.what != model::kind::foreign_key || !is_drawn(s_, o.target)) return;
      out.push_back(draw_reference(s_, o));
      out.back().is = there && has(there, out.back()) ? change::none : mark_;
    });
  }
  u32 tables() const { return s_.used.tables; }
  bool draws(u32 t) const { return is_drawn(s_, t); }
  bool knows(u32 t) const { return find_table(other_, s_.tables[t]) != 0; }
  /// Those that the other state does not have.
  std::vector<drawn_column> own_columns(u32 t) const {
    std::vector<drawn_column> out;
    for (drawn_column& c : table(t).columns)
      if (c.is == mark_) out.push_back(std::move(c));
    return out;
  }

 private:
  drawn_column column(u32 c, u32 there) const {
    drawn_column out = draw_column(s_, c);
    if (!there) return out.is = mark_, out;
    const u32 twin = checks::names::find_column(other_, there, *s_.columns[c].name);
    if (!twin) out.is = mark_;
    else if (checks::digests::of_column(s_, c) != checks::digests::of_column(other_, twin)) out.is = change::changed;
    return out;
  }
  bool has(u32 table, const drawn_reference& wanted) const {
    bool found = false;
    each_object(other_, table, [&](const model::object_state& o) {
      if (o.what != model::kind::foreign_key) return;
      const drawn_reference r = draw_reference(other_, o);
      found |= r.to == wanted.to && r.columns == wanted.columns;
    });
    return found;
  }

  const live_state& s_;
  const live_state& other_;
  change mark_;
};

}  // namespace detail

/// The state as it is.
inline picture draw(const checks::live_state& s) {
  const detail::painter paint(s, s, change::added);
  picture out;
  for (model::u32 t = 1; t <= s.used.tables; ++t)
    if (detail::is_drawn(s, t)) out.tables.push_back(paint.table(t)), paint.references(out.references, t);
  return out;
}

/// What leads from one state to the other: what is only in `before` is removed, what is only in `after` added. A name that is
/// another table's or column's now counts as the same.
inline picture draw(const checks::live_state& before, const checks::live_state& after) {
  const detail::painter now(after, before, change::added), was(before, after, change::removed);
  picture out;
  for (model::u32 t = 1; t <= now.tables(); ++t) {
    if (!now.draws(t)) continue;
    out.tables.push_back(now.table(t));
    now.references(out.references, t);
    if (!now.knows(t)) continue;
    const std::vector<drawn_column> gone = was.own_columns(detail::find_table(before, after.tables[t]));
    out.tables.back().columns.insert(out.tables.back().columns.end(), gone.begin(), gone.end());
  }
  for (model::u32 t = 1; t <= was.tables(); ++t) {
    if (!was.draws(t)) continue;
    if (!was.knows(t)) out.tables.push_back(was.table(t));
    std::vector<drawn_reference> all;
    was.references(all, t);
    for (drawn_reference& r : all)
      if (r.is == change::removed) out.references.push_back(std::move(r));
  }
  return out;
}

}  // namespace skein::render::diagram
