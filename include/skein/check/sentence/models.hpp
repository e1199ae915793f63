// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// What a model and the history do not agree about: the step to write.

#include <skein/check/sentence/writer.hpp>

namespace skein::checks::sentences {

using enum fact;
using model::op;

/// The last revision that drops the model's column, if any does.
constexpr const revision_def* dropped_by(const writer& w) {
  for (u32 i = w.revisions; i-- > 0;)
    for (const model::step* x : w.all[i]->up)
      if (x->what == op::drop_column && same(x->table->name, *w.v.table) && same(*x->name, *w.v.column))
        return w.all[i];
  return nullptr;
}

constexpr void of_models(writer& w) {
  switch (w.v.what) {
    case fault::model_repeated:
      return w.say({"model ", table, " is declared more than once; remove one"});
    case fault::table_without_model:
      return w.say({"table ", table, " has no model; add it to the models, or a revision with drop_table<",
                    spelled_table, ", loses_data>"});
    case fault::model_without_table:
      return w.say({"model ", table, " has no table; add a revision with create_table<", spelled_table, ", ...>"});
    case fault::model_column_missing:
      w.say({"model ", table, " has column ", name, ", which "});
      if (const revision_def* r = dropped_by(w))
        w.b << "revision " << *r->id << " drops; remove it from the model, or add";
      else
        w.b << "no revision adds; add";
      w.b << " a revision with ";
      return spelling::adding_step(w.b, w.v.schema, *w.v.table, *w.v.member, nullptr, nullptr);
    case fault::model_column_extra:
      return w.say({"model ", table, " lacks column ", name, " of type ", type,
                    ", which the history has; add it to the model, or a revision with drop_column<", spelled_table,
                    ", ", name, ", loses_data>"});
    case fault::model_column_differs:
      w.say({"model ", table, " has "});
      spelling::column(w.b, *w.v.member);
      return w.say(
          {", which is not what the history leads to; change the model, or add a revision that alters the column"});
    case fault::model_object_missing:
      w.say({"model ", table, " has ",
             w.v.member->what == model::kind::index       ? "an index"
             : w.v.member->what == model::kind::parameter ? "a storage parameter"
                                                          : "a constraint"});
      w.b << " that no revision adds; add a revision with ";
      return spelling::adding_step(w.b, w.v.schema, *w.v.table, *w.v.member, w.v.column ? w.v.constraint : nullptr,
                                   w.v.object.given);
    case fault::model_object_extra:
      w.say({"model ", table, " lacks ", text, " ", object,
             ", which the history has; add it to the model, or a revision with "});
      if (w.v.text.size == 5) return w.say({"drop_index<", spelled_object, ">"});
      return w.say({"drop_constraint<", spelled_table, ", ", object, ">"});
    default:
      return w.say({"model ", table, " has another ", w.v.object.given ? object : text,
                    " than the history leads to; change the model, or add a revision that replaces it"});
  }
}

}  // namespace skein::checks::sentences
