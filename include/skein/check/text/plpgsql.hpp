// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// A body in PL/pgSQL as SQL that model/query_reader.hpp can read: what is no SQL in it is blanked or becomes a semicolon, the
/// rest stands where it stood. (Documentation, "PL/pgSQL".)

#include <skein/model/lexical.hpp>

namespace skein::checks {

namespace lexical = model::lexical;
using model::u32;

namespace plpgsql_words {

enum class key : std::uint8_t {
  none, declare, begin, branch, ends, condition, case_, when, then, loop, expression, returns, query, next, execute, raise, level, for_, in,
  in_order, open, skipped, merge, insert, perform, into, strict, default_, constant
};

template <class = void>
struct key_table : lexical::word_map<key, 7> {
  consteval key_table() {
    this->all(key::declare, {"declare"});
    this->all(key::begin, {"begin"});
    this->all(key::branch, {"else"});
    this->all(key::ends, {"end"});
    this->all(key::condition, {"if", "elsif", "elseif", "while"});
    this->all(key::case_, {"case"});
    this->all(key::when, {"when"});
    this->all(key::then, {"then"});
    this->all(key::loop, {"loop"});
    this->all(key::expression, {"assert", "call", "exit", "continue"});
    this->all(key::returns, {"return"});
    this->all(key::query, {"query"});
    this->all(key::next, {"next"});
    this->all(key::execute, {"execute"});
    this->all(key::raise, {"raise"});
    this->all(key::level, {"debug", "log", "info", "notice", "warning", "exception"});
    this->all(key::for_, {"for", "foreach"});
    this->all(key::in, {"in"});
    this->all(key::in_order, {"reverse", "array"});
    this->all(key::open, {"open"});
    this->all(key::skipped, {"get", "fetch", "move", "close"});
    this->all(key::merge, {"merge"});
    this->all(key::insert, {"insert"});
    this->all(key::perform, {"perform"});
    this->all(key::into, {"into"});
    this->all(key::strict, {"strict"});
    this->all(key::default_, {"default"});
    this->all(key::constant, {"constant"});
  }
};
template <class T = void>
inline constexpr key_table<T> keys{};

}  // namespace plpgsql_words

/// Reads the text when it is made. A template, so that who has no such body does not pay for it.
template <class = void>
class plpgsql_reader : lexical::scanner {
 public:
  constexpr explicit plpgsql_reader(const model::text_view& t) : scanner(t.data, t.size), out_(new char[t.size + 1]) {
    for (u32 i = 0; i < t.size; ++i) out_[i] = t.data[i];
    out_[t.size] = '\0';
    read();
  }
  plpgsql_reader(const plpgsql_reader&) = delete;
  plpgsql_reader& operator=(const plpgsql_reader&) = delete;
  constexpr ~plpgsql_reader() { delete[] out_; }

  constexpr model::text_view sql() const { return {out_, size_, 0}; }
  /// `#variable_conflict use_variable`: a bare name may be a variable where there is a column of that name.
  constexpr bool prefers_variables() const { return prefers_variables_; }

 private:
  using key = plpgsql_words::key;

  /// What the words of a statement are, as far as it is read.
  enum class now : std::uint8_t {
    begins,      ///< a statement comes
    declares,    ///< a declaration comes
    type,        ///< of a declaration
    sql,         ///< or an expression
    returns,     ///< RETURN: NEXT, QUERY, EXECUTE or an expression comes
    raises,      ///< a level or a message comes
    loops,       ///< FOR: the variables come
    opens,       ///< OPEN: up to the query
    into,        ///< INTO: what it fills comes, up to what is no name
    merges,      ///< MERGE, which has WHEN and THEN of its own
    skips        ///< the rest is nothing of the schema's
  };

  constexpr void read() {
    using lexical::starts;
    while (at_ < size_) {
      const u32 begin = at_;
      switch (lexical::start_of(text_[at_])) {
        case starts::blank: ++at_; continue;
        case starts::word: {
          u32 h = skip_word();
          if (peek(0) == '\'' && at_ - begin == 1) skip_string(lexical::lower(text_[begin]) == 'e'), h = 0;
          word(plpgsql_words::keys<>[h], begin);
          continue;
        }
        case starts::quoted:
          skip_quoted();
          word(key::none, begin);
          continue;
        case starts::dollar: skip_dollar(); break;
        case starts::string: skip_string(false); break;
        case starts::dash:
          if (peek(1) == '-') { skip_line(); continue; }
          ++at_;
          break;
        case starts::slash:
          if (peek(1) == '*') { skip_comment(); continue; }
          ++at_;
          break;
        default: mark(text_[at_++]); continue;
      }
      operand();
    }
  }

  constexpr void blank(u32 from, u32 to) {
    for (; from < to; ++from) out_[from] = ' ';
  }
  /// The word ends what came before.
  constexpr void cut(u32 begin, now then) {
    blank(begin, at_);
    out_[begin] = ';';
    is_ = then;
    cases_ = 0;
    last_ = key::none;
  }

  constexpr void label() {
    const u32 begin = at_ - 1;
    while (at_ < size_ && text_[at_ - 1] != '>') ++at_;
    ++at_;
    blank(begin, at_ < size_ ? at_ : size_);
  }
  /// `#variable_conflict use_variable` and the like, up to the end of its line.
  constexpr void pragma() {
    const u32 begin = at_ - 1;
    while (at_ < size_ && text_[at_] != '\n') {
      prefers_variables_ |= skip_word() == lexical::word("use_variable");
      if (at_ < size_ && text_[at_] != '\n') ++at_;
    }
    blank(begin, at_);
  }

  /// A literal, or the like.
  constexpr void operand() {
    if (is_ == now::begins || is_ == now::returns || is_ == now::raises || is_ == now::into) is_ = now::sql;
    last_ = key::none;
  }
  constexpr void mark(char c) {
    if (c == '#' && is_ == now::begins) return pragma();
    if (c == '<' && peek(0) == '<' && is_ == now::begins) return label();
    if (c == '(' || c == '[') ++depth_;
    if ((c == ')' || c == ']') && depth_) --depth_;
    if (c == ';' && !depth_) {
      is_ = declaring_ ? now::declares : now::begins;
      cases_ = 0;
      last_ = key::none;
      return;
    }
    if (is_ == now::skips) out_[at_ - 1] = ' ';
    if (is_ == now::into) {
      if (c == ',' && !depth_) return blank(at_ - 1, at_), void(target_ends_ = false);
      if (c == '.' || depth_ || c == ']') return blank(at_ - 1, at_), void(target_ends_ = c != '.' && target_ends_);
    }
    if (c == ':' && is_ == now::type && peek(0) == '=') out_[at_ - 1] = ';', out_[at_] = ' ', is_ = now::sql;
    if (is_ == now::loops) return blank(at_ - 1, at_);
    if (is_ == now::opens) return;
    operand();
  }

  constexpr void word(key w, u32 begin) {
    const key last = last_;
    last_ = w;
    switch (is_) {
      case now::declares: return declaration(w, begin);
      case now::begins: return statement(w, begin);
      case now::skips: return blank(begin, at_);
      case now::returns:
        if (w == key::query || w == key::next || w == key::execute) return cut(begin, w == key::next ? now::sql : now::returns);
        is_ = now::sql;
        break;
      case now::raises:
        is_ = now::sql;
        if (w == key::level) return blank(begin, at_);
        break;
      case now::loops:
        blank(begin, at_);
        if (w == key::in) cut(begin, now::returns), for_ = true;
        return;
      case now::opens:
        if (w == key::for_) return cut(begin, now::returns);
        if (last == key::open) blank(begin, at_);  // its name, which may be followed by arguments
        return;
      case now::into:
        if (target_ends_ && !depth_) is_ = now::sql;
        else return blank(begin, at_), void(target_ends_ = w != key::strict);
        break;
      default: break;
    }
    if (for_) {  // FOR i IN REVERSE …, FOREACH x IN ARRAY …
      for_ = false;
      if (w == key::in_order) return blank(begin, at_);
    }
    if (w == key::case_) ++cases_;
    else if (w == key::ends && cases_) --cases_;
    else if (w == key::into && last != key::insert && last != key::merge) {
      blank(begin, at_);
      is_ = now::into;
      target_ends_ = false;
    } else if (depth_ || cases_ || is_ == now::merges) {
      return;
    } else if (w == key::then || w == key::loop) {
      cut(begin, now::begins);
    } else if (is_ == now::type) {
      if (w == key::default_) cut(begin, now::sql);
      else if (w == key::for_) cut(begin, now::returns);
      else if (w == key::constant) typed(begin);
    } else if (w == key::when) {
      cut(begin, now::sql);
    }
  }

  /// The name of a variable becomes the sign of a cast, so that a type comes.
  constexpr void typed(u32 begin) {
    blank(begin, at_);
    is_ = now::type;
    if (at_ >= size_ || lexical::start_of(text_[at_]) != lexical::starts::blank) return;
    out_[at_ - 1] = out_[at_] = ':';
  }
  constexpr void declaration(key w, u32 begin) {
    if (w == key::declare) return blank(begin, at_);
    if (w != key::begin) return typed(begin);
    declaring_ = false;
    cut(begin, now::begins);
  }

  /// The first word of a statement. EXCEPTION, a level of RAISE elsewhere, begins the last part of a block.
  constexpr void statement(key w, u32 begin) {
    switch (w) {
      case key::declare:
        declaring_ = true;
        return cut(begin, now::declares);
      case key::begin:
      case key::branch:
      case key::loop:
      case key::level: return cut(begin, now::begins);
      case key::condition:
      case key::case_:
      case key::when:
      case key::execute:
      case key::expression: return cut(begin, now::sql);
      case key::returns: return cut(begin, now::returns);
      case key::raise: return cut(begin, now::raises);
      case key::for_: return cut(begin, now::loops);
      case key::open: return cut(begin, now::opens), void(last_ = w);
      case key::skipped:
      case key::ends: return cut(begin, now::skips);
      case key::merge: is_ = now::merges; return;
      case key::perform:
        cut(begin, now::sql);
        for (u32 i = 0; i < 6; ++i) out_[begin + i] = "select"[i];
        return;
      default: is_ = now::sql;
    }
  }

  char* out_;
  now is_ = now::begins;
  u32 depth_ = 0;
  u32 cases_ = 0;       ///< CASE … END inside the statement
  key last_ = key::none;  ///< the word before, if it stands directly before
  bool declaring_ = false, for_ = false, target_ends_ = false, prefers_variables_ = false;
};

}  // namespace skein::checks
