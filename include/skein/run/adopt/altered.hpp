// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// What a statement says that the catalogs do not show once it has run: what it only calls otherwise, how values are
/// converted, that an index is built beside writers.

#include <skein/run/adopt/statement.hpp>

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace skein::run::adoption {

/// A name as a statement has it; without a schema where it says none.
struct said_name {
  std::string schema{}, name{};
  bool operator==(const said_name&) const = default;
  bool operator<(const said_name& o) const { return std::pair(schema, name) < std::pair(o.schema, o.name); }
};

/// Reads words one after the other.
class word_reader {
 public:
  explicit word_reader(const std::vector<token>& of, std::size_t from = 0) : of_(of), at_(from) {}

  bool at_end() const { return at_ >= of_.size(); }
  bool sees(std::string_view word) const { return !at_end() && of_[at_].is(word); }
  /// Past the words, if all of them are there.
  bool skip(std::initializer_list<std::string_view> words) {
    std::size_t i = at_;
    for (const std::string_view w : words)
      if (i >= of_.size() || !of_[i++].is(w)) return false;
    at_ = i;
    return true;
  }
  std::optional<std::string> name() {
    if (at_end() || !of_[at_].is_name()) return std::nullopt;
    return of_[at_++].name;
  }
  std::optional<said_name> qualified() {
    const auto first = name();
    if (!first) return std::nullopt;
    if (!skip({"."})) return said_name{"", *first};
    const auto second = name();
    return second ? std::optional(said_name{*first == "public" ? "" : *first, *second}) : std::nullopt;
  }
  std::optional<std::string_view> literal() {
    if (at_end() || of_[at_].what != token::kind::literal) return std::nullopt;
    return of_[at_++].text;
  }
  const token& next() { return of_[at_++]; }
  std::size_t at() const { return at_; }

 private:
  const std::vector<token>& of_;
  std::size_t at_;
};

/// One of the things that an ALTER does to a table.
struct table_action {
  enum class kind {
    other,
    rename,
    rename_column,
    rename_attribute,
    set_schema,
    add_column,
    drop_column,
    set_type,
    set_default
  } what{};
  std::string column{};      ///< that it is about
  std::string to{};          ///< the new name; the schema
  std::string expression{};  ///< USING
  bool has_default = false;  ///< a column that comes with a value
};
struct altered_table {
  said_name table{};
  std::vector<table_action> actions{};
};

namespace detail {

/// SQL between two words, as it is written.
inline std::string text_between(const token& first, const token& last) {
  return {first.text.data(), static_cast<std::size_t>(last.text.data() + last.text.size() - first.text.data())};
}

/// The words of one action, up to a comma or the end outside of parentheses.
inline std::vector<token> next_action(word_reader& from) {
  std::vector<token> out;
  for (int depth = 0; !from.at_end() && !(depth == 0 && (from.sees(",") || from.sees(";")));) {
    const token& t = from.next();
    depth += t.is("(") || t.is("[") ? 1 : t.is(")") || t.is("]") ? -1 : 0;
    out.push_back(t);
  }
  from.skip({","});
  return out;
}

inline table_action read_action(const std::vector<token>& words) {
  using kind = table_action::kind;
  word_reader r(words);
  const auto column = [&](std::initializer_list<std::string_view> maybe) {
    r.skip({"column"});
    r.skip(maybe);
    return r.name().value_or("");
  };
  if (r.skip({"rename", "to"})) return {kind::rename, {}, r.name().value_or(""), {}, false};
  if (r.skip({"rename", "constraint"})) return {};
  if (r.skip({"rename", "attribute"})) {
    const std::string from = r.name().value_or("");
    return r.skip({"to"}) ? table_action{kind::rename_attribute, from, r.name().value_or(""), {}, false}
                          : table_action{};
  }
  if (r.skip({"rename"})) {
    const std::string from = column({});
    return r.skip({"to"}) ? table_action{kind::rename_column, from, r.name().value_or(""), {}, false} : table_action{};
  }
  if (r.skip({"set", "schema"})) return {kind::set_schema, {}, r.name().value_or(""), {}, false};
  const auto has = [&](std::string_view word) {
    for (const token& t : words)
      if (t.is(word)) return true;
    return false;
  };
  if (r.skip({"add"})) {
    for (const char* other : {"constraint", "primary", "unique", "check", "foreign", "exclude"})
      if (r.sees(other)) return {};
    return {
        kind::add_column, column({"if", "not", "exists"}), {}, {}, has("default") || has("serial") || has("bigserial")};
  }
  if (r.skip({"drop"}))
    return r.sees("constraint") ? table_action{}
                                : table_action{kind::drop_column, column({"if", "exists"}), {}, {}, false};
  if (!r.skip({"alter"})) return {};
  const std::string of = column({});
  if (r.skip({"set", "default"}) || r.skip({"drop", "default"})) return {kind::set_default, of, {}, {}, false};
  if (!r.skip({"type"}) && !r.skip({"set", "data", "type"})) return {};
  int depth = 0;
  for (std::size_t i = r.at(); i < words.size(); ++i) {
    depth += words[i].is("(") ? 1 : words[i].is(")") ? -1 : 0;
    if (depth == 0 && words[i].is("using") && i + 1 < words.size())
      return {kind::set_type, of, {}, text_between(words[i + 1], words.back()), false};
  }
  return {kind::set_type, of, {}, {}, false};
}

}  // namespace detail

/// ALTER TABLE, and as far as they have them in common ALTER VIEW, MATERIALIZED VIEW, SEQUENCE, TYPE and DOMAIN.
inline std::optional<altered_table> read_alter(const statement& s) {
  word_reader r(s.words);
  if (!r.skip({"alter"})) return std::nullopt;
  if (!r.skip({"table"}) && !r.skip({"view"}) && !r.skip({"materialized", "view"}) && !r.skip({"sequence"}) &&
      !r.skip({"type"}) && !r.skip({"domain"}))
    return std::nullopt;
  r.skip({"if", "exists"});
  r.skip({"only"});
  const auto name = r.qualified();
  if (!name) return std::nullopt;
  r.skip({"*"});
  altered_table out{*name, {}};
  while (!r.at_end() && !r.sees(";")) {
    const std::vector<token> action = detail::next_action(r);
    if (!action.empty()) out.actions.push_back(detail::read_action(action));
  }
  return out;
}

/// ALTER TYPE … RENAME VALUE 'a' TO 'b', as literals.
struct renamed_label {
  said_name type{};
  std::string_view from{}, to{};
};
inline std::optional<renamed_label> read_renamed_label(const statement& s) {
  word_reader r(s.words);
  if (!r.skip({"alter", "type"})) return std::nullopt;
  const auto type = r.qualified();
  if (!type || !r.skip({"rename", "value"})) return std::nullopt;
  const auto from = r.literal();
  const auto to = from && r.skip({"to"}) ? r.literal() : std::nullopt;
  return to ? std::optional(renamed_label{*type, *from, *to}) : std::nullopt;
}

/// REFRESH MATERIALIZED VIEW … [WITH NO DATA].
struct refreshed_view {
  said_name name{};
  bool no_data = false;
};
inline std::optional<refreshed_view> read_refreshed(const statement& s) {
  word_reader r(s.words);
  if (!r.skip({"refresh", "materialized", "view"})) return std::nullopt;
  r.skip({"concurrently"});
  const auto name = r.qualified();
  return name ? std::optional(refreshed_view{*name, r.skip({"with", "no", "data"})}) : std::nullopt;
}

/// What CREATE … brings or DROP … takes that has contents, or a type that has values, by their names.
inline std::vector<said_name> read_created_or_dropped(const statement& s, std::string_view verb) {
  word_reader r(s.words);
  std::vector<said_name> out;
  if (!r.skip({verb})) return out;
  r.skip({"unlogged"});
  if (!r.skip({"table"}) && !r.skip({"materialized", "view"}) && !r.skip({"sequence"}) && !r.skip({"type"}) &&
      !r.skip({"domain"}))
    return out;
  r.skip({"if", "not", "exists"});
  r.skip({"if", "exists"});
  do {
    if (const auto name = r.qualified()) out.push_back(*name);
  } while (verb == "drop" && r.skip({","}));
  return out;
}

}  // namespace skein::run::adoption
