// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// What bytes begin in SQL text, and which words belong to its grammar. (Documentation, "Lexical Structure" and
/// "SQL Key Words".)

#include <skein/model/text.hpp>

namespace skein::model {

/// An identifier in a text; its hash is that of the name it means (folded to lower case unless quoted).
struct identifier {
  const char* data;  ///< without quotes
  u32 size;
  const char* from;  ///< with its quotes and with the table's name before it
  const char* to;
  u32 hash;
  bool quoted;
  bool soft;         ///< a word of the grammar unless there is such a column
};

namespace lexical {

/// What a byte begins, outside of everything.
enum class starts : unsigned char { nothing, blank, word, number, colon, dot, dollar, string, quoted, dash, slash };

/// What each byte begins, and what it becomes inside a word, folded to lower case; 0 ends the word.
struct byte_table {
  starts begins[256]{};
  char folded[256]{};

  consteval byte_table() {
    for (int c = 0; c < 256; ++c) {
      const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 128;
      const bool digit = c >= '0' && c <= '9';
      begins[c] = letter ? starts::word : digit ? starts::number : c == ' ' || (c >= 9 && c <= 13) ? starts::blank : starts::nothing;
      if (letter || digit || c == '$') folded[c] = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    }
    begins[static_cast<int>('$')] = starts::dollar;
    begins[static_cast<int>('\'')] = starts::string;
    begins[static_cast<int>('"')] = starts::quoted;
    begins[static_cast<int>('-')] = starts::dash;
    begins[static_cast<int>('/')] = starts::slash;
    begins[static_cast<int>(':')] = starts::colon;
    begins[static_cast<int>('.')] = starts::dot;
  }
};
inline constexpr byte_table bytes;
constexpr starts start_of(char c) { return bytes.begins[static_cast<unsigned char>(c)]; }
constexpr char lower(char c) { return bytes.folded[static_cast<unsigned char>(c)]; }

/// A place in SQL text, and how to get past what is no word: strings, comments, dollar quotes.
class scanner {
 public:
  constexpr scanner(const char* text, u32 size) : text_(text), size_(size) {}

 protected:
  constexpr char peek(u32 ahead) const { return at_ + ahead < size_ ? text_[at_ + ahead] : '\0'; }
  constexpr u32 after_blanks() const {
    u32 i = at_;
    while (i < size_ && start_of(text_[i]) == starts::blank) ++i;
    return i;
  }

  /// Past a word; the hash of what it means, folded to lower case.
  constexpr u32 skip_word() {
    const char* const text = text_;  // a local: read at every character
    const u32 size = size_;
    u32 h = 0, i = at_;
    for (char c{}; i < size && (c = bytes.folded[static_cast<unsigned char>(text[i])]) != 0; ++i)
      h = h * hash_base + static_cast<unsigned char>(c);
    at_ = i;
    return h;
  }

  /// Past a name in double quotes; the hash of the name.
  constexpr u32 skip_quoted() {
    u32 h = 0;
    for (++at_; at_ < size_; ++at_) {
      if (text_[at_] == '"') {
        if (peek(1) != '"') break;
        ++at_;
      }
      h = hash_step(h, text_[at_]);
    }
    ++at_;
    return h;
  }

  constexpr void skip_number() {
    for (++at_; at_ < size_ && (lower(text_[at_]) || text_[at_] == '.');) ++at_;
  }

  constexpr void skip_string(bool backslashes) {
    for (++at_; at_ < size_; ++at_) {
      if (backslashes && text_[at_] == '\\') ++at_;
      else if (text_[at_] == '\'') {
        if (peek(1) != '\'') break;
        ++at_;
      }
    }
    ++at_;
  }

  constexpr void skip_dollar() {  // $1, or $tag$ … $tag$
    const u32 begin = at_++;
    while (at_ < size_ && text_[at_] != '$' && lower(text_[at_])) ++at_;
    if (at_ >= size_ || text_[at_] != '$' || (text_[begin + 1] >= '0' && text_[begin + 1] <= '9')) return;
    const u32 length = ++at_ - begin;
    for (; at_ < size_; ++at_) {
      u32 same = 0;
      while (same < length && at_ + same < size_ && text_[at_ + same] == text_[begin + same]) ++same;
      if (same == length) {
        at_ += length;
        return;
      }
    }
  }

  constexpr void skip_line() {
    while (at_ < size_ && text_[at_] != '\n') ++at_;
  }

  constexpr void skip_comment() {  // nested, as the standard wants
    u32 depth = 0;
    while (at_ < size_) {
      if (text_[at_] == '/' && peek(1) == '*') ++depth, at_ += 2;
      else if (text_[at_] == '*' && peek(1) == '/') {
        at_ += 2;
        if (--depth == 0) return;
      } else ++at_;
    }
  }

  const char* text_;
  u32 size_;
  u32 at_ = 0;
};

/// A word of the grammar, in lower case, by its hash.
template <std::size_t N>
consteval u32 word(const char (&w)[N]) {
  return hash_of(w);
}

/// A set of words by their hash.
template <u32 Size>
struct word_set {
  u32 slots[Size]{};

  template <std::size_t N>
  consteval word_set(const char* const (&words)[N]) {
    static_assert(N * 2 <= Size);
    for (const char* w : words) {
      u32 h = 0;
      while (*w) h = hash_step(h, *w++);
      u32 p = h & (Size - 1);
      while (slots[p]) p = (p + 1) & (Size - 1);
      slots[p] = h;
    }
  }
  constexpr bool has(u32 h) const {
    for (u32 p = h & (Size - 1); slots[p]; p = (p + 1) & (Size - 1))
      if (slots[p] == h) return true;
    return false;
  }
};

/// What words mean, by their hash; the first enumerator of any other.
template <class Key, u32 Bits>
struct word_map {
  static constexpr u32 size = 1u << Bits;
  u32 hashes[size]{};
  Key keys[size]{};

  template <std::size_t N>
  constexpr void all(Key k, const char* const (&list)[N]) {
    for (const char* w : list) {
      u32 h = 0;
      while (*w) h = hash_step(h, *w++);
      u32 p = (h * 2654435769u) >> (32 - Bits);
      while (hashes[p]) p = (p + 1) & (size - 1);
      hashes[p] = h;
      keys[p] = k;
    }
  }
  constexpr Key operator[](u32 h) const {
    for (u32 p = (h * 2654435769u) >> (32 - Bits); hashes[p]; p = (p + 1) & (size - 1))
      if (hashes[p] == h) return keys[p];
    return Key{};
  }
};

/// Reserved: never a column unless quoted.
inline constexpr word_set<256> reserved({
    "all", "analyse", "analyze", "and", "any", "array", "as", "asc", "asymmetric", "both", "case", "cast", "check",
    "collate", "column", "constraint", "create", "current_catalog", "current_date", "current_role", "current_time",
    "current_timestamp", "current_user", "default", "deferrable", "desc", "distinct", "do", "else", "end", "except", "false",
    "fetch", "for", "foreign", "from", "grant", "group", "having", "in", "initially", "intersect", "into", "lateral",
    "leading", "limit", "localtime", "localtimestamp", "not", "null", "offset", "on", "only", "or", "order", "placing",
    "primary", "references", "returning", "select", "session_user", "some", "symmetric", "system_user", "table", "then", "to",
    "trailing", "true", "union", "unique", "user", "using", "variadic", "when", "where", "window", "with", "is", "isnull",
    "notnull", "like", "ilike", "similar", "between", "overlaps", "interval", "row"});

/// Words of the expression grammar that may also name a column: one if there is such a column.
inline constexpr word_set<256> soft({
    "at", "time", "zone", "without", "precision", "varying", "escape", "document", "unknown", "of", "normalized", "nfc", "nfd",
    "nfkc", "nfkd", "json", "object", "scalar", "value", "keys", "absent", "content", "strip", "whitespace", "preserve",
    "century", "day", "decade", "dow", "doy", "epoch", "hour", "isodow", "isoyear", "julian", "microseconds", "millennium",
    "milliseconds", "minute", "month", "quarter", "second", "timezone", "timezone_hour", "timezone_minute", "week", "year",
    "name", "xmlagg", "passing", "ref", "by", "filter", "over", "within", "partition", "rows", "range", "groups", "unbounded",
    "preceding", "following", "exclude", "ties", "others", "no", "nulls", "first", "last", "ordinality", "double",
    "character", "bit", "national", "char", "text", "integer", "int", "bigint", "smallint", "numeric", "boolean", "date",
    "timestamp", "real", "varchar", "float", "decimal", "dec"});

}  // namespace lexical

/// Whether an identifier means that name.
constexpr bool same(const ident& name, const identifier& i) {
  if (i.hash != name.hash || name.size > ident::max_size) return false;
  u32 k = 0;
  if (!i.quoted) {
    if (i.size != name.size) return false;
    if (model::equal(i.data, name.text, i.size)) return true;
    while (k < i.size && (i.data[k] == name.text[k] || lexical::lower(i.data[k]) == name.text[k])) ++k;
    return k == i.size;
  }
  for (u32 j = 0; j < i.size; ++j, ++k) {
    if (i.data[j] != name.text[k]) return false;
    if (i.data[j] == '"') ++j;
  }
  return k == name.size;
}

}  // namespace skein::model
