// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Pictures in Mermaid, which GitHub and GitLab draw where a Markdown code block says ```mermaid.

#include <skein/render/diagram/picture.hpp>
#include <skein/render/migration.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>
#include <string_view>

namespace skein::render::diagram {

namespace detail::mermaid {

/// What Mermaid takes without quotes wherever a name stands; its own words begin some line or relationship.
inline bool is_plain(std::string_view name) {
  constexpr std::string_view words[]{"accDescr", "accTitle", "class", "classDef", "direction", "many", "one", "only",
                                     "optionally", "style", "title", "to", "u", "zero"};
  return !name.empty() && (name[0] < '0' || name[0] > '9') && name.find_first_not_of("abcdefghijklmnopqrstuvwxyz_0123456789") == name.npos &&
         std::find(std::begin(words), std::end(words), name) == std::end(words);
}
/// Between quotes: a quote is an entity there, and a line has to end where it ends.
inline std::string in_quotes(std::string_view text) {
  std::string out = "\"";
  for (const char c : text)
    if (c == '"') out += "#quot;";
    else if (c == '#') out += "#35;";
    else out += static_cast<unsigned char>(c) < ' ' ? ' ' : c;
  return out + '"';
}
/// A word where Mermaid takes no quotes.
inline std::string word(std::string_view text) {
  std::string out;
  for (const char c : text) out += std::isalnum(static_cast<unsigned char>(c)) || c == '_' || (!out.empty() && (c == '(' || c == ')' || c == '[' || c == ']')) ? c : '_';
  return out.empty() || std::isdigit(static_cast<unsigned char>(out[0])) ? "_" + out : out;
}
inline const char* style(change is) {
  switch (is) {
    case change::added: return ":::added";
    case change::removed: return ":::removed";
    default: return "";
  }
}
inline std::string_view said(change is) {
  switch (is) {
    case change::added: return "added";
    case change::removed: return "removed";
    case change::changed: return "changed";
    default: return "";
  }
}
constexpr std::string_view colours =
    "  classDef added fill:#dafbe1,stroke:#1a7f37,color:#1a7f37\n"
    "  classDef removed fill:#ffebe9,stroke:#cf222e,color:#cf222e\n";

inline std::string column(const drawn_column& c) {
  std::string out = fmt::format("    {} {}", word(c.type), word(c.name)), keys, notes;
  const auto add = [](std::string& to, std::string_view what) { to += (to.empty() ? "" : ", ") + std::string(what); };
  if (c.primary) add(keys, "PK");
  if (c.foreign) add(keys, "FK");
  if (c.unique) add(keys, "UK");
  if (c.is != change::none) add(notes, said(c.is));
  if (word(c.name) != c.name) add(notes, c.name);
  if (word(c.type) != c.type) add(notes, c.type);
  if (c.not_null && !c.primary) add(notes, "not null");
  if (!keys.empty()) out += " " + keys;
  if (!notes.empty()) out += " " + in_quotes(notes);
  return out + "\n";
}

}  // namespace detail::mermaid

/// `erDiagram`. Mermaid colours whole tables; what becomes of a column stands beside it.
inline std::string mermaid(const picture& p) {
  namespace own = detail::mermaid;
  std::map<std::string, std::string> called;  // tables whose names Mermaid does not take as they are
  std::string out = "erDiagram\n";
  bool coloured = false;
  for (const drawn_table& t : p.tables) {
    std::string shown = t.name;
    if (!own::is_plain(t.name)) {
      const std::string& id = called[t.name] = fmt::format("t{}_{}", called.size(), own::word(t.name));
      shown = fmt::format("{}[{}]", id, own::in_quotes(t.name));
    }
    out += fmt::format("  {}{}", shown, own::style(t.is));
    coloured |= *own::style(t.is) != 0;
    if (!t.columns.empty()) out += " {\n";
    for (const drawn_column& c : t.columns) out += own::column(c);
    out += t.columns.empty() ? "\n" : "  }\n";
  }
  const auto id = [&](const std::string& table) {
    const auto found = called.find(table);
    return found == called.end() ? table : found->second;
  };
  for (const drawn_reference& r : p.references) {
    std::string label = r.columns;
    if (r.is != change::none) label = fmt::format("{}: {}", own::said(r.is), label);
    out += fmt::format("  {} {}--{} {} : {}\n", id(r.from), r.unique ? "|o" : "}o", r.optional ? "o|" : "||", id(r.to), own::in_quotes(label));
  }
  if (coloured) out += own::colours;
  return out;
}

/// The graph of revisions, the base at the bottom.
inline std::string mermaid(const migrations& history) {
  namespace own = detail::mermaid;
  std::map<std::string, std::size_t> places;
  std::string out = "flowchart BT\n";
  for (const migration& m : history) {
    const std::size_t place = places.emplace(m.id, places.size()).first->second;
    out += fmt::format("  r{}[{}]\n", place, own::in_quotes(fmt::format("{} {}", m.id, m.message)));
    for (const std::string& parent : m.parents) out += fmt::format("  r{} --> r{}\n", places.at(parent), place);
  }
  return out;
}

}  // namespace skein::render::diagram
