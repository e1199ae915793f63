// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Partitioned tables and their partitions. `partition_by_range<"at">` among the members of a table says how it is partitioned;
/// `create_partition`, `attach_partition` and the model `partition` say which rows a partition takes. A partition has the columns
/// of its table and no others; what becomes of the table's columns, constraints and indexes becomes of its partitions' too.

#include <skein/declare/index.hpp>
#include <skein/declare/row.hpp>
#include <skein/model/history.hpp>
#include <skein/model/partition.hpp>

namespace skein {

namespace model {
/// PARTITION BY, as a member of a table.
template <const ident& Strategy, key... Key>
inline constexpr index_member partition_key{
    {.what = kind::partition_by, .index = partition_key<Strategy, Key...>.def},
    {{.elements = {on<Key...>::keys.elements, sizeof...(Key)}, .columns = {on<Key...>::keys.columns, sizeof...(Key)}, .method = &Strategy}}};
}  // namespace model

/// `partition_by_range<"at">`, `partition_by_range<"tenant", collated("name", "C")>`.
/// Requires: columns that are not generated, with an order. Every primary key and unique key of the table, every unique index on
///           it has all columns of the key.
/// SQL:      PARTITION BY RANGE (at)
template <model::key... Key>
struct partition_by_range : model::of_table {
  static constexpr const model::member& member = model::partition_key<model::strategies::range, Key...>;
};
/// `partition_by_list<expression("lower(country)")>`: one column or expression; else as partition_by_range.
/// SQL: PARTITION BY LIST ((lower(country)))
template <model::key Key>
struct partition_by_list : model::of_table {
  static constexpr const model::member& member = model::partition_key<model::strategies::list, Key>;
};
/// `partition_by_hash<"id">`, of columns that PostgreSQL hashes; else as partition_by_range.
/// SQL: PARTITION BY HASH (id)
template <model::key... Key>
struct partition_by_hash : model::of_table {
  static constexpr const model::member& member = model::partition_key<model::strategies::hash, Key...>;
};

// Which rows a partition takes

/// Below and above every value: `values_from<minvalue>`, `values_to<"2026-01-01", maxvalue>`.
inline constexpr auto minvalue = expression("MINVALUE");
inline constexpr auto maxvalue = expression("MAXVALUE");

namespace model {
inline constexpr place options_of_a_partition{"an option of a partition", "write it inside create_partition<...>, attach_partition<...> or partition<...>"};
using of_partition = neither<options_of_a_partition>;
}  // namespace model

/// FROM, a literal for each column of the key; it is in the partition itself, that of `values_to` is not.
template <model::written_value... Value>
struct values_from : model::of_partition {
  static constexpr model::value values[sizeof...(Value) + 1]{model::lower(Value)...};
  static constexpr void set(model::partition_def& d) { d.bound.what = model::partition_bound::kind::range, d.bound.from = {values, sizeof...(Value)}; }
};
template <model::written_value... Value>
struct values_to : model::of_partition {
  static constexpr model::value values[sizeof...(Value) + 1]{model::lower(Value)...};
  static constexpr void set(model::partition_def& d) { d.bound.what = model::partition_bound::kind::range, d.bound.to = {values, sizeof...(Value)}; }
};
/// IN, literals or `nullptr`: `values_in<"de", "fr", nullptr>`.
template <model::written_value... Value>
struct values_in : model::of_partition {
  static constexpr model::value values[sizeof...(Value) + 1]{model::lower(Value)...};
  static constexpr void set(model::partition_def& d) { d.bound.what = model::partition_bound::kind::list, d.bound.from = {values, sizeof...(Value)}; }
};
/// WITH (MODULUS 4, REMAINDER 0): `modulus<4, 0>`.
template <model::u32 Modulus, model::u32 Remainder>
struct modulus : model::of_partition {
  static constexpr void set(model::partition_def& d) {
    d.bound.what = model::partition_bound::kind::hash, d.bound.modulus = Modulus, d.bound.remainder = Remainder;
  }
};
/// DEFAULT: the rows that no other partition takes.
struct default_partition : model::of_partition {
  static constexpr void set(model::partition_def& d) { d.bound.what = model::partition_bound::kind::rest; }
};

namespace model {

template <class Part>
concept is_bound = amends<Part, partition_def>;
template <class Part>
constexpr partition_def with_bound(partition_def d) {
  if constexpr (is_bound<Part>) Part::set(d);
  return d;
}
/// A step or a model with its bound and its members, in one object; what is no bound is a member.
template <class Def, u32 N>
struct of_partitioned : Def {
  partition_def def[1];
  struct member of[1];
  const struct member* items[N + 2];
};
template <class... Part>
constexpr u32 members_among() {
  return (1u + ... + (is_bound<Part> ? 0u : 1u));
}
/// Requires: `first` with its address already.
template <class... Part>
constexpr void fill_members(const member** items, const member* first) {
  u32 n = 0;
  items[n++] = first;
  const bool bound[]{is_bound<Part>..., true};
  const member* const all[]{&Part::member..., nullptr};
  for (u32 i = 0; i < sizeof...(Part); ++i)
    if (!bound[i]) items[n++] = all[i];
}
template <class... Part>
constexpr partition_def partition_of(const object_name& table) {
  partition_def d{{.what = kind::partition_of, .target = &table}, {}};
  ((d = with_bound<Part>(d)), ...);
  return d;
}
/// `self` is the object that the value becomes, for the addresses in it.
template <class... Part, class Def, u32 N>
constexpr of_partitioned<Def, N> partition_from(Def d, const object_name& table, const of_partitioned<Def, N>& self) {
  d.members = {self.items, members_among<Part...>()};
  of_partitioned<Def, N> out{d, {partition_of<Part...>(table)}, {{.what = kind::partition_of, .constraint = self.def}}, {}};
  fill_members<Part...>(out.items, self.of);
  return out;
}

}  // namespace model

/// A model of a partition, with what it has beside what its table gives it: `struct events_2026 : partition<"events_2026", "events",
/// values_from<"2026-01-01">, values_to<"2027-01-01">> {};`.
template <model::model_name Name, model::object_name Of, class... Part>
struct partition : model::of_models {
  static constexpr model::of_partitioned<model::table_def, sizeof...(Part)> value =
      model::partition_from<Part...>(model::table_def{.name = &Name.name, .where = &Name.where}, Of, partition::value);
};

}  // namespace skein
