// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Functions, procedures and aggregates: what they name, and what may take their place.

#include <skein/check/entities/entity_uses.hpp>
#include <skein/check/entities/malformed.hpp>
#include <skein/check/mix.hpp>
#include <skein/check/text/operand.hpp>
#include <skein/check/text/routine_body.hpp>

namespace skein::checks {

/// Types that no column is of, and some that few are. A template, so that who has no routines does not pay for it.
template <class = void>
inline constexpr model::lexical::word_set<128> pseudo_types = model::lexical::word_set<128>(
    {"any", "anyarray", "anycompatible", "anycompatiblearray", "anycompatiblemultirange", "anycompatiblenonarray", "anycompatiblerange",
     "anyelement", "anyenum", "anymultirange", "anynonarray", "anyrange", "cstring", "event_trigger", "fdw_handler", "index_am_handler",
     "internal", "language_handler", "pg_ddl_command", "record", "table_am_handler", "trigger", "tsm_handler", "void", "refcursor",
     "aclitem", "oidvector", "int2vector"});

/// A type that is none of the history's.
constexpr bool check_type(auto& sim, const entity_state& e, const model::data_type& t) {
  verdict f;
  f.type = &t;
  if (t.id == model::type_id::mistake) return sim.fail(fault::misplaced, f);
  if (model::is_serial(t.id)) return fail_malformed(sim, *e.def, "has an argument of type serial, which is a column with a sequence");
  if (t.id != model::type_id::named) return require_type(sim, t);
  if (!pseudo_types<>.has(t.user->name.hash)) return require_known_type(sim, t);
  if (reads(t.user->name.text, t.user->name.kept() < 13 ? t.user->name.kept() : 13, "anycompatible")) return require_feature(sim, feature::compatible_argument, f);
  return true;
}

/// Notes the types, one use for each, in the order of `type_at`.
constexpr bool use_types(auto& sim, entity_state& e, const routine_def& r) {
  for (u32 i = 0; i < type_count(r); ++i) {
    const model::data_type* t = type_at(r, i);
    const u32 entry = t ? type_entry(sim, *t) : 0;
    if (t && !(entry || check_type(sim, e, *t))) return false;
    use(sim, e, entry);
  }
  return true;
}

/// Arguments that are passed have names of their own, and so have those that are returned; to PL/pgSQL both are variables.
constexpr bool check_argument_names(auto& sim, const entity_def& d) {
  const routine_def& r = *d.routine;
  const u32 n = r.arguments.size + r.columns.size;
  const bool variables = r.language && r.language->hash == model::lexical::word("plpgsql");
  const auto at = [&](u32 i) -> const model::argument& { return i < r.arguments.size ? r.arguments.data[i] : r.columns.data[i - r.arguments.size]; };
  for (u32 i = 0; i < n; ++i) {
    const model::argument& a = at(i);
    if (!a.name) continue;
    if (!check_name(sim, *a.name)) return false;
    for (u32 k = 0; k < i; ++k) {
      const model::argument& b = at(k);
      const bool both = (a.is_input() && b.is_input()) || (a.is_output() && b.is_output()) || a.what == model::argument::mode::column || variables;
      if (b.name && both && same(*a.name, *b.name)) return fail_malformed(sim, d, "has two arguments called ", a.name);
    }
  }
  return true;
}

constexpr u32 most_arguments = 100;  ///< FUNC_MAX_ARGS

constexpr bool check_arguments(auto& sim, const entity_def& d) {
  const routine_def& r = *d.routine;
  if (r.arguments.size > most_arguments) return fail_malformed(sim, d, "has more than the 100 arguments that PostgreSQL takes");
  using mode = model::argument::mode;
  bool optional = false, rest = false;
  for (u32 i = 0; i < r.arguments.size; ++i) {
    const model::argument& a = r.arguments.data[i];
    if (a.mistake) return fail_misplaced(sim, a.mistake);
    if (d.what == entity_kind::procedure && a.what == mode::out && !require_feature(sim, feature::procedure_output)) return false;
    if (d.what == entity_kind::procedure && a.what == mode::out && (rest || optional))
      return fail_malformed(sim, d, "has an OUT argument behind one that may be left out", a.name);
    if (a.is_input() && rest) return fail_malformed(sim, d, "is passed more behind its variadic argument");
    rest |= a.what == mode::variadic;
    if (a.what == mode::variadic && !a.type->dims && !(a.type->id == model::type_id::named && pseudo_types<>.has(a.type->user->name.hash)))
      return fail_malformed(sim, d, "has a variadic argument that is no array");
    if (a.is_input() && optional && !a.default_value) return fail_malformed(sim, d, "has an argument without a default behind one that has a default");
    optional |= a.default_value.data != nullptr;
  }
  return check_argument_names(sim, d);
}

/// What it returns, for comparison.
struct returned {
  bool several = false;  ///< values in a row; of a procedure one also
  bool set = false;
  u32 key = 0;           ///< of one: its type; of several: their names and types
};
/// `entries` are those of the routine's types, in the order of `type_at`.
constexpr returned returned_by(const entity_def& d, const u32* entries) {
  const routine_def& r = *d.routine;
  returned out;
  out.set = r.returns_set;
  u32 values = 0, first = 0;
  for (u32 i = 0; i < r.arguments.size + r.columns.size; ++i) {
    const model::argument& a = i < r.arguments.size ? r.arguments.data[i] : r.columns.data[i - r.arguments.size];
    if (!a.is_output()) continue;
    if (++values == 1) first = type_key(*a.type, entries[i]);
    out.key = (add_type_key(out.key, *a.type, entries[i]) ^ (a.name ? a.name->hash : 0)) * names::spread;
  }
  out.several = values > (d.what == entity_kind::procedure ? 0 : 1);
  if (values == 1 && !out.several) out.key = first;
  if (!values && r.result) out.key = type_key(*r.result, entries[result_at(r)]);
  return out;
}

constexpr bool is_polymorphic(const model::data_type& t) {
  if (t.id != model::type_id::named || !pseudo_types<>.has(t.user->name.hash)) return false;
  const char* n = t.user->name.text;
  return n[0] == 'a' && n[1] == 'n' && n[2] == 'y' && n[3];
}

constexpr bool check_result(auto& sim, const entity_def& d, const u32* entries) {
  const routine_def& r = *d.routine;
  bool outputs = false, polymorphic = false;
  for (u32 i = 0; i < r.arguments.size; ++i) {
    outputs |= r.arguments.data[i].is_output();
    polymorphic |= r.arguments.data[i].is_input() && is_polymorphic(*r.arguments.data[i].type);
  }
  if (r.columns.size && (outputs || r.result)) return fail_malformed(sim, d, "returns a table, and something else besides");
  if (!r.columns.size && !outputs && !r.result) return fail_malformed(sim, d, "does not say what it returns");
  if (r.result && outputs) {
    const returned now = returned_by(d, entries);
    const u32 said = type_key(*r.result, entries[result_at(r)]);
    if (now.several ? said != type_key(model::record_type, 0) : said != now.key) return fail_malformed(sim, d, "returns something else than its OUT arguments say");
  }
  for (u32 i = 0; i < type_count(r) && !polymorphic; ++i)
    if (const model::data_type* t = type_at(r, i); t && is_polymorphic(*t)) return fail_malformed(sim, d, "returns a type that no argument decides");
  if (r.rows && !r.returns_set) return fail_malformed(sim, d, "says how many rows it returns, which are no set");
  const bool triggers = r.result && (same(*r.result, model::trigger_type) || same(*r.result, model::event_trigger_type));
  return !triggers || !r.arguments.size || fail_malformed(sim, d, "returns a trigger and declares arguments, which a trigger passes in another way");
}

/// Digits with a point at most, and more than zero.
constexpr bool is_positive(const model::text_view& t) {
  bool positive = false;
  u32 points = 0;
  for (u32 i = 0; i < t.size; ++i) {
    const char c = t.data[i];
    points += c == '.';
    if (points > 1 || !(c == '.' || (c >= '0' && c <= '9'))) return false;
    positive |= c >= '1' && c <= '9';
  }
  return positive || !t.data;
}

constexpr bool check_text(auto& sim, const entity_def& d) {
  const routine_def& r = *d.routine;
  if (!r.body.data) return fail_malformed(sim, d, "has no body");
  if (!r.language && !r.standard_body) return fail_malformed(sim, d, "is in no language");
  if (r.standard_body && !require_feature(sim, feature::standard_body)) return false;
  if (r.standard_body && r.language && r.language->hash != model::lexical::word("sql")) return fail_malformed(sim, d, "has a standard body, which only SQL has");
  return true;
}

constexpr bool check_procedure(auto& sim, const entity_def& d) {
  const routine_def& r = *d.routine;
  if (r.result || r.columns.size) return fail_malformed(sim, d, "returns something; a procedure has OUT arguments instead");
  using v = routine_def::volatility;
  using p = routine_def::parallelism;
  const bool more = r.volatile_is != v::unsaid || r.parallel != p::unsaid || r.strict || r.leakproof || r.window || r.cost || r.rows || r.support;
  return !more || fail_malformed(sim, d, "takes a language, a body, security_definer and set_config only");
}

/// A function of the history's by its name and the types of its arguments, or by its name alone if there is just one.
constexpr u32 find_function(const auto& s, const model::object_name& n, u32 key) {
  if (const u32 i = names::find_entity(s, entity_kind::function, names::schema_key(n.schema), key, n.name)) return i;
  u32 found = 0, overloads = 0;
  for (u32 i = 1; i <= s.used.entities; ++i)
    if (const entity_state& e = s.entities[i]; e.alive && e.what == entity_kind::function && same(*e.name, n.name) && same_schema(*e.schema, n.schema)) found = i, ++overloads;
  return overloads == 1 ? found : 0;
}

inline constexpr u32 aggregate_functions = 5;
constexpr const model::object_name* function_at(const model::aggregate_def& a, u32 i) {
  return i == 0 ? a.transition : i == 1 ? a.final : i == 2 ? a.combine : i == 3 ? a.serial : a.deserial;
}

/// Notes the functions that an aggregate is made of, in the order of `function_at`, behind its types.
constexpr bool define_aggregate(auto& sim, entity_state& e, const entity_def& d) {
  const routine_def& r = *d.routine;
  const model::aggregate_def& a = r.aggregate;
  if (!a.transition || !a.state) return fail_malformed(sim, d, "needs transition_function and state_type");
  const u32 state = type_count(r) - 1;
  u32 taken[aggregate_functions]{};
  const auto take = [&](u32 function, u32 type) { taken[function] = add_type_key(taken[function], *type_at(r, type), sim.uses[e.first_use + type]); };
  for (u32 i = 0; i < 4; ++i) take(i, state);
  take(2, state);
  for (u32 i = 0; i < r.arguments.size; ++i) {
    if (!r.arguments.data[i].is_input() || r.arguments.data[i].is_output() || r.arguments.data[i].default_value)
      return fail_malformed(sim, d, "takes arguments that are passed, without defaults", r.arguments.data[i].name);
    take(0, i);
    if (a.final_extra) take(1, i);
  }
  for (u32 i = 0; i < aggregate_functions; ++i) {
    const u32 f = function_at(a, i) ? find_function(sim, *function_at(a, i), taken[i]) : 0;
    use(sim, e, f ? f << names::kind_bits | names::entity : 0);
  }
  return true;
}

constexpr bool define_routine(auto& sim, entity_state& e, const entity_def& d) {
  const routine_def& r = *d.routine;
  ++sim.used.routines;
  if (r.mistake) return fail_misplaced(sim, r.mistake);
  if (!use_types(sim, e, r) || !check_arguments(sim, d)) return false;
  if (d.what == entity_kind::aggregate) return define_aggregate(sim, e, d);
  for (u32 i = 0; i < r.arguments.size; ++i)
    if (const model::argument& a = r.arguments.data[i]; a.default_value && column_in(a.default_value))
      return fail_malformed(sim, d, "has a default that uses a column, of its argument", a.name);
  if (!is_positive(r.cost) || !is_positive(r.rows)) return fail_malformed(sim, d, "has a cost or a number of rows that is no positive number");
  if (d.what == entity_kind::procedure ? !check_procedure(sim, d) : !check_result(sim, d, &sim.uses[e.first_use])) return false;
  return check_text(sim, d) && read_routine(sim, e, d);
}

/// Whether PostgreSQL takes the definition in the place of the one that is there (ProcedureCreate in the server's sources).
constexpr bool routine_replaceable(auto& sim, u32 i, const step& x) {
  const entity_def& d = *x.entity;
  const entity_state& e = sim.entities[i];
  const routine_def &was = *e.def->routine, &is = *d.routine;
  u32* entries = new u32[type_count(is)]{};
  for (u32 t = 0; t < type_count(is); ++t)
    if (type_at(is, t)) entries[t] = type_entry(sim, *type_at(is, t));
  const returned before = returned_by(*e.def, &sim.uses[e.first_use]), after = returned_by(d, entries);
  delete[] entries;
  if (before.several != after.several || before.set != after.set || before.key != after.key)
    return fail_malformed(sim, d, "returns something else than before; drop it and create it instead");
  u32 at = 0;
  for (u32 k = 0; k < was.arguments.size; ++k) {
    const model::argument& a = was.arguments.data[k];
    if (!a.is_input()) continue;
    while (!is.arguments.data[at].is_input()) ++at;
    const model::argument& b = is.arguments.data[at++];
    if (a.name && !same(a.name, b.name)) return fail_malformed(sim, d, "cannot give another name to its argument", a.name);
    const bool way_back = a.name || !b.name ? a.default_value.data || !b.default_value.data : false;
    if (!way_back && !sim.explicit_down && !sim.accepts(x, model::loss::irreversible))
      return fail_malformed(sim, d, "gives an argument a name or a default for the first time, which has no way back; say irreversible<why>, or drop the function and create it instead");
    if (a.default_value && !b.default_value) return fail_malformed(sim, d, "cannot take the default away from its argument", b.name);
  }
  return true;
}

namespace digests {

/// A type by its name: what is made again is another slot.
constexpr u64 of_named_type(const auto& s, const model::data_type& t, u32 entry) {
  u64 h = static_cast<u64>(t.id) * 2 + (t.dims > 0);
  if (t.id != model::type_id::named) return h;
  if (!entry) return mix(mix(h, t.user->name.hash), names::schema_key(t.user->schema));
  const u32 i = names::slot_of(entry);
  const bool table = (entry & names::kind_mask) == names::table;
  return mix(mix(h, table ? s.tables[i].name->hash : s.entities[i].name->hash), table ? s.tables[i].schema_key : s.entities[i].schema_key);
}

/// A routine's definition but a body that PostgreSQL parses; `entry` gives the entry of its n-th type, or behind these of its n-th function; 0: as it is written.
constexpr u64 of_routine(const auto& s, const entity_def& d, auto&& entry) {
  const routine_def& r = *d.routine;
  u64 h = is_standard(d) ? 1 : d.body.hash;  // of the first see of_body
  for (u32 i = 0; i < type_count(r); ++i)
    if (const model::data_type* t = type_at(r, i)) h = mix(h, of_named_type(s, *t, entry(i)));
  for (u32 i = 0; i < r.arguments.size + r.columns.size; ++i) {
    const model::argument& a = i < r.arguments.size ? r.arguments.data[i] : r.columns.data[i - r.arguments.size];
    h = mix(mix(h, static_cast<u64>(a.what)), mix(a.name ? a.name->hash : 0, a.default_value.hash));
  }
  using v = routine_def::volatility;
  using p = routine_def::parallelism;
  h = mix(h, static_cast<u64>(r.volatile_is == v::unsaid ? v::volatile_ : r.volatile_is) * 8 + static_cast<u64>(r.parallel == p::unsaid ? p::unsafe : r.parallel));
  h = mix(h, r.strict + r.security_definer * 2 + r.leakproof * 4 + r.window * 8 + r.standard_body * 16 + r.returns_set * 32 + r.aggregate.final_extra * 64);
  h = mix(mix(h, r.language ? r.language->hash : model::lexical::word("sql")), r.symbol.hash);
  h = mix(mix(h, r.cost.hash), mix(r.rows.hash, r.support ? r.support->name.hash : 0));
  for (u32 i = 0; i < r.settings.size; ++i) h = mix(mix(h, r.settings.data[i].name.hash), r.settings.data[i].value.hash);
  if (d.what != entity_kind::aggregate) return h;
  h = mix(mix(h, r.aggregate.initial.hash), mix(r.aggregate.initial.size, r.aggregate.sort_operator.hash));
  for (u32 i = 0; i < aggregate_functions; ++i)
    if (const model::object_name* f = function_at(r.aggregate, i)) {
      const u32 e = entry(type_count(r) + i), k = names::slot_of(e);
      h = mix(mix(h, e ? s.entities[k].name->hash : f->name.hash), e ? s.entities[k].schema_key : names::schema_key(f->schema));
    }
  return h;
}
/// Of the state's.
constexpr u64 of_routine(const auto& s, u32 i) {
  return of_routine(s, *s.entities[i].def, [&](u32 n) { return s.uses[s.entities[i].first_use + n]; });
}
/// Of a declaration.
constexpr u64 of_routine(const auto& s, const entity_def& d) {
  return of_routine(s, d, [](u32) { return 0u; });
}

}  // namespace digests

}  // namespace skein::checks
