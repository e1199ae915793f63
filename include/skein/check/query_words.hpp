// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// What a query is taken apart into, and the words of its grammar.

#include <skein/check/identifiers.hpp>

namespace skein::checks {

/// What a word may mean. `every` is the `*` of an output list, `merged` a column of JOIN … USING (…).
enum class role : std::uint8_t { nothing, qualifier, relation, column, merged, every, type, call, sequence };

/// Its `from` and `to` are its own, quotes included; what stands before its dot is a word of its own.
struct query_word : identifier {
  role is;
  bool star;    ///< qualifier: `.*` follows
  bool output;  ///< the name of an output column
  bool sorts;   ///< in ORDER BY, where names of output columns come first
  bool both;    ///< merged: both sides are noted
  u32 before;   ///< the word before the dot; 0: none
  u32 scope;
  u32 of;       ///< output: the column that it is, if no more than that; call: the number of its arguments
};
/// How many entries of `uses` a word has.
constexpr u32 entries_of(const query_word& w) { return w.is == role::nothing ? 0 : 1 + w.both; }

/// One SELECT, or another statement with a FROM of its own.
struct query_scope {
  u32 parent;   ///< whose columns it sees, too
  u32 outputs;
  bool star;    ///< its output has a `*`
  bool natural;
  bool unnamed; ///< or a column whose name PostgreSQL makes up
};

/// What stands in FROM. The last three are what it turns out to be.
struct query_item {
  u32 word;     ///< its name; 0: a subquery, or joins in parentheses
  u32 alias;
  u32 scope;
  u32 query;    ///< the scope that makes its columns; 0: unknown
  bool renamed; ///< its columns, by a list behind the alias
  u32 table;
  u32 entry;
};

struct query_cte {
  u32 word;
  u32 from, to;  ///< the words that may mean it
  u32 query;
  u32 depth;
};

namespace query_words {

enum class key : std::uint8_t {
  none, select, from, join, side, natural, on, using_, clause, order, set_operation, with, as, values, insert, into, update,
  remove, returning, modifier, by, of, value, cast, collate, other
};

/// Words of the grammar by their hash.
struct key_table {
  static constexpr u32 size = 512;
  u32 hashes[size]{};
  key keys[size]{};

  template <std::size_t N>
  constexpr void all(key k, const char* const (&list)[N]) {
    for (const char* w : list) {
      u32 h = 0;
      while (*w) h = model::hash_step(h, *w++);
      u32 p = (h * 2654435769u) >> 23;
      while (hashes[p]) p = (p + 1) & (size - 1);
      hashes[p] = h;
      keys[p] = k;
    }
  }
  consteval key_table() {
    all(key::select, {"select"});
    all(key::from, {"from"});
    all(key::join, {"join"});
    all(key::side, {"left", "right", "inner", "full", "cross", "outer"});
    all(key::natural, {"natural"});
    all(key::on, {"on"});
    all(key::using_, {"using"});
    all(key::clause, {"where", "group", "having", "limit", "offset", "fetch", "for", "window", "set"});
    all(key::order, {"order"});
    all(key::set_operation, {"union", "intersect", "except"});
    all(key::with, {"with"});
    all(key::as, {"as"});
    all(key::values, {"values"});
    all(key::insert, {"insert"});
    all(key::into, {"into"});
    all(key::update, {"update"});
    all(key::remove, {"delete"});
    all(key::returning, {"returning"});
    all(key::modifier, {"all", "distinct", "lateral", "only"});
    all(key::by, {"by"});
    all(key::of, {"of"});
    all(key::value, {"null", "true", "false", "end", "default", "asc", "desc", "isnull", "notnull", "current_catalog", "current_date",
        "current_role", "current_time", "current_timestamp", "current_user", "localtime", "localtimestamp", "session_user", "system_user", "user"});
    all(key::cast, {"cast"});
    all(key::collate, {"collate"});
    all(key::other, {"analyse", "analyze", "and", "any", "array", "asymmetric", "both", "case", "check", "column", "constraint", "create",
        "deferrable", "do", "else", "foreign", "grant", "in", "initially", "leading", "not", "or", "placing", "primary",
        "references", "some", "symmetric", "table", "then", "to", "trailing", "unique", "variadic", "when", "is", "like", "ilike",
        "similar", "between", "overlaps", "interval", "row"});
  }
  constexpr key operator[](u32 h) const {
    for (u32 p = (h * 2654435769u) >> 23; hashes[p]; p = (p + 1) & (size - 1))
      if (hashes[p] == h) return keys[p];
    return key::none;
  }
};
inline constexpr key_table keys;

/// Behind an operand every word is an alias but these. After the first ones another operand comes.
inline constexpr lexical::word_set<32> infix({"at", "escape", "operator", "tablesample", "uescape", "overlaps"});
inline constexpr lexical::word_set<64> suffix({"over", "filter", "within", "without", "varying", "precision", "ordinality", "nulls", "zone", "year", "month", "day",
                                              "hour", "minute", "second", "ignore", "respect"});
/// Calls that take the name of a sequence as a string.
inline constexpr lexical::word_set<16> of_sequences({"nextval", "currval", "setval"});

}  // namespace query_words
}  // namespace skein::checks
