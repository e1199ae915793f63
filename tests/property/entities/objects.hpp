// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Random tracked objects: collations, which come and go by SQL.

#include "property/vocabulary.hpp"

#include <skein/check/arena.hpp>
#include <skein/render/quote.hpp>

namespace skein::test {

class objects {
 public:
  objects(chance& by, checks::arena& in) : by_(by), in_(in) {}

  model::step create(const model::object_name* name) {
    const std::string sql = "CREATE COLLATION " + render::identifier(*name) + (by_.percent(50) ? " FROM \"C\"" : " FROM \"POSIX\";");
    const std::vector<model::clause> kind{{.what = model::clause::part::kind, .text = in_.text("collation")}};
    return {.what = model::op::create_entity,
            .entity = in_.make(model::entity_def{.what = model::entity_kind::object, .name = name, .clauses = in_.make_list(kind), .body = in_.text(sql)})};
  }

 private:
  chance& by_;
  checks::arena& in_;
};

}  // namespace skein::test
