// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Sequences, and which columns own them. One that a serial column brought along is read as what it is; the state knows
/// it for a serial's again. An identity's comes with its column.

#include <skein/run/introspect/reading.hpp>

namespace skein::run::introspection {

inline void read_sequences(reading& in) {
  using said = model::sequence_options;
  const rows found =
      in.from.read(R"(SELECT r.oid, r.nspname, r.relname, s.seqtypid, s.seqstart, s.seqincrement, s.seqmin, s.seqmax,
  s.seqcache, s.seqcycle, d.deptype, d.refobjid, d.refobjsubid, obj_description(r.oid, 'pg_class'),
  r.relpersistence = 'u' AND d.objid IS NULL
FROM relations r JOIN pg_sequence s ON s.seqrelid = r.oid
LEFT JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = r.oid AND d.deptype IN ('a', 'i')
  AND d.refclassid = 'pg_class'::regclass AND d.refobjsubid > 0
ORDER BY r.oid)");
  each_record(found, [&](const record& r) {
    const model::object_name* name = in.words.name(r.view(1), r.view(2));
    const std::string called = spelled(r.view(1), r.view(2));
    const auto entity = [&](const said& o) {
      return in.make(model::entity_def{.what = model::entity_kind::sequence, .name = name, .sequence = in.make(o)});
    };
    draft owned{stage::owner, {}, "sequence", called, {}};
    if (r.letter(10) != 'i') {
      said o{};
      o.said = said::of_type | said::start | said::increment | said::min | said::max | said::cache | said::cycle;
      o.type = in.types.of(r.id(3))->id;
      o.first = r.number(4), o.step = r.number(5), o.least = r.number(6), o.most = r.number(7), o.cached = r.number(8),
      o.cycles = r.truth(9);
      const model::step* create = in.step({.what = model::op::create_entity, .entity = entity(o)});
      in.drafts.push_back({stage::object, {catalog_oid::relation, r.id(0)}, "sequence", called, {create}});
      const relation* owner = in.find(r.id(11));
      if (const auto columns =
              owner ? in.columns(*owner, {static_cast<int>(r.number(12))}) : std::vector<const model::ident*>{};
          !columns.empty()) {
        said by{};
        by.said = said::owner;
        by.table = owner->name, by.column = columns[0];
        owned.steps.push_back(in.step({.what = model::op::alter_entity, .entity = entity(by)}));
      }
    }
    in.comment_on(owned, entity({}), r, 13);
    if (r.truth(14)) in.leave("persistence", "sequence " + called, "it is unlogged; it is there as a logged one");
    if (!owned.steps.empty()) in.drafts.push_back(std::move(owned));
  });
}

}  // namespace skein::run::introspection
