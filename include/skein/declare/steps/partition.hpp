// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Steps on partitions.

#include <skein/declare/acknowledge.hpp>
#include <skein/declare/partition.hpp>

namespace skein {

/// `create_partition<"events_2026", "events", values_from<"2026-01-01">, values_to<"2027-01-01">>`; behind the bound constraints,
/// indexes, parameters of its own, and `partition_by_…` if it is partitioned itself.
/// Requires: a partitioned table; literals of the key's types, that no other partition takes.
/// SQL:      CREATE TABLE name PARTITION OF table [(…)] FOR VALUES … | DEFAULT [PARTITION BY …]
/// Inverse:  drop_table
template <model::object_name Table, model::object_name Of, class... Part>
struct create_partition : model::of_revision {
  static constexpr model::of_partitioned<model::step, sizeof...(Part)> step =
      model::partition_from<Part...>(model::step{.what = model::op::create_table, .table = &Table}, Of, create_partition::step);
};

/// A table that is there becomes a partition: `attach_partition<"events", "events_2025", values_from<…>, values_to<…>>`.
/// Requires: the same columns, NOT NULL where the partitioned table's are; every check of it, under its name. Keys, indexes and
///           foreign keys of it that are there become parts of its own, the others are created.
/// SQL:      ALTER TABLE table ATTACH PARTITION name FOR VALUES … | DEFAULT
/// Inverse:  detach_partition, and drops of what was created
template <model::object_name Of, model::object_name Table, class... Bound>
struct attach_partition : model::of_revision {
  static constexpr model::of_partitioned<model::step, sizeof...(Bound)> step =
      model::partition_from<Bound...>(model::step{.what = model::op::attach_partition, .table = &Table}, Of, attach_partition::step);
};

/// `detach_partition<"events", "events_2025">`; `concurrently` (PostgreSQL 14) takes no lock that stops readers.
/// Requires: a partition of the table; for `concurrently` no default partition, and `outside_transaction` among the revision's steps.
/// SQL:      ALTER TABLE table DETACH PARTITION name [CONCURRENTLY]
/// Inverse:  attach_partition with its bound
template <model::object_name Of, model::object_name Table, class... Option>
struct detach_partition : model::of_revision {
  static constexpr model::of_partitioned<model::step, 0> step =
      model::partition_from<>((model::step{.what = model::op::detach_partition, .table = &Table} | ... | model::amendment<Option>{}), Of,
                              detach_partition::step);
};

}  // namespace skein
