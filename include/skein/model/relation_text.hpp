// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Relations that an expression names in a string: nextval('app.counter'), 'counter'::regclass. PostgreSQL looks them up when it
/// reads the expression and from then on holds the relation itself (a constant of type regclass), whatever its name becomes.

#include <skein/model/lexical.hpp>
#include <skein/model/member.hpp>

namespace skein::model {

/// A string that is a relation's name.
struct relation_constant {
  const char* from = nullptr;  ///< with its quotes
  const char* to = nullptr;
  ident schema{};              ///< empty: the default one
  ident name{};
  bool all = false;            ///< the whole text is nextval of it, and nothing else
};

/// Walks over them: `for (relation_reader r(text); r.next();) use(r.found)`.
class relation_reader : lexical::scanner {
 public:
  constexpr explicit relation_reader(const text_view& t) : scanner(t.data, t.size) {}
  relation_constant found{};

  constexpr bool next() {
    using lexical::starts, lexical::word;
    while (at_ < size_) {
      const u32 begin = at_;
      switch (lexical::start_of(text_[at_])) {
        case starts::blank: ++at_; continue;
        case starts::word: read_word(); continue;
        case starts::quoted:
          skip_quoted();
          word_ = 0;
          break;
        case starts::dollar: skip_dollar(); word_ = 0; break;
        case starts::dash:
          if (peek(1) == '-') { skip_line(); continue; }
          ++at_;
          word_ = 0;
          break;
        case starts::slash:
          if (peek(1) == '*') { skip_comment(); continue; }
          ++at_;
          word_ = 0;
          break;
        case starts::string:
          skip_string(false);
          if (is_relation() && parse(begin + 1, at_ - 1)) {
            found.from = text_ + begin;
            found.to = text_ + at_;
            found.all = whole(begin);
            word_ = called_ = 0;
            return true;
          }
          word_ = 0;
          break;
        default:
          called_ = text_[at_] == '(' ? word_ : 0;
          if (text_[at_++] != '.') word_ = 0;
          continue;
      }
      called_ = 0;
    }
    return false;
  }

 private:
  constexpr void read_word() {
    const u32 begin = at_;
    word_ = skip_word();
    if (peek(0) == '\'' && at_ - begin == 1) skip_string(lexical::lower(text_[begin]) == 'e'), word_ = 0;  // E'…', B'…', X'…'
    called_ = 0;
  }
  /// The hash of the word at `at`, which then is behind it; 0 if there is none.
  constexpr u32 word_at(u32& at) const {
    while (at < size_ && lexical::start_of(text_[at]) == lexical::starts::blank) ++at;
    u32 h = 0;
    for (; at < size_ && lexical::lower(text_[at]); ++at) h = hash_step(h, lexical::lower(text_[at]));
    return h;
  }
  constexpr bool takes(u32& at, char c) const {
    while (at < size_ && lexical::start_of(text_[at]) == lexical::starts::blank) ++at;
    if (at >= size_ || text_[at] != c) return false;
    ++at;
    return true;
  }
  /// `::regclass` from there; then `at` is behind it.
  constexpr bool is_cast(u32& at) const {
    u32 i = at;
    if (!takes(i, ':') || !takes(i, ':')) return false;
    u32 type = word_at(i);
    if (type == lexical::word("pg_catalog") && takes(i, '.')) type = word_at(i);
    if (type != lexical::word("regclass")) return false;
    at = i;
    return true;
  }
  static constexpr bool takes_relation(u32 function) {
    return function == lexical::word("nextval") || function == lexical::word("currval") || function == lexical::word("setval");
  }
  /// Of the string that was just read.
  constexpr bool is_relation() const {
    u32 at = at_;
    if (is_cast(at)) return true;
    if (word_ == lexical::word("regclass")) return true;  // a typed literal
    if (takes_relation(called_)) return takes(at, ')') || takes(at, ',');
    return called_ == lexical::word("cast") && word_at(at) == lexical::word("as") && word_at(at) == lexical::word("regclass");
  }
  constexpr bool whole(u32 string) const {
    u32 i = 0, end = at_;
    if (word_at(i) != lexical::word("nextval") || !takes(i, '(')) return false;
    while (i < string && lexical::start_of(text_[i]) == lexical::starts::blank) ++i;
    if (i != string) return false;
    is_cast(end);
    if (!takes(end, ')')) return false;
    while (end < size_ && lexical::start_of(text_[end]) == lexical::starts::blank) ++end;
    return end == size_;
  }

  /// The name that a string's content is: parts between dots, folded unless in double quotes. A number is an oid.
  constexpr bool parse(u32 from, u32 to) {
    if (from >= to || lexical::start_of(text_[from]) == lexical::starts::number || text_[from] == '-') return false;
    found = {};
    for (u32 i = from; i < to;) {
      char part[ident::max_size + 2]{};
      u32 n = 0;
      const auto put = [&](char c) { if (n <= ident::max_size) part[n++] = c; };
      while (i < to && lexical::start_of(text_[i]) == lexical::starts::blank) ++i;
      const bool quoted = i < to && text_[i] == '"';
      for (i += quoted; i < to; ++i) {
        const char c = text_[i];
        if (quoted && c == '"' && (i + 1 == to || text_[i + 1] != '"')) break;
        if (!quoted && (c == '.' || lexical::start_of(c) == lexical::starts::blank)) break;
        if (c == '\'' || (quoted && c == '"')) ++i;  // doubled
        const char folded = lexical::lower(c);
        put(quoted || !folded ? c : folded);
      }
      for (i += quoted; i < to && text_[i] != '.';) ++i;
      ++i;
      found.schema = found.name;
      found.name = ident(part, n);
    }
    return !found.name.empty();
  }

  u32 word_ = 0;    ///< that stands directly before
  u32 called_ = 0;  ///< with its parenthesis
};

/// flag::relation if there is one.
constexpr u32 relation_bit(const text_view& default_text) {
  return relation_reader(default_text).next() ? flag::relation : 0u;
}

}  // namespace skein::model
