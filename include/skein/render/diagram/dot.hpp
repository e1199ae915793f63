// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Pictures in DOT, which Graphviz draws: `dot -Tsvg`.

#include <skein/render/diagram/picture.hpp>
#include <skein/render/migration.hpp>

#include <fmt/format.h>

#include <string>
#include <string_view>

namespace skein::render::diagram {

namespace detail::dot {

inline std::string in_quotes(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += static_cast<unsigned char>(c) < ' ' ? ' ' : c;
  }
  return out + '"';
}
/// Inside of an HTML-like label.
inline std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text)
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      default: out += static_cast<unsigned char>(c) < ' ' ? ' ' : c;
    }
  return out;
}
inline const char* ink(change is) {
  switch (is) {
    case change::added: return "#1a7f37";
    case change::removed: return "#cf222e";
    case change::changed: return "#9a6700";
    default: return "#24292f";
  }
}
inline const char* paper(change is) {
  switch (is) {
    case change::added: return "#dafbe1";
    case change::removed: return "#ffebe9";
    case change::changed: return "#fff8c5";
    default: return "#ffffff";
  }
}

inline std::string cell(std::string_view text, change is) {
  return fmt::format("<TD ALIGN=\"LEFT\" BGCOLOR=\"{}\"><FONT COLOR=\"{}\">{}</FONT></TD>", paper(is), ink(is), escaped(text));
}
inline std::string row(const drawn_column& c) {
  std::string_view key = c.primary ? "PK" : c.foreign ? "FK" : c.unique ? "UK" : "";
  return fmt::format("      <TR>{}{}{}</TR>\n", cell(c.name, c.is), cell(c.type + (c.not_null && !c.primary ? " not null" : ""), c.is),
                     cell(key.empty() ? " " : key, c.is));
}

}  // namespace detail::dot

/// Tables as boxes with their columns, foreign keys as arrows with crow's feet at the end where many rows may be.
inline std::string dot(const picture& p) {
  namespace own = detail::dot;
  std::string out =
      "digraph schema {\n"
      "  graph [rankdir=LR]\n"
      "  node [shape=plain fontname=\"Helvetica\" fontsize=11]\n"
      "  edge [fontname=\"Helvetica\" fontsize=9 dir=both]\n";
  for (const drawn_table& t : p.tables) {
    out += fmt::format("  {} [label=<\n    <TABLE BORDER=\"0\" CELLBORDER=\"1\" CELLSPACING=\"0\" CELLPADDING=\"4\" COLOR=\"{}\">\n", own::in_quotes(t.name), own::ink(t.is));
    out += fmt::format("      <TR><TD COLSPAN=\"3\" BGCOLOR=\"{}\"><B>{}</B></TD></TR>\n", t.is == change::none ? "#eaeef2" : own::paper(t.is), own::escaped(t.name));
    for (const drawn_column& c : t.columns) out += own::row(c);
    out += "    </TABLE>>]\n";
  }
  for (const drawn_reference& r : p.references)
    out += fmt::format("  {} -> {} [label={} color=\"{}\" arrowtail={} arrowhead={}]\n", own::in_quotes(r.from), own::in_quotes(r.to), own::in_quotes(r.columns),
                       own::ink(r.is), r.unique ? "teeodot" : "crowodot", r.optional ? "teeodot" : "teetee");
  return out + "}\n";
}

/// The graph of revisions, the base at the bottom.
inline std::string dot(const migrations& history) {
  namespace own = detail::dot;
  std::string out =
      "digraph history {\n"
      "  graph [rankdir=BT]\n"
      "  node [shape=box style=rounded fontname=\"Helvetica\" fontsize=11]\n";
  for (const migration& m : history) {
    out += fmt::format("  {} [label=<<B>{}</B><BR/>{}>]\n", own::in_quotes(m.id), own::escaped(m.id), own::escaped(m.message));
    for (const std::string& parent : m.parents) out += fmt::format("  {} -> {}\n", own::in_quotes(parent), own::in_quotes(m.id));
  }
  return out + "}\n";
}

}  // namespace skein::render::diagram
