// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Whether a text is JSON. (RFC 8259, as PostgreSQL reads it)

#include <skein/check/literal/text.hpp>

namespace skein::checks::literals {

class json_reader {
 public:
  constexpr json_reader(cursor c, bool binary) : c_(c), binary_(binary) {}

  /// What is nested deeper than an evaluation can follow is not judged.
  constexpr bool whole() {
    blanks();
    if (!element(0)) return false;
    blanks();
    return deep_ || !c_.more();
  }

 private:
  static constexpr int deepest = 60;

  constexpr void blanks() {
    while (c_.peek() == ' ' || c_.peek() == '\t' || c_.peek() == '\n' || c_.peek() == '\r') ++c_.at;
  }
  constexpr bool word(const char* w) {
    for (; *w; ++w)
      if (!c_.take(*w)) return false;
    return true;
  }
  constexpr bool digits() {
    if (!is_digit(c_.peek())) return false;
    while (is_digit(c_.peek())) ++c_.at;
    return true;
  }
  constexpr bool number() {
    c_.take('-');
    if (!c_.take('0') && !digits()) return false;
    if (c_.take('.') && !digits()) return false;
    if (!c_.take_either('e', 'E')) return true;
    c_.take_either('+', '-');
    return digits();
  }
  constexpr int hex() {
    int n = 0;
    for (int i = 0; i < 4; ++i, ++c_.at) {
      if (!c_.more() || !is_hex(*c_.at)) return -1;
      n = n * 16 + (is_digit(*c_.at) ? *c_.at - '0' : lower(*c_.at) - 'a' + 10);
    }
    return n;
  }
  /// jsonb keeps characters, so it takes no zero and no half of a pair.
  constexpr bool escape() {
    if (!c_.more()) return false;
    const char e = *c_.at++;
    if (e != 'u') return e == '"' || e == '\\' || e == '/' || e == 'b' || e == 'f' || e == 'n' || e == 'r' || e == 't';
    const int n = hex();
    if (n < 0) return false;
    if (!binary_) return true;
    if (n >= 0xD800 && n < 0xDC00) {
      if (!c_.take('\\') || !c_.take('u')) return false;
      const int second = hex();
      return second >= 0xDC00 && second < 0xE000;
    }
    return n != 0 && !(n >= 0xDC00 && n < 0xE000);
  }
  constexpr bool string() {
    if (!c_.take('"')) return false;
    while (c_.more()) {
      const char c = *c_.at++;
      if (c == '"') return true;
      if (static_cast<unsigned char>(c) < ' ' || (c == '\\' && !escape())) return false;
    }
    return false;
  }
  /// What stands between brackets, with commas.
  constexpr bool members(char close, bool named, int depth) {
    blanks();
    if (c_.take(close)) return true;
    do {
      blanks();
      if (named) {
        if (!string()) return false;
        blanks();
        if (!c_.take(':')) return false;
        blanks();
      }
      if (!element(depth + 1)) return false;
      if (deep_) return true;
      blanks();
    } while (c_.take(','));
    return c_.take(close);
  }
  constexpr bool element(int depth) {
    if (depth > deepest) return deep_ = true;
    switch (c_.peek()) {
      case '{': ++c_.at; return members('}', true, depth);
      case '[': ++c_.at; return members(']', false, depth);
      case '"': return string();
      case 't': return word("true");
      case 'f': return word("false");
      case 'n': return word("null");
      default: return number();
    }
  }

  cursor c_;
  bool binary_;
  bool deep_ = false;
};

constexpr bool is_json(cursor c, bool binary) { return json_reader(c, binary).whole(); }

}  // namespace skein::checks::literals
