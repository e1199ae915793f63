// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// SQL text taken apart into statements, and these into words: as much of it as tells what a statement is about.

#include <skein/check/text/raw_sql.hpp>

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace skein::run::adoption {

struct token {
  enum class kind : unsigned char { word, quoted, literal, number, symbol };

  kind what{};
  std::string_view text{};  ///< as it is written
  std::string
      name{};  ///< of a word in lower case, of what is quoted without the quotes; what else is, as it is written

  bool is(std::string_view word) const { return (what == kind::word || what == kind::symbol) && name == word; }
  bool is_name() const { return what == kind::word || what == kind::quoted; }
};

/// Its words, names, literals and signs, without comments.
class tokens : model::lexical::scanner {
 public:
  static std::vector<token> of(std::string_view sql) { return tokens(sql).run(); }

 private:
  explicit tokens(std::string_view sql) : scanner(sql.data(), static_cast<model::u32>(sql.size())) {}

  std::vector<token> run() {
    using model::lexical::starts;
    std::vector<token> out;
    while (at_ < size_) {
      begin_ = at_;
      switch (model::lexical::start_of(text_[at_])) {
        case starts::blank:
          ++at_;
          break;
        case starts::word:
          skip_word();
          if (const bool e = at_ - begin_ == 1 && model::lexical::lower(text_[begin_]) == 'e'; peek(0) == '\'')
            skip_string(e), out.push_back(made(token::kind::literal));
          else
            out.push_back(word());
          break;
        case starts::quoted:
          skip_quoted();
          out.push_back(quoted());
          break;
        case starts::string:
          skip_string(false);
          out.push_back(made(token::kind::literal));
          break;
        case starts::dollar:
          skip_dollar();
          out.push_back(made(token::kind::literal));
          break;
        case starts::number:
          skip_number();
          out.push_back(made(token::kind::number));
          break;
        case starts::dash:
          if (peek(1) == '-')
            skip_line();
          else
            ++at_, out.push_back(made(token::kind::symbol));
          break;
        case starts::slash:
          if (peek(1) == '*')
            skip_comment();
          else
            ++at_, out.push_back(made(token::kind::symbol));
          break;
        default:
          ++at_;
          out.push_back(made(token::kind::symbol));
      }
    }
    return out;
  }

  token made(token::kind what) const {
    const std::string_view text(text_ + begin_, std::min(at_, size_) - begin_);
    return {what, text, std::string(text)};
  }
  token word() const {
    token out = made(token::kind::word);
    for (char& c : out.name) c = model::lexical::lower(c);
    return out;
  }
  token quoted() const {
    token out = made(token::kind::quoted);
    out.name.clear();
    for (std::size_t i = 1; i + 1 < out.text.size(); ++i) {
      out.name += out.text[i];
      if (out.text[i] == '"') ++i;
    }
    return out;
  }

  model::u32 begin_ = 0;
};

struct statement {
  std::string_view text{};  ///< with the blanks and comments before it, and the `;` behind it
  std::vector<token> words{};
  bool controls_transaction = false;
  bool needs_no_transaction = false;

  bool is_empty() const { return words.empty(); }
  bool begins(std::initializer_list<std::string_view> with) const {
    std::size_t i = 0;
    for (const std::string_view w : with)
      if (i >= words.size() || !words[i++].is(w)) return false;
    return true;
  }
  bool has_word(std::string_view name) const {
    for (const token& t : words)
      if (t.is_name() && t.name == name) return true;
    return false;
  }
};

/// They live as long as the text. What stands behind the last statement, comments at most, is lost.
inline std::vector<statement> statements_of(std::string_view sql) {
  std::vector<statement> out;
  checks::statements each({sql.data(), static_cast<model::u32>(sql.size()), 0});
  for (std::size_t from = 0; each.next(); from = each.end()) {
    const std::string_view text = sql.substr(from, each.end() - from);
    out.push_back({text, tokens::of(text), each.controls_transaction(), each.needs_no_transaction()});
  }
  return out;
}

}  // namespace skein::run::adoption
