// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// What is wrong with the chain, with a name, a schema or a table.

#include <skein/check/frozen.hpp>
#include <skein/check/sentence/writer.hpp>

namespace skein::checks::sentences {

using enum fact;
using model::op;

constexpr void of_chain(auto& w) {
  switch (w.v.what) {
    case fault::empty_chain:
      return w.say({"the chain has no revision; write one that revises base"});
    case fault::duplicate_revision:
      return w.say({"this identifier is used already at ", other_place, "; give one of the two another"});
    case fault::unknown_parent:
      w.say({"revises ", name, ", which is not in the chain"});
      return w.suggest("add it to the chain, or revise one that is there");
    case fault::parent_by_struct:
      return w.say({"has a struct for its parent; write revises<...> with the identifier of that revision"});
    case fault::repeated_parent:
      return w.say({"revises ", name, " twice; name each parent once"});
    case fault::cycle:
      return w.say({"is its own ancestor; let one revision of the circle revise base or an earlier one"});
    case fault::several_bases:
      return w.say({"revises base, and so does ", other_revision, "; let one of them revise the other"});
    case fault::several_heads:
      return w.say({"is a second head beside ", other_revision, "; add a revision that revises both"});
    case fault::edited:
      w.say({"is frozen, and was edited: its digest is "});
      for (u32 i = 0; i < 16; ++i) w.b.put(digit_of(w.v.digest, i));
      return w.say({w.v.text.size ? ", not " : "", text,
                    "; undo the edit and write a revision that changes what is to change, or pin the new digest where this "
                    "one never ran"});
    default:
      w.say({"does not commute with ", other_revision, " of a parallel branch, both concern "});
      if (w.v.text)
        w.say({"the ", text, " of ", table});
      else if (w.v.table)
        w.say({w.v.column ? column : table});
      else
        w.say({"schema ", name});
      w.b << "; let one branch revise the other";
  }
}

constexpr void of_identifier(auto& w) {
  if (w.v.what == fault::name_empty) return w.say({"its identifier is empty; write one, such as the date and time"});
  (w.b << "its identifier has ").number(w.v.column->size) << " bytes, 63 are kept; shorten it";
}

constexpr void of_names(auto& w) {
  switch (w.v.what) {
    case fault::name_empty:
      return w.say({"a name is empty, which PostgreSQL does not allow; write one"});
    case fault::name_too_long:
      (w.b << "the name " << *w.v.column << "... has ").number(w.v.column->size)
          << " bytes, PostgreSQL keeps 63; shorten it";
      return;
    case fault::name_taken:
      w.say({"the name ", table, " is taken by a"});
      if (w.v.entity != model::entity_kind::none)
        w.b << " " << model::traits_of(w.v.entity).words;
      else
        w.say({w.v.text.data[0] == 'i' ? "n " : " ", text});
      if (same(w.v.text, model::view("type"))) return w.say({", and tables and types of a schema share their names; choose another"});
      return w.say({", and tables, indexes and sequences of a schema share their names; choose another"});
    case fault::name_needed:
      return w.say({"a constraint or an index of ", table, " has a comment but no name; write one for it"});
    case fault::no_schema:
      if (w.step_is() == op::drop_schema && model::is_default(*w.v.schema))
        return w.say({"schema public stays; drop it with execute"});
      w.say({"schema ", schema, " does not exist"});
      if (w.v.hint || w.step_is() == op::drop_schema) return w.suggest("remove the step");
      return w.say({"; add create_schema<", schema, "> before"});
    case fault::schema_exists:
      if (w.v.schema->text[0] == 'p' && w.v.schema->text[1] == 'g' && w.v.schema->text[2] == '_')
        return w.say({"the name ", schema, " begins with pg_, which PostgreSQL keeps to itself; choose another"});
      return w.say({"schema ", schema, " exists already; remove the step, or choose another name"});
    case fault::schema_in_use:
      if (!w.v.table) return w.say({"schema ", schema, " cannot be dropped, sequence ", object, " is in it; drop or move that first"});
      return w.say({"schema ", schema, " cannot be dropped, table ", table, " is in it; drop or move that first"});
    case fault::no_table:
      if (w.v.entity != model::entity_kind::none) {
        w.say({table, " is a "});
        w.b << model::traits_of(w.v.entity).words;
        if (w.step_is() == op::set_parameters || w.step_is() == op::reset_parameters)
          return w.say({", which is created with its parameters; create it anew with others, or name a table"});
        return w.say({", and this step is for tables only; remove it, or name a table"});
      }
      w.say({"table ", table, " does not exist"});
      if (w.v.other_table) return w.say({", but ", other, " does; write ", spelled_other});
      return w.suggest("create it before, or mend the name");
    case fault::table_referenced:
      return w.say({"table ", table, " cannot be dropped, foreign key ", object, " of ", other,
                    " references it; add drop_constraint<", spelled_other, ", ", object, "> before"});
    case fault::too_many_columns:
      return w.say({"table ", table, " has more than 1600 columns, the most that PostgreSQL allows; split it"});
    default:
      return w.say({"table ", table, " has no storage parameter ", text, " to reset; remove the step"});
  }
}

}  // namespace skein::checks::sentences
