// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// What a model and the history do not agree about: the step to write.

#include <skein/check/sentence/entities.hpp>
#include <skein/check/sentence/misplaced.hpp>
#include <skein/check/sentence/properties.hpp>
#include <skein/check/spell/entity.hpp>
#include <skein/check/spell/step.hpp>

namespace skein::checks::sentences {

using enum fact;
using model::op;

/// The last revision with a step that `is` accepts, and that step; raw SQL counts as its effects.
struct origin {
  const revision_def* revision = nullptr;
  const model::step* step = nullptr;

  constexpr explicit operator bool() const { return revision != nullptr; }
};
constexpr const model::step* last_of(const model::list<const model::step*>& steps, auto&& is) {
  for (u32 i = steps.size; i-- > 0;) {
    if (const model::step* x = last_of(steps[i]->effects, is)) return x;
    if (is(*steps[i])) return steps[i];
  }
  return nullptr;
}
constexpr origin last_of(const auto& w, auto&& is) {
  for (u32 i = w.revisions; i-- > 0;)
    if (const model::step* x = last_of(w.all[i]->up, is)) return {w.all[i], x};
  return {};
}
constexpr bool is_on(const auto& w, const model::step& x) {
  return x.table && same(x.table->name, *w.v.table) && same_schema(x.table->schema, *w.v.schema);
}

/// The revision that took the model's table or column away, and what to do about it.
constexpr void of_gone(auto& w, op dropped, op renamed, const char* otherwise) {
  const origin o = last_of(w, [&](const model::step& x) {
    return (x.what == dropped || x.what == renamed) && is_on(w, x) && (!w.v.column || same(*x.name, *w.v.column));
  });
  if (!o) {
    w.b << otherwise;
  } else {
    w.b << (w.v.column ? ", which revision " : " any more, revision ") << *o.revision->id;
    const char* it = w.v.column ? "" : " it";
    if (o.step->what == dropped)
      w.b << " drops" << it << "; remove it from the model" << (w.v.column ? "" : "s");
    else
      w.b << " renames" << it << " to " << *o.step->to << "; rename it in the model" << (w.v.column ? "" : "s") << " too";
    w.b << ", or add";
  }
  w.b << " a revision with ";
}

/// Of a table nothing says where; what made it does.
constexpr void of_table_without_model(auto& w) {
  const origin o = last_of(w, [&](const model::step& x) {
    return (x.what == op::create_table && is_on(w, x)) ||
           (x.what == op::rename_table && same(*x.to, *w.v.table) && same_schema(x.table->schema, *w.v.schema)) ||
           (x.what == op::set_schema && same(x.table->name, *w.v.table) && same_schema(*x.to, *w.v.schema));
  });
  if (o) w.at(*o.revision->where), w.b << ": ";
  w.say({"table ", table});
  if (o)
    w.b << ", which revision " << *o.revision->id
        << (o.step->what == op::create_table   ? " creates,"
            : o.step->what == op::rename_table ? " renames,"
                                               : " moves,");
  w.say({" has no model; add one to models<...>, or a revision with drop_table<", spelled_table, ", loses_data>"});
}

constexpr void of_missing_object(auto& w) {
  const model::kind what = w.v.member->what;
  const bool index = what == model::kind::index;
  if (what == model::kind::inherits) {
    w.say({"model ", table, " inherits from ", other, ", which no revision says; add a revision with "});
    return spelling::adding_step(w.b, w.v.schema, *w.v.table, *w.v.member, nullptr, nullptr);
  }
  w.say({"model ", table, " has ", w.v.suggested.hash ? "" : what == model::kind::parameter ? "a storage parameter" : index ? "an index" : "a constraint"});
  if (w.v.suggested.hash) {
    w.say({index ? "index " : "constraint ", object});
    w.b << ", which the history calls " << w.v.suggested << "; write that name in the model, or add a revision with ";
    return spelling::renaming_step(w.b, what, w.v.schema, *w.v.table, w.v.suggested, w.v.object);
  }
  w.b << " that no revision adds; add a revision with ";
  spelling::adding_step(w.b, w.v.schema, *w.v.table, *w.v.member, w.v.column ? w.v.constraint : nullptr,
                        w.v.object.given);
}

/// Steps that replace an index or a constraint by the model's of the same name.
constexpr void of_another_object(auto& w) {
  const model::member& m = *w.v.member;
  const bool index = m.what == model::kind::index;
  if (w.v.text)
    return w.say({"model ", table, " has constraint ", object,
                  " valid, in the history it is not; add a revision with validate_constraint<", spelled_table, ", ",
                  object, ">"});
  w.say({"model ", table, " has ", index ? "index " : "constraint ", object,
         " otherwise than the history leads to; change the model, or add a revision with "});
  spelling::dropping_step(w.b, m.what, w.v.schema, *w.v.table, w.v.object);
  w.b << ", ";
  spelling::adding_step(w.b, w.v.schema, *w.v.table, m, w.v.column ? w.v.constraint : nullptr, w.v.object.given);
}

constexpr void of_models(auto& w) {
  switch (w.v.what) {
    case fault::model_privileges_missing:
    case fault::model_privileges_extra:
      return of_model_privileges(w);
    case fault::model_property_missing:
    case fault::model_property_extra: return of_model_properties(w);
    case fault::model_entity_missing:
      w.b << "model ", write_entity(w);
      w.b << " is created by no revision, or was dropped; add a revision with ";
      return spelling::creating_step(w.b, *w.v.definition);
    case fault::model_entity_differs:
      w.b << "model ", write_entity(w);
      w.b << " is not what the history leads to; change the model, or add a revision that leads to ";
      return spelling::creating_step(w.b, *w.v.definition);
    case fault::entity_without_model:
      write_entity(w);
      w.b << " has no model; add one to models<...>, or a revision with ";
      if (!w.v.table) return w.say({"drop_sequence<", spelled_object, ", loses_data>"});
      return spelling::dropping_step(w.b, *w.v.definition, w.v.schema, *w.v.table);
    case fault::model_repeated:
      return w.say({"model ", table, " stands twice in models<...>; remove one"});
    case fault::model_misplaced:
      if (w.v.table) w.say({"model ", table, ", "});
      else w.b << (w.v.property ? "a model of an owner, " : "a model of privileges, ");
      return of_misplaced(w);
    case fault::table_without_model:
      return of_table_without_model(w);
    case fault::model_without_table:
      w.say({"model ", table, " has no table"});
      if (w.v.hint) {
        w.b << "; did you mean " << *w.v.hint << "? If not, add a revision with ";
      } else {
        of_gone(w, op::drop_table, op::rename_table, "; add");
      }
      return spelling::create_table(w.b, w.v.schema, *w.v.table, w.v.model->members);
    case fault::model_column_missing:
      w.say({"model ", table, " has column ", name});
      if (w.v.other_column) {
        w.b << ", which the history calls " << *w.v.other_column << "; write that name in the model, or add a revision with ";
        spelling::on_column(w.b, "rename_column", w.v.schema, *w.v.table, *w.v.other_column);
        return w.say({", ", name, ">"});
      }
      of_gone(w, op::drop_column, op::rename_column, ", which no revision adds; add");
      return spelling::adding_step(w.b, w.v.schema, *w.v.table, *w.v.member, nullptr, nullptr);
    case fault::model_column_extra:
      if (w.v.other_table)
        return w.say({"model ", table, " lacks column ", name, ", which is otherwise in the history than that of ", other,
                      "; add it to the model, or a revision that makes them alike"});
      return w.say({"model ", table, " lacks column ", name, " of type ", type,
                    ", which the history has; add it to the model, or a revision with drop_column<", spelled_table,
                    ", ", name, ", loses_data>"});
    case fault::model_column_differs:
      if (w.v.text)
        return w.say({"model ", table, " has column ", name, " with a default that uses ", text,
                      ", which the history does not have, or has under another name; mend it in the model, or create it before"});
      w.say({"model ", table, " has column ", name, " "});
      spelling::difference(w.b, w.v.wanted, w.v.now, w.v.differs);
      w.b << " as in the history; change the model, or add a revision with ";
      return spelling::altering_steps(w.b, w.v.schema, *w.v.table, *w.v.column, w.v.now, w.v.wanted, w.v.differs,
                                      w.v.member, spelling::place::revision);
    case fault::model_object_missing:
      return of_missing_object(w);
    case fault::model_object_extra:
      if (w.v.other_table)
        return w.say({"model ", table, " lacks inherits<", spelled_other, ">, which the history has; add it to the model, or a revision with disinherit<",
                      spelled_table, ", ", spelled_other, ">"});
      w.say({"model ", table, " lacks ", text, " ", object,
             ", which the history has; add it to the model, or a revision with "});
      return spelling::dropping_step(w.b, w.v.text.size == 5 ? model::kind::index : model::kind::check, w.v.schema,
                                     *w.v.table, w.v.object);
    case fault::model_object_differs:
      return of_another_object(w);
    case fault::model_partition_differs:
      w.say({"model ", table, " is partitioned or a partition otherwise than in the history, where it is "});
      if (w.v.constraint) w.say({"partition<", spelled_table, ", ", spelled_other, ", "}), spelling::bound(w.b, bound_of(*w.v.constraint)), w.b << ">";
      if (w.v.index) w.b << (w.v.constraint ? " with " : "a table with "), spelling::partition_by(w.b, *w.v.index);
      return w.say({w.v.constraint || w.v.index ? "" : "neither", "; write that in the model, or add a revision that changes it"});
    case fault::model_parameter_extra:
      return w.say({"model ", table, " lacks storage parameter ", text,
                    ", which the history has; add it to the model, or a revision with reset_parameter<", spelled_table,
                    ", ", text, ">"});
    default:
      return w.say({"model ", table, " has another comment than the history leads to; change the model, or add a "
                    "revision with comment_on_table<", spelled_table, ", ", text, ">"});
  }
}

}  // namespace skein::checks::sentences
