// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Aggregates.

#include <skein/run/introspect/routines.hpp>

namespace skein::run::introspection {

/// Ordered-set and moving aggregates, which the model does not know, are left out.
inline void read_aggregates(reading& in, const argument_lists& arguments) {
  using parallelism = model::routine_def::parallelism;
  const rows found = in.from.read(R"(SELECT p.oid, s.nspname, p.proname, a.aggtranstype, a.agginitval,
    a.aggfinalextra,
    p.proparallel,
  o.nspname, o.oprname, obj_description(p.oid, 'pg_proc'), pg_get_function_identity_arguments(p.oid),
  a.aggkind <> 'n' OR a.aggmtransfn <> 0 OR a.aggtransspace <> 0 OR a.aggfinalmodify <> 'r', f.n, g.nspname, g.proname
FROM pg_aggregate a JOIN pg_proc p ON p.oid = a.aggfnoid JOIN spaces s ON s.oid = p.pronamespace
LEFT JOIN operators o ON o.oid = a.aggsortop
CROSS JOIN LATERAL (VALUES (1, a.aggtransfn), (2, a.aggfinalfn), (3, a.aggcombinefn), (4, a.aggserialfn), (5,
    a.aggdeserialfn)) f(n, function)
LEFT JOIN routines g ON g.oid = f.function
WHERE ('pg_proc'::regclass, p.oid) NOT IN (SELECT classid, objid FROM members) ORDER BY p.oid, f.n)");
  constexpr std::size_t functions = 5;
  for (std::size_t i = 0; i + functions <= found.size(); i += functions) {
    const record r(found, i);
    const std::string called =
        fmt::format("{}({})", spelled(r.view(1), r.view(2)), r.view(10).empty() ? "*" : r.view(10));
    if (r.truth(11)) {
      in.leave("aggregate", called, "it is an ordered-set or moving aggregate, or modifies its state");
      continue;
    }
    model::routine_def d{};
    if (const auto own = arguments.find(r.id(0)); own != arguments.end()) detail::set_arguments(in, d, own->second);
    const model::object_name** into[functions]{&d.aggregate.transition, &d.aggregate.final, &d.aggregate.combine,
                                               &d.aggregate.serial, &d.aggregate.deserial};
    for (std::size_t k = 0; k < functions; ++k)
      if (const record f(found, i + k); f.has(14)) *into[k] = in.words.visible(f.view(13), f.view(14));
    d.aggregate.state = in.types.of(r.id(3));
    if (r.has(4)) d.aggregate.initial = in.words.arena().text(r.view(4));
    d.aggregate.final_extra = r.truth(5);
    if (const char p = r.letter(6); p != 'u') d.parallel = p == 's' ? parallelism::safe : parallelism::restricted;
    if (r.has(8))
      d.aggregate.sort_operator =
          in.words.text(r.view(7) == "pg_catalog" || r.view(7) == "public"
                            ? r.text(8)
                            : fmt::format("OPERATOR({}.{})", render::identifier(r.view(7)), r.view(8)));
    const auto* entity = in.make(model::entity_def{
        .what = model::entity_kind::aggregate, .name = in.words.name(r.view(1), r.view(2)), .routine = in.make(d)});
    draft made{stage::object,
               {catalog_oid::routine, r.id(0)},
               "aggregate",
               called,
               {in.step({.what = model::op::create_entity, .entity = entity})},
               "DROP AGGREGATE " + called,
               {},
               entity->name};
    in.comment_on(made, entity, r, 9);
    in.drafts.push_back(std::move(made));
  }
}

}  // namespace skein::run::introspection
