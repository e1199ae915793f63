// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Which strings of an expression are labels of enum types: where it is certain that one is, the whole of a default, in a cast, in a
/// comparison with a column.

#include <skein/check/tables/base_type.hpp>

namespace skein::checks {

using model::entity_kind;

/// What values of a type are: of an enum, or arrays of it. Type 0: of none.
struct enum_values {
  u32 type = 0;
  bool array = false;
};
constexpr enum_values enum_of(const auto& s, const model::data_type& t) {
  if (t.id != model::type_id::named) return {};
  const model::data_type& base = base_type(s, t);
  const u32 i = type_entity(s, base);
  if (!i || s.entities[i].what != entity_kind::enumeration) return {};
  return {i, base.dims > 0};
}

/// Walks over the labels in a text and calls `found(type, text)` with each; the text stands as it is written between its quotes.
/// Of a cast of anything else, and of an array, it says the type, with no text.
/// `whole` is what the whole text is a value of, and in a domain VALUE.
template <class State, class F>
class label_walk : lexical::scanner {
 public:
  constexpr label_walk(const State& s, const text_view& sql, u32 table, enum_values whole, F& found)
      : scanner(sql.data, sql.size), s_(s), table_(table), whole_(whole), found_(found) {}

  constexpr void run() {
    while (at_ < size_) {
      using lexical::starts;
      const u32 begin = at_;
      switch (lexical::start_of(text_[at_])) {
        case starts::blank: ++at_; continue;
        case starts::word: read_word(); continue;
        case starts::quoted: read_name(word()); continue;
        case starts::string: skip_string(false); read_string(begin); continue;
        case starts::colon:
          if (peek(1) == ':') read_cast();
          else ++at_;
          break;
        case starts::dollar: skip_dollar(); break;
        case starts::dash:
          if (peek(1) == '-') { skip_line(); continue; }
          ++at_;
          break;
        case starts::slash:
          if (peek(1) == '*') { skip_comment(); continue; }
          ++at_;
          break;
        default:
          ++at_;
          if (reads_on(text_[begin])) continue;
      }
      stop();
    }
  }

 private:
  /// Where the walk is: behind a column of an enum type, behind what compares it, in a list.
  enum class place : unsigned char { anywhere, column, comparison, list };

  constexpr void stop() { place_ = place::anywhere, waiting_ = {}; }
  /// Whether the character leaves the column, and the string before it, waiting for what comes.
  constexpr bool reads_on(char c) {
    switch (c) {
      case '=':
      case '<':
      case '>':
      case '!':
        if (place_ == place::column) place_ = place::comparison;
        return place_ == place::comparison || waiting_;
      case '(': waiting_ = {}; return place_ == place::comparison || place_ == place::list;
      case ',': waiting_ = {}; return place_ == place::list;
      default: return false;
    }
  }
  /// The word from here, in double quotes or not.
  constexpr identifier word() {
    const u32 begin = at_;
    const bool quoted = peek(0) == '"';
    const u32 hash = quoted ? skip_quoted() : skip_word();
    return {text_ + begin + quoted, at_ - begin - 2 * quoted, text_ + begin, text_ + at_, hash, quoted, false};
  }
  constexpr void read_word() {
    const identifier i = word();
    if (peek(0) == '\'') {  // E'…', B'…', X'…'
      skip_string(i.size == 1 && lexical::lower(*i.data) == 'e');
      return stop();
    }
    if (i.hash == lexical::word("as")) {  // CAST (x AS type)
      if (const u32 type = read_type().type) found_(type, text_view{});
      return stop();
    }
    if (place_ == place::column) {
      if (i.hash == lexical::word("is") || i.hash == lexical::word("not") || i.hash == lexical::word("distinct")) return;
      if (i.hash == lexical::word("from")) return void(place_ = place::comparison);
      if (i.hash == lexical::word("in")) return void(place_ = place::list);
    }
    read_name(i);
  }
  constexpr void read_name(const identifier& i) {
    const u32 next = after_blanks();
    const char c = next < size_ ? text_[next] : '\0';
    if (c == '.') {  // a qualifier
      at_ = next + 1;
      place_ = place::anywhere;
      return;
    }
    const text_view before = waiting_;
    stop();
    if (c == '(') return;
    enum_values is = !table_ && same(value_, i) ? whole_ : enum_values{};
    if (const u32 column = table_ ? names::find_column(s_, table_, i) : 0) is = enum_of(s_, *s_.columns[column].type);
    if (!is.type || is_cast()) return;
    if (before) read_value(is, before);
    place_ = place::column;
    compared_ = is;
  }
  constexpr void read_string(u32 begin) {
    const text_view content{text_ + begin + 1, at_ - begin - 2, 0};
    const place where = place_;
    const bool first = at_begin(begin);
    if (is_cast()) {
      stop();
      return read_value(read_cast(), content);
    }
    if (where == place::comparison || where == place::list) {
      read_value(compared_, content);
      if (where == place::comparison) stop();
      return;
    }
    stop();
    if (first && after_blanks() >= size_) read_value(whole_, content);
    else waiting_ = content;
  }
  /// A label, or the labels of an array: `{sad,"so so",NULL}`.
  constexpr void read_value(const enum_values& is, const text_view& content) {
    if (!is.type) return;
    if (!is.array) return found_(is.type, content);
    found_(is.type, text_view{});
    for (u32 i = 0; i < content.size; ++i) {
      const char c = content.data[i];
      if (c == '\\') return;
      if (c == '{' || c == '}' || c == ',' || lexical::start_of(c) == lexical::starts::blank) continue;
      const bool quoted = c == '"';
      const u32 from = i += quoted;
      const auto ends = [&](char at) { return quoted ? at == '"' : at == ',' || at == '}'; };
      while (i < content.size && !ends(content.data[i])) ++i;
      const text_view element{content.data + from, i - from, 0};
      if (quoted || !is_null(element)) found_(is.type, element);
    }
  }
  /// Whether nothing stands before.
  constexpr bool at_begin(u32 at) const {
    while (at && lexical::start_of(text_[at - 1]) == lexical::starts::blank) --at;
    return !at;
  }
  constexpr bool is_cast() const {
    const u32 i = after_blanks();
    return i + 1 < size_ && text_[i] == ':' && text_[i + 1] == ':';
  }
  static constexpr bool is_null(const text_view& t) {
    return t.size == 4 && lexical::lower(t.data[0]) == 'n' && lexical::lower(t.data[1]) == 'u' && lexical::lower(t.data[2]) == 'l' && lexical::lower(t.data[3]) == 'l';
  }
  /// What the cast that comes makes of it.
  constexpr enum_values read_cast() {
    at_ = after_blanks() + 2;
    const enum_values to = read_type();
    if (to.type) found_(to.type, text_view{});
    return to;
  }
  constexpr enum_values read_type() {
    u32 schema = 0;
    identifier name = read_part();
    if (const u32 next = after_blanks(); next < size_ && text_[next] == '.') {
      schema = same(model::public_schema, name) ? 0 : name.hash;
      at_ = next + 1;
      name = read_part();
    }
    const u32 next = after_blanks();
    const u32 i = name.size ? names::find_entity(s_, entity_kind::type, schema, 0, name) : 0;
    if (!i || s_.entities[i].what != entity_kind::enumeration) return {};
    return {i, next < size_ && text_[next] == '['};
  }
  constexpr identifier read_part() {
    at_ = after_blanks();
    return word();
  }

  static constexpr ident value_{"value"};

  const State& s_;
  u32 table_;
  enum_values whole_;
  F& found_;
  place place_ = place::anywhere;
  enum_values compared_{};  ///< what the column that stands before has
  text_view waiting_{};    ///< a string that may be compared with what comes
};

constexpr void each_label(const auto& s, const text_view& sql, u32 table, enum_values whole, auto&& found) { label_walk(s, sql, table, whole, found).run(); }

}  // namespace skein::checks
