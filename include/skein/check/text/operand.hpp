// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Whether a word that belongs to the grammar in some places stands where only a column can: `day` does in `day > 0`, not in
/// `extract(day from t)` or `interval '1' day`.

#include <skein/check/text/identifiers.hpp>

namespace skein::checks {

namespace operands {

/// What an operand may follow, and what may follow it.
inline constexpr lexical::word_set<32> before({"and", "or", "not", "when", "then", "else", "case", "in", "like", "ilike", "between", "from"});
inline constexpr lexical::word_set<32> after({"and", "or", "is", "when", "then", "else", "end", "in", "not", "like", "ilike", "between", "isnull", "notnull", "collate", "as"});
inline constexpr lexical::word_set<16> forms({"nfc", "nfd", "nfkc", "nfkd"});  // normalize(text, form)

constexpr bool in_word(char c) { return lexical::lower(c) != 0; }
constexpr bool is_operator(char c) {
  for (const char* o = "+-*/<>=~!@#%^&|:"; *o; ++o)
    if (*o == c) return true;
  return false;
}

}  // namespace operands

constexpr bool is_operand(const text_view& in, const identifier& i) {
  using namespace operands;
  const char *from = i.from, *to = i.to;
  const char* const end = in.data + in.size;
  while (from != in.data && lexical::start_of(from[-1]) == lexical::starts::blank) --from;
  while (to != end && lexical::start_of(*to) == lexical::starts::blank) ++to;
  const auto hash_between = [](const char* a, const char* b) {
    u32 h = 0;
    for (; a != b; ++a) h = model::hash_step(h, lexical::lower(*a));
    return h;
  };
  if (from != in.data) {
    const char c = from[-1];
    if (c == ',' && forms.has(i.hash)) return false;
    if (in_word(c)) {
      const char* word = from;
      while (word != in.data && in_word(word[-1])) --word;
      if (!before.has(hash_between(word, from))) return false;
    } else if (c != '(' && c != ',' && c != '[' && (!is_operator(c) || (c == '/' && from - 1 != in.data && from[-2] == '*'))) {
      return false;  // also behind a comment, which may hide anything
    }
  }
  if (to == end || *to == ')' || *to == ',' || *to == ']' || *to == '[' || is_operator(*to)) return true;
  const char* word = to;
  while (word != end && in_word(*word)) ++word;
  return word != to && after.has(hash_between(to, word));
}

/// What a text that may name no column names as one; null if nothing.
constexpr text_view column_in(const text_view& text) {
  for (reader r(text); r.next();)
    if (!r.found.soft || is_operand(text, r.found)) return model::view(r.found.data, r.found.size);
  return {};
}

}  // namespace skein::checks
