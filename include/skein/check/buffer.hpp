// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Text inside a constant expression, as compilers can print it.

#include <skein/model/automatic_name.hpp>

namespace skein::checks {

using model::ident;
using model::u32;

/// Text that grows up to a bound; what does not fit is cut.
struct buffer {
  static constexpr u32 capacity = 1000;
  char text[capacity + 1]{};
  u32 size = 0;

  /// Diagnostics are read as plain ASCII: quotes would be escaped, and what is beyond ASCII would become numbers.
  constexpr buffer& put(char c) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\'') c = '`';
    if (byte < ' ') c = ' ';
#if !defined(__cpp_static_assert) || __cpp_static_assert < 202306L
    if ((byte & 0xC0) == 0x80) return *this;  // one mark for a character of several bytes
    if (byte >= 0x80) c = '?';
#endif
    if (size < capacity) text[size++] = c;
    return *this;
  }
  constexpr buffer& operator<<(const char* s) {
    while (*s) put(*s++);
    return *this;
  }
  constexpr buffer& operator<<(const model::text_view& t) {
    for (u32 i = 0; i < t.size; ++i) put(t.data[i]);
    return *this;
  }
  constexpr buffer& operator<<(const ident& n) {
    for (u32 i = 0; i < n.kept(); ++i) put(n.text[i]);
    return *this;
  }
  constexpr buffer& operator<<(const model::name_ref& n) {
    const model::short_text t = model::naming::write(n);
    for (u32 i = 0; i < t.size; ++i) put(t.text[i]);
    return *this;
  }
  // What else who spells declarations asks of their output; in sources some of it stands between quotes, see render/cpp/source.hpp.

  constexpr buffer& word(const char* s) { return *this << s; }
  constexpr buffer& token(const ident& n) { return *this << n; }
  constexpr buffer& token(const model::name_ref& n) { return *this << n; }
  constexpr buffer& real(double) { return *this << "..."; }
  constexpr buffer another() const { return {}; }
  constexpr bool empty() const { return size == 0; }
  constexpr buffer& append(const buffer& other) {
    for (u32 i = 0; i < other.size; ++i) put(other.text[i]);
    return *this;
  }
  constexpr buffer& number(long long n) {
    char digits[24]{};
    u32 at = 24;
    const bool negative = n < 0;
    do digits[--at] = static_cast<char>('0' + (negative ? -(n % 10) : n % 10));
    while (n /= 10);
    if (negative) put('-');
    while (at < 24) put(digits[at++]);
    return *this;
  }
};

}  // namespace skein::checks
