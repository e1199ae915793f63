// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Which identifiers an SQL expression uses: enough of PostgreSQL's lexical rules to tell what may be a column from
/// literals, comments, calls, casts, types and keywords. (Documentation, "Lexical Structure" and "SQL Key Words".)

#include <skein/model/lexical.hpp>

namespace skein::checks {

namespace lexical = model::lexical;
using model::identifier;
using model::same;
using model::text_view;
using model::u32;

/// A call has a parenthesis.
constexpr bool may_call(const text_view& sql) {
  for (u32 i = 0; i < sql.size; ++i)
    if (sql.data[i] == '(') return true;
  return false;
}

/// Walks over the identifiers that may be columns: `for (reader r(text); r.next();) use(r.found)`. A qualifier is skipped with
/// the name that it qualifies, unless it is the table's own.
class reader : lexical::scanner {
 public:
  constexpr explicit reader(const text_view& t) : scanner(t.data, t.size) {}
  identifier found{};

  constexpr bool next() {
    while (at_ < size_) {
      using lexical::starts;
      switch (lexical::bytes.begins[static_cast<unsigned char>(text_[at_])]) {
        case starts::blank: ++at_; continue;  // what came before still stands before what comes
        case starts::word:
          if (read_word()) return true;
          continue;
        case starts::quoted:
          if (read_quoted()) return true;
          continue;
        case starts::number:
          skip_number();
          break;
        case starts::dollar: skip_dollar(); break;
        case starts::string: skip_string(false); break;
        case starts::dash:
          if (peek(1) == '-') skip_line();
          else ++at_;
          break;
        case starts::slash:
          if (peek(1) == '*') skip_comment();
          else ++at_;
          break;
        case starts::colon:
          before_ = peek(1) == ':' ? type : other;
          at_ += before_ == type ? 2 : 1;
          continue;
        case starts::dot: ++at_; before_ = dot; continue;
        case starts::nothing: ++at_; break;
      }
      before_ = other;
    }
    return false;
  }

 private:
  /// What stands before the next word, where that decides what the word is.
  enum context : unsigned char { other, dot, type, qualifier };

  /// True if the word just read may be a column, given what stands before and after it.
  constexpr bool stands_as_column(const char* from) {
    const context before = before_;
    before_ = other;
    const u32 i = after_blanks();
    const char c = i < size_ ? text_[i] : '\0';
    if (c == '.' && before == type) {  // schema.type
      at_ = i + 1;
      before_ = type;
      return false;
    }
    if (c == '.' && (before == other || before == qualifier)) {  // table.column, or the start of a qualified name
      if (before == other) from_ = from;
      at_ = i + 1;
      before_ = qualifier;
      return false;
    }
    if (before == other) from_ = from;
    else if (before != qualifier) return false;   // a type, or a part of a qualified name
    if (c == '(') return false;          // a call
    if (c == '.') return false;          // a qualifier; what follows it is read as part of the name
    if (c == '\'') return false;         // a typed literal
    return !(c == '=' && i + 1 < size_ && text_[i + 1] == '>');  // a named argument
  }

  constexpr bool read_word() {
    const u32 begin = at_, h = skip_word();
    if (peek(0) == '\'') {  // E'…', B'…', X'…', and U& is no word
      const char c = lexical::lower(text_[begin]);
      skip_string(at_ - begin == 1 && c == 'e');
      before_ = other;
      return false;
    }
    if (before_ == other && lexical::reserved.has(h)) {
      if (h == as_ || h == collate_) before_ = type;
      return false;
    }
    if (h == operator_ && text_[after_blanks() < size_ ? after_blanks() : begin] == '(') {
      while (at_ < size_ && text_[at_] != ')') ++at_;
      return false;
    }
    const u32 end = at_;
    if (!stands_as_column(text_ + begin)) return false;
    found = {text_ + begin, end - begin, from_, text_ + end, h, false, from_ == text_ + begin && lexical::soft.has(h)};
    return true;
  }

  constexpr bool read_quoted() {
    const u32 begin = at_ + 1, h = skip_quoted(), end = at_ - 1;
    if (!stands_as_column(text_ + begin - 1)) return false;
    found = {text_ + begin, end - begin, from_, text_ + end + 1, h, true, false};
    return true;
  }

  static constexpr u32 as_ = model::hash_of("as", 2), collate_ = model::hash_of("collate", 7), operator_ = model::hash_of("operator", 8);

  const char* from_ = nullptr;
  context before_ = other;
};

}  // namespace skein::checks
