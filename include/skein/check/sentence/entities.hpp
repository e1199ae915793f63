// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// What is wrong with a type, a view, a routine, or what hangs on a table.

#include <skein/check/sentence/writer.hpp>
#include <skein/check/spell/routine.hpp>

namespace skein::checks::sentences {

using enum fact;
using model::op;

/// type app.mood, function f(integer), trigger t on users
constexpr void write_entity(auto& w, model::entity_kind kind, const ident* schema, const ident* name, const ident* on, const model::routine_def* routine) {
  const model::entity_traits& t = model::traits_of(kind);
  w.b << t.words << " ";
  if (on) {
    w.b << *name << " on ";
    w.dotted(schema, on);
  } else {
    w.dotted(schema, name);
  }
  if (routine) spelling::arguments(w.b, *routine);
}
constexpr void write_entity(auto& w) {
  if (w.v.entity != model::entity_kind::sequence || w.v.table) return write_entity(w, w.v.entity, w.v.schema, w.v.table, w.v.on_table, w.v.routine);
  w.b << "sequence ";
  w.dotted(w.v.schema, nullptr);
  w.b << w.v.object;
}

constexpr void write_dependent(auto& w, const dependent& d) {
  if (d.what == model::entity_kind::expression && !d.name) {
    w.b << (d.object_is == model::kind::index ? "index " : "constraint ") << d.object << " of ";
    return w.dotted(d.schema, d.table);
  }
  if (d.what == model::entity_kind::none || d.what == model::entity_kind::expression) {
    w.b << "column ";
    w.dotted(d.schema, d.table);
    w.b << "." << *d.name;
  } else {
    write_entity(w, d.what, d.schema, d.name, d.table, d.routine);
  }
}
/// column users.mood, view happy_users and 3 more
constexpr void write_list(auto& w) {
  const u32 shown = w.v.dependents < most_dependents ? w.v.dependents : most_dependents;
  for (u32 i = 0; i < shown; ++i) {
    if (i) w.b << (i + 1 == w.v.dependents ? " and " : ", ");
    write_dependent(w, w.v.dependent_list[i]);
  }
  if (w.v.dependents > shown) (w.b << " and ").number(w.v.dependents - shown) << " more";
}
/// The same, and the words for one or for several.
constexpr void write_users(auto& w, const char* one, const char* several) {
  write_list(w);
  w.b << " " << (w.v.dependents == 1 ? one : several);
}
constexpr void write_dependents(auto& w) { write_users(w, "uses it; drop that first", "use it; drop those first"); }

constexpr void of_entities(auto& w) {
  switch (w.v.what) {
    case fault::no_type:
      if (w.v.other_schema) {
        w.b << "type " << w.v.type->user->name << " is in schema " << *w.v.other_schema << ", with its extension " << w.v.text << "; write type_named<";
        spelling::name(w.b, w.v.other_schema, w.v.type->user->name);
        w.b << ">";
        return;
      }
      if (w.v.text && !w.v.hint) {
        w.b << "type " << w.v.type->user->name;
        return w.say({" does not exist, it comes with extension ", text, "; add create_extension<", text, "> before"});
      }
      w.say({"type ", type, " does not exist"});
      return w.suggest("create it before, with create_enum or create_extension, or mend the name");
    case fault::extension_needs: return w.say({"extension ", table, " needs extension ", text, "; add create_extension<", text, "> before"});
    case fault::type_exists: return w.say({"type ", text, " of the extension is there already, or a table of that name; create it in another schema, with in_schema<...>"});
    case fault::no_entity:
      write_entity(w);
      w.b << " does not exist";
      if (!w.v.dependents) return w.suggest("create it before, or mend the name");
      w.b << ", but ";
      write_list(w);
      w.b << (w.v.dependents == 1 ? " does" : " do") << "; name the types of its arguments";
      return;
    case fault::entity_exists:
      write_entity(w);
      w.b << " exists already; choose another name, or drop it first";
      return;
    case fault::entity_used:
      write_entity(w);
      w.b << " cannot be dropped, ";
      return write_dependents(w);
    case fault::entity_called:
      write_entity(w);
      w.b << " keeps its name, ";
      write_list(w);
      w.b << (w.v.dependents == 1 ? " calls it by that; drop that first, and add it again behind" : " call it by that; drop those first, and add them again behind");
      return;
    case fault::table_used:
      w.say({"table ", table, " cannot be dropped, "});
      return write_dependents(w);
    case fault::named_in_body: {
      const bool one = w.v.dependents == 1;
      write_list(w);
      w.say({one ? " names " : " name ", text});
      if (w.v.table) w.say({" of ", table});
      w.b << (one ? " in its body, which is " : " in their bodies, which is ");
      if (w.v.hint || w.v.suggested.hash) {
        w.b << "called ";
        w.dotted(w.v.other_schema, w.v.hint);
        if (!w.v.hint) w.b << w.v.suggested;
        w.b << " now";
      } else {
        w.b << "gone";
      }
      w.b << (one ? "; replace it in this revision, or add breaks_bodies to its steps" : "; replace them in this revision, or add breaks_bodies to its steps");
      return;
    }
    case fault::called_too_early:
      write_list(w);
      w.b << (w.v.dependents == 1 ? " calls " : " call ");
      write_entity(w);
      w.b << " before that is there; create it first, or call pg_catalog." << *w.v.table << " if that of PostgreSQL is meant";
      return;
    case fault::unknown_relation:
      write_entity(w);
      w.say({" uses ", text, ", which is no table or view"});
      return w.suggest("create it before, or mend the name");
    case fault::unknown_column:
      write_entity(w);
      w.say({" uses ", text});
      if (w.v.other_table) w.say({" of ", other, ", which does not have it"});
      else w.b << ", of no table";
      return w.suggest("add it before, or mend the name");
    case fault::malformed:
      write_entity(w);
      w.say({" ", text});
      if (w.v.column) w.say({" ", name});
      for (u32 i = 0; i < w.v.text.size; ++i)
        if (w.v.text.data[i] == ';') return;  // it says what to do
      w.b << "; mend the declaration";
      return;
    case fault::view_column_changed:
      write_entity(w);
      w.say({" keeps its column ", name});
      if (w.v.type) w.say({" of type ", type});
      if (w.v.hint) w.b << " in its place, where the new query has " << *w.v.hint;
      return w.say({"; PostgreSQL only adds columns behind those that a view has, so write it so, or drop the view and create it again"});
    case fault::view_column_repeated:
      write_entity(w);
      return w.say({" has two columns ", name, "; give one of them another name with AS"});
    case fault::view_grows:
      w.b << "what uses ", write_entity(w);
      return w.say({" stands in the way of its down, since PostgreSQL takes no column away from a view; write the down of the revision, or irreversible<...> behind the step"});
    case fault::reads_itself:
      write_entity(w);
      return w.say({" would read itself, by way of what it uses; mend the query"});
    case fault::star_of_nothing:
      write_entity(w);
      return w.say({" has a * for ", other, ", which has no column; leave it out, or add a column before"});
    case fault::column_starred:
      write_entity(w);
      return w.say({" has a * for ", other, " within its query, where ", name, " would still be called so; write the columns out in it before"});
    case fault::too_many_names:
      write_entity(w);
      return w.say({" has fewer columns than columns<...> names; leave some out"});
    case fault::columns_unknown:
      w.b << "what columns ", write_entity(w);
      return w.say({" has its query does not say to skein; name them all in its columns<...>"});
    case fault::no_row_key:
      write_entity(w);
      return w.say({" has no unique index on columns alone and without a predicate, which concurrently needs; create one before"});
    case fault::no_setting:
      write_entity(w);
      return w.say({" has no option ", text, " to reset; remove the step"});
    case fault::label_exists:
      write_entity(w);
      return w.say({" has the label ", text, " already; leave it out, or mend the label"});
    case fault::no_label:
      write_entity(w);
      w.say({" has no label ", text});
      if (w.v.dependents) {
        w.b << ", which ";
        write_list(w);
        w.b << (w.v.dependents == 1 ? " names" : " name");
      }
      if (w.v.likely) w.b << "; did you mean " << w.v.likely << "?";
      else if (w.step_is() == op::replace_entity && w.v.dependents) w.b << (w.v.dependents == 1 ? "; drop that first, or keep the label" : "; drop those first, or keep the label");
      else w.b << "; mend the label";
      return;
    case fault::label_new:
      write_entity(w);
      w.say({" has label ", text, " only behind this revision, and "});
      write_list(w);
      w.b << (w.v.dependents == 1 ? " names" : " name");
      return w.say({" it in the transaction that adds it; put that into a later revision"});
    case fault::label_named:
      write_entity(w);
      w.say({" keeps its label ", text, ", which "});
      write_list(w);
      w.b << (w.v.dependents == 1 ? " names; drop that first, and add it again behind" : " name; drop those first, and add them again behind");
      return;
    case fault::type_kept:
      write_entity(w);
      if (w.step_is() == op::alter_entity) {
        w.b << " would not lose the label again on the way back, ";
        return write_users(w, "uses it; add irreversible<...>", "use it; add irreversible<...>");
      }
      w.b << " cannot be built anew, ";
      return write_users(w, "uses it; drop that first, and create it again behind", "use it; drop those first, and create them again behind");
    default:
      write_entity(w);
      return w.say({" has a label longer than the 63 bytes that PostgreSQL takes: ", text, "; mend the label"});
  }
}

}  // namespace skein::checks::sentences
