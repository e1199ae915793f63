// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Steps on tables' and columns' properties.

#include <skein/declare/property.hpp>

namespace skein {

/// Requires: no table that is logged references it; it is not partitioned.
/// SQL:      ALTER TABLE name SET UNLOGGED;  inverse: set_logged
template <model::object_name Table>
struct set_unlogged : model::of_revision {
  static constexpr model::property_step step{
      {.what = model::op::set_property},
      {.what = model::property::persistence, .name = &Table, .value = &model::unlogged_word}};
};
/// Requires: it references no unlogged table.
/// SQL:      ALTER TABLE name SET LOGGED;  inverse: set_unlogged
template <model::object_name Table>
struct set_logged : model::of_revision {
  static constexpr model::property_step step{{.what = model::op::set_property},
                                             {.what = model::property::persistence, .name = &Table}};
};
/// Requires: a tablespace that the server has, `pg_default` among them; not that of a partitioned table.
/// SQL:      ALTER TABLE name SET TABLESPACE space, which writes the table anew; its indexes stay where they are
/// Inverse:  set_tablespace with that before; where none was named, pg_default
template <model::object_name Table, model::ident Space>
struct set_tablespace : model::of_revision {
  static constexpr model::property_step step{{.what = model::op::set_property},
                                             {.what = model::property::tablespace,
                                              .name = &Table,
                                              .value = model::property_value<model::property::tablespace, Space>}};
};
/// `set_replica_identity<"notes", "full">`, "nothing" or "default", which is the primary key.
/// SQL:      ALTER TABLE name REPLICA IDENTITY FULL;  inverse: that before
template <model::object_name Table, model::ident Word>
struct set_replica_identity : model::of_revision {
  static constexpr model::property_step step{{.what = model::op::set_property},
                                             model::replica_identity_by<Word>({.name = &Table})};
};
/// Requires: a unique index of the table over columns that are not null, immediate, without a predicate; it and they
/// stay so. SQL:      ALTER TABLE name REPLICA IDENTITY USING INDEX index;  inverse: the replica identity before
template <model::object_name Table, model::ident Index>
struct set_replica_identity_index : model::of_revision {
  static constexpr model::property_step step{
      {.what = model::op::set_property},
      {.what = model::property::replica_identity, .name = &Table, .value = &Index, .index = true}};
};
/// Requires: an index of the table of method btree or gist, without a predicate.
/// SQL:      ALTER TABLE name CLUSTER ON index, which moves no row;  inverse: the one before, or set_without_cluster
template <model::object_name Table, model::ident Index>
struct cluster_on : model::of_revision {
  static constexpr model::property_step step{
      {.what = model::op::set_property},
      {.what = model::property::cluster, .name = &Table, .value = &Index, .index = true}};
};
/// SQL:      ALTER TABLE name SET WITHOUT CLUSTER;  inverse: cluster_on with the index before
template <model::object_name Table>
struct set_without_cluster : model::of_revision {
  static constexpr model::property_step step{{.what = model::op::set_property},
                                             {.what = model::property::cluster, .name = &Table}};
};
/// `set_statistics<"notes", "title", 500>`, from 0 to 10000, or -1 for that of the server.
/// SQL:      ALTER TABLE name ALTER COLUMN column SET STATISTICS target;  inverse: the target before
template <model::object_name Table, model::ident Column, int Target>
struct set_statistics : model::of_revision {
  static constexpr model::property_step step{{.what = model::op::set_property},
                                             {.what = model::property::statistics,
                                              .name = &Table,
                                              .column = &Column,
                                              .value = model::statistics_value<Target>}};
};

}  // namespace skein
