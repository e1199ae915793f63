// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// What stands in a declaration where it has no place, and where it would have one.

#include <skein/check/sentence/writer.hpp>

namespace skein::checks::sentences {

using enum fact;

/// What PostgreSQL calls a type that C++ has.
struct namesake {
  const char* cpp;
  const char* sql;
};
inline constexpr namesake namesakes[]{
    {"int", "integer"}, {"long", "bigint"}, {"long int", "bigint"}, {"long long", "bigint"}, {"long long int", "bigint"},
    {"short", "smallint"}, {"short int", "smallint"}, {"bool", "boolean"}, {"float", "real"}, {"double", "double_precision"},
    {"char", "character<1>"}, {"std::__cxx11::basic_string<...>", "text"}, {"std::basic_string<...>", "text"}};

constexpr bool same_text(const char* a, const char* b) {
  while (*a && *a == *b) ++a, ++b;
  return *a == *b;
}
/// What stands where it has no place.
constexpr void of_misplaced(auto& w) {
  if (w.v.column) w.say({"column ", column, ": "});
  if (!w.v.type) return w.say({text});
  const ident& name = w.v.type->user->name;
  w.b << name << " is no type of PostgreSQL; write ";
  for (const namesake& known : namesakes)
    if (same_text(known.cpp, name.text)) return void(w.b << known.sql);
  w.b << "one such as bigint or varchar<40>, or type_named<...> for a type of an extension";
}

}  // namespace skein::checks::sentences
