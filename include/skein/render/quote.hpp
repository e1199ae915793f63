// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Names and literals as SQL: whatever they contain, they stay one name and one literal.

#include <skein/model/text.hpp>
#include <skein/render/keyword.hpp>

#include <fmt/format.h>

#include <string>

namespace skein::render {

inline std::string_view view(const model::ident& name) { return {name.text, name.kept()}; }
inline std::string_view view(const model::text_view& text) { return {text.data, text.size}; }

/// `text` with every `c` in it written twice.
inline std::string doubled(std::string_view text, char c) {
  std::string out;
  out.reserve(text.size() + 2);
  for (char each : text) {
    if (each == c) out += c;
    out += each;
  }
  return out;
}

/// Whether a name means the same without quotes: lower case, and no keyword.
inline bool is_plain_name(std::string_view name) {
  const auto starts = [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; };
  const auto continues = [&](char c) { return starts(c) || (c >= '0' && c <= '9'); };
  return !name.empty() && starts(name[0]) && std::all_of(name.begin(), name.end(), continues) && !is_keyword(name);
}

/// A name, quoted where it needs it, as PostgreSQL's own `quote_ident` does.
inline std::string identifier(std::string_view name) {
  return is_plain_name(name) ? std::string(name) : fmt::format("\"{}\"", doubled(name, '"'));
}
inline std::string identifier(const char* name) { return identifier(std::string_view(name)); }
inline std::string identifier(const model::ident& name) { return identifier(view(name)); }

/// A name in its schema, which is written only if it was declared, with `qualified`.
inline std::string identifier(const model::object_name& name) {
  return name.schema.empty() ? identifier(name.name)
                             : fmt::format("{}.{}", identifier(name.schema), identifier(name.name));
}

/// A name for people: as it is, in its schema unless that is public.
inline std::string shown(const model::ident& schema, std::string_view name) {
  return model::is_default(schema) ? std::string(name) : fmt::format("{}.{}", view(schema), name);
}
inline std::string shown(const model::object_name& name) { return shown(name.schema, view(name.name)); }

/// Names, separated by commas.
inline std::string identifiers(const model::names& names) {
  std::string out;
  for (const model::ident* name : names) {
    if (!out.empty()) out += ", ";
    out += identifier(*name);
  }
  return out;
}

/// A string constant. With a backslash in it the E'' form, which does not depend on `standard_conforming_strings`.
inline std::string literal(std::string_view text) {
  const bool escaped = text.find('\\') != text.npos;
  return fmt::format("{}'{}'", escaped ? "E" : "", escaped ? doubled(doubled(text, '\''), '\\') : doubled(text, '\''));
}

}  // namespace skein::render
