// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// What is wrong with a column.

#include <skein/check/sentence/entities.hpp>

namespace skein::checks::sentences {

using enum fact;
using model::op;

constexpr void of_columns(auto& w) {
  switch (w.v.what) {
    case fault::no_column:
      w.say({"column ", column, " does not exist"});
      return w.suggest("add it before, or mend the name");
    case fault::column_exists:
      return w.say({"column ", column, " exists already; drop or rename it first, or choose another name"});
    case fault::column_used:
      w.say({"column ", column, w.step_is() == op::alter_type ? " keeps its type, " : " cannot be dropped, "});
      if (w.v.dependents) return write_dependents(w);
      w.say({text, " ", object});
      if (w.v.other_table != w.v.table) w.say({" of ", other});
      return w.say({" uses it; drop that first"});
    case fault::column_generated:
      if (w.step_is() == op::alter_type)
        return w.say({"column ", column, " is generated, so its values are computed, not converted; leave using_<...> and "
                                         "undo_using<...> out"});
      if (w.step_is() == op::set_default || w.step_is() == op::drop_default)
        return w.say(
            {"column ", column,
             " is generated or an identity, which excludes a default; add drop_expression or drop_identity before"});
      return w.say({"column ", column,
                    " is generated, so its foreign key may not write to it; leave on_delete and "
                    "on_update out"});
    case fault::no_relation:
      w.say({"the default of column ", column, " uses ", text, ", which does not exist"});
      return w.suggest("create it before, or mend the name");
    case fault::contradiction:
      if (w.step_is() == op::drop_not_null)
        return w.say(
            {"column ", column, " is an identity or in the primary key, which requires a value; drop that first"});
      if (w.step_is() == op::add_identity)
        return w.say({"column ", column,
                      " is nullable or has another source of values; add set_not_null or drop_default before"});
      if (w.step_is() == op::alter_type)
        return w.say({"the default of column ", column,
                      " does not convert to the new type; add drop_default before and set_default after"});
      return w.say({"column ", column,
                    " has options that exclude each other; keep one of default_, identity, serial and generated, "
                    "and null only where nothing requires a value"});
    case fault::not_an_integer:
      if (w.step_is() == op::alter_type)
        return w.say({"column ", column, " is an identity, which is an integer; add drop_identity before"});
      return w.say(
          {"column ", column, " cannot be an identity, which is a smallint, integer or bigint; change its type"});
    case fault::not_identity:
      return w.say({"column ", column, " is no identity; ",
                    w.step_is() == op::drop_identity ? "remove the step" : "make it one with add_identity"});
    case fault::identity_already:
      return w.say({"column ", column, " is an identity already; change it with set_identity"});
    case fault::default_uses_column:
      return w.say({"the default of column ", column, " uses ", text,
                    ", but a default may use no column; call a function, or use generated<...>"});
    case fault::generated_uses_generated:
      return w.say({"column ", column,
                    " is generated from a generated column, which PostgreSQL does not allow; repeat the expression of "
                    "that one"});
    default:
      if (w.v.object.given)
        w.say({"the expression of ", object, " on ", table});
      else
        w.say({"an expression on ", table});
      w.say({" uses ", text, ", which is no column of it"});
      return w.suggest("add the column before, or mend the name");
  }
}

}  // namespace skein::checks::sentences
