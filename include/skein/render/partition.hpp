// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Partitioned tables and partitions as SQL.

#include <skein/model/partition.hpp>
#include <skein/model/step.hpp>
#include <skein/render/data.hpp>
#include <skein/render/element.hpp>

namespace skein::render {

namespace detail {

inline std::string bound_values(const model::list<model::value>& values) {
  std::string out;
  for (const model::value& v : values) out += (out.empty() ? "" : ", ") + value(v);
  return fmt::format("({})", out);
}

}  // namespace detail

/// FOR VALUES …, or DEFAULT.
inline std::string partition_bound(const model::partition_bound& b) {
  using kind = model::partition_bound::kind;
  switch (b.what) {
    case kind::range: return fmt::format("FOR VALUES FROM {} TO {}", detail::bound_values(b.from), detail::bound_values(b.to));
    case kind::list: return "FOR VALUES IN " + detail::bound_values(b.from);
    case kind::hash: return fmt::format("FOR VALUES WITH (MODULUS {}, REMAINDER {})", b.modulus, b.remainder);
    default: return "DEFAULT";
  }
}

/// ` PARTITION BY RANGE (a, lower(b))`.
inline std::string partition_by(const model::index_def& key) {
  std::string elements;
  for (const model::element& e : key.elements) elements += (elements.empty() ? "" : ", ") + element(e);
  const char* strategy = same(*key.method, model::strategies::range) ? "RANGE" : same(*key.method, model::strategies::list) ? "LIST" : "HASH";
  return fmt::format(" PARTITION BY {} ({})", strategy, elements);
}

inline std::string attach_partition(const model::step& s) {
  const model::constraint_def& d = *s.members[0]->constraint;
  return fmt::format("ALTER TABLE {} ATTACH PARTITION {} {}", identifier(*d.target), identifier(*s.table), partition_bound(bound_of(d)));
}
inline std::string detach_partition(const model::step& s) {
  return fmt::format("ALTER TABLE {} DETACH PARTITION {}", identifier(*s.members[0]->constraint->target), identifier(*s.table));
}

}  // namespace skein::render
