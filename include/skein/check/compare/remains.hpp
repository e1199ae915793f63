// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// In what two states differ that should be alike: what a written down leaves otherwise than its up found it, what a revision
/// makes otherwise than the run that it replaces. The first thing, for the sentence. Runs only after digests have shown that there
/// is one.

#include <skein/check/compare/digests.hpp>

namespace skein::checks {

/// `shared`: so far slots are of what was there before the two went apart: one that both have alive is one and the same thing.
template <class State>
struct remains {
  const State& before;
  const State& after;
  extent shared{};
  verdict v{};

  constexpr bool found(remainder what, const verdict& facts) {
    v = facts;
    v.left = what;
    return true;
  }

  constexpr bool in_schemas(const ident& name) {
    const bool was = names::schema_exists(before, name);
    verdict f;
    f.schema = &name;
    if (was == names::schema_exists(after, name)) return digests::of_schema(before, name) != digests::of_schema(after, name) && !in_said() && found(remainder::schema_differs, f);
    return found(was ? remainder::schema_missing : remainder::schema_over, f);
  }

  constexpr bool has_moved(u32 t) {
    verdict f = checks::of(before, t);
    f.other_table = after.tables[t].name;
    f.other_schema = after.tables[t].schema;
    if (!same(*f.table, *f.other_table)) return found(remainder::table_renamed, f);
    return !same_schema(*f.schema, *f.other_schema) && found(remainder::table_moved, f);
  }

  constexpr bool in_columns(u32 was, u32 is) {
    for (u32 c = before.tables[was].first_column; c; c = before.columns[c].next) {
      const column_state& x = before.columns[c];
      if (!x.name) continue;
      verdict f = checks::of(after, is, x.name);
      f.wanted = facts_of(before, x);
      const u32 i = names::find_column(after, is, *x.name);
      if (!i) {
        f.other_column = was == is && c <= shared.columns ? after.columns[c].name : nullptr;
        if (x.declared && x.declared->name == x.name) f.member = x.declared;
        return found(f.other_column ? remainder::column_renamed : remainder::column_missing, f);
      }
      const column_state& y = after.columns[i];
      f.now = facts_of(after, y);
      f.differs = difference(f.now, f.wanted);
      if (x.flags & y.flags & flag::generated && !same(*x.text, *y.text)) f.differs |= differs::generated;
      if (f.differs) return found(remainder::column_differs, f);
      if (!x.sequence || same(before.sequences[x.sequence].name, after.sequences[y.sequence].name)) continue;
      f.object = after.sequences[y.sequence].name;
      f.suggested = before.sequences[x.sequence].name;
      return found(remainder::sequence_renamed, f);
    }
    for (u32 c = after.tables[is].first_column; c; c = after.columns[c].next)
      if (after.columns[c].name && !names::find_column(before, was, *after.columns[c].name))
        return found(remainder::column_over, checks::of(after, is, after.columns[c].name));
    return false;
  }

  /// How a table is partitioned, whose partition it is and from whom it inherits have no names.
  static constexpr bool is_partitioning(const object_state& o) { return o.what >= kind::partition_of; }
  static constexpr u32 find_object(const State& s, u32 table, const object_state& like) {
    for (u32 o = s.tables[table].first_object; o; o = s.objects[o].next)
      if (const object_state& x = s.objects[o]; x.alive && x.what == like.what && (is_partitioning(like) ? x.what != kind::inherits || same(x.constraint->target->name, like.constraint->target->name) : same(x.name, like.name))) return o;
    return 0;
  }
  constexpr verdict of_object(u32 is, const State& s, const object_state& o) const {
    verdict f = checks::of(after, is, o.name);
    f.object_is = o.what;
    f.constraint = o.constraint;
    f.index = o.index;
    f.valid = o.validated;
    if (o.constraint && o.constraint->columns.empty() && o.keys == 1) f.column = s.columns[s.uses[o.first_use]].name;
    return f;
  }
  constexpr verdict of_partitioning(u32 is, const State& s, const object_state& o) const {
    verdict f = checks::of(after, is);
    if (o.what == kind::inherits) f.other_table = s.tables[o.target].name, f.other_schema = s.tables[o.target].schema;
    return f;
  }
  constexpr bool in_objects(u32 was, u32 is) {
    for (u32 o = before.tables[was].first_object; o; o = before.objects[o].next) {
      const object_state& x = before.objects[o];
      if (!x.alive || x.what == kind::column) continue;
      verdict f = of_object(is, before, x);
      const u32 i = find_object(after, is, x);
      if (is_partitioning(x) && (!i || digests::of_object(before, o) != digests::of_object(after, i)))
        return found(remainder::partition_differs, of_partitioning(is, before, x));
      if (!i) {
        if (o > shared.objects || !after.objects[o].alive) return found(remainder::object_missing, f);
        f.suggested = after.objects[o].name;
        return found(remainder::object_renamed, f);
      }
      object_state y = after.objects[i];
      if (digests::of_object(before, o) == digests::of_object(after, i)) continue;
      const model::text_view *said = x.comment, *now = y.comment;
      if (said ? !now || !same(*said, *now) : now != nullptr) {
        f.text = said ? *said : model::view("``");
        return found(remainder::object_comment_differs, f);
      }
      y.validated = true;
      const bool only_validity = x.validated && digests::of_object(before, o) == digests::of_object(after, i, y);
      return found(only_validity ? remainder::object_unvalidated : remainder::object_differs, f);
    }
    for (u32 o = after.tables[is].first_object; o; o = after.objects[o].next)
      if (after.objects[o].alive && after.objects[o].what != kind::column && !find_object(before, was, after.objects[o]))
        return is_partitioning(after.objects[o]) ? found(remainder::partition_differs, of_partitioning(is, after, after.objects[o])) : found(remainder::object_over, of_object(is, after, after.objects[o]));
    return false;
  }

  static constexpr const model::parameter* setting(const State& s, u32 table, const model::text_view& name) {
    for (u32 p = s.tables[table].first_setting; p; p = s.settings[p].next)
      if (s.settings[p].value && same(s.settings[p].value->name, name)) return s.settings[p].value;
    return nullptr;
  }
  constexpr bool in_settings(u32 was, u32 is) {
    verdict f = checks::of(after, is);
    for (u32 p = before.tables[was].first_setting; p; p = before.settings[p].next) {
      f.setting = before.settings[p].value;
      if (!f.setting) continue;
      const model::parameter* now = setting(after, is, f.setting->name);
      if (!now || !same(now->value, f.setting->value)) return found(remainder::setting_missing, f);
    }
    for (u32 p = after.tables[is].first_setting; p; p = after.settings[p].next) {
      f.setting = after.settings[p].value;
      if (f.setting && !setting(before, was, f.setting->name)) return found(remainder::setting_over, f);
    }
    const model::text_view *x = before.tables[was].comment, *y = after.tables[is].comment;
    if (x == y || (x && y && same(*x, *y))) return false;
    f.setting = nullptr;
    if (x) f.text = *x;
    return found(remainder::comment_differs, f);
  }

  /// A step on an index may find its table in one of the states alone.
  constexpr bool in_table(u32 was, u32 is) {
    if (!was && !is) return false;
    if (!is && (was > shared.tables || !after.tables[was].alive)) return found(remainder::table_missing, checks::of(before, was));
    if (!was && (is > shared.tables || !before.tables[is].alive)) return found(remainder::table_over, checks::of(after, is));
    if (!was) was = is;
    if (!is) is = was;
    return (was == is && has_moved(was)) || in_columns(was, is) || in_sequences(was, is) || in_objects(was, is) || in_settings(was, is) ||
           !each_child(before, was, [&](u32 p) { return !in_table(p, after.tables[p].alive ? p : 0); });
  }

  constexpr bool in_sequence(u32 was, u32 is) {
    const bool there = is && after.sequences[is].alive;
    if (was && there && digests::of_sequence(before, was) == digests::of_sequence(after, is)) return false;
    if (!was && !there) return false;
    if (!there) return found(remainder::entity_missing, sequence_facts(before, was));
    return found(was ? remainder::entity_differs : remainder::entity_over, sequence_facts(after, is));
  }
  /// Those that columns of the table own. By their names.
  constexpr bool in_sequences(u32 was, u32 is) {
    const auto other = [](const State& in, const State& from, u32 q) {
      return names::slot_of_relation(in, from.sequences[q].schema_key, from.sequences[q].name, names::sequence);
    };
    for (u32 q = before.tables[was].first_sequence; q; q = before.sequences[q].next)
      if (in_sequence(q, other(after, before, q))) return true;
    for (u32 q = after.tables[is].first_sequence; q; q = after.sequences[q].next)
      if (in_sequence(other(before, after, q), q)) return true;
    return false;
  }
  constexpr bool in_entity(const entity_def& d) {
    if (d.what == entity_kind::sequence) return in_sequence(find_sequence(before, *d.name), find_sequence(after, *d.name));
    const u32 was = find_entity(before, d), is = find_entity(after, d);
    if (digests::of_whole(before, was) == digests::of_whole(after, is)) return false;
    if (!is) return found(remainder::entity_missing, entity_facts(before, was));
    return found(was ? remainder::entity_differs : remainder::entity_over, entity_facts(after, is));
  }

  /// What the slot is called in the other state, too: what is dropped and created again has another one.
  static constexpr bool same_right(const State& a, const right_state& x, const State& b, const right_state& y) {
    if (!same(*x.role, *y.role) || (x.of & names::kind_mask) != (y.of & names::kind_mask) || !x.column != !y.column || !is_alive(b, y)) return false;
    if (x.column && !same(*a.columns[x.column].name, *b.columns[y.column].name)) return false;
    return same(x.creator, y.creator) && digests::of_relation(a, x.of) == digests::of_relation(b, y.of);
  }
  /// What is said of objects beside what they are made of, once everything else is the same.
  constexpr bool in_said() { return in_rights(before, after) || in_rights(after, before) || in_properties(before, after) || in_properties(after, before); }
  /// What one state has and the other does not.
  constexpr bool in_rights(const State& a, const State& b) {
    for (u32 i = 1; i <= a.used.rights; ++i) {
      const right_state& x = a.rights[i];
      if (!is_alive(a, x) || !is_said(a, x)) continue;
      bool there = false;
      for (u32 k = 1; k <= b.used.rights; ++k)
        if (const right_state& y = b.rights[k]; same_right(a, x, b, y)) there |= x.held == y.held && x.options == y.options;
      if (there) continue;
      verdict f = right_facts(a, x.of, x.column);
      f.role = x.role;
      return found(remainder::privileges_differ, f);
    }
    return false;
  }

  constexpr bool in_properties(const State& a, const State& b) {
    for (u32 i = 1; i <= a.used.properties; ++i) {
      const property_state& x = a.properties[i];
      if (!is_said(a, x)) continue;
      bool there = false;
      for (u32 k = 1; k <= b.used.properties; ++k)
        if (const property_state& y = b.properties[k]; is_said(b, y) && (x.of & names::kind_mask) == (y.of & names::kind_mask) && digests::of_relation(a, x.of) == digests::of_relation(b, y.of))
          there = there || digests::of_property(a, x) == digests::of_property(b, y);
      if (there) continue;
      verdict f = right_facts(a, x.of, x.column);
      f.property = x.said;
      return found(remainder::property_differs, f);
    }
    return false;
  }

  constexpr bool in(const model::list<const step*>& steps) {
    for (const step* x : steps) {
      if (in(x->effects)) return true;
      const bool schema = x->what == model::op::create_schema || x->what == model::op::drop_schema || x->what == model::op::comment_on_schema;
      if (x->entity ? in_entity(*x->entity) : schema ? in_schemas(*x->name) : in_table(digests::subject(before, *x), digests::subject(after, *x))) return true;
    }
    return false;
  }
};

}  // namespace skein::checks
