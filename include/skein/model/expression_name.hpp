// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// What PostgreSQL calls an expression in an index's automatic name: the function, the column under casts, the type of a
/// constant, `case`, or `expr` (FigureIndexColname in the server's sources; agreed with the server by test). Two answers
/// depend on the version: `extract` was date_part before PostgreSQL 14, `true` was bool before 15.

#include <skein/model/lexical.hpp>

#include <initializer_list>

namespace skein::model {

class expression_namer : lexical::scanner {
 public:
  constexpr expression_namer(const char* sql, u32 size) : scanner(sql, size) { advance(); }

  constexpr ident name() {
    const figured f = expression(0);
    return f.name.size && now_ == token::end ? f.name : ident("expr");
  }

 private:
  /// A name is kept under a cast if it is strong, a column's or a function's, and gives way to the type's if it is weak.
  struct figured {
    ident name{};
    int strength = 0;
  };
  enum class token : unsigned char { end, word, quoted, number, string, open, close, bracket, unbracket, comma, dot, cast, other };

  constexpr void advance() {
    using lexical::starts;
    for (; at_ < size_;) {
      begin_ = at_;
      switch (lexical::start_of(text_[at_])) {
        case starts::blank: ++at_; continue;
        case starts::word: return read_word();
        case starts::quoted:
          skip_quoted();
          now_ = token::quoted;
          return;
        case starts::number:
          skip_number();
          now_ = token::number;
          return;
        case starts::dollar:
          skip_dollar();
          now_ = token::string;
          return;
        case starts::string:
          skip_string(false);
          now_ = token::string;
          return;
        case starts::dash:
          if (peek(1) == '-') {
            skip_line();
            continue;
          }
          break;
        case starts::slash:
          if (peek(1) == '*') {
            skip_comment();
            continue;
          }
          break;
        case starts::colon:
          if (peek(1) == ':') {
            at_ += 2;
            now_ = token::cast;
            return;
          }
          break;
        case starts::dot: ++at_; now_ = token::dot; return;
        default: break;
      }
      switch (text_[at_++]) {
        case '(': now_ = token::open; return;
        case ')': now_ = token::close; return;
        case '[': now_ = token::bracket; return;
        case ']': now_ = token::unbracket; return;
        case ',': now_ = token::comma; return;
        default: now_ = token::other; return;
      }
    }
    begin_ = at_;
    now_ = token::end;
  }
  constexpr void read_word() {
    hash_ = 0;
    for (; at_ < size_ && lexical::lower(text_[at_]); ++at_) hash_ = hash_step(hash_, lexical::lower(text_[at_]));
    now_ = token::word;
    if (peek(0) != '\'') return;
    const char prefix = at_ - begin_ == 1 ? lexical::lower(text_[begin_]) : '\0';  // E'…', B'…', X'…', N'…'
    if (prefix != 'e' && prefix != 'b' && prefix != 'x' && prefix != 'n') return;
    skip_string(prefix == 'e');
    now_ = token::string;
  }
  constexpr bool is(u32 word) const { return now_ == token::word && hash_ == word; }
  constexpr bool take(u32 word) {
    if (!is(word)) return false;
    advance();
    return true;
  }
  constexpr bool at_name() const { return now_ == token::word || now_ == token::quoted; }

  /// The name that the present token is: folded unless quoted, cut as the server cuts it.
  constexpr ident spelled() const {
    char text[ident::max_size + 4]{};
    u32 n = 0;
    const bool quoted = now_ == token::quoted;
    for (u32 i = begin_ + quoted; i < at_ - quoted && n < ident::max_size + 3; ++i) {
      text[n++] = quoted ? text_[i] : lexical::lower(text_[i]);
      if (quoted && text_[i] == '"') ++i;
    }
    if (n > ident::max_size)
      for (n = ident::max_size; n > 0 && (static_cast<unsigned char>(text[n]) & 0xC0) == 0x80;) --n;
    return ident(text, n);
  }

  /// Past a group in parentheses or brackets.
  constexpr void skip_group() {
    u32 depth = 0;
    do {
      if (now_ == token::open || now_ == token::bracket) ++depth;
      if (now_ == token::close || now_ == token::unbracket) --depth;
      advance();
    } while (depth && now_ != token::end);
  }
  constexpr bool at_end_of(u32 stop) const {
    return now_ == token::end || now_ == token::close || now_ == token::unbracket || now_ == token::comma || (stop && is(stop));
  }
  constexpr void skip_one() {
    if (now_ == token::open || now_ == token::bracket) return skip_group();
    if (!take(lexical::word("case"))) return advance();
    while (now_ != token::end && !is(lexical::word("end"))) skip_one();
    advance();
  }

  /// Up to the end of the text or of the group, or to the word `stop`.
  constexpr figured expression(u32 stop) {
    figured f = primary();
    if (at_end_of(stop)) return f;
    f = {};
    if (take(lexical::word("overlaps"))) {
      primary();
      if (at_end_of(stop)) f = {ident("overlaps"), 2};
    } else if (take(lexical::word("is"))) {
      for (const u32 form : {lexical::word("nfc"), lexical::word("nfd"), lexical::word("nfkc"), lexical::word("nfkd")})
        if (take(form)) break;
      if (take(lexical::word("normalized")) && at_end_of(stop)) f = {ident("is_normalized"), 2};
    }
    while (!at_end_of(stop)) skip_one(), f = {};
    return f;
  }

  /// What binds tighter than any operator: a term with its casts, fields, subscripts, collation and time zone.
  constexpr figured primary() {
    figured f = term();
    for (;;) {
      if (now_ == token::bracket) {
        skip_group();
      } else if (now_ == token::dot) {
        advance();
        if (at_name()) f = {spelled(), 2};
        advance();
      } else if (now_ == token::cast) {
        advance();
        const ident t = type();
        if (f.strength <= 1) f = {t, 1};
      } else if (take(lexical::word("collate"))) {
        qualified();
      } else if (take(lexical::word("at"))) {
        if (take(lexical::word("time")) && take(lexical::word("zone"))) primary();
        else advance();  // LOCAL
        f = {ident("timezone"), 2};
      } else {
        return f;
      }
    }
  }

  constexpr figured term() {
    if (now_ == token::string || now_ == token::number) return advance(), figured{};
    if (now_ == token::open) {
      advance();
      figured f = expression(0);
      if (now_ == token::comma) f = {ident("row"), 2};
      while (now_ != token::close && now_ != token::end) skip_one();
      return advance(), f;
    }
    if (!at_name()) return {};
    if (now_ == token::word) switch (hash_) {
        case lexical::word("not"): return {};
        case lexical::word("true"):
        case lexical::word("false"):
        case lexical::word("null"): return advance(), figured{};
        case lexical::word("case"): return case_term();
        case lexical::word("cast"): return cast_term();
        case lexical::word("trim"): return trim_term();
        case lexical::word("array"): return advance(), skip_group(), figured{ident("array"), 2};
        default: break;
      }
    const expression_namer here = *this;
    const ident t = type();
    if (now_ == token::string) {  // date '2020-01-01'
      advance();
      interval_fields();
      return {t, 1};
    }
    *this = here;
    const ident last = qualified();
    if (now_ == token::open) skip_group();
    return {last, 2};
  }
  constexpr figured case_term() {
    advance();
    while (now_ != token::end && !is(lexical::word("else")) && !is(lexical::word("end"))) skip_one();
    figured f;
    if (take(lexical::word("else"))) f = expression(lexical::word("end"));
    advance();
    return f.strength > 1 ? f : figured{ident("case"), 1};
  }
  constexpr figured cast_term() {
    advance(), advance();
    const figured f = expression(lexical::word("as"));
    advance();
    const ident t = type();
    advance();
    return f.strength > 1 ? f : figured{t, 1};
  }
  constexpr figured trim_term() {
    advance();
    const expression_namer group = *this;
    advance();
    const ident name = is(lexical::word("leading")) ? ident("ltrim") : is(lexical::word("trailing")) ? ident("rtrim") : ident("btrim");
    *this = group;
    skip_group();
    return {name, 2};
  }

  /// The last part of a name.
  constexpr ident qualified() {
    ident last = spelled();
    for (advance(); now_ == token::dot;) {
      advance();
      if (at_name()) last = spelled();
      advance();
    }
    return last;
  }

  constexpr void interval_fields() {
    constexpr u32 words[]{lexical::word("year"), lexical::word("month"), lexical::word("day"), lexical::word("hour"),
                          lexical::word("minute"), lexical::word("second"), lexical::word("to")};
    for (bool more = true; more;) {
      more = false;
      for (const u32 w : words) more |= take(w);
      if (more && now_ == token::open) skip_group();
    }
  }

  /// A type, under the name that the catalogs have for it.
  constexpr ident type() {
    using lexical::word;
    ident name{};
    bool zoned = false;
    u32 h = now_ == token::word ? hash_ : 0;
    if (h == word("national")) advance(), h = word("character");
    switch (h) {
      case word("int"):
      case word("integer"): advance(), name = "int4"; break;
      case word("bigint"): advance(), name = "int8"; break;
      case word("smallint"): advance(), name = "int2"; break;
      case word("real"): advance(), name = "float4"; break;
      case word("boolean"): advance(), name = "bool"; break;
      case word("decimal"):
      case word("dec"): advance(), name = "numeric"; break;
      case word("double"): advance(), advance(), name = "float8"; break;
      case word("float"): return float_type();
      case word("bit"):
      case word("char"):
      case word("nchar"):
      case word("character"): {
        advance();
        const bool varying = take(word("varying"));
        name = h == word("bit") ? (varying ? ident("varbit") : ident("bit")) : (varying ? ident("varchar") : ident("bpchar"));
        return modifiers(), name;
      }
      case word("time"):
      case word("timestamp"): zoned = true; [[fallthrough]];
      default: name = qualified();
    }
    modifiers();
    if (zoned && (is(word("with")) || is(word("without")))) {
      if (is(word("with"))) name = h == word("time") ? ident("timetz") : ident("timestamptz");
      advance(), advance(), advance();
    }
    if (h == word("interval")) interval_fields();
    return brackets(), name;
  }
  constexpr ident float_type() {
    advance();
    ident name = "float8";
    if (now_ == token::open) {
      advance();
      u32 n = 0;
      for (u32 i = begin_; i < at_; ++i) n = n * 10 + static_cast<u32>(text_[i] - '0');
      if (n <= 24) name = "float4";
      advance(), advance();
    }
    return brackets(), name;
  }
  constexpr void modifiers() {
    if (now_ == token::open) skip_group();
    brackets();
  }
  constexpr void brackets() {
    take(lexical::word("array"));
    while (now_ == token::bracket) skip_group();
  }

  token now_ = token::end;
  u32 begin_ = 0;
  u32 hash_ = 0;
};

/// The name of an index's element that is an expression.
constexpr ident expression_name(const text_view& sql) { return expression_namer(sql.data, sql.size).name(); }

}  // namespace skein::model
