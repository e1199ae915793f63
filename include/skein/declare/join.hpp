// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Names and SQL put together from a table's name, for a change that concerns many of them.

#include <skein/model/text.hpp>

namespace skein {

namespace model {

/// What stands in `join<…>` and `join_sql<…>`: words, or a name.
template <class T>
struct part {
  T value;
  consteval part(const T& of) : value(of) {}  // NOLINT: implicit by design
  template <std::size_t N>
    requires __is_same(T, literal<N>)
  consteval part(const char (&words)[N]) : value(words) {}  // NOLINT: implicit by design
};
template <std::size_t N>
part(const char (&)[N]) -> part<literal<N>>;

/// Writes a text of size N, or counts what it would be.
struct joiner {
  char* to;
  u32 size = 0;

  consteval void put(char c) {
    if (to) to[size] = c;
    ++size;
  }
  consteval void name(const ident& n) {
    for (u32 i = 0; i < n.kept(); ++i) put(n.text[i]);
  }
  consteval void quoted(const ident& n) {
    put('"');
    for (u32 i = 0; i < n.kept(); ++i) {
      if (n.text[i] == '"') put('"');
      put(n.text[i]);
    }
    put('"');
  }

  template <std::size_t N>
  consteval void join(const literal<N>& words) {
    for (u32 i = 0; i + 1 < N; ++i) put(words.text[i]);
  }
  consteval void join(const ident& n) { name(n); }
  consteval void join(const object_name& n) { name(n.name); }

  template <std::size_t N>
  consteval void write(const literal<N>& words) { join(words); }
  consteval void write(const ident& n) { quoted(n); }
  consteval void write(const object_name& n) {
    if (!n.schema.empty()) quoted(n.schema), put('.');
    quoted(n.name);
  }
};

template <part... Part>
struct joined {
  static consteval joiner as_name(char* to) {
    joiner j{to};
    (j.join(Part.value), ...);
    return j;
  }
  static consteval joiner as_sql(char* to) {
    joiner j{to};
    (j.write(Part.value), ...);
    return j;
  }
  static consteval auto name() {
    char text[as_name(nullptr).size + 1]{};
    as_name(text);
    return literal(text);
  }
  static consteval auto sql() {
    char text[as_sql(nullptr).size + 1]{};
    as_sql(text);
    return literal(text);
  }
};

}  // namespace model

/// Words and names as one name or one comment: `join<"ix_", Table, "_tenant">`. Of a qualified name it takes the last part.
template <model::part... Part>
inline constexpr auto join = model::joined<Part...>::name();

/// Words and names as SQL: `execute<join_sql<"UPDATE ", Table, " SET tenant_id = 1">, undo<"">>`. Names are quoted, and
/// qualified where they have a schema.
template <model::part... Part>
inline constexpr auto join_sql = model::joined<Part...>::sql();

}  // namespace skein
