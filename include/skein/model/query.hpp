// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// An SQL text taken apart: its words and what each may be, as far as the text alone says: a relation in FROM, a column, a
/// type, a call, or nothing of the schema's (grammar, an alias).

#include <skein/model/lexical.hpp>

namespace skein::model {

/// What a word may mean. `every` is the `*` of an output list, `merged` a column of JOIN … USING (…).
enum class role : std::uint8_t { nothing, qualifier, relation, column, merged, every, type, call, sequence };

/// Its `from` and `to` are its own, quotes included; what stands before its dot is a word of its own.
struct query_word : identifier {
  role is;
  bool star;    ///< qualifier: `.*` follows
  bool output;  ///< the name of an output column
  bool sorts;   ///< in ORDER BY, where names of output columns come first
  bool both;    ///< merged: both sides are noted
  bool cast;    ///< to a type that is written behind it
  u32 before;   ///< the word before the dot; 0: none
  u32 scope;
  u32 of;       ///< output: the column that it is, if no more than that; call: the number of its arguments
  u32 place;    ///< the columns of the output that come before it
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
  bool united;  ///< the first of a UNION, INTERSECT or EXCEPT, which decides about its types
};

/// What stands in FROM.
struct query_item {
  u32 word;     ///< its name; 0: a subquery, or joins in parentheses
  u32 alias;
  u32 scope;
  u32 query;    ///< the scope that makes its columns; 0: unknown
  bool renamed; ///< its columns, by a list behind the alias
};

struct query_cte {
  u32 word;
  u32 from, to;  ///< the words that may mean it
  u32 query;
  u32 depth;
};

/// Words, scopes, items and CTEs count from 1.
struct query {
  const query_word* words;
  const query_scope* scopes;  ///< the first is what stands outside of all SELECTs
  const query_item* items;
  const query_cte* ctes;
  u32 word_count, scope_count, item_count, cte_count;
  u32 result;                 ///< the scope whose output is that of the statement; 0: there is none
  list<ident> names;          ///< what the output columns of all its scopes are called, in the order of the text, as far as that says
};

/// Whether the word gives one of `names`.
constexpr bool names_output(const query_word& w) {
  return w.output && w.is != role::every && !w.star;
}

}  // namespace skein::model
