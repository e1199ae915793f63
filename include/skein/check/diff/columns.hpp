// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// The columns of a table, or of a view, that both states have: those that come, those that are altered.

#include <skein/check/diff/counterpart.hpp>
#include <skein/check/diff/passage.hpp>
#include <skein/check/tables/alteration.hpp>
#include <skein/check/text/type_text.hpp>

namespace skein::checks {

class column_differ {
 public:
  explicit column_differ(passage& by) : p_(by), s_(by.now) {}

  /// Also of the columns of partitions that are theirs alone: comments and defaults.
  bool alter(u32 was, u32 is) {
    bool any = false;
    for (u32 j = p_.to.tables[is].first_column; j; j = p_.to.columns[j].next) {
      if (!p_.to.columns[j].name) continue;
      const u32 i = counterpart::column(s_, was, p_.to, j);
      any |= i ? alter_column(i, j) : s_.tables[was].alive && !membership(s_, was) && !comes_from_parent(was, j) && add(was, j);
    }
    return any;
  }
  bool drop_gone(u32 was, u32 is) {
    bool any = false;
    if (!s_.tables[was].alive || membership(s_, was)) return false;
    for (u32 i = s_.tables[was].first_column; i; i = s_.columns[i].next)
      if (s_.columns[i].name && !count_sources(s_, i) && !counterpart::column(p_.to, is, s_, i))
        any |= p_.take({.what = op::drop_column, .table = p_.here.table_name(was), .name = s_.columns[i].name});
    return any;
  }

 private:
  using op = model::op;

  /// Whether the column comes when a table gets it from which this one inherits already.
  bool comes_from_parent(u32 was, u32 j) const {
    return !each_source(p_.to, j, [&](u32 theirs) {
      const u32 parent = counterpart::table(s_, p_.to, p_.to.columns[theirs].table);
      return !parent || !bequest(s_, was, parent);
    });
  }
  step on(op what, u32 i) const {
    return {.what = what, .table = p_.here.table_name(s_.columns[i].table), .name = s_.columns[i].name};
  }
  const step* make(const step& x) const { return p_.in.make(x); }
  step adding(u32 was, const member* m) const {
    return {.what = op::add_column, .table = p_.here.table_name(was), .name = m->name, .members = p_.in.list_of(m)};
  }

  /// Where rows are in the way of a column that is never null it comes without that first; they are to be filled in
  /// between.
  bool add(u32 was, u32 j) {
    const member* m = p_.there.column(j);
    if (p_.take(adding(was, m))) return true;
    if (!(m->flags & flag::not_null)) return false;
    member nullable = *m;
    nullable.flags &= ~flag::not_null;
    std::vector<const model::option*> options;
    for (const model::option* o : m->options)
      if (o->bit != flag::not_null) options.push_back(o);
    nullable.options = p_.in.make_list(options);
    p_.refused.pop_back();
    return p_.take({make(adding(was, p_.in.make(nullable))),
                    make({.what = op::set_not_null, .table = p_.here.table_name(was), .name = m->name})});
  }

  /// Every text under present names, every sequence by its name.
  column_facts facts(const live_state& s, definer& define, u32 c) const {
    column_facts f = facts_of(s, s.columns[c]);
    if (f.has(flag::next_value)) f.calls = s.sequences[s.columns[c].sequence].name;
    if (f.has(flag::default_value)) f.text = p_.in.make(define.default_text(c));
    if (f.has(flag::generated)) f.text = &find_option(*define.column(c), flag::generated)->text;
    return f;
  }
  bool alter_column(u32 i, u32 j) {
    if (renames_sequence(i, j)) return true;
    const column_facts now = facts(s_, p_.here, i), wanted = facts(p_.to, p_.there, j);
    u32 differing = difference(now, wanted);
    if (now.flags & wanted.flags & flag::generated && !same(*now.text, *wanted.text)) differing |= differs::generated;
    if (!s_.tables[s_.columns[i].table].alive)
      differing &= differs::comment | differs::default_value;  // a view's follow its query
    if (count_sources(s_, i)) differing &= differs::comment | differs::default_value | differs::nullability;
    if (!differing) return false;
    passage::change steps;
    each_alteration(now, wanted, differing, [&](alteration is) { add_steps(steps, is, i, j, now, wanted, differing); });
    return p_.take(steps);
  }
  /// The sequence that a column brought along is called otherwise: it keeps where it stands.
  bool renames_sequence(u32 i, u32 j) {
    const u32 q = s_.columns[i].sequence, wanted = p_.to.columns[j].sequence;
    if (!q || !wanted || s_.sequences[q].column != i || p_.to.sequences[wanted].column != j ||
        same(s_.sequences[q].name, p_.to.sequences[wanted].name))
      return false;
    if (counterpart::sequence(p_.to, s_, q) || counterpart::sequence(s_, p_.to, wanted)) return false;
    return p_.take({.what = op::rename_entity,
                    .to = &p_.there.sequence_name(wanted)->name,
                    .entity = p_.here.sequence(p_.here.sequence_name(q), {})});
  }

  void add_steps(passage::change& out, alteration is, u32 i, u32 j, const column_facts& now, const column_facts& wanted,
                 u32 differing) {
    const auto plain = [&](op what) { out.push_back(make(on(what, i))); };
    switch (is) {
      case alteration::replaced:
        plain(op::drop_column);
        out.push_back(make(adding(s_.columns[i].table, p_.there.column(j))));
        break;
      case alteration::drop_expression:
        return plain(op::drop_expression);
      case alteration::drop_default:
        return plain(op::drop_default);
      case alteration::drop_identity:
        return plain(op::drop_identity);
      case alteration::set_not_null:
        return plain(op::set_not_null);
      case alteration::drop_not_null:
        return plain(op::drop_not_null);
      case alteration::alter_type:
        out.push_back(make(retyping(i, now, wanted, differing)));
        break;
      case alteration::add_identity:
        out.push_back(make(with_identity(on(op::add_identity, i), wanted, p_.there.identity(j))));
        break;
      case alteration::set_identity:
        out.push_back(
            make(with_identity(on(op::set_identity, i), wanted, p_.in.make(identity_change(now, wanted, differing)))));
        break;
      case alteration::set_default: {
        step x = on(op::set_default, i);
        x.text = p_.there.default_text(j);
        out.push_back(make(x));
        break;
      }
      case alteration::adopted:
        break;  // sequences are compared by themselves
      case alteration::comment: {
        step x = on(op::comment_on_column, i);
        x.text = wanted.comment ? *wanted.comment : model::view("");
        out.push_back(make(x));
        break;
      }
    }
  }
  step with_identity(step x, const column_facts& wanted, const model::sequence_options* options) {
    const model::option* option = p_.in.make(model::option{.bit = wanted.flags & flag::identity, .sequence = options});
    x.members =
        p_.in.list_of(p_.in.make(member{.what = kind::column, .flags = option->bit, .options = p_.in.list_of(option)}));
    return x;
  }
  /// Where there is no conversion values go by way of their text, which PostgreSQL refuses where it cannot be read.
  step retyping(u32 i, const column_facts& now, const column_facts& wanted, u32 differing) {
    step x = on(op::alter_type, i);
    member m{.what = kind::column, .type = wanted.type};
    if (wanted.collation) {
      m.flags = flag::collation;
      m.options = p_.in.list_of(p_.in.make(model::option{.bit = flag::collation, .collation = wanted.collation}));
    }
    x.members = p_.in.list_of(p_.in.make(m));
    const conversions_of converts(now, wanted, differing);
    const auto by_text = [&](const model::data_type& t) {
      return p_.in.text(body_writer::quoted(*x.name) + "::text::" + type_text(t, [](const model::object_name& n) {
                          return body_writer::quoted(n.schema, n.name);
                        }));
    };
    if (converts.there == conversion::none) x.text = by_text(*wanted.type);
    if (converts.back == conversion::none) x.undo = by_text(*now.type);
    return x;
  }

  passage& p_;
  const live_state& s_;
};

}  // namespace skein::checks
