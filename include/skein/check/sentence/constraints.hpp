// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// What is wrong with a constraint or an index.

#include <skein/check/sentence/writer.hpp>

namespace skein::checks::sentences {

using enum fact;
using model::op;

/// A key that is missing: all of its columns, and the step that adds it.
constexpr void of_target_key(auto& w) {
  const model::constraint_def& d = *w.v.constraint;
  const bool several = d.target_columns.size > 1, own = w.v.other_table == w.v.table;
  w.say({"the foreign key on "});
  if (d.columns.empty())
    w.say({column});
  else
    spelling::list(w.b, d.columns), w.say({" of ", table});
  w.say({" references "});
  for (u32 i = 0; i < d.target_columns.size; ++i)
    w.say({i ? ", " : "", other}), w.b << "." << *d.target_columns[i];
  w.say({several ? ", which together are no key" : ", which is no key",
         " (deferrable and partial ones do not count); add "});
  if (own)
    w.say({"unique_on<"});
  else
    w.say({"add_constraint<", spelled_other, ", unique_on<"});
  spelling::list(w.b, d.target_columns);
  w.say({own ? "> to the table" : ">> before"});
}

constexpr void of_target(auto& w) {
  if (w.v.what == fault::target_not_unique) return of_target_key(w);
  w.say({"column ", column, " references ", other});
  switch (w.v.what) {
    case fault::target_missing:
      w.say({", which does not exist"});
      return w.suggest("create it before, or add the foreign key later with add_constraint");
    case fault::target_column_missing:
      w.say({", which does not exist"});
      return w.suggest("add it before, or mend the name");
    case fault::target_without_key:
      return w.say({", which has no primary key; add one before, or name the columns of a unique key"});
    case fault::target_count:
      return w.say({" with another number of columns; name one for each"});
    default:
      w.say({", which is of another type"});
      if (w.step_is() == op::alter_type) return w.say({" then; drop the foreign key before, and add it again when both are ", type});
      return w.say({"; make both ", type});
  }
}

constexpr void of_constraints(auto& w) {
  switch (w.v.what) {
    case fault::no_constraint:
      w.say({"constraint ", object, " does not exist on ", table});
      return w.suggest("mend the name");
    case fault::constraint_exists:
      return w.say({"constraint ", object, " exists already on ", table, "; choose another name"});
    case fault::second_primary_key:
      return w.say({"table ", table, " has the primary key ", object, " already; drop that first, or use unique"});
    case fault::repeated_column:
      return w.say({"column ", column, " stands twice in a key; name it once"});
    case fault::too_many_keys:
      return w.say({"a key or an index of ", table,
                    " has more than 32 columns, those of include counted; leave some out"});
    case fault::not_ordered:
      if (w.v.text)
        return w.say({"column ", column, " cannot be a key, ", text, " has no default operator class for ", type, "; leave it out, or say an opclass of its own"});
      return w.say({"column ", column, " cannot be a key, PostgreSQL has no order for ", type,
                    "; leave it out, or index it with a method or an opclass of its own"});
    case fault::not_in_key:
      return w.say({"column ", column, " is not in the foreign key whose on_delete writes it; name one that is"});
    case fault::key_in_use:
      return w.say(
          {object, " of ", table, " cannot be dropped, the foreign key on ", other, " rests on it; drop that first"});
    case fault::validated_already:
      return w.say({"constraint ", object, " of ", table, " is valid already; remove the step"});
    case fault::cannot_be_deferred:
      return w.say({"check ", object, " of ", table,
                    " cannot be deferred, only keys, exclusions and foreign keys can; leave that out"});
    case fault::no_index:
      w.say({"index "});
      w.dotted(w.v.schema, nullptr);
      w.say({object, " does not exist"});
      return w.suggest("create it before, or mend the name");
    case fault::index_of_constraint:
      if (w.step_is() == op::comment_on_index)
        return w.say({"index ", object, " belongs to a constraint of ", table, "; write comment_on_constraint<", spelled_table,
                      ", ", object, ", ...> instead"});
      return w.say({"index ", object, " belongs to a constraint of ", table, "; write drop_constraint<", spelled_table,
                    ", ", object, "> instead"});
    default:
      return of_target(w);
  }
}

}  // namespace skein::checks::sentences
