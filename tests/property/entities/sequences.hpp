// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Random sequences: alone, owned, those of serial and identity columns, and defaults that call them.

#include "property/vocabulary.hpp"

#include <skein/check/invert/define.hpp>

namespace skein::test {

class sequences {
 public:
  sequences(chance& by, checks::arena& in, const checks::live_state& state, vocabulary& words)
      : by_(by), in_(in), s_(state), words_(words) {}

  model::step create(const model::object_name* name) {
    model::sequence_options o = options();
    if (by_.percent(30)) own(o);
    return {.what = model::op::create_entity, .entity = entity(name, o)};
  }
  /// A step on one that is there; `in` is a schema.
  model::step change(const model::ident& in) {
    const model::u32 q = any();
    if (!q) return create(in_.make(model::object_name(in, *words_.name(table_words))));
    const auto* name = in_.make(model::object_name(*s_.sequences[q].schema, *in_.name(s_.sequences[q].name)));
    using model::op;
    model::step s{.entity = entity(name, {})};
    switch (by_.below(8)) {
      case 0: s.what = op::drop_entity; return s;
      case 1: s.what = op::rename_entity, s.to = words_.name(table_words); return s;
      case 2: s.what = op::move_entity, s.to = in.empty() ? &model::public_schema : in_.make(in); return s;
      case 3: s.what = op::comment_on_entity, s.text = by_.percent(30) ? in_.text("") : words_.comment(); return s;
      case 4: {
        model::sequence_options o{};
        o.said = o.restart | o.undo_restart;
        o.position = by_.percent(80) ? 1000 : 40000;
        o.former = s_.sequences[q].position;
        s.what = op::alter_entity, s.entity = entity(name, o);
        return s;
      }
      default: {
        model::sequence_options o = options();
        if (by_.percent(20)) o.said |= o.no_max, o.said &= ~o.max;
        if (by_.percent(20)) o.said |= o.no_min, o.said &= ~o.min;
        if (by_.percent(30)) own(o);
        if (!o.said) o.said = o.cycle, o.cycles = by_.percent(50);
        s.what = op::alter_entity, s.entity = entity(name, o);
        return s;
      }
    }
  }
  /// A default that calls one; empty if there is none.
  model::text_view call() {
    const model::u32 q = any();
    if (!q) return {};
    std::string name = "'" + escaped(q) + "'";
    if (by_.percent(50)) name += "::regclass";
    const std::string next = "nextval(" + name + ")";
    return in_.text(by_.percent(70) ? next : by_.percent(50) ? "10 * " + next : "(" + next + " + 1)");
  }

 private:
  model::u32 any() {
    std::vector<model::u32> alive;
    for (model::u32 q = 1; q <= s_.used.sequences; ++q)
      if (s_.sequences[q].alive) alive.push_back(q);
    return alive.empty() ? 0 : by_.one_of(alive);
  }
  std::string escaped(model::u32 q) {
    const model::ident &schema = *s_.sequences[q].schema, &name = *in_.name(s_.sequences[q].name);
    const std::string sql = (schema.empty() ? "" : render::identifier(schema) + ".") + render::identifier(name);
    std::string out;
    for (const char c : sql) out.append(c == '\'' ? 2 : 1, c);
    return out;
  }
  void own(model::sequence_options& o) {
    o.said |= o.owner;
    std::vector<model::u32> columns;
    for (model::u32 c = 1; c <= s_.used.columns; ++c)
      if (s_.columns[c].name) columns.push_back(c);
    if (columns.empty() || by_.percent(25)) return;
    const model::u32 c = by_.one_of(columns);
    o.table = in_.make(model::object_name(*s_.tables[s_.columns[c].table].schema, *s_.tables[s_.columns[c].table].name));
    o.column = s_.columns[c].name;
  }
  model::sequence_options options() {
    static constexpr long long numbers[]{-40000, -1, 0, 1, 7, 1000, 32767, 2147483647, 5000000000};
    static constexpr model::type_id types[]{model::type_id::smallint, model::type_id::integer, model::type_id::bigint};
    model::sequence_options o{};
    if (by_.percent(30)) o.said |= o.of_type, o.type = by_.one_of(types);
    if (by_.percent(20)) o.said |= o.start, o.first = by_.one_of(numbers);
    if (by_.percent(25)) o.said |= o.increment, o.step = by_.percent(95) ? by_.percent(50) ? -2 : 10 : 0;
    if (by_.percent(15)) o.said |= o.min, o.least = by_.one_of(numbers);
    if (by_.percent(15)) o.said |= o.max, o.most = by_.one_of(numbers);
    if (by_.percent(20)) o.said |= o.cache, o.cached = by_.percent(95) ? 5 : 0;
    if (by_.percent(20)) o.said |= o.cycle, o.cycles = by_.percent(70);
    return o;
  }
  const model::entity_def* entity(const model::object_name* name, const model::sequence_options& o) {
    return in_.make(model::entity_def{.what = model::entity_kind::sequence, .name = name, .sequence = in_.make(o)});
  }

  chance& by_;
  checks::arena& in_;
  const checks::live_state& s_;
  vocabulary& words_;
};

}  // namespace skein::test
