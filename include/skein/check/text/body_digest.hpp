// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// The text of an entity as one number, and against the text of a model: what it uses counts by its present names, blanks not
/// at all.

#include <skein/check/entities/routine.hpp>
#include <skein/check/mix.hpp>
#include <skein/check/state/present.hpp>
#include <skein/check/text/body.hpp>

namespace skein::checks {

namespace bodies {

/// As if the entity used nothing but what its body uses: of a routine the types that it names come first.
constexpr entity_state behind_types(entity_state e) {
  const u32 types = type_count(*e.def->routine);
  e.first_use += types;
  e.used -= types;
  return e;
}

/// The next byte of a text that is no blank.
constexpr const char* past_blanks(const char* at, const char* end) {
  while (at != end && lexical::start_of(*at) == lexical::starts::blank) ++at;
  return at;
}

}  // namespace bodies

namespace digests {

/// As if each `*` were written out, each name of a schema's own with its schema, each column that was renamed with its name in
/// the output behind it: so the text and what body_writer makes of it are one.
constexpr u64 of_body(const auto& s, const entity_state& e, const query& q) {
  u64 h = 1;
  const char* at = e.def->body.data;
  const auto between = [&](const char* end) {
    for (at = bodies::past_blanks(at, end); at != end; at = bodies::past_blanks(at + 1, end)) h = mix(h, static_cast<unsigned char>(*at));
  };
  u32* entry = new u32[q.word_count + 2]{};
  for (u32 k = 1, use = e.first_use; k <= q.word_count && e.used; ++k) {
    if (const u32 n = model::entries_of(q.words[k])) entry[k] = s.uses[use], use += n;
  }
  const char *const all_end = e.def->body.data + e.def->body.size, *end = nullptr;  // of an output column that keeps a name
  u32 kept = 0;
  const auto put_name = [&] {
    if (!end) return;
    between(end);
    h = mix(mix(h, lexical::word("as")), kept);
    end = nullptr;
  };
  bool first = true;
  const auto columns = [&](u32 called, u32 all) {
    const u32 last = names::slot_of(all);
    for (u32 c = s.tables[s.columns[last].table].first_column; c && c <= last; c = s.columns[c].next) {
      if (!s.columns[c].name) continue;
      if (!first) h = mix(h, ',');
      h = mix(mix(mix(h, called), '.'), s.columns[c].name->hash);
      first = false;
    }
  };
  for (u32 k = 1; k <= q.word_count; ++k) {
    const query_word& w = q.words[k];
    if (end && w.from >= end) put_name();
    between(w.from);
    at = w.to;
    const bool in_schema = w.is == role::qualifier && !w.star && k < q.word_count && q.words[k + 1].before == k && q.words[k + 1].is > role::merged && entry[k + 1];
    const bool relation = w.is == role::qualifier && !w.star && k < q.word_count && q.words[k + 1].before == k && q.words[k + 1].is == role::relation && entry[k + 1];
    if (in_schema || relation) {
      at = q.words[k + 1].from;
      continue;
    }
    first = true;
    if (w.is == role::every) {
      for (u32 i = 1; i <= q.item_count; ++i) {
        const query_item& item = q.items[i];
        if (item.scope != w.scope) continue;
        const u32 all = item.word ? entry[item.word] : 0;
        const ident* now = present_of(s, all).name;
        const u32 called = item.alias ? q.words[item.alias].hash : now ? now->hash : item.word ? q.words[item.word].hash : 0;
        if ((all & names::kind_mask) == names::columns) {
          columns(called, all);
          continue;
        }
        if (!first) h = mix(h, ',');
        h = mix(mix(mix(h, called), '.'), '*');
        first = false;
      }
      continue;
    }
    const ident* now = entry[k] ? present_of(s, entry[k]).name : nullptr;
    if (w.is == role::qualifier && w.star) {
      while (at[-1] != '*') ++at;
      const u32 item = bodies::item_of_star(q, k);
      const bool aliased = !item || q.items[item].alias;
      const u32 called = now && !aliased ? now->hash : w.hash;
      if ((entry[k] & names::kind_mask) == names::columns) columns(called, entry[k]);
      else h = mix(mix(mix(h, called), '.'), '*');
      continue;
    }
    h = mix(h, now ? now->hash : w.hash);
    if (now && w.is != role::column && w.is != role::qualifier && w.is != role::merged) h = mix(h, names::schema_key(*present_of(s, entry[k]).schema));
    if (now && w.is == role::column && w.output && now->hash != w.hash) end = bodies::end_of_output(q, k, all_end), kept = w.hash;
  }
  put_name();
  between(all_end);
  delete[] entry;
  return h;
}
constexpr u64 of_body(const auto& s, const entity_state& e) {
  if (is_standard(*e.def)) return of_body(s, bodies::behind_types(e), model::query_of(routine_bodies::statements_of(e.def->body)));
  if (!is_view(e.what) && e.what != entity_kind::rule) return e.def->body.hash;
  return e.def->parsed ? of_body(s, e, *e.def->parsed) : of_body(s, e, model::query_of(e.def->body));
}

}  // namespace digests

namespace comparing {

/// Whether the text is now what the model's is. A column of the output that was renamed keeps its name there: `mail AS email`.
constexpr bool same_body(const auto& s, const entity_state& e, const query& q, const entity_def& m, const query& wanted) {
  u32 use = e.first_use, j = 1;
  const char *at = e.def->body.data, *to = m.body.data;
  const auto between = [&](const char* end, const char* wanted_end) {
    for (;; ++at, ++to) {
      at = bodies::past_blanks(at, end);
      to = bodies::past_blanks(to, wanted_end);
      if (at == end || to == wanted_end) return at == end && to == wanted_end;
      if (*at != *to) return false;
    }
  };
  const char* end = nullptr;  // of an output column that keeps a name
  u32 kept = 0;
  const auto is_named = [&] {
    if (!end) return true;
    const char* const named = end;
    end = nullptr;
    if (j > wanted.word_count || !between(named, wanted.words[j].from)) return false;
    if (j < wanted.word_count && wanted.words[j].hash == lexical::word("as")) ++j;
    at = named;
    to = wanted.words[j].to;
    return wanted.words[j++].hash == kept;
  };
  for (u32 k = 1; k <= q.word_count; ++k, ++j) {
    if (end && q.words[k].from >= end && !is_named()) return false;
    if (j > wanted.word_count) return false;
    const query_word &w = q.words[k], *x = wanted.words + j;
    const u32 n = model::entries_of(w);
    const ident* now = n ? present_of(s, s.uses[use]).name : nullptr;
    use += n;
    if (!between(w.from, x->from) || x->hash != (now ? now->hash : w.hash)) return false;
    at = w.to;
    to = x->to;
    if (now && now->hash != w.hash && w.output && w.is == role::column) end = bodies::end_of_output(q, k, e.def->body.data + e.def->body.size), kept = w.hash;
  }
  if (!is_named()) return false;
  return j == wanted.word_count + 1 && between(e.def->body.data + e.def->body.size, m.body.data + m.body.size);
}

/// Whether the routine is now what the definition says.
constexpr bool same_routine(const auto& s, u32 i, const entity_def& d) {
  const entity_state& e = s.entities[i];
  if (digests::of_routine(s, i) != digests::of_routine(s, d)) return false;
  if (!is_standard(d)) return true;
  const model::query_of now(routine_bodies::statements_of(e.def->body)), wanted(routine_bodies::statements_of(d.body));
  return same_body(s, bodies::behind_types(e), now, d, wanted);
}

}  // namespace comparing
}  // namespace skein::checks
