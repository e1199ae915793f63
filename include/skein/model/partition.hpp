// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Partitions. That a table is partitioned is a member of it like an index, of `kind::partition_by`: its elements are the key, its
/// method is the strategy. That a table is a partition is a member like a constraint, of `kind::partition_of`: its target is the
/// partitioned table, its bound says which rows it takes.

#include <skein/model/data.hpp>

namespace skein::model {

namespace strategies {
inline constexpr ident range{"range"}, list{"list"}, hash{"hash"};
}  // namespace strategies

/// FOR VALUES …; MINVALUE and MAXVALUE are values of the kind `expression`.
struct partition_bound {
  enum class kind : std::uint8_t { unsaid, range, list, hash, rest } what = kind::unsaid;
  list<value> from{}, to{};  ///< of a list the values are in `from`
  u32 modulus = 0, remainder = 0;
};

/// Every constraint_def of `kind::partition_of` is one of these: a field of all constraints would cost every other one.
struct partition_def : constraint_def {
  partition_bound bound;
};
/// Requires kind::partition_of.
constexpr const partition_bound& bound_of(const constraint_def& d) { return static_cast<const partition_def&>(d).bound; }

constexpr bool same(const list<value>& a, const list<value>& b) {
  if (a.size != b.size) return false;
  for (u32 i = 0; i < a.size; ++i)
    if (a[i].what != b[i].what || a[i].number != b[i].number || a[i].size != b[i].size || !equal(a[i].data, b[i].data, a[i].size)) return false;
  return true;
}
constexpr bool same(const partition_bound& a, const partition_bound& b) {
  return a.what == b.what && a.modulus == b.modulus && a.remainder == b.remainder && same(a.from, b.from) && same(a.to, b.to);
}

inline constexpr ident minvalue_word{"MINVALUE"}, maxvalue_word{"MAXVALUE"};
constexpr bool is_word(const value& v, const ident& word) {
  return v.what == value::kind::expression && same(view(v.data, v.size), view(word.text, word.size));
}
constexpr bool is_minvalue(const value& v) { return is_word(v, minvalue_word); }
constexpr bool is_maxvalue(const value& v) { return is_word(v, maxvalue_word); }

}  // namespace skein::model
