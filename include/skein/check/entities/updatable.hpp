// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Whether rows can be written through a view as it is, which WITH CHECK OPTION requires. (Documentation, CREATE VIEW, "Updatable
/// Views"; view_query_is_auto_updatable in the server's sources.)

#include <skein/check/entities/clauses.hpp>
#include <skein/check/entities/malformed.hpp>
#include <skein/check/text/body.hpp>

namespace skein::checks {

namespace views {

/// Words behind which a query makes other rows than those of its table.
template <class = void>
inline constexpr lexical::word_set<16> regrouping =
    lexical::word_set<16>({"distinct", "group", "having", "limit", "offset", "fetch", "over", "tablesample"});
/// Functions of PostgreSQL's that make one row of many, or many of one.
template <class = void>
inline constexpr lexical::word_set<128> of_rows = lexical::word_set<128>(
    {"count", "sum", "min", "max", "avg", "array_agg", "string_agg", "bool_and", "bool_or", "every", "bit_and", "bit_or", "bit_xor", "json_agg",
     "jsonb_agg", "json_object_agg", "jsonb_object_agg", "xmlagg", "range_agg", "range_intersect_agg", "any_value", "stddev", "stddev_pop", "stddev_samp",
     "variance", "var_pop", "var_samp", "corr", "mode", "percentile_cont", "percentile_disc", "generate_series", "generate_subscripts", "unnest",
     "json_array_elements", "jsonb_array_elements", "json_each", "jsonb_each", "json_object_keys", "jsonb_object_keys", "regexp_matches",
     "regexp_split_to_table", "string_to_table"});

/// Requires: the uses of the view are noted.
constexpr bool is_updatable(const auto& s, const entity_state& e, const query& q) {
  if (!q.result || q.scopes[q.result].united) return false;
  for (u32 i = 1; i <= q.cte_count; ++i)
    if (!q.ctes[i].depth) return false;
  u32 item = 0;
  for (u32 i = 1; i <= q.item_count; ++i) {
    if (q.items[i].scope != q.result) continue;
    if (item || !q.items[i].word) return false;
    item = i;
  }
  if (!item) return false;
  bool column = false;
  for (u32 k = 1, use = e.first_use; k <= q.word_count; ++k) {
    const query_word& w = q.words[k];
    const u32 entry = model::entries_of(w) ? s.uses[use] : 0, is = entry & names::kind_mask;
    use += model::entries_of(w);
    if (w.scope != q.result) continue;
    if (k == q.items[item].word && w.is != role::relation) return false;
    if (w.is == role::relation) {
      const bool columns = is == names::columns, entity = is == names::entity;
      const u32 t = columns ? s.columns[names::slot_of(entry)].table : entity ? s.entities[names::slot_of(entry)].table : 0;
      const u32 view = t ? view_of(s, t) : 0;
      if (is == names::sequence || (view && s.entities[view].what != entity_kind::view)) return false;
      column |= q.scopes[q.result].star;
    }
    const u32 before = q.words[k - 1].hash;  // IS [NOT] DISTINCT FROM
    const bool compares = w.hash == lexical::word("distinct") && k > 1 && (before == lexical::word("is") || before == lexical::word("not"));
    if (w.is == role::nothing && !w.quoted && !compares && regrouping<>.has(w.hash)) return false;
    if (w.is == role::call && (of_rows<>.has(w.hash) || (is == names::entity && s.entities[names::slot_of(entry)].what == entity_kind::aggregate))) return false;
    const query_word& source = w.of && w.is == role::nothing ? q.words[w.of] : w;
    column |= w.output && (w.star || (source.is == role::column && !source.cast && !bodies::is_system_column(source)));
  }
  return column;
}

/// Whether the view asks that rows that are written through it stay in it.
constexpr bool has_check_option(const auto& s, const entity_state& e) { return find_setting(s, e.first_clause, model::view("check_option")) != 0; }

}  // namespace views

/// Of a view with its options and uses in the state.
constexpr bool require_updatable(auto& sim, const entity_state& e) {
  if (!views::has_check_option(sim, e)) return true;
  const text_view& body = e.def->body;
  if (e.def->parsed ? views::is_updatable(sim, e, *e.def->parsed) : views::is_updatable(sim, e, model::query_of(body))) return true;
  return fail_malformed(sim, *e.def, "shows more than the rows of one table, which PostgreSQL does not write through it and cannot check; leave with_check_option out");
}

}  // namespace skein::checks
