// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// The bodies of routines. One that PostgreSQL parses (RETURN, BEGIN ATOMIC) uses things, as a view does. A string names them:
/// PostgreSQL reads one in SQL when it is created, so that what it names has to be there, and then holds nothing of it. Of one in
/// PL/pgSQL only what is found counts: the rest may be variables, or be there when it is called. What is longer than
/// bodies_read, all of one revision together, is not read, nor any other language, nor what EXECUTE runs.

#include <skein/check/extent.hpp>
#include <skein/check/text/body.hpp>
#include <skein/check/text/plpgsql.hpp>
#include <skein/check/text/routine_language.hpp>

namespace skein::checks {

namespace routine_bodies {

/// Where names without a schema are looked for first; null: where all others are.
constexpr const model::parameter* search_path_of(const routine_def& r) {
  for (u32 i = 0; i < r.settings.size; ++i)
    if (same(r.settings.data[i].name, model::view("search_path"))) return &r.settings.data[i];
  return nullptr;
}
/// The first schema of a search path as check/state/names.hpp has it; of one that begins with anything else than a name, a schema that nobody has.
constexpr u32 first_schema(const text_view& path) {
  u32 h = 0, i = 0;
  const char quote = path.size && (path.data[0] == '\'' || path.data[0] == '"') ? path.data[0] : '\0';
  for (i = quote != 0; i < path.size && path.data[i] != quote && (quote || lexical::lower(path.data[i])); ++i)
    h = model::hash_step(h, quote ? path.data[i] : lexical::lower(path.data[i]));
  return !h ? ~0u : h == model::public_schema.hash ? 0 : h;
}

/// Notes what the text names, each thing once. Requires: the entity has noted what it uses.
template <class Sim>
constexpr bool note_names(Sim& sim, entity_state& e, const text_view& sql, bool sure, bool bare) {
  entity_state read = e;
  read.first_use = sim.used.uses + 1;
  read.used = 0;
  const model::query_of q(sql);
  bodies::resolver<Sim> r(sim, q, 0);
  const model::parameter* path = search_path_of(*e.def->routine);
  if (path) r.home = first_schema(path->value);
  r.sure = sure && !path;
  r.bare = bare;
  if (!note_uses(sim, read, r)) return false;
  if (sure && !path) e.awaits = read.awaits;
  u32* found = new u32[read.used + 1]{};
  u32 n = 0;
  for (u32 k = 0; k < read.used; ++k) {
    u32 entry = sim.uses[read.first_use + k];
    if ((entry & names::kind_mask) == names::columns) {
      const table_state& t = sim.tables[sim.columns[names::slot_of(entry)].table];
      entry = names::find_relation(sim, *t.schema, *t.name);
    }
    u32 known = 0;
    while (known < n && found[known] != entry) ++known;
    if (entry && known == n) found[n++] = entry;
  }
  e.first_named = read.first_use;
  e.named = n;
  sim.used.uses = read.first_use - 1 + n * body_names::places;
  for (u32 k = 0; k < n; ++k) {
    sim.uses[e.first_named + k * body_names::places] = found[k];
    sim.uses[e.first_named + k * body_names::places + 1] = body_names::name_of(sim, found[k]);
    body_names::count(sim, found[k], 1);
  }
  delete[] found;
  return true;
}

/// Whether there is time to read it, too. A written down runs the steps up twice.
constexpr bool may_read(auto& sim, const entity_def& d) {
  sim.bodies += d.body.size;
  return sim.bodies <= (sim.explicit_down ? bodies_read / 3 : bodies_read);
}
/// At run time a body that is not read with its step needs room of its own.
template <class Sim>
constexpr void make_room(Sim& sim, const entity_state& e) {
  if constexpr (requires { sim.make_room(extent{}); }) {
    extent more{};
    more.uses = extents::names_of_body(e.def->body);
    sim.make_room(more);
  }
}
/// Of a string.
template <class Sim>
constexpr bool read_names(Sim& sim, entity_state& e, bool sure) {
  const entity_def& d = *e.def;
  if (language_of(d) == language::sql) return note_names(sim, e, d.body, sure, true);
  const plpgsql_reader<> text(d.body);
  return note_names(sim, e, text.sql(), false, !text.prefers_variables());
}

/// The word by which a body names what has that number, as it is written there.
template <class Sim>
constexpr text_view word_of(const Sim& sim, const entity_state& e, u32 entry, u32 name) {
  const entity_def& d = *e.def;
  const plpgsql_reader<> text(language_of(d) == language::sql ? text_view{"", 0, 0} : d.body);
  const text_view sql = language_of(d) == language::sql ? d.body : text.sql();
  const model::query_of q(sql);
  bodies::resolver<Sim> r(sim, q, 0);
  if (const model::parameter* path = search_path_of(*d.routine)) r.home = first_schema(path->value);
  const bool column = (entry & names::kind_mask) == names::column;
  for (u32 k = 1; k <= q.word_count; ++k) {
    const query_word& w = q.words[k];
    if (w.is != role::nothing && ((w.hash ^ (column ? 0 : r.schema_of(w) * names::of_table)) | 1) == name) return {d.body.data + (w.data - sql.data), w.size, 0};
  }
  return {};
}

/// The facts of a sentence about a name that is not there any more, or is another one now.
template <class Sim>
constexpr verdict facts_of_lost(const Sim& s, const entity_state& e, u32 k) {
  const u32 entry = body_names::entry_at(s, e, k), i = names::slot_of(entry);
  verdict f;
  f.text = word_of(s, e, entry, body_names::name_at(s, e, k));
  switch (entry & names::kind_mask) {
    case names::column:
      f.table = s.tables[s.columns[i].table].name, f.schema = s.tables[s.columns[i].table].schema;
      f.hint = s.columns[i].name;
      return f;
    case names::table:
      if (s.tables[i].alive) f.hint = s.tables[i].name, f.other_schema = s.tables[i].schema;
      return f;
    case names::entity:
      if (s.entities[i].alive) f.hint = s.entities[i].name, f.other_schema = s.entities[i].schema;
      return f;
    default:
      if (s.sequences[i].alive) f.suggested = s.sequences[i].name, f.other_schema = s.sequences[i].schema;
      return f;
  }
}

/// Looks for what a routine has lost under the names in its body: something else may have them now.
template <class Sim>
constexpr void find_again(Sim& sim, u32 i) {
  make_room(sim, sim.entities[i]);
  entity_state& e = sim.entities[i];
  const u32 end = sim.used.uses;
  entity_state now = e;
  read_names(sim, now, false);
  body_names::release(sim, now);
  for (u32 k = 0; k < e.named; ++k) {
    if (!body_names::is_lost(sim, e, k)) continue;
    const u32 lost = body_names::entry_at(sim, e, k);
    for (u32 n = 0; n < now.named; ++n) {
      const u32 entry = body_names::entry_at(sim, now, n);
      if (((entry ^ lost) & names::kind_mask) || body_names::name_at(sim, now, n) != body_names::name_at(sim, e, k)) continue;
      bool other = false;  // which it names, too
      for (u32 j = 0; j < e.named; ++j) other = other || body_names::entry_at(sim, e, j) == entry;
      if (other) continue;
      body_names::count(sim, lost, 0u - 1);
      body_names::count(sim, entry, 1);
      sim.uses[e.first_named + k * body_names::places] = entry;
      break;
    }
  }
  sim.used.uses = end;
}

/// The body may name what is not there: it says so aloud, and is not asked again.
constexpr void let_go(auto& s, const entity_state& e) {
  for (u32 k = 0; k < e.named; ++k) {
    if (!body_names::is_lost(s, e, k)) continue;
    body_names::count(s, body_names::entry_at(s, e, k), 0u - 1);
    s.uses[e.first_named + k * body_names::places] = 0;
  }
}
/// The first name that is lost, a column's only if its table is still there; `named` if there is none.
constexpr u32 first_lost(const auto& s, const entity_state& e) {
  u32 found = e.named;
  for (u32 k = 0; k < e.named; ++k) {
    if (!body_names::is_lost(s, e, k)) continue;
    if ((body_names::entry_at(s, e, k) & names::kind_mask) != names::column) return k;
    if (found == e.named) found = k;
  }
  return found;
}

/// Something that bodies name has another name, or is gone.
template <class Sim>
constexpr bool require_names(Sim& sim) {
  auto& s = sim;
  verdict f;
  u32 lost = 0;
  for (u32 i = 1; i <= s.used.entities; ++i) {
    if (!s.entities[i].alive || first_lost(s, s.entities[i]) == s.entities[i].named) continue;
    const bool read = may_read(sim, *s.entities[i].def);
    if (read) find_again(sim, i);
    const entity_state& e = s.entities[i];
    if (sim.breaks_bodies || !read) {
      let_go(s, e);
      continue;
    }
    const u32 k = first_lost(s, e), entry = k < e.named ? body_names::entry_at(s, e, k) : 0;
    if (entry && !lost) lost = entry, f = facts_of_lost(s, e, k);
    if (entry && entry == lost) add_dependent(f, dependent_of(s, e));
  }
  const u32 step = s.unsettled;
  s.unsettled = 0;
  if (!lost) return true;
  s.step = step - 1;
  return s.fail(fault::named_in_body, f);
}

}  // namespace routine_bodies

using routine_bodies::is_standard;

/// What a new definition's body uses, or names.
template <class Sim>
constexpr bool read_routine(Sim& sim, entity_state& e, const entity_def& d) {
  using namespace routine_bodies;
  e.named = 0;
  e.unread = false;
  switch (language_of(d)) {
    case language::standard: return read_body(sim, e, statements_of(d.body));
    case language::sql: return !may_read(sim, d) || read_names(sim, e, !sim.lenient);
    case language::plpgsql: e.unread = true; return true;
    default: return true;
  }
}

/// The routine's body is to be read at the end of the revision, if it is to be read then.
constexpr void await_reading(auto& sim, u32 i) {
  if (sim.entities[i].unread && (!sim.unread || i < sim.unread)) sim.unread = i;
}

/// What bodies name is there at the end of a revision, whatever has become of it meanwhile.
template <class Sim>
constexpr bool settle_bodies(Sim& sim) {
  for (u32 i = sim.unread; i && i <= sim.used.entities; ++i) {
    if (!sim.entities[i].unread) continue;
    sim.entities[i].unread = false;
    if (!sim.entities[i].alive || !routine_bodies::may_read(sim, *sim.entities[i].def)) continue;
    routine_bodies::make_room(sim, sim.entities[i]);
    routine_bodies::read_names(sim, sim.entities[i], false);
  }
  sim.unread = 0;
  return !sim.unsettled || routine_bodies::require_names(sim);
}

}  // namespace skein::checks
