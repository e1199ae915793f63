// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Functions, procedures and aggregates as SQL.

#include <skein/model/entity.hpp>
#include <skein/model/routine.hpp>
#include <skein/render/dollar_quote.hpp>
#include <skein/render/expression.hpp>
#include <skein/render/parameter.hpp>
#include <skein/render/type.hpp>

namespace skein::render::detail {

/// The arguments that tell it apart. Of a procedure with their mode: without one PostgreSQL would look among OUT arguments too.
inline std::string argument_types(const model::entity_def& d) {
  std::string out;
  for (const model::argument& a : d.routine->arguments)
    if (a.is_input()) out += (out.empty() ? "" : ", ") + std::string(d.what == model::entity_kind::procedure ? "IN " : "") + type(*a.type);
  return fmt::format("({})", out.empty() && d.what == model::entity_kind::aggregate ? "*" : out);
}

inline std::string argument(const model::argument& a) {
  constexpr const char* modes[]{"", "OUT ", "INOUT ", "VARIADIC ", ""};
  std::string out = modes[static_cast<int>(a.what)];
  if (a.name) out += identifier(*a.name) + " ";
  out += type(*a.type);
  if (a.default_value) out += fmt::format(" DEFAULT {}", view(a.default_value));
  return out;
}
inline std::string arguments(const model::list<model::argument>& list) {
  std::string out;
  for (const model::argument& a : list) out += (out.empty() ? "" : ", ") + argument(a);
  return out;
}

inline std::string create_aggregate(const model::entity_def& d) {
  const model::aggregate_def& a = d.routine->aggregate;
  std::string out = fmt::format("CREATE AGGREGATE {}({}) (SFUNC = {}, STYPE = {}", identifier(*d.name),
                                d.routine->arguments.empty() ? "*" : arguments(d.routine->arguments), identifier(*a.transition), type(*a.state));
  const auto function = [&](const char* word, const model::object_name* n) {
    if (n) out += fmt::format(", {} = {}", word, identifier(*n));
  };
  function("FINALFUNC", a.final);
  if (a.final_extra) out += ", FINALFUNC_EXTRA";
  function("COMBINEFUNC", a.combine);
  function("SERIALFUNC", a.serial);
  function("DESERIALFUNC", a.deserial);
  if (a.initial) out += ", INITCOND = " + literal(view(a.initial));
  if (a.sort_operator) out += fmt::format(", SORTOP = {}", view(a.sort_operator));
  constexpr const char* parallels[]{"", "SAFE", "RESTRICTED", "UNSAFE"};
  if (d.routine->parallel != model::routine_def::parallelism::unsaid)
    out += fmt::format(", PARALLEL = {}", parallels[static_cast<int>(d.routine->parallel)]);
  return out + ")";
}

inline std::string create_routine(const model::entity_def& d, bool replacing) {
  if (d.what == model::entity_kind::aggregate) return create_aggregate(d);
  const model::routine_def& r = *d.routine;
  std::string out = fmt::format("CREATE {}{} {}({})", replacing ? "OR REPLACE " : "", traits_of(d.what).sql, identifier(*d.name), arguments(r.arguments));
  if (r.columns.size) out += fmt::format(" RETURNS TABLE ({})", arguments(r.columns));
  else if (r.result) out += fmt::format(" RETURNS {}{}", r.returns_set ? "SETOF " : "", type(*r.result));
  if (r.language) out += " LANGUAGE " + identifier(*r.language);
  constexpr const char* volatilities[]{"", " IMMUTABLE", " STABLE", " VOLATILE"};
  constexpr const char* parallels[]{"", " PARALLEL SAFE", " PARALLEL RESTRICTED", " PARALLEL UNSAFE"};
  if (r.window) out += " WINDOW";
  out += volatilities[static_cast<int>(r.volatile_is)];
  if (r.leakproof) out += " LEAKPROOF";
  if (r.strict) out += " STRICT";
  if (r.security_definer) out += " SECURITY DEFINER";
  out += parallels[static_cast<int>(r.parallel)];
  if (r.cost) out += fmt::format(" COST {}", view(r.cost));
  if (r.rows) out += fmt::format(" ROWS {}", view(r.rows));
  if (r.support) out += " SUPPORT " + identifier(*r.support);
  for (const model::parameter& p : r.settings) out += fmt::format(" SET {} TO {}", parameter_name(view(p.name)), view(p.value));
  if (r.standard_body) return out + fmt::format("\n{}", without_semicolon(view(r.body)));
  const std::string_view text = view(r.body);
  if (r.symbol) return out + fmt::format(" AS {}, {}", literal(text), literal(view(r.symbol)));
  return out + " AS " + (text.find('\n') == text.npos && text.find('\'') == text.npos ? literal(text) : dollar_quoted(text, "body"));
}

}  // namespace skein::render::detail
