// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Sequences as models.

#include <skein/declare/sequence_options.hpp>
#include <skein/model/entity.hpp>
#include <skein/model/history.hpp>

namespace skein {

/// The type of a sequence: `as<integer>`, smallint, integer or bigint.
template <class Type>
struct as : model::of_step {
  static_assert(Type::type.id <= model::type_id::bigint && !Type::type.dims, "as<type> takes smallint, integer or bigint");
  static constexpr void set(model::sequence_options& o) { o.said |= o.of_type, o.type = Type::type.id; }
};
/// The column with which the sequence goes: `owned_by<"users", "id">`; `owned_by<>`: none.
template <model::object_name Table = model::object_name{}, model::ident Column = model::ident{}>
struct owned_by : model::of_step {
  static constexpr void set(model::sequence_options& o) {
    o.said |= o.owner;
    if (Table.name.empty()) return;
    o.table = &Table;
    o.column = &Column;
  }
};

namespace model {
template <object_name Name, class... Option>
struct sequence_definition {
  static constexpr sequence_options options = (sequence_options{} | ... | sequence_option<Option>{});
  static constexpr entity_def entity{.what = entity_kind::sequence, .name = &Name, .sequence = &options};
};
}  // namespace model

/// `struct counter : sequence<"counter", as<integer>, start<1000>> {};`, in models<…>. A sequence that comes with a serial or an
/// identity column has no model of its own.
template <model::model_name Name, class... Option>
struct sequence {
  static constexpr model::table_def value{
      .name = &Name.name, .where = &Name.where, .entity = &model::sequence_definition<Name.name, Option...>::entity};
};

}  // namespace skein
