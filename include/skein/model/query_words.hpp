// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// The words of the grammar of queries.

#include <skein/model/lexical.hpp>

namespace skein::model {

namespace query_words {

/// What the words of the text itself, or of a pair of parentheses, are.
enum class place : std::uint8_t {
  expression,   ///< or a query, if it begins with one
  output, from, joined, condition,
  target,       ///< INSERT, DELETE: the table comes
  definitions,  ///< WITH
  names,        ///< that the text gives
  merged        ///< JOIN … USING (…)
};

enum class key : std::uint8_t {
  none, select, from, join, side, natural, on, using_, clause, order, set_operation, with, as, values, insert, into, update,
  remove, returning, modifier, by, of, value, cast, collate, other
};

/// Words of the grammar by their hash. The tables are templates, so that who has no query does not pay for them.
template <class = void>
struct key_table : lexical::word_map<key, 9> {
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
};
template <class T = void>
inline constexpr key_table<T> keys{};

/// Behind an operand every word is an alias but these. After the first ones another operand comes.
template <class = void>
inline constexpr lexical::word_set<32> infix = lexical::word_set<32>({"at", "escape", "operator", "tablesample", "uescape", "overlaps"});
template <class = void>
inline constexpr lexical::word_set<64> suffix = lexical::word_set<64>({"over", "filter", "within", "without", "varying", "precision", "ordinality", "nulls", "zone", "year", "month", "day",
                                              "hour", "minute", "second", "ignore", "respect"});
/// Of the grammar, and of PostgreSQL's functions without parentheses, besides lexical::soft: no column where there is none.
template <class = void>
inline constexpr lexical::word_set<64> spare = lexical::word_set<64>({"current", "current_schema", "next", "only", "grouping", "sets", "share", "key",
                                              "skip", "locked", "nowait", "local", "system", "bernoulli", "repeatable", "wrapper", "conditional",
                                              "unconditional", "row", "json_value", "standalone", "version", "yes", "path", "nested", "columns"});
/// Calls that take the name of a sequence as a string.
template <class = void>
inline constexpr lexical::word_set<16> of_sequences = lexical::word_set<16>({"nextval", "currval", "setval"});

}  // namespace query_words
}  // namespace skein::model
