// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Takes an SQL text apart, in one pass over its characters. (Documentation, "Lexical Structure" and "SELECT", and the grammar
/// of PostgreSQL where those leave something open.)

#include <skein/model/query.hpp>
#include <skein/model/query_words.hpp>

namespace skein::model {

/// How much of everything a text can have.
struct query_room {
  u32 words, scopes, items, ctes;
  constexpr explicit query_room(u32 text) : words(text / 2 + 3), scopes(text / 6 + 3), items(text / 2 + 3), ctes(text / 6 + 3) {}
};

/// Reads the text when it is made, into arrays with that room.
/// A template, so that who has no query does not pay for it.
template <class = void>
class query_reader : lexical::scanner {
 public:
  constexpr query_reader(const text_view& t, query_word* w, query_scope* s, query_item* i, query_cte* c)
      : scanner(t.data, t.size), words(w), scopes(s), items(i), ctes(c) {
    scopes[1] = {};
    begin_statement();
    read();
    while (depth_) close();
    end_output();
    end_ctes();
  }
  constexpr query value() const { return {words, scopes, items, ctes, word_count, scope_count, item_count, cte_count, result, {}}; }

 private:
  query_word* words;
  query_scope* scopes;
  query_item* items;
  query_cte* ctes;
  u32 word_count = 0, scope_count = 1, item_count = 0, cte_count = 0, result = 0;

  using key = query_words::key;

  using place = query_words::place;
  struct frame {
    place in;
    bool begins;     ///< a query, an output column, a relation or a definition comes
    bool derived;    ///< in FROM: a subquery, or joins in parentheses
    bool named;      ///< the output column has a name
    bool recursive, sorts;
    u32 scope, outer;
    u32 first;       ///< its first SELECT
    u32 bare;        ///< the word that is all of the output column so far
    u32 item;        ///< in FROM: the last one, which an alias may name
    u32 cte;         ///< the last one defined
    u32 defines;     ///< the one whose query this is
    u32 call;        ///< the one whose arguments these are
  };
  enum class next : std::uint8_t { nothing, names, merged, definition, arguments };
  static constexpr u32 composed = ~0u, deepest = 64;

  constexpr void begin_statement() {
    now_ = {};
    now_.scope = now_.outer = 1;
    now_.begins = true;
    operand_ = false;
  }

  constexpr void read() {
    using lexical::starts;
    while (at_ < size_) {
      switch (lexical::bytes.begins[static_cast<unsigned char>(text_[at_])]) {
        case starts::blank: ++at_; continue;
        case starts::word: read_word(); continue;
        case starts::quoted: read_quoted(); continue;
        case starts::number:
          skip_number();
          end_operand();
          continue;
        case starts::dollar:
          skip_dollar();
          end_operand();
          continue;
        case starts::string: read_string(); continue;
        case starts::dash:
          if (peek(1) == '-') skip_line();
          else sign();
          continue;
        case starts::slash:
          if (peek(1) == '*') skip_comment();
          else sign();
          continue;
        case starts::colon:
          type_ = peek(1) == ':';
          if (type_ && now_.bare && now_.bare != composed) words[now_.bare].cast = true;
          at_ += type_ ? 2 : 1;
          operand_ = false;
          continue;
        case starts::dot: ++at_; dotted_ = true; continue;
        case starts::nothing: read_mark(text_[at_]); continue;
      }
    }
  }

  constexpr void read_mark(char c) {
    switch (c) {
      case '(':
      case '[': ++at_; return open();
      case ')':
      case ']': ++at_; return close();
      case ',': ++at_; return comma();
      case ';':
        ++at_;
        if (depth_) return;
        end_output();
        end_ctes();
        return begin_statement();
      case '*': break;
      default: return sign();
    }
    if (!now_.begins && !dotted_) return sign();
    if (now_.in == place::output) {
      if (!dotted_) add({text_ + at_, 1, text_ + at_, text_ + at_ + 1, 0, false, false}, role::every).output = true;
      if (dotted_) scopes[now_.scope].unnamed = true;  // the columns of a composite value
      else scopes[now_.scope].star = true;
      now_.named = true;
    }
    ++at_;
    end_operand();
  }

  constexpr void sign() {  // an operator
    ++at_;
    operand_ = now_.begins = dotted_ = false;
    now_.bare = composed;
    previous_ = 0;
  }
  constexpr void end_operand() {
    now_.bare = composed;
    now_.begins = dotted_ = type_ = false;
    operand_ = true;
    previous_ = 0;
  }
  constexpr void read_string() {
    if (in_string_) {
      in_string_ = false;
      ++at_;
      return end_operand();
    }
    if (now_.begins && now_.call && query_words::of_sequences<>.has(words[now_.call].hash)) {
      in_string_ = true;
      ++at_;
      return;
    }
    skip_string(false);
    end_operand();
  }

  constexpr void open() {
    if (depth_ >= deepest) {  // as if they were not there
      ++depth_;
      return;
    }
    frame inner{};
    inner.scope = inner.outer = now_.scope;
    inner.begins = true;
    const bool distinct_on = previous_ == lexical::word("on") && now_.in == place::output;
    switch (next_) {
      case next::names: inner.in = place::names; break;
      case next::merged: inner.in = place::merged; break;
      case next::definition: inner.defines = now_.cte; break;
      case next::arguments: inner.call = word_count; break;
      default:
        if (now_.in == place::from && now_.begins) inner.in = place::from, inner.derived = true;
        else if (!distinct_on && !operand_) now_.bare = composed;
    }
    if (as_) inner.in = place::names, as_ = false;
    if (!inner.derived && !distinct_on) now_.begins = false;
    next_ = next::nothing;
    frames_[depth_++] = now_;
    now_ = inner;
    operand_ = type_ = false;
    previous_ = 0;
  }
  constexpr void close() {
    if (!depth_) return;
    if (depth_ > deepest) return void(--depth_);
    end_output();
    end_ctes();
    const frame inner = now_;
    now_ = frames_[--depth_];
    operand_ = !now_.begins;
    type_ = dotted_ = false;
    previous_ = 0;
    if (inner.call && !inner.begins) ++words[inner.call].of;
    if (inner.in == place::merged) now_.item = 0;
    if (inner.defines) {
      query_cte& c = ctes[inner.defines];
      if (!c.from) c.from = word_count + 1;
      if (c.query == composed) c.query = inner.first;
      operand_ = false;
    }
    if (inner.derived) {
      now_.begins = false;
      now_.item = inner.first ? add_item(0, inner.first) : 0;
      operand_ = true;
    }
  }

  constexpr void comma() {
    operand_ = type_ = false;
    previous_ = 0;
    switch (now_.in) {
      case place::output:
        end_output();
        now_.begins = true;
        return;
      case place::joined: now_.in = place::from; [[fallthrough]];
      case place::from:
      case place::definitions: now_.begins = true; return;
      default:
        if (now_.call) ++words[now_.call].of;
    }
  }

  /// A column of the output is called as the column or the function that it is, if it has no name of its own.
  constexpr void end_output() {
    if (now_.in != place::output) return;
    if (!now_.begins) {
      ++scopes[now_.scope].outputs;
      if (!now_.named && (!now_.bare || now_.bare == composed)) scopes[now_.scope].unnamed = true;
      else if (!now_.named) words[now_.bare].output = true;
    }
    now_.bare = 0;
    now_.named = now_.begins = false;
  }
  constexpr void end_ctes() {
    for (u32 i = cte_count; i; --i)
      if (!ctes[i].to && ctes[i].depth == depth_) ctes[i].to = word_count;
  }
  constexpr u32 add_item(u32 word, u32 derived) {
    items[++item_count] = {word, 0, now_.scope, derived, false};
    return item_count;
  }
  constexpr query_word& add(const identifier& i, role is) {
    words[++word_count] = {i, is, false, false, now_.sorts, false, false, 0, now_.scope, 0, scopes[now_.scope].outputs};
    return words[word_count];
  }
  /// A SELECT at the beginning of something sees what is around it; one behind INSERT sees that.
  constexpr void begin_scope() {
    const bool first = now_.begins || now_.in == place::definitions;
    scopes[++scope_count] = {first ? now_.outer : now_.scope, 0, false, false, false, false};
    now_.scope = scope_count;
    if (!now_.first) now_.first = scope_count;
    if (!depth_ && !result) result = scope_count;
    now_.bare = now_.item = 0;
    now_.named = now_.sorts = false;
  }

  /// Behind the SELECT of an INSERT comes what is of the INSERT.
  constexpr void end_source() {
    end_output();
    while (scopes[now_.scope].parent != now_.outer && scopes[now_.scope].parent) now_.scope = scopes[now_.scope].parent;
  }

  constexpr void read_word() {
    const u32 begin = at_, h = skip_word(), end = at_;
    if (peek(0) == '\'' && !in_string_) {  // E'…', B'…', X'…'
      skip_string(at_ - begin == 1 && lexical::lower(text_[begin]) == 'e');
      return end_operand();
    }
    enter({text_ + begin, end - begin, text_ + begin, text_ + end, h, false, false});
  }
  constexpr void read_quoted() {
    const u32 begin = at_ + 1, h = skip_quoted(), end = at_ - 1;
    enter({text_ + begin, end - begin, text_ + begin - 1, text_ + end + 1, h, true, false});
  }

  constexpr void enter(const identifier& found) {
    const u32 i = after_blanks(), before = dotted_ ? word_count : 0;
    const char c = i < size_ ? text_[i] : '\0';
    if (!before) led_ = previous_;
    const u32 previous = led_;
    previous_ = found.quoted ? 0 : found.hash;
    if (dotted_ && !chain_) {  // a field of a composite value
      dotted_ = false;
      return void(add(found, role::nothing));
    }
    dotted_ = false;
    if (!before && c != '.') {
      if (as_) return name(found, c, true);
      if (!found.quoted && !type_)
        if (const key k = query_words::keys<>[found.hash]; k != key::none && is_keyword(found, k, c, previous)) return;
      if (operand_) return name(found, c, false);
    }
    query_word& w = add(found, role::qualifier);
    w.before = before;
    chain_ = c == '.';
    if (!chain_) return classify(w, i, previous);
    at_ = i + 1;
    dotted_ = true;
    const u32 star = after_blanks();
    if (star == size_ || text_[star] != '*') return;
    w.star = true;
    chain_ = dotted_ = false;
    const bool all = now_.in == place::output && now_.begins;
    at_ = star + 1;
    end_operand();
    w.output = now_.named = all;
  }

  /// A word directly behind an operand, or behind AS.
  constexpr void name(const identifier& found, char c, bool said) {
    query_word& w = add(found, role::nothing);
    as_ = false;
    if (!said && !found.quoted) {
      if (query_words::infix<>.has(found.hash)) operand_ = type_ = false;
      if (found.hash == lexical::word("operator")) {
        while (at_ < size_ && text_[at_] != ')') ++at_;
        ++at_;
        now_.bare = composed;
      }
      if (!operand_ || query_words::suffix<>.has(found.hash)) return;
    }
    operand_ = true;
    if (now_.in == place::output) {
      w.output = now_.named = true;
      if (now_.bare && now_.bare != composed && words[now_.bare].is == role::column) w.of = now_.bare;
    } else if (now_.in == place::from) {
      if (!now_.item) now_.item = add_item(0, 0);
      query_item& item = items[now_.item];
      if (item.alias) return;
      item.alias = word_count;
      item.renamed = c == '(';
      if (c == '(') next_ = next::names;
    }
  }

  /// The last word of a name that may be the schema's.
  constexpr void classify(query_word& w, u32 i, u32 previous) {
    const char c = i < size_ ? text_[i] : '\0', after = i + 1 < size_ ? text_[i + 1] : '\0';
    if (in_string_) return void(w.is = role::sequence);
    if (type_) {
      w.is = role::type;
      type_ = false;
      operand_ = true;
      return;
    }
    const bool began = now_.begins;
    now_.begins = false;
    operand_ = true;
    w.is = role::nothing;
    switch (now_.in) {
      case place::names: return;
      case place::target: return;
      case place::merged:
        w.is = role::merged;
        w.of = item_count;
        w.both = merged_ < size_ / 4;
        merged_ += w.both;
        return;
      case place::definitions:
        if (!began) return;
        if (!w.quoted && w.hash == lexical::word("recursive")) {
          now_.recursive = now_.begins = true;
          operand_ = false;
          return;
        }
        ctes[++cte_count] = {word_count, now_.recursive ? word_count : 0, 0, c == '(' ? 0 : composed, depth_};
        now_.cte = cte_count;
        if (c == '(') next_ = next::names;
        return;
      case place::from:
        if (!began) return;
        now_.item = add_item(word_count, 0);
        w.is = c == '(' && previous != lexical::word("into") ? role::call : role::relation;
        if (w.is == role::call) next_ = next::arguments;
        return;
      default: break;
    }
    const bool names_time = previous == lexical::word("at") || previous == lexical::word("with") || previous == lexical::word("without");
    if ((names_time && w.hash == lexical::word("time")) || (previous == lexical::word("time") && w.hash == lexical::word("zone"))) {
      operand_ = false;
      return;
    }
    if (previous == lexical::word("on") && w.hash == lexical::word("conflict")) {
      end_source();
      now_.in = place::condition;
      operand_ = false;
      return;
    }
    if (previous == lexical::word("over") || previous == lexical::word("window")) return;
    if (began && now_.call && words[now_.call].hash == lexical::word("extract")) return;
    if (c == '\'') return void(w.is = role::type);  // a literal of it
    if ((c == '=' && after == '>') || (c == ':' && after == '=')) return;  // a named argument
    w.is = c == '(' ? role::call : role::column;
    if (c == '(') next_ = next::arguments;
    if (now_.in == place::output) now_.bare = now_.bare ? composed : word_count;
  }

  /// Whether the command of a rule comes behind the word.
  constexpr bool is_action(u32 previous) const {
    using lexical::word;
    return now_.scope == 1 && (previous == word("also") || previous == word("instead") || previous == word("do"));
  }
  /// Whether the word is grammar where it stands; then what it means is done.
  constexpr bool is_keyword(const identifier& found, key k, char c, u32 previous) {
    using enum query_words::place;
    using lexical::word;
    const bool in_from = now_.in == from || now_.in == joined, in_select = now_.in == output || in_from || now_.in == condition || now_.in == target;
    const bool begins = now_.begins && (now_.in == expression || now_.in == from), starts = begins || now_.in == definitions || is_action(previous);
    const bool distinct_from = previous == word("distinct") && k == key::from;
    if (k == key::side && c == '(') return false;
    if (k == key::values && c != '(') return false;
    if (k == key::by && previous != word("group") && previous != word("order") && previous != word("partition")) return false;
    if (k == key::of && previous != word("update") && previous != word("share")) return false;
    const auto go = [&](place in, bool begin) {
      end_output();
      now_.in = in;
      now_.begins = begin;
    };
    add(found, role::nothing);
    if (k == key::modifier || k == key::by || k == key::of) return operand_ = false, true;
    if (k == key::value) return end_operand(), true;
    const bool follows = operand_;
    operand_ = false;
    switch (k) {
      case key::select:
        if (starts || in_select) begin_scope(), now_.in = output, now_.begins = true;
        return true;
      case key::from:
        if (!distinct_from && (now_.in == output || now_.in == target || now_.in == condition)) go(from, true);
        break;
      case key::join:
        if (in_from) go(from, true);
        break;
      case key::natural: scopes[now_.scope].natural = true; break;
      case key::on:
        if (now_.in == from) now_.in = joined;
        if (now_.in == output) return true;
        break;
      case key::using_:
        if (now_.in != from) break;
        if (c == '(') next_ = next::merged;
        else now_.begins = true;
        break;
      case key::clause:
      case key::order:
        if (in_select && previous != word("within")) go(condition, false), now_.sorts = k == key::order;
        break;
      case key::set_operation:
        scopes[now_.scope].united = true;
        go(expression, true);
        now_.sorts = false;
        break;
      case key::with:
        if (!follows && begins) now_.in = definitions;
        else operand_ = follows;
        if (now_.in == definitions) return true;
        break;
      case key::as:
        if (now_.in == definitions) next_ = next::definition;
        else if (now_.in == expression || now_.in == condition) type_ = true;
        else as_ = now_.in == output || now_.in == from;
        return true;
      case key::values:
        if (starts) begin_scope(), scopes[now_.scope].unnamed = true;
        now_.in = condition;
        break;
      case key::insert:
      case key::remove:
        if (starts) begin_scope(), now_.in = target;
        break;
      case key::into:
        if (now_.in == target) go(from, true);
        break;
      case key::update:
        if (starts) {
          begin_scope();
          go(from, true);
        }
        return true;
      case key::returning:
        if (!in_select) return true;
        end_source();
        go(output, true);
        return true;
      case key::cast: next_ = next::arguments; break;
      case key::collate: type_ = true; break;
      default: break;
    }
    now_.bare = composed;
    if (now_.in != from && now_.in != output && now_.in != definitions && k != key::set_operation) now_.begins = false;
    if (k == key::other && now_.in == output) now_.begins = false;
    return true;
  }

  frame now_{};
  frame frames_[deepest];
  u32 depth_ = 0;
  u32 previous_ = 0;       ///< the word before, if that is what stands before
  u32 led_ = 0;            ///< the same of a name with its schema
  u32 merged_ = 0;
  next next_ = next::nothing;
  bool operand_ = false;   ///< an operand has just ended: no other one comes
  bool dotted_ = false, chain_ = false, as_ = false, type_ = false, in_string_ = false;
};

/// A text taken apart for a moment.
template <class = void>
class query_of : public query {
 public:
  constexpr explicit query_of(const text_view& t) : query_of(t, query_room(t.size)) {}
  query_of(const query_of&) = delete;
  query_of& operator=(const query_of&) = delete;
  constexpr ~query_of() {
    delete[] w_;
    delete[] s_;
    delete[] i_;
    delete[] c_;
  }

 private:
  constexpr query_of(const text_view& t, const query_room& n)
      : query{}, w_(new query_word[n.words]), s_(new query_scope[n.scopes]), i_(new query_item[n.items]), c_(new query_cte[n.ctes]) {
    static_cast<query&>(*this) = query_reader<>(t, w_, s_, i_, c_).value();
  }
  query_word* w_;
  query_scope* s_;
  query_item* i_;
  query_cte* c_;
};

/// The name that an identifier means.
constexpr ident name_of(const identifier& i) {
  char text[ident::max_size + 1]{};
  u32 n = 0;
  for (u32 k = 0; k < i.size; ++k) {
    const char c = i.data[k];
    if (n <= ident::max_size) text[n] = i.quoted ? c : lexical::lower(c);
    ++n;
    if (i.quoted && c == '"') ++k;
  }
  return ident(text, n < ident::max_size ? n : ident::max_size);  // longer ones are cut by PostgreSQL, too
}

/// A text of that length taken apart, for good. One type for all texts of a length, and a function rather than a constructor: with GCC
/// three quarters of the cost.
template <u32 Size>
struct query_storage {
  static constexpr query_room room{Size};

  query_word words[room.words];
  query_scope scopes[room.scopes];
  query_item items[room.items];
  query_cte ctes[room.ctes];
  query counts;                     ///< without the arrays
  u32 outputs[room.words / 2 + 1];  ///< the words that name output columns
  u32 output_count;
};
template <u32 Size>
consteval query_storage<Size> take_apart(const text_view& t) {
  query_storage<Size> s{};
  s.counts = query_reader<>(t, s.words, s.scopes, s.items, s.ctes).value();
  for (u32 k = 1; k <= s.counts.word_count; ++k)
    if (names_output(s.words[k])) s.outputs[s.output_count++] = k;
  s.counts.words = nullptr, s.counts.scopes = nullptr, s.counts.items = nullptr, s.counts.ctes = nullptr;
  return s;
}

/// A literal taken apart, once in a program.
template <literal Sql>
struct parsed {
  static constexpr query_storage<sizeof Sql.text - 1> raw = take_apart<sizeof Sql.text - 1>(Sql);
  struct name_list {
    ident items[raw.output_count + 1];
  };
  template <u32... Index>
  static consteval name_list list_names(indices<u32, Index...>) {
    return {{name_of(raw.words[raw.outputs[Index]])..., ident()}};
  }
  static constexpr name_list names = list_names(indices_to<raw.output_count>{});
  static constexpr query value{raw.words, raw.scopes, raw.items, raw.ctes, raw.counts.word_count, raw.counts.scope_count, raw.counts.item_count,
                               raw.counts.cte_count, raw.counts.result, {names.items, raw.output_count}};
};

}  // namespace skein::model
