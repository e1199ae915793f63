// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// A state on which steps are run, and the place in the history where it stands.

#include <skein/check/state/names.hpp>
#include <skein/check/verdict.hpp>

#include <initializer_list>

namespace skein::checks {

namespace flag = model::flag;
using model::column_state;
using model::kind;
using model::member;
using model::object_state;
using model::step;
using model::table_state;

/// Where in the history a simulation stands. The storage of a state derives from it, of fixed size in a constant expression,
/// growing at run time; everything that runs steps takes any such storage as `sim`.
struct progress {
  verdict v{};
  u32 revision = 0;
  u32 step = 0;
  bool down = false;
  bool lenient = false;          ///< losses need no acknowledgement: a down, or a state that was proved before
  bool creating = false;         ///< a table
  bool transactional = true;
  bool explicit_down = false;    ///< nothing has to be derived
  u32 server = ~0u;              ///< the oldest that the history is to run on; of a state that was proved before no matter
  u32 old_tables = ~0u, old_columns = ~0u, old_entities = ~0u, old_clauses = ~0u;  ///< slots above are of this revision
  u32 unread = 0;                ///< the first routine whose body is read at the end of this revision
  model::u64 awaited = 0;        ///< what the entities of the state await, see check/text/early_calls.hpp
  model::u64 brought = 0;        ///< the types that extensions have ever brought, as a set of bits
  u32 last_domain = 0;           ///< that was created; `next` of each is the one before it
  u32 unsettled = 0;             ///< the first step of this revision, from 1, that drops or renames what a body names
  bool breaks_bodies = false;    ///< and that is said aloud
  u32 bodies = 0;                ///< characters of bodies that were read in this revision
  u32 values = 0;                ///< of rows that were read in this revision
  u32 rows_kept = 1;             ///< counts what may have deleted rows of any table
  model::loss acknowledged = model::loss::none;  ///< by the whole revision

  /// Records the first fault; always false, so that a rule reads `return sim.fail(…)`.
  constexpr bool fail(fault what, const verdict& facts = {}) {
    v = facts;
    v.what = what;
    v.revision = revision;
    v.step = step;
    v.down = down;
    return false;
  }
  /// Whether a loss of that degree was said aloud, at the step or for the revision. What has no way back loses data too.
  constexpr bool accepts(const model::step& x, model::loss degree) const {
    return lenient || x.acknowledged >= degree || acknowledged >= degree;
  }
};

/// A history without entities does not pay for what is done with them.
template <class Sim>
constexpr bool may_hold_entities() {
  if constexpr (requires { Sim::has_entities; }) return Sim::has_entities;
  else return true;
}

/// Nor does one without routines.
template <class Sim>
constexpr bool may_hold_routines() {
  if constexpr (requires { Sim::has_routines; }) return Sim::has_routines;
  else return true;
}

/// Whether the chain's server can do that.
constexpr bool require_feature(auto& sim, feature needs, const verdict& facts = {}) {
  if (sim.server >= features[static_cast<u32>(needs)].version) return true;
  verdict f = facts;
  f.needs = needs;
  f.server = sim.server;
  return sim.fail(fault::server_lacks, f);
}
constexpr bool require_type(auto& sim, const model::data_type& t) {
  const feature needs = feature_of(t);
  if (needs == feature::none) return true;
  verdict f;
  if (needs != feature::numeric_scale) f.type = &t;
  return require_feature(sim, needs, f);
}
constexpr bool require_parameter(auto& sim, const model::parameter& p) {
  const feature needs = feature_of(p);
  if (needs == feature::none) return true;
  verdict f;
  f.text = p.name;
  return require_feature(sim, needs, f);
}

/// The facts "of this table", "of this column of it", "of this object of it".
constexpr verdict of(const auto& s, u32 table) {
  verdict f;
  f.table = s.tables[table].name;
  f.schema = s.tables[table].schema;
  return f;
}
constexpr verdict of(const auto& s, u32 table, const ident* column) {
  verdict f = of(s, table);
  f.column = column;
  return f;
}
constexpr verdict of(const auto& s, u32 table, const name_ref& object) {
  verdict f = of(s, table);
  f.object = object;
  return f;
}
constexpr bool fail_column(auto& sim, fault what, u32 column) {
  return sim.fail(what, of(sim, sim.columns[column].table, sim.columns[column].name));
}

/// What stands where it has no place: see declare/misplaced.hpp.
constexpr bool fail_misplaced(auto& sim, const model::text_view& words, const verdict& of = {}) {
  sim.fail(fault::misplaced, of);
  sim.v.text = words;
  return false;
}

/// A member that the step does not take.
constexpr bool fail_misfit(auto& sim, const member& m) {
  switch (m.what) {
    case kind::column: return fail_misplaced(sim, model::unhashed("this step takes no column; write add_column<...> for it"));
    case kind::index: return fail_misplaced(sim, model::unhashed("this step takes no index; write create_index<...> for it"));
    case kind::comment: return fail_misplaced(sim, model::unhashed("this step takes no comment; write comment_on_table<...> for it"));
    case kind::parameter: return fail_misplaced(sim, model::unhashed("this step takes no parameter; write set_parameters<...> for it"));
    case kind::privileges: return fail_misplaced(sim, model::unhashed("this step takes no privileges; write grant<...> for them"));
    case kind::property: return fail_misplaced(sim, model::unhashed("this step takes no property of a table; write the step that sets it"));
    case kind::mistake: return fail_misplaced(sim, m.constraint->expression);
    default: return fail_misplaced(sim, model::unhashed("this step takes no constraint; write add_constraint<...> for it"));
  }
}

constexpr verdict named(const model::object_name& n) {
  verdict f;
  f.table = &n.name;
  f.schema = &n.schema;
  return f;
}

constexpr bool fits(const ident& name) { return name.size - 1u < ident::max_size; }
/// PostgreSQL cuts longer names silently, and has none that are empty.
constexpr bool check_name(auto& sim, const ident& name) {
  if (fits(name)) return true;
  verdict f;
  f.column = &name;
  return sim.fail(name.empty() ? fault::name_empty : fault::name_too_long, f);
}

/// PostgreSQL has columns of its own in every table.
inline constexpr ident system_columns[]{"ctid", "xmin", "xmax", "cmin", "cmax", "tableoid"};
constexpr bool is_system_column(const ident& n) {
  if (n.size == 4 && n.text[1] != 't' && n.text[1] != 'm') return false;
  for (u32 i = 0; i < 6; ++i)
    if (system_columns[i].hash == n.hash && same(system_columns[i], n)) return true;
  return false;
}

// Look-ups that fail with a suggestion

/// A table of the schema that is called nearly so.
constexpr const ident* near_table(const auto& s, const model::object_name& n) {
  const ident* found = nullptr;
  for (u32 t = 1; t <= s.used.tables; ++t) {
    const table_state& x = s.tables[t];
    if (x.alive && same_schema(*x.schema, n.schema) && near(*x.name, n.name)) found = x.name;
  }
  return found;
}

constexpr u32 require_table(auto& sim, const model::object_name& n) {
  if (const u32 t = names::find_table(sim, n.schema, n.name)) return t;
  verdict f = named(n);
  if (const u32 e = names::find_relation(sim, n.schema, n.name); (e & names::kind_mask) == names::entity) f.entity = sim.entities[names::slot_of(e)].what;
  f.hint = near_table(sim, n);
  for (u32 t = 1; t <= sim.used.tables; ++t) {
    const table_state& x = sim.tables[t];
    if (!x.alive || same_schema(*x.schema, n.schema) || !same(*x.name, n.name)) continue;
    f.other_schema = x.schema;
    f.other_table = x.name;
  }
  sim.fail(fault::no_table, f);
  return 0;
}

constexpr const ident* near_column(const auto& s, u32 table, const ident& name) {
  for (u32 c = s.tables[table].first_column; c; c = s.columns[c].next)
    if (s.columns[c].name && near(*s.columns[c].name, name)) return s.columns[c].name;
  return nullptr;
}

constexpr u32 require_column(auto& sim, u32 table, const ident& name) {
  if (const u32 c = names::find_column(sim, table, name)) return c;
  verdict f = of(sim, table, &name);
  f.hint = near_column(sim, table, name);
  sim.fail(fault::no_column, f);
  return 0;
}

constexpr u32 require_constraint(auto& sim, u32 table, const ident& name) {
  if (const u32 o = names::find_constraint(sim, table, name)) return o;
  verdict f = of(sim, table, model::written(&name));
  for (u32 o = sim.tables[table].first_object; o; o = sim.objects[o].next) {
    const object_state& x = sim.objects[o];
    if (!x.alive || !model::is_constraint(x.what)) continue;
    const model::short_text text = model::naming::write(x.name);
    if (near(ident(text.text, text.size), name)) f.suggested = x.name;
  }
  sim.fail(fault::no_constraint, f);
  return 0;
}

/// An index by its own name in its schema.
constexpr u32 require_index(auto& sim, const model::object_name& n) {
  const u32 e = names::find_relation(sim, n.schema, n.name);
  if ((e & names::kind_mask) == names::object) return names::slot_of(e);
  verdict f;
  f.schema = &n.schema;
  f.object = model::written(&n.name);
  for (u32 o = 1; o <= sim.used.objects; ++o) {
    const object_state& x = sim.objects[o];
    if (x.alive && x.what == kind::index && x.name.given && same_schema(*sim.tables[x.table].schema, n.schema) && near(*x.name.given, n.name))
      f.suggested = x.name;
  }
  sim.fail(fault::no_index, f);
  return 0;
}

/// A relation's name must be free in its schema.
constexpr bool require_free(auto& sim, const ident& in, const ident& name) {
  const u32 e = names::find_relation(sim, in, name);
  if (!e) return true;
  verdict f;
  f.schema = &in;
  f.table = &name;
  switch (e & names::kind_mask) {
    case names::table: f.text = model::view("table"); break;
    case names::sequence: f.text = model::view("sequence"); break;
    case names::entity: f.entity = sim.entities[names::slot_of(e)].what; break;
    default: f.text = model::view("index");
  }
  return sim.fail(fault::name_taken, f);
}

constexpr bool require_free(auto& sim, const ident& in, const name_ref& name) {
  if (name.given) return require_free(sim, in, *name.given);
  if (!names::find_relation(sim, in, name)) return true;
  verdict f;
  f.schema = &in;
  f.table = name.table;
  f.object = name;
  f.text = model::view("relation");
  return sim.fail(fault::name_taken, f);
}

constexpr bool require_schema(auto& sim, const ident& name) {
  if (names::schema_exists(sim, name)) return true;
  verdict f;
  f.schema = &name;
  for (u32 i = 1; i <= sim.used.schemas; ++i)
    if (sim.schemas[i].alive && near(*sim.schemas[i].name, name)) f.hint = sim.schemas[i].name;
  return sim.fail(fault::no_schema, f);
}

}  // namespace skein::checks
