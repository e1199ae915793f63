// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Since which server version PostgreSQL can do what: the one place that knows. The sources are its release notes and the
/// documentation of each version. Where a step uses something of it: `require_feature(sim, feature::…, facts)`.

#include <skein/model/data_type.hpp>
#include <skein/model/history.hpp>

namespace skein::checks {

using model::u32;

enum class feature : std::uint8_t {
  none, new_type, multirange, numeric_scale, drop_expression, insert_vacuum, deduplication, vacuum_limit,
  nulls_not_distinct, columns_on_delete, included_in_spgist,
  standard_body, procedure_output, compatible_argument, replace_trigger, maintain, multirange_type_name, security_invoker, second_sequence
};

/// `words` is how the sentence begins: … needs PostgreSQL `version`. A verdict's type or text follows the words.
struct feature_facts {
  u32 version;
  const char* words;
};
/// In the order of `feature`.
inline constexpr feature_facts features[]{
    {0, ""},
    {13, "type "},
    {14, "type "},
    {15, "a numeric scale that is negative or exceeds the precision"},
    {13, "drop_expression"},
    {13, "storage parameter "},
    {13, "storage parameter "},
    {18, "storage parameter "},
    {15, "nulls_not_distinct"},
    {15, "on_delete with columns"},
    {14, "include in an index of method spgist"},
    {14, "standard_body"},
    {14, "an OUT argument of a procedure"},
    {13, "type "},
    {14, "replace_trigger"},
    {17, "privilege maintain"},
    {14, "multirange_type_name"},
    {15, "security_invoker"},
    {13, "an identity of a column that owns another sequence"},
};
static_assert(sizeof(features) / sizeof(features[0]) == static_cast<u32>(feature::second_sequence) + 1);

constexpr feature feature_of(const model::data_type& t) {
  using enum model::type_id;
  if (t.id == numeric)
    return t.first != model::data_type::none && (t.second < 0 || t.second > t.first) ? feature::numeric_scale : feature::none;
  if (t.id == regcollation || t.id == pg_snapshot || t.id == xid8) return feature::new_type;
  return t.id >= int4multirange && t.id <= datemultirange ? feature::multirange : feature::none;
}

/// Storage parameters that came later.
struct named_feature {
  const char* name;
  feature needs;
};
inline constexpr named_feature named_features[]{
    {"autovacuum_vacuum_insert_threshold", feature::insert_vacuum},
    {"autovacuum_vacuum_insert_scale_factor", feature::insert_vacuum},
    {"deduplicate_items", feature::deduplication},
    {"autovacuum_vacuum_max_threshold", feature::vacuum_limit},
    {"vacuum_max_eager_freeze_failure_rate", feature::vacuum_limit},
};
constexpr bool reads(const char* text, u32 size, const char* word) {
  for (u32 i = 0; i < size; ++i)
    if (text[i] != word[i]) return false;
  return !word[size];
}
constexpr feature feature_of(const model::parameter& p) {
  for (const named_feature& each : named_features)
    if (reads(p.name.data, p.name.size, each.name)) return each.needs;
  return feature::none;
}
constexpr feature feature_of(const model::index_def& d) {
  return d.include.size && d.method && reads(d.method->text, d.method->kept(), "spgist") ? feature::included_in_spgist : feature::none;
}

}  // namespace skein::checks
