// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Storage parameters of tables and indexes.

#include <skein/model/member.hpp>
#include <skein/render/quote.hpp>

namespace skein::render {

/// The name of a parameter, which may have a namespace of its own: `toast.autovacuum_enabled`.
inline std::string parameter_name(std::string_view name) {
  const auto dot = name.find('.');
  return dot == name.npos ? identifier(name) : identifier(name.substr(0, dot)) + "." + identifier(name.substr(dot + 1));
}

/// Numbers and switches stand as they are, any other value as a string.
inline std::string parameter_value(std::string_view value) {
  const bool number = !value.empty() && value.find_first_not_of("0123456789") == value.npos;
  const bool word = value == "true" || value == "false" || value == "on" || value == "off" || value == "auto";
  return number || word ? std::string(value) : literal(value);
}

/// `fillfactor = 70`.
inline std::string parameter(const model::parameter& p) {
  return fmt::format("{} = {}", parameter_name(view(p.name)), parameter_value(view(p.value)));
}

}  // namespace skein::render
