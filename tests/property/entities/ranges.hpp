// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Random range types.

#include "property/vocabulary.hpp"

#include <skein/check/arena.hpp>
#include <skein/model/range.hpp>

namespace skein::test {

class ranges {
 public:
  ranges(chance& by, checks::arena& in, vocabulary& words) : by_(by), in_(in), words_(words) {}

  /// Of a type that some of the time has no order, or no collation where one is said.
  model::step create(const model::object_name* name, const model::data_type* subtype) {
    using part = model::clause::part;
    std::vector<model::clause> all{{.what = part::base, .type = subtype}};
    if (by_.percent(is_text(*subtype) ? 40 : 5)) all.push_back({.what = part::collation, .object = in_.make(model::object_name({}, model::ident("C", 1)))});
    const model::object_name own(name->schema, by_.percent(70) ? multirange_name(name->name) : *words_.name(table_words));
    all.push_back({.what = part::multirange, .object = in_.make(own)});
    return {.what = model::op::create_entity, .entity = in_.make(model::entity_def{.what = model::entity_kind::range, .name = name, .clauses = in_.make_list(all)})};
  }

 private:
  chance& by_;
  checks::arena& in_;
  vocabulary& words_;
};

}  // namespace skein::test
