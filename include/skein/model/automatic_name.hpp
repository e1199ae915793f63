// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// The names that PostgreSQL chooses where none is written: table_column_label, shortened to 63 bytes, numbered if taken
/// (makeObjectName and ChooseRelationName in the server's sources; agreed with the server by test).

#include <skein/model/text.hpp>

namespace skein::model {

/// A name that is written, or the recipe of an automatic one. Only its hash is computed, from those of its parts; whoever
/// prints it writes it out.
struct name_ref {
  const ident* given;
  const ident* table;       ///< at the time of naming
  const ident* column;      ///< the column behind which it stands, or
  names columns;            ///< several, joined by underscores,
  names more;               ///< with the INCLUDE columns after them
  const ident* label;       ///< of `labels`
  u32 number;               ///< 0: none
  u32 hash;
  u32 size;
};

/// Text of at most 63 bytes, to be written piece by piece.
struct short_text {
  char text[ident::max_size + 1]{};
  u32 size = 0;
};

namespace labels {
inline constexpr ident pkey{"_pkey"}, key{"_key"}, fkey{"_fkey"}, check{"_check"}, excl{"_excl"}, idx{"_idx"}, seq{"_seq"};
}

namespace naming {

/// The middle part: the columns joined, cut at 63 bytes. PostgreSQL stops adding columns once the buffer is full.
constexpr void append(short_text& to, const char* s, u32 n) {
  for (u32 i = 0; i < n && to.size < ident::max_size; ++i) to.text[to.size++] = s[i];
}
constexpr void append_column(short_text& to, const ident& c) {
  if (to.size) append(to, "_", 1);
  append(to, c.text, c.kept());
}
constexpr u32 column_count(const name_ref& n) { return (n.column ? 1 : 0) + n.columns.size + n.more.size; }
constexpr const ident& column_at(const name_ref& n, u32 i) {
  if (n.column && i-- == 0) return *n.column;
  return *(i < n.columns.size ? n.columns[i] : n.more[i - n.columns.size]);
}
constexpr bool repeats(const name_ref& n) {
  for (u32 i = 1; i < column_count(n); ++i)
    for (u32 k = 0; k < i; ++k)
      if (same(column_at(n, i), column_at(n, k))) return true;
  return false;
}

/// Cuts before a byte that continues a UTF-8 character.
constexpr u32 clip(const char* s, u32 size, u32 at) {
  if (at >= size) return size;
  while (at > 0 && (static_cast<unsigned char>(s[at]) & 0xC0) == 0x80) --at;
  return at;
}
constexpr u32 digits(u32 number) {
  u32 n = 0;
  for (; number; number /= 10) ++n;
  return n;
}
constexpr void append_number(short_text& to, u32 number) {
  char text[12]{};
  u32 at = 12;
  for (u32 z = number; z; z /= 10) text[--at] = static_cast<char>('0' + z % 10);
  append(to, text + at, 12 - at);
}

/// A column that comes again in an index is numbered: a, a1, a2 (ChooseIndexColumnNames). A key has at most 32.
constexpr short_text numbered_middle(const name_ref& n) {
  short_text t, each[32]{};
  for (u32 i = 0; i < column_count(n) && i < 32; ++i) {
    const ident& c = column_at(n, i);
    for (u32 number = 0;; ++number) {
      each[i] = {};
      append(each[i], c.text, clip(c.text, c.kept(), ident::max_size - digits(number)));
      append_number(each[i], number);
      bool taken = false;
      for (u32 k = 0; k < i; ++k) {
        bool equal = each[k].size == each[i].size;
        for (u32 z = 0; equal && z < each[i].size; ++z) equal = each[k].text[z] == each[i].text[z];
        taken |= equal;
      }
      if (!taken) break;
    }
    if (i) append(t, "_", 1);
    append(t, each[i].text, each[i].size);
  }
  return t;
}
constexpr short_text middle(const name_ref& n) {
  if (repeats(n)) return numbered_middle(n);
  short_text t;
  if (n.column) append_column(t, *n.column);
  for (const ident* c : n.columns) append_column(t, *c);
  for (const ident* c : n.more) append_column(t, *c);
  return t;
}

/// Writes the name out.
constexpr short_text write(const name_ref& n) {
  short_text out;
  if (n.given) {
    append(out, n.given->text, n.given->kept());
    return out;
  }
  const short_text mid = middle(n);
  u32 first = n.table->kept();
  u32 second = mid.size;
  const u32 label = n.label->size + digits(n.number);
  const u32 available = ident::max_size - label - (mid.size ? 1 : 0);
  while (first + second > available) {  // the longer part gives way
    if (first > second) --first;
    else --second;
  }
  first = clip(n.table->text, n.table->kept(), first);
  second = clip(mid.text, mid.size, second);
  append(out, n.table->text, first);
  if (mid.size) {
    append(out, "_", 1);
    append(out, mid.text, second);
  }
  append(out, n.label->text, n.label->size);
  append_number(out, n.number);
  return out;
}

/// Fills in hash and size. What is short enough continues the hash of the table's name instead of being written out.
constexpr void finish(name_ref& n) {
  if (n.given) {
    n.hash = n.given->hash;
    n.size = n.given->size;
    return;
  }
  u32 size = n.table->size + n.label->size;
  u32 h = n.table->hash;
  const auto add = [&](const ident& part) {
    size += part.size + 1;
    h = (h * hash_base + static_cast<u32>('_')) * powers.of[part.size & 63] + part.hash;
  };
  if (n.column) add(*n.column);
  for (u32 i = 0; i < n.columns.size; ++i) add(*n.columns.data[i]);
  for (u32 i = 0; i < n.more.size; ++i) add(*n.more.data[i]);
  h = h * powers.of[n.label->size] + n.label->hash;
  if (n.number) {
    char number[12]{};
    u32 at = 12;
    for (u32 z = n.number; z; z /= 10) number[--at] = static_cast<char>('0' + z % 10);
    size += 12 - at;
    h = hash_of(number + at, 12 - at, h);
  }
  if (size > ident::max_size || ((n.more.size || n.columns.size > 1) && repeats(n))) {
    const short_text t = write(n);
    size = t.size;
    h = hash_of(t.text, t.size);
  }
  n.hash = h;
  n.size = size;
}

}  // namespace naming

constexpr name_ref written(const ident* given) {
  name_ref n{};
  n.given = given;
  n.hash = given->hash;
  n.size = given->size;
  return n;
}

constexpr bool same(const name_ref& a, const ident& b) {
  if (a.given) return same(*a.given, b);
  if (a.hash != b.hash || a.size != b.size) return false;
  const short_text t = naming::write(a);
  for (u32 i = 0; i < t.size; ++i)
    if (t.text[i] != b.text[i]) return false;
  return true;
}
constexpr bool same(const name_ref& a, const name_ref& b) {
  if (b.given) return same(a, *b.given);
  if (a.given) return same(b, *a.given);
  if (a.hash != b.hash || a.size != b.size) return false;
  const short_text s = naming::write(a), t = naming::write(b);
  for (u32 i = 0; i < t.size; ++i)
    if (s.text[i] != t.text[i]) return false;
  return true;
}

constexpr bool same(const ident& a, const name_ref& b) { return same(b, a); }

}  // namespace skein::model
