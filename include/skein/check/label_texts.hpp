// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Labels of enum types in expressions: PostgreSQL looks a label up when it reads the expression, and from then on holds the label
/// itself. Found where it is certain that a string is one: the whole of a default, in a cast, in a comparison with a column.

#include <skein/check/enumeration.hpp>
#include <skein/model/policy.hpp>

namespace skein::checks {

/// What values of a type are: of an enum, or arrays of it. Type 0: of none.
struct enum_values {
  u32 type = 0;
  bool array = false;
};
constexpr enum_values enum_of(const auto& s, const model::data_type& t) {
  if (t.id != model::type_id::named) return {};
  const model::data_type& base = base_type(s, t);
  const u32 i = type_entity(s, base);
  if (!i || s.entities[i].what != entity_kind::enumeration) return {};
  return {i, base.dims > 0};
}

/// Walks over the labels in a text and calls `found(type, text)` with each; the text stands as it is written between its quotes.
/// Of a cast of anything else, and of an array, it says the type, with no text.
/// `whole` is what the whole text is a value of, and in a domain VALUE.
template <class State, class F>
class label_walk : lexical::scanner {
 public:
  constexpr label_walk(const State& s, const text_view& sql, u32 table, enum_values whole, F& found)
      : scanner(sql.data, sql.size), s_(s), table_(table), whole_(whole), found_(found) {}

  constexpr void run() {
    while (at_ < size_) {
      using lexical::starts;
      const u32 begin = at_;
      switch (lexical::start_of(text_[at_])) {
        case starts::blank: ++at_; continue;
        case starts::word: read_word(); continue;
        case starts::quoted: read_name(word()); continue;
        case starts::string: skip_string(false); read_string(begin); continue;
        case starts::colon:
          if (peek(1) == ':') read_cast();
          else ++at_;
          break;
        case starts::dollar: skip_dollar(); break;
        case starts::dash:
          if (peek(1) == '-') { skip_line(); continue; }
          ++at_;
          break;
        case starts::slash:
          if (peek(1) == '*') { skip_comment(); continue; }
          ++at_;
          break;
        default:
          ++at_;
          if (reads_on(text_[begin])) continue;
      }
      stop();
    }
  }

 private:
  /// Where the walk is: behind a column of an enum type, behind what compares it, in a list.
  enum class place : unsigned char { anywhere, column, comparison, list };

  constexpr void stop() { place_ = place::anywhere, waiting_ = {}; }
  /// Whether the character leaves the column, and the string before it, waiting for what comes.
  constexpr bool reads_on(char c) {
    switch (c) {
      case '=':
      case '<':
      case '>':
      case '!':
        if (place_ == place::column) place_ = place::comparison;
        return place_ == place::comparison || waiting_;
      case '(': waiting_ = {}; return place_ == place::comparison || place_ == place::list;
      case ',': waiting_ = {}; return place_ == place::list;
      default: return false;
    }
  }
  constexpr u32 hash(u32 from, u32 to, bool folded) const {
    u32 h = 0;
    for (; from < to; ++from) {
      h = model::hash_step(h, folded ? lexical::lower(text_[from]) : text_[from]);
      if (!folded && text_[from] == '"') ++from;
    }
    return h;
  }
  /// The word from here, in double quotes or not.
  constexpr identifier word() {
    const u32 begin = at_, quotes = peek(0) == '"';
    for (at_ += quotes; at_ < size_ && (quotes ? text_[at_] != '"' || peek(1) == '"' : lexical::lower(text_[at_]) != 0); ++at_) at_ += text_[at_] == '"';
    at_ += quotes;
    const u32 from = begin + quotes, to = at_ - quotes;
    return {text_ + from, to - from, text_ + begin, text_ + at_, hash(from, to, !quotes), quotes != 0, false};
  }
  constexpr void read_word() {
    const identifier i = word();
    if (peek(0) == '\'') {  // E'…', B'…', X'…'
      skip_string(i.size == 1 && lexical::lower(*i.data) == 'e');
      return stop();
    }
    if (i.hash == lexical::word("as")) {  // CAST (x AS type)
      if (const u32 type = read_type().type) found_(type, text_view{});
      return stop();
    }
    if (place_ == place::column) {
      if (i.hash == lexical::word("is") || i.hash == lexical::word("not") || i.hash == lexical::word("distinct")) return;
      if (i.hash == lexical::word("from")) return void(place_ = place::comparison);
      if (i.hash == lexical::word("in")) return void(place_ = place::list);
    }
    read_name(i);
  }
  constexpr void read_name(const identifier& i) {
    const u32 next = after_blanks();
    const char c = next < size_ ? text_[next] : '\0';
    if (c == '.') {  // a qualifier
      at_ = next + 1;
      place_ = place::anywhere;
      return;
    }
    const text_view before = waiting_;
    stop();
    if (c == '(') return;
    enum_values is = !table_ && same(value_, i) ? whole_ : enum_values{};
    if (const u32 column = table_ ? names::find_column(s_, table_, i) : 0) is = enum_of(s_, *s_.columns[column].type);
    if (!is.type || is_cast()) return;
    if (before) read_value(is, before);
    place_ = place::column;
    compared_ = is;
  }
  constexpr void read_string(u32 begin) {
    const text_view content{text_ + begin + 1, at_ - begin - 2, 0};
    const place where = place_;
    const bool first = at_begin(begin);
    if (is_cast()) {
      stop();
      return read_value(read_cast(), content);
    }
    if (where == place::comparison || where == place::list) {
      read_value(compared_, content);
      if (where == place::comparison) stop();
      return;
    }
    stop();
    if (first && after_blanks() >= size_) read_value(whole_, content);
    else waiting_ = content;
  }
  /// A label, or the labels of an array: `{sad,"so so",NULL}`.
  constexpr void read_value(const enum_values& is, const text_view& content) {
    if (!is.type) return;
    if (!is.array) return found_(is.type, content);
    found_(is.type, text_view{});
    for (u32 i = 0; i < content.size; ++i) {
      const char c = content.data[i];
      if (c == '\\') return;
      if (c == '{' || c == '}' || c == ',' || lexical::start_of(c) == lexical::starts::blank) continue;
      const bool quoted = c == '"';
      const u32 from = i += quoted;
      const auto ends = [&](char at) { return quoted ? at == '"' : at == ',' || at == '}'; };
      while (i < content.size && !ends(content.data[i])) ++i;
      const text_view element{content.data + from, i - from, 0};
      if (quoted || element.size != 4 || hash(static_cast<u32>(element.data - text_), static_cast<u32>(element.data - text_) + 4, true) != lexical::word("null"))
        found_(is.type, element);
    }
  }
  /// Whether nothing stands before.
  constexpr bool at_begin(u32 at) const {
    while (at && lexical::start_of(text_[at - 1]) == lexical::starts::blank) --at;
    return !at;
  }
  constexpr bool is_cast() const {
    const u32 i = after_blanks();
    return i + 1 < size_ && text_[i] == ':' && text_[i + 1] == ':';
  }
  /// What the cast that comes makes of it.
  constexpr enum_values read_cast() {
    at_ = after_blanks() + 2;
    const enum_values to = read_type();
    if (to.type) found_(to.type, text_view{});
    return to;
  }
  constexpr enum_values read_type() {
    u32 schema = 0;
    identifier name = read_part();
    if (const u32 next = after_blanks(); next < size_ && text_[next] == '.') {
      schema = same(model::public_schema, name) ? 0 : name.hash;
      at_ = next + 1;
      name = read_part();
    }
    const u32 next = after_blanks();
    const u32 i = name.size ? names::find_entity(s_, entity_kind::type, schema, 0, name) : 0;
    if (!i || s_.entities[i].what != entity_kind::enumeration) return {};
    return {i, next < size_ && text_[next] == '['};
  }
  constexpr identifier read_part() {
    at_ = after_blanks();
    return word();
  }

  static constexpr ident value_{"value"};

  const State& s_;
  u32 table_;
  enum_values whole_;
  F& found_;
  place place_ = place::anywhere;
  enum_values compared_{};  ///< what the column that stands before has
  text_view waiting_{};    ///< a string that may be compared with what comes
};

constexpr void each_label(const auto& s, const text_view& sql, u32 table, enum_values whole, auto&& found) { label_walk(s, sql, table, whole, found).run(); }

/// Whether what stands between quotes is the label.
constexpr bool reads_as(const text_view& label, const text_view& quoted) {
  u32 k = 0;
  for (u32 i = 0; i < quoted.size; ++i, ++k) {
    if (k == label.size || quoted.data[i] != label.data[k]) return false;
    if (quoted.data[i] == '\'') ++i;
  }
  return k == label.size;
}
constexpr u32 find_quoted_label(const auto& s, u32 type, const text_view& quoted) {
  for (u32 k = s.entities[type].first_clause; k; k = s.clauses[k].next)
    if (reads_as(s.clauses[k].value->text, quoted)) return k;
  return 0;
}

/// Labels in the text exist, and can be used by now. `d` is whose text it is.
constexpr bool check_labels(auto& sim, const dependent& d, const text_view& sql, u32 table, enum_values whole) {
  const auto& s = sim;
  verdict f;
  fault wrong = fault::none;
  each_label(s, sql, table, whole, [&](u32 type, const text_view& quoted) {
    if (!quoted || wrong != fault::none) return;
    const u32 k = find_quoted_label(s, type, quoted);
    if (k && !is_too_new(sim, k)) return;
    f = entity_facts(s, type);
    f.text = quoted;
    add_dependent(f, d);
    if (!k) f.likely = near_label(s, s.entities[type].first_clause, quoted);
    wrong = k ? fault::label_new : fault::no_label;
  });
  return wrong == fault::none || sim.fail(wrong, f);
}

/// The same of a column's default.
template <class Sim>
constexpr bool check_default_labels(Sim& sim, const column_state& c, const text_view& sql) {
  if constexpr (may_hold_entities<Sim>())
    if (const enum_values is = enum_of(sim, *c.type); is.type)
      return check_labels(sim, dependent_of(sim, c), sql, 0, is);
  return true;
}

/// Whether a text of the object may name labels: it uses a column whose values have them.
constexpr bool may_name_labels(const auto& s, const object_state& o) {
  for (u32 k = 0; k < o.used; ++k)
    if (const u32 c = s.uses[o.first_use + k]; c && enum_of(s, *s.columns[c].type).type) return true;
  return false;
}
constexpr dependent dependent_of(const auto& s, const object_state& o) {
  if (o.what == kind::column) return dependent_of(s, s.columns[o.target]);
  const table_state& t = s.tables[o.table];
  return {entity_kind::expression, t.schema, nullptr, t.name, nullptr, o.name, o.what};
}
/// Calls `f` with every expression of the object.
constexpr void each_expression(const auto& s, const object_state& o, auto&& f) {
  if (o.what == kind::column) return f(*s.columns[o.target].text);
  if (o.constraint && o.what == kind::check) f(o.constraint->expression);
  if (!o.index) return;
  for (u32 k = 0; k < o.index->elements.size; ++k)
    if (!o.index->elements.data[k].column) f(o.index->elements.data[k].expression);
  if (o.index->where) f(o.index->where);
}
/// Labels in the object's expressions exist.
template <class Sim>
constexpr bool check_object_labels(Sim& sim, const object_state& o) {
  bool ok = true;
  if constexpr (may_hold_entities<Sim>())
    if (may_name_labels(sim, o))
      each_expression(sim, o, [&](const text_view& sql) { ok = ok && check_labels(sim, dependent_of(sim, o), sql, o.table, {}); });
  return ok;
}
/// Everything in the state that names a label of the type for which `wanted(text)` holds, into the list of dependents.
constexpr void list_naming(const auto& s, u32 type, verdict& f, auto&& wanted) {
  const auto look = [&](const dependent& d, const text_view& sql, u32 table, enum_values whole) {
    bool names = false;
    each_label(s, sql, table, whole, [&](u32 of, const text_view& quoted) { names = names || (quoted && of == type && wanted(quoted)); });
    if (names) add_dependent(f, d);
  };
  for (u32 c = 1; c <= s.used.columns; ++c) {
    const column_state& x = s.columns[c];
    if (x.name && x.flags & model::flag::default_value && enum_of(s, *x.type).type == type)
      look(dependent_of(s, x), *x.text, 0, enum_of(s, *x.type));
  }
  for (u32 o = 1; o <= s.used.objects; ++o)
    if (s.objects[o].alive && may_name_labels(s, s.objects[o]))
      each_expression(s, s.objects[o], [&](const text_view& sql) { look(dependent_of(s, s.objects[o]), sql, s.objects[o].table, {}); });
  for (u32 i = 1; i <= s.used.entities; ++i) {
    const entity_state& e = s.entities[i];
    if (!e.alive || e.what == entity_kind::expression) continue;
    if (e.def->policy || e.def->trigger) look(dependent_of(s, e), e.def->body, e.table, {});
    if (e.def->policy) look(dependent_of(s, e), e.def->policy->with_check, e.table, {});
    if (e.what != entity_kind::domain) continue;
    const enum_values is = enum_of(s, *s.clauses[e.first_clause].type);
    for (u32 k = e.first_clause; is.type == type && k; k = s.clauses[k].next) look(dependent_of(s, e), s.clauses[k].value->text, 0, is);
  }
}

}  // namespace skein::checks
