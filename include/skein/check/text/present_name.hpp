// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// What a text names, under the name that it has now: PostgreSQL holds what a text that it has read uses, whatever its
/// name becomes.

#include <skein/check/state/present.hpp>
#include <skein/model/query.hpp>

namespace skein::checks {

/// What is to be written instead of a word and the schema before it: a name, with its schema unless that is null. No name:
/// they stay. Requires: the word is no column.
constexpr present other_name(const auto& s, const model::query& q, const model::query_word& w, u32 entry) {
  const present now = present_of(s, entry);
  if (!now.name) return {};
  const u32 is = names::schema_key(*now.schema);
  const bool moved = (w.before ? names::schema_key(q.words[w.before]) : 0) != is;
  if (!moved && same(*now.name, w)) return {};
  return {now.name, !w.before && !moved ? nullptr : now.schema->empty() ? &model::public_schema : now.schema};
}

/// A name as SQL has it, in double quotes where it is no plain word, to `put` character by character.
constexpr void write_name(const ident& name, auto&& put) {
  bool plain = lexical::start_of(name.text[0]) == lexical::starts::word;
  for (u32 i = 0; i < name.kept(); ++i) {
    const char c = name.text[i];
    plain = plain && static_cast<unsigned char>(c) < 128 && lexical::lower(c) == c && c != '$';
  }
  plain = plain && !lexical::reserved.has(name.hash) && !lexical::soft.has(name.hash);
  if (!plain) put('"');
  for (u32 i = 0; i < name.kept(); ++i) {
    if (name.text[i] == '"') put('"');
    put(name.text[i]);
  }
  if (!plain) put('"');
}
constexpr void write_name(const present& n, auto&& put) {
  if (n.schema) write_name(*n.schema, put), put('.');
  write_name(*n.name, put);
}

}  // namespace skein::checks
