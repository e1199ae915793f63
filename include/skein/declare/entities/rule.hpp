// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Rules as models.

#include <skein/declare/misplaced.hpp>
#include <skein/model/entity.hpp>
#include <skein/model/history.hpp>
#include <skein/model/table.hpp>

namespace skein {

namespace model {
/// In the schema of its table, which may be a view.
template <ident Name, object_name Table, literal Event, literal Sql>
struct rule_definition {
  static constexpr object_name name{Table.schema, Name};
  static constexpr entity_with<1> entity{{.what = entity_kind::rule,
                                          .name = &name,
                                          .table = &Table,
                                          .clauses = {rule_definition::entity.items, 1},
                                          .body = Sql},
                                         {clause{.what = clause::part::event, .text = Event}}};
};
}  // namespace model

/// `struct keep : rule<"keep", "users", "DELETE", "DO INSTEAD NOTHING"> {};`, in models<…>.
template <model::model_name Name, model::object_name Table, model::literal Event, model::literal Sql>
struct rule : model::of_models {
  static constexpr model::table_def value{.name = &Name.name,
                                          .where = &Name.where,
                                          .entity = &model::rule_definition<Name.name.name, Table, Event, Sql>::entity};
};

}  // namespace skein
