// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Which texts a type takes, as far as that can be told without the server: what is refused here, every PostgreSQL refuses.

#include <skein/model/ident.hpp>

namespace skein::checks::literals {

using model::u32;

/// A place in a text.
struct cursor {
  const char* at;
  const char* end;

  constexpr bool more() const { return at != end; }
  constexpr char peek() const { return at != end ? *at : '\0'; }
  constexpr bool take(char c) {
    if (at == end || *at != c) return false;
    ++at;
    return true;
  }
  constexpr bool take_either(char a, char b) { return take(a) || take(b); }
};

constexpr bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
constexpr bool is_hex(char c) { return is_digit(c) || (lower(c) >= 'a' && lower(c) <= 'f'); }

/// Without the blanks around it.
constexpr cursor trimmed(cursor c) {
  while (c.more() && is_blank(*c.at)) ++c.at;
  while (c.more() && is_blank(c.end[-1])) --c.end;
  return c;
}
/// Whether the text is the beginning of a word, of at least that length.
constexpr bool begins(cursor c, const char* word, u32 least) {
  u32 n = 0;
  for (; c.more(); ++c.at, ++n)
    if (!word[n] || lower(*c.at) != word[n]) return false;
  return n >= least;
}
constexpr bool contains(cursor c, const char* word) {
  for (; c.more(); ++c.at) {
    u32 n = 0;
    while (word[n] && c.at + n != c.end && lower(c.at[n]) == word[n]) ++n;
    if (!word[n]) return true;
  }
  return false;
}
constexpr bool has_digit(cursor c) {
  for (; c.at != c.end; ++c.at)
    if (is_digit(*c.at)) return true;
  return false;
}
/// Whether all of it are hexadecimal digits or of the given characters.
constexpr bool only_hex_or(cursor c, const char* others) {
  for (; c.more(); ++c.at) {
    bool known = is_hex(*c.at) || is_blank(*c.at);
    for (const char* o = others; *o && !known; ++o) known = *o == *c.at;
    if (!known) return false;
  }
  return true;
}

/// In characters; -1 if the text is no UTF-8 or has a zero byte, which no text of PostgreSQL has. Blanks at the end do not count:
/// they are cut.
constexpr int characters(cursor c) {
  while (c.at != c.end && c.end[-1] == ' ') --c.end;
  const char* plain = c.at;
  while (plain != c.end && *plain > 0) ++plain;  // ASCII, mostly all of it
  int n = static_cast<int>(plain - c.at);
  c.at = plain;
  for (; c.more(); ++n) {
    const auto byte = static_cast<unsigned char>(*c.at++);
    const int more = byte < 0x80 ? 0 : byte < 0xC2 ? -1 : byte < 0xE0 ? 1 : byte < 0xF0 ? 2 : byte < 0xF5 ? 3 : -1;
    if (!byte || more < 0) return -1;
    for (int i = 0; i < more; ++i)
      if (!c.more() || (static_cast<unsigned char>(*c.at++) & 0xC0) != 0x80) return -1;
  }
  return n;
}

/// Beginnings of true, false, yes, no, on, off; 1 and 0.
constexpr bool is_boolean(cursor c) {
  c = trimmed(c);
  return begins(c, "true", 1) || begins(c, "false", 1) || begins(c, "yes", 1) || begins(c, "no", 1) || begins(c, "on", 2) ||
         begins(c, "off", 2) || begins(c, "1", 1) || begins(c, "0", 1);
}

/// Pairs of digits with a hyphen after every second one if at all, in braces if at all. (string_to_uuid in PostgreSQL's sources)
constexpr bool is_uuid(cursor c) {
  const bool braces = c.take('{');
  for (int i = 0; i < 16; ++i) {
    for (int k = 0; k < 2; ++k, ++c.at)
      if (!c.more() || !is_hex(*c.at)) return false;
    if (i % 2 == 1 && i < 15) c.take('-');
  }
  return (!braces || c.take('}')) && !c.more();
}

/// `\x` and pairs of digits, or text with `\\` and `\ooo`.
constexpr bool is_bytea(cursor c) {
  if (c.end - c.at >= 2 && c.at[0] == '\\' && c.at[1] == 'x') {
    for (c.at += 2; c.more();) {
      if (is_blank(*c.at)) {
        ++c.at;
        continue;
      }
      if (c.end - c.at < 2 || !is_hex(c.at[0]) || !is_hex(c.at[1])) return false;
      c.at += 2;
    }
    return true;
  }
  while (c.more()) {
    if (!c.take('\\')) {
      ++c.at;
    } else if (!c.take('\\')) {
      if (c.end - c.at < 3 || c.at[0] < '0' || c.at[0] > '3' || c.at[1] < '0' || c.at[1] > '7' || c.at[2] < '0' || c.at[2] > '7') return false;
      c.at += 3;
    }
  }
  return true;
}

/// How many bits; -1 if it is no bit string.
constexpr int bits(cursor c) {
  const bool hex = c.take_either('x', 'X');
  if (!hex) c.take_either('b', 'B');
  int n = 0;
  for (; c.more(); ++c.at, n += hex ? 4 : 1)
    if (hex ? !is_hex(*c.at) : *c.at != '0' && *c.at != '1') return -1;
  return n;
}

/// Two hexadecimal numbers of up to eight digits and a slash between them.
constexpr bool is_lsn(cursor c) {
  for (int part = 0; part < 2; ++part) {
    int n = 0;
    for (; c.more() && is_hex(*c.at); ++c.at) ++n;
    if (n < 1 || n > 8 || (part == 0 ? !c.take('/') : c.more())) return false;
  }
  return true;
}

/// `{…}`, perhaps with its bounds before it; the braces outside of quotes come in pairs.
constexpr bool is_array(cursor c) {
  c = trimmed(c);
  if (c.peek() != '{' && c.peek() != '[') return false;
  bool quoted = false;
  int depth = 0;
  bool opened = false;  // just now
  for (; c.more(); ++c.at) {
    if (is_blank(*c.at)) continue;
    const bool empty = opened;
    opened = false;
    if (*c.at == '\\') {
      if (++c.at == c.end) return false;
    } else if (*c.at == '"') {
      quoted = !quoted;
    } else if (!quoted && *c.at == '{') {
      ++depth;
      opened = true;
    } else if (!quoted && *c.at == '}') {
      if (--depth < 0 || (depth && empty)) return false;  // before PostgreSQL 17 no array is empty inside of another
    }
  }
  return !quoted && depth == 0 && c.end[-1] == '}';
}

/// `[…)` or `empty`; of a multirange `{…}`.
constexpr bool is_range(cursor c, bool several) {
  c = trimmed(c);
  if (several) return c.peek() == '{' && c.end[-1] == '}';
  if (lower(c.peek()) == 'e') return begins(c, "empty", 5);
  return (c.peek() == '[' || c.peek() == '(') && (c.end[-1] == ']' || c.end[-1] == ')');
}

}  // namespace skein::checks::literals
