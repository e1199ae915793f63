// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// A table that is there becomes the heir of another one, or ceases to be it.

#include <skein/declare/acknowledge.hpp>
#include <skein/declare/inherits.hpp>
#include <skein/model/step.hpp>

namespace skein {

namespace model {
struct heir_step : step {
  const struct member* items[1];
};
}  // namespace model

/// `inherit<"cities", "places">`: cities becomes an heir of places.
/// Requires: every column of the parent, of the same type and collation, NOT NULL where the parent's is; every check of
/// it that
///           is not `no_inherit`, under its name; else as `inherits`.
/// SQL:      ALTER TABLE name INHERIT parent
/// Inverse:  disinherit
template <model::object_name Table, model::object_name Parent>
struct inherit : model::of_revision {
  static constexpr model::heir_step step{
      {.what = model::op::inherit, .table = &Table, .members = {inherit::step.items, 1}}, {&model::parent_of<Parent>}};
};

/// `disinherit<"cities", "places">`. What cities has of places it keeps, as its own.
/// Requires: an heir of the parent. Where a column or a check comes from there alone, `irreversible<"why">`: PostgreSQL
/// has no
///           way to make that inherited again, which would go with the parent's.
/// SQL:      ALTER TABLE name NO INHERIT parent
/// Inverse:  inherit
template <model::object_name Table, model::object_name Parent, class... Option>
struct disinherit : model::of_revision {
  static constexpr model::heir_step step{
      (model::step{.what = model::op::disinherit, .table = &Table, .members = {disinherit::step.items, 1}} | ... |
       model::amendment<Option>{}),
      {&model::parent_of<Parent>}};
};

}  // namespace skein
