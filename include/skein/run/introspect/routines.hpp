// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Functions and procedures. Those that come with a range type are not among them.

#include <skein/model/routine.hpp>
#include <skein/run/introspect/printed.hpp>
#include <skein/run/introspect/tables.hpp>

namespace skein::run::introspection {

namespace detail {

/// `search_path=app, "$user"` as it stands behind SET … TO: what is a list is one of strings.
inline model::parameter setting_in(reading& in, std::string_view stored) {
  const auto equals = stored.find('=');
  const std::string_view name = stored.substr(0, equals);
  std::string_view value = equals == stored.npos ? "" : stored.substr(equals + 1);
  std::string text;
  constexpr std::string_view lists[]{"search_path", "temp_tablespaces", "local_preload_libraries",
                                     "session_preload_libraries"};
  if (std::find(std::begin(lists), std::end(lists), name) == std::end(lists)) {
    text = render::literal(value);
  } else {
    for (std::string_view each : printed::parts(value)) {
      const bool quoted = each.starts_with('"');
      std::string word;
      if (quoted) each = each.substr(1, each.size() - 2);
      for (std::size_t i = 0; i < each.size(); i += quoted && each.substr(i).starts_with("\"\"") ? 2 : 1)
        word += each[i];
      text += (text.empty() ? "" : ", ") + render::literal(word);
    }
    if (text.empty()) text = "''";
  }
  return {in.words.text(name), in.words.text(text)};
}

inline model::argument::mode mode_of(char letter) {
  using mode = model::argument::mode;
  switch (letter) {
    case 'o':
      return mode::out;
    case 'b':
      return mode::inout;
    case 'v':
      return mode::variadic;
    case 't':
      return mode::column;
    default:
      return mode::in;
  }
}

}  // namespace detail

/// The arguments of every routine, those that it returns among them.
using argument_lists = std::unordered_map<oid, std::vector<model::argument>>;

inline argument_lists read_arguments(reading& in) {
  const rows found = in.from.read(
      R"(SELECT p.oid, a.type, p.proargmodes[a.n], p.proargnames[a.n], pg_get_function_arg_default(p.oid, a.n::int)
FROM pg_proc p JOIN spaces s ON s.oid = p.pronamespace
CROSS JOIN LATERAL unnest(coalesce(p.proallargtypes, p.proargtypes::oid[])) WITH ORDINALITY a(type, n)
WHERE ('pg_proc'::regclass, p.oid) NOT IN (SELECT classid, objid FROM members) ORDER BY p.oid, a.n)");
  argument_lists out;
  each_record(found, [&](const record& r) {
    model::argument a{detail::mode_of(r.letter(2)), nullptr, in.types.of(r.id(1)), in.words.text(r.view(4)), {}};
    if (!r.view(3).empty()) a.name = in.words.name(r.view(3));
    out[r.id(0)].push_back(a);
  });
  return out;
}

/// `SET name TO value` of every routine.
inline parameter_lists read_settings(reading& in) {
  const rows found = in.from.read(R"(SELECT p.oid, c.stored FROM pg_proc p JOIN spaces s ON s.oid = p.pronamespace
CROSS JOIN LATERAL unnest(p.proconfig) WITH ORDINALITY c(stored, n) ORDER BY p.oid, c.n)");
  parameter_lists out;
  each_record(found, [&](const record& r) { out[r.id(0)].push_back(detail::setting_in(in, r.view(1))); });
  return out;
}

namespace detail {

/// Into arguments that are passed, or OUT, and the columns of RETURNS TABLE.
inline void set_arguments(reading& in, model::routine_def& d, const std::vector<model::argument>& all) {
  std::vector<model::argument> passed, columns;
  for (const model::argument& a : all) (a.what == model::argument::mode::column ? columns : passed).push_back(a);
  d.arguments = in.make_list(passed);
  d.columns = in.make_list(columns);
}
inline bool has_output(const model::routine_def& d) {
  return d.columns.size ||
         std::any_of(d.arguments.begin(), d.arguments.end(), [](const model::argument& a) { return a.is_output(); });
}

}  // namespace detail

/// What PostgreSQL gives a routine unasked is not said. Routines whose body is a string are read behind all that they
/// may name.
inline void read_routines(reading& in, const argument_lists& arguments, const parameter_lists& settings) {
  using kind = model::entity_kind;
  using volatility = model::routine_def::volatility;
  using parallelism = model::routine_def::parallelism;
  const char* parsed = in.from.server_version() >= 140000 ? "pg_get_function_sqlbody(p.oid)" : "NULL";
  const rows found = in.from.read(fmt::format(
      R"(SELECT p.oid, s.nspname, p.proname, p.prokind, l.lanname, p.prosrc, p.probin, {}, p.provolatile,
    p.proparallel,
  p.proisstrict, p.prosecdef, p.proleakproof, p.prorettype, p.proretset, nullif(p.procost, CASE
      WHEN l.lanname IN ('c', 'internal') THEN 1 ELSE 100 END),
  nullif(p.prorows, CASE WHEN p.proretset THEN 1000 ELSE 0 END), u.nspname, u.proname,
      obj_description(p.oid, 'pg_proc'),
  pg_get_function_identity_arguments(p.oid)
FROM pg_proc p JOIN spaces s ON s.oid = p.pronamespace JOIN pg_language l ON l.oid = p.prolang
LEFT JOIN routines u ON u.oid = p.prosupport
WHERE p.prokind <> 'a' AND ('pg_proc'::regclass, p.oid) NOT IN (SELECT classid, objid FROM members)
  AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid
      AND d.deptype = 'i')
ORDER BY p.oid)",
      parsed));
  each_record(found, [&](const record& r) {
    const std::string language = r.text(4);
    const bool procedure = r.letter(3) == 'p';
    model::routine_def d{};
    if (const auto own = arguments.find(r.id(0)); own != arguments.end()) detail::set_arguments(in, d, own->second);
    d.returns_set = r.truth(14);
    if (!procedure && (!detail::has_output(d) || (d.returns_set && d.columns.empty())))
      d.result = in.types.of(r.id(13));
    d.language = in.words.name(language);
    d.standard_body = r.has(7);
    d.body = in.words.arena().text(d.standard_body ? r.view(7) : language == "c" ? r.view(6) : r.view(5));
    if (language == "c") d.symbol = in.words.text(r.view(5));
    if (const char v = r.letter(8); v != 'v') d.volatile_is = v == 'i' ? volatility::immutable : volatility::stable;
    if (const char p = r.letter(9); p != 'u') d.parallel = p == 's' ? parallelism::safe : parallelism::restricted;
    d.strict = r.truth(10), d.security_definer = r.truth(11), d.leakproof = r.truth(12), d.window = r.letter(3) == 'w';
    d.cost = in.words.text(r.view(15));
    d.rows = in.words.text(r.view(16));
    if (r.has(18)) d.support = in.words.visible(r.view(17), r.view(18));
    if (const auto own = settings.find(r.id(0)); own != settings.end()) d.settings = in.make_list(own->second);
    const auto* routine = in.make(d);
    const auto* entity = in.make(model::entity_def{.what = procedure ? kind::procedure : kind::function,
                                                   .name = in.words.name(r.view(1), r.view(2)),
                                                   .body = routine->body,
                                                   .routine = routine});
    const bool late = !d.standard_body && (language == "sql" || language == "plpgsql");
    const std::string called = fmt::format("{}({})", spelled(r.view(1), r.view(2)), r.view(20));
    draft made{late ? stage::late_routine : stage::object,
               {catalog_oid::routine, r.id(0)},
               procedure ? "procedure" : "function",
               called,
               {in.step({.what = model::op::create_entity, .entity = entity})},
               fmt::format("DROP {} {}", procedure ? "PROCEDURE" : "FUNCTION", called),
               {},
               entity->name};
    in.comment_on(made, entity, r, 19);
    in.drafts.push_back(std::move(made));
  });
}

}  // namespace skein::run::introspection
