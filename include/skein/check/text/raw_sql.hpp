// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// What raw SQL must not contain where skein holds the transaction: statements that end it, and statements that PostgreSQL
/// runs only outside of one. What stands in a function's body is not looked at.

#include <skein/check/extent.hpp>
#include <skein/check/state/simulation.hpp>
#include <skein/model/lexical.hpp>

namespace skein::checks {

namespace lexical = model::lexical;

using lexical::word;

/// Walks over statements: their first two words, and what else decides. `;` ends one, unless it stands in parentheses (the
/// actions of a rule) or in a body BEGIN ATOMIC … END.
class statements : lexical::scanner {
 public:
  constexpr explicit statements(const model::text_view& t) : scanner(t.data, t.size) {}

  u32 first = 0, second = 0;   ///< hashes of words in lower case; 0: there is none
  bool concurrently = false;
  bool to = false;             ///< the word TO is in it
  model::text_view words{};    ///< the first two

  constexpr bool next() {
    first = second = last_ = 0;
    concurrently = to = false;
    u32 parentheses = 0, body = 0;
    while (at_ < size_) {
      using lexical::starts;
      const char c = text_[at_];
      switch (lexical::bytes.begins[static_cast<unsigned char>(c)]) {
        case starts::word:
          if (!second || words_matter()) read_word(body);
          else skip_words();
          break;
        case starts::quoted:
          skip_quoted();
          break;
        case starts::string: skip_string(false); break;
        case starts::dollar: skip_dollar(); break;
        case starts::dash:
          if (peek(1) == '-') skip_line();
          else ++at_;
          break;
        case starts::slash:
          if (peek(1) == '*') skip_comment();
          else ++at_;
          break;
        default:
          ++at_;
          if (c == ';' && !parentheses && !body && first) return true;
          if (c == '(') ++parentheses;
          else if (c == ')' && parentheses) --parentheses;
      }
    }
    return first != 0;
  }

 private:
  /// In the other statements only the first two words do.
  constexpr bool words_matter() const {
    return first == word("create") || first == word("drop") || first == word("reindex") || first == word("rollback");
  }
  /// A compiler has a budget of steps: one a byte where nothing is of interest.
  constexpr void skip_words() {
    using lexical::starts;
    for (starts b{}; at_ < size_ && (b = lexical::bytes.begins[static_cast<unsigned char>(text_[at_])]) >= starts::blank && b <= starts::dot;) ++at_;
    if (peek(0) == '\'' && lexical::lower(text_[at_ - 1]) == 'e' && !(at_ > 1 && lexical::lower(text_[at_ - 2]))) skip_string(true);
  }

  constexpr void read_word(u32& body) {
    const u32 begin = at_, h = skip_word();
    if (peek(0) == '\'') return skip_string(at_ - begin == 1 && lexical::lower(text_[begin]) == 'e');
    if (!first) first = h, begin_ = begin, words = {text_ + begin, at_ - begin, h};
    else if (!second) second = h, words = {text_ + begin_, at_ - begin_, 0};
    if (h == word("concurrently")) concurrently = true;
    else if (h == word("to")) to = true;
    else if (h == word("atomic") && last_ == word("begin")) body = 1;
    else if (body && h == word("case")) ++body;
    else if (body && h == word("end")) --body;
    last_ = h;
  }

 public:
  /// Behind the statement and its `;`.
  constexpr u32 end() const { return at_ < size_ ? at_ : size_; }
  constexpr bool starts_with(u32 one, u32 two) const { return first == one && second == two; }

  /// BEGIN, COMMIT and their like; savepoints are none of them.
  constexpr bool controls_transaction() const {
    if (first == word("rollback")) return !to;
    return first == word("begin") || first == word("commit") || first == word("end") || first == word("abort") ||
           starts_with(word("start"), word("transaction")) || starts_with(word("prepare"), word("transaction"));
  }
  /// PostgreSQL refuses it inside a transaction (PreventInTransactionBlock in its sources).
  constexpr bool needs_no_transaction() const {
    const bool creates = first == word("create"), drops = first == word("drop");
    if (creates || drops) {
      if (second == word("database") || second == word("tablespace")) return true;
      return concurrently && (second == word("index") || second == word("unique"));
    }
    if (first == word("reindex")) return concurrently || second == word("database") || second == word("system");
    return first == word("vacuum") || starts_with(word("alter"), word("system")) || (first == word("cluster") && !second);
  }

 private:
  u32 begin_ = 0, last_ = 0;
};

constexpr bool check_raw(auto& sim, const model::text_view& sql) {
  model::text_view start = sql;
  if (start.size > raw_sql_read) start.size = raw_sql_read;
  for (statements s(start); s.next();) {
    verdict f;
    f.text = s.words;
    if (s.controls_transaction()) return sim.fail(fault::ends_transaction, f);
    if (s.needs_no_transaction()) return sim.fail(fault::needs_no_transaction, f);
  }
  return true;
}

}  // namespace skein::checks
