// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Functions, procedures and aggregates as the user would write them. Templates, so that who has nothing to say of them does not
/// pay for the words.

#include <skein/check/spell/spell.hpp>
#include <skein/model/routine.hpp>

namespace skein::checks::spelling {

/// The types that tell it apart: `(integer, text)`.
constexpr void arguments(auto& b, const model::routine_def& r) {
  const char* separator = "";
  b << "(";
  for (u32 i = 0; i < r.arguments.size; ++i) {
    const model::argument& a = r.arguments.data[i];
    if (!a.is_input()) continue;
    b << separator;
    if (a.type->id == model::type_id::named && !a.type->dims) b << a.type->user->name;
    else type(b, *a.type);
    separator = ", ";
  }
  b << ")";
}

constexpr void argument(auto& b, const model::argument& a) {
  constexpr const char* modes[]{"in<", "out<", "inout<", "variadic<", "column<"};
  b << modes[static_cast<u32>(a.what)];
  if (a.name) b << *a.name;
  else b.word("");
  b << ", ";
  type(b, *a.type);
  if (a.default_value) b << ", default_<" << a.default_value << ">";
  b << ">";
}

constexpr void returned(auto& b, const model::routine_def& r) {
  if (r.columns.size) {
    b << ", returns_table<";
    for (u32 i = 0; i < r.columns.size; ++i) {
      if (i) b << ", ";
      argument(b, r.columns.data[i]);
    }
    b << ">";
  }
  if (!r.result) return;
  const auto is = [&](const model::data_type& t) { return same(*r.result, t); };
  if (is(model::void_type) || is(model::trigger_type) || is(model::event_trigger_type) || is(model::record_type)) {
    (b << (r.returns_set ? ", returns_setof_" : ", returns_")).token(r.result->user->name);
    return;
  }
  b << (r.returns_set ? ", returns_setof<" : ", returns<");
  type(b, *r.result);
  b << ">";
}

constexpr void aggregate_parts(auto& b, const model::aggregate_def& a) {
  const auto function = [&](const char* word, const model::object_name* n) {
    if (!n) return;
    b << ", " << word << "<";
    name(b, *n);
    b << ">";
  };
  function("transition_function", a.transition);
  if (a.state) {
    b << ", state_type<";
    type(b, *a.state);
    b << ">";
  }
  function("final_function", a.final);
  if (a.final_extra) b << ", final_function_extra";
  function("combine_function", a.combine);
  function("serial_function", a.serial);
  function("deserial_function", a.deserial);
  if (a.initial) b << ", initial_state<" << a.initial << ">";
  if (a.sort_operator) b << ", sort_operator<" << a.sort_operator << ">";
}

/// `create_function<f, arguments<in<a, integer>>, returns<integer>, language<sql>, body<SELECT a>>` without the end.
constexpr void creating_routine(auto& b, const model::entity_def& d) {
  const model::routine_def& r = *d.routine;
  using kind = model::entity_kind;
  b << (d.what == kind::function ? "create_function<" : d.what == kind::procedure ? "create_procedure<" : "create_aggregate<");
  name(b, *d.name);
  if (r.arguments.size) {
    b << ", arguments<";
    for (u32 i = 0; i < r.arguments.size; ++i) {
      if (i) b << ", ";
      argument(b, r.arguments.data[i]);
    }
    b << ">";
  }
  returned(b, r);
  aggregate_parts(b, r.aggregate);
  constexpr const char* volatilities[]{"", ", immutable", ", stable", ", volatile_"};
  constexpr const char* parallels[]{"", ", parallel_safe", ", parallel_restricted", ", parallel_unsafe"};
  b << volatilities[static_cast<u32>(r.volatile_is)] << parallels[static_cast<u32>(r.parallel)];
  if (r.strict) b << ", strict";
  if (r.security_definer) b << ", security_definer";
  if (r.leakproof) b << ", leakproof";
  if (r.window) b << ", window";
  if (r.cost) b << ", cost<" << r.cost << ">";
  if (r.rows) b << ", rows<" << r.rows << ">";
  for (u32 i = 0; i < r.settings.size; ++i) {
    b << (i ? ", " : ", set_config<");
    parameter(b, r.settings.data[i]);
  }
  if (r.settings.size) b << ">";
  if (r.language) b << ", language<" << *r.language << ">";
  if (r.symbol) b << ", compiled<" << r.body << ", " << r.symbol << ">";
  else if (r.body.data) b << (r.standard_body ? ", standard_body<" : ", body<") << r.body << ">";
}

/// `function<f, integer` without the end, behind what is done with it.
constexpr void input_types(auto& b, const model::routine_def& r) {
  for (u32 i = 0; i < r.arguments.size; ++i)
    if (const model::argument& a = r.arguments.data[i]; a.is_input()) {
      b << ", ";
      type(b, *a.type);
    }
}
constexpr void routine_by_types(auto& b, model::entity_kind what, const model::routine_def& r, const ident* schema, const ident& called) {
  using kind = model::entity_kind;
  b << (what == kind::function ? "function<" : what == kind::procedure ? "procedure<" : "aggregate<");
  name(b, schema, called);
  input_types(b, r);
}
/// `drop_function<f, integer` without the end.
constexpr void dropping_routine(auto& b, const model::entity_def& d, const ident* schema, const ident& called) {
  b << "drop_";
  routine_by_types(b, d.what, *d.routine, schema, called);
}

}  // namespace skein::checks::spelling
