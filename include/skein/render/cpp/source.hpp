// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// What declarations are spelled into where they become C++: names and SQL as string literals.

#include <skein/model/automatic_name.hpp>

#include <charconv>
#include <string>
#include <string_view>

namespace skein::render::cpp {

/// A literal that is the text, whatever it contains. SQL with lines, or many quotes, of its own is written raw;
/// everything else in one line, with escapes: of control characters by three octal digits, which end there, and of
/// `??`, which older compilers replace.
inline std::string literal(std::string_view text) {
  const auto is_plain = [](char c) { return static_cast<unsigned char>(c) >= ' ' && c != '\x7f'; };
  bool odd = false;
  int escapes = 0;
  for (const char c : text) {
    escapes += c == '\n' ? 3 : c == '"' || c == '\\';
    odd |= !is_plain(c) && c != '\n' && c != '\t';
  }
  if (escapes > 2 && !odd && text.find(")sql\"") == text.npos) return "R\"sql(" + std::string(text) + ")sql\"";
  std::string out = "\"";
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '"' || c == '\\' || (c == '?' && i && text[i - 1] == '?'))
      out.append(1, '\\').append(1, c);
    else if (is_plain(c))
      out += c;
    else {
      out += '\\';
      for (const int shift : {6, 3, 0}) out += static_cast<char>('0' + (static_cast<unsigned char>(c) >> shift & 7));
    }
  }
  return out + '"';
}

/// The output that check/spell writes to. Requires of identifiers that they have been accepted: one that was cut is not
/// whole.
class source {
 public:
  source& operator<<(const char* code) { return text += code, *this; }
  source& operator<<(const model::text_view& t) { return quote({t.data, t.size}); }
  source& operator<<(const model::ident& n) { return quote({n.text, n.kept()}); }
  source& operator<<(const model::name_ref& n) {
    const model::short_text t = model::naming::write(n);
    return quote({t.text, t.size});
  }
  source& word(const char* s) { return quote(s); }
  source& token(const model::ident& n) { return text.append(n.text, n.kept()), *this; }
  source& token(const model::name_ref& n) {
    const model::short_text t = model::naming::write(n);
    return text.append(t.text, t.size), *this;
  }
  /// The least value of all has no literal of its own.
  source& number(long long n) {
    return text += n == -9223372036854775807LL - 1 ? "-9223372036854775807 - 1" : std::to_string(n), *this;
  }
  source& real(double d) {
    char digits[32];
    const auto end = std::to_chars(digits, digits + sizeof(digits), d).ptr;
    const std::string_view all(digits, static_cast<std::size_t>(end - digits));
    text += all;
    return all.find_first_of(".e") == all.npos ? *this << ".0" : *this;
  }
  source another() const { return {}; }
  bool empty() const { return text.empty(); }
  source& append(const source& other) { return text += other.text, *this; }

  std::string text;

 private:
  source& quote(std::string_view s) { return text += literal(s), *this; }
};

}  // namespace skein::render::cpp
