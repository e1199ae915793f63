// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// A verdict as one sentence: `file:line: revision ID, step N: what is wrong; what to do`.

#include <skein/check/spell.hpp>
#include <skein/check/verdict.hpp>

namespace skein::checks {

using model::revision_def;

namespace sentences {

/// What the verdict is about, in the words of the sentence.
struct writer {
  buffer& b;
  const verdict& v;
  const revision_def* const* all;
  u32 revisions;

  constexpr void at(const model::location& l) { (b << l.file << ":").number(l.line) << ": "; }
  constexpr void dotted(const ident* schema, const ident* table) {
    if (schema && !schema->empty()) b << *schema << ".";
    if (table) b << *table;
  }
  constexpr void table() { dotted(v.schema, v.table); }
  constexpr void column() {
    table();
    b << "." << *v.column;
  }
  constexpr void other() {
    dotted(v.other_schema, v.other_table);
    if (v.other_column) b << "." << *v.other_column;
  }
  constexpr void step_on_table(const char* verb) {
    b << verb << "<";
    spelling::name(b, v.schema, *v.table);
  }
  constexpr void did_you_mean() {
    if (v.hint) b << "; did you mean " << *v.hint << "?";
  }

  constexpr void revision() {
    const revision_def& r = *all[v.revision];
    at(*r.where);
    b << "revision " << *r.id;
    if (!of_chain(v.what) && v.what != fault::down_differs) (b << (v.down ? ", down step " : ", step ")).number(v.step + 1);
    b << ": ";
  }
  constexpr void other_place() {
    const model::location& l = *all[v.other_revision]->where;
    (b << l.file << ":").number(l.line);
  }

  constexpr void chain() {
    switch (v.what) {
      case fault::empty_chain: b << "the chain has no revision; write one that revises base"; return;
      case fault::duplicate_revision: b << "this identifier is used already at "; other_place(); b << "; give one of the two another"; return;
      case fault::unknown_parent: b << "revises " << *v.column << ", which is not in the chain"; if (!v.hint) b << "; add it to the chain, or revise one that is there"; did_you_mean(); return;
      case fault::repeated_parent: b << "revises " << *v.column << " twice; name each parent once"; return;
      case fault::cycle: b << "is its own ancestor; let one revision of the circle revise base or an earlier one"; return;
      case fault::several_bases: b << "revises base, and so does " << *all[v.other_revision]->id << "; let one of them revise the other"; return;
      case fault::several_heads: b << "is a second head beside " << *all[v.other_revision]->id << "; add a revision that revises both"; return;
      default:
        b << "does not commute with " << *all[v.other_revision]->id << " of a parallel branch: both concern ";
        if (v.table) table();
        if (v.table && v.column) b << ".";
        if (v.column) b << *v.column;
        b << "; let one branch revise the other";
    }
  }

  constexpr void names() {
    switch (v.what) {
      case fault::name_empty: b << "a name is empty; PostgreSQL has no empty names"; return;
      case fault::name_too_long: (b << "the name " << *v.column << "... has ").number(v.column->size) << " bytes, PostgreSQL keeps 63; shorten it"; return;
      case fault::name_taken: b << "the name "; table(); b << " is taken by a" << (v.text.data[0] == 'i' ? "n " : " ") << v.text << "; tables, indexes and sequences of a schema share their names"; return;
      case fault::name_needed: b << "an index on an expression of "; table(); b << " has no name; write one in place of automatic"; return;
      case fault::no_schema: b << "schema " << *v.schema << " does not exist"; if (!v.hint) b << "; add create_schema<" << *v.schema << "> before"; did_you_mean(); return;
      case fault::schema_exists: b << "schema " << *v.schema << " exists already"; return;
      case fault::schema_in_use: b << "schema " << *v.schema << " cannot be dropped, table "; table(); b << " is in it; drop it or move it first"; return;
      case fault::no_table: b << "table "; table(); b << " does not exist"; if (!v.hint) b << "; create it before, or mend the name"; did_you_mean(); return;
      case fault::table_referenced: b << "table "; table(); b << " cannot be dropped, foreign key " << v.object << " of "; other(); b << " references it; add drop_constraint<"; spelling::name(b, v.other_schema, *v.other_table); b << ", " << v.object << "> before"; return;
      case fault::too_many_columns: b << "table "; table(); b << " has more than 1600 columns, PostgreSQL's limit; split it"; return;
      default: b << "table "; table(); b << " has no storage parameter " << v.text << "; nothing is to be reset";
    }
  }

  constexpr void columns() {
    b << (v.what == fault::default_uses_column || v.what == fault::unknown_identifier ? "" : "column ");
    switch (v.what) {
      case fault::no_column: column(); b << " does not exist"; if (!v.hint) b << "; add it before, or mend the name"; did_you_mean(); return;
      case fault::column_exists: column(); b << " exists already; drop or rename it first, or choose another name"; return;
      case fault::column_used: column(); b << " cannot be changed so, " << v.text << " " << v.object; if (v.other_table != v.table) { b << " of "; other(); } b << " uses it; drop that first"; return;
      case fault::column_generated: column(); b << " is generated or an identity, which this step cannot change; drop that first"; return;
      case fault::contradiction: column(); b << " has options that exclude each other: one of default, identity, serial and generated, and null only where nothing requires a value"; return;
      case fault::not_an_integer: column(); b << " is an identity, which requires smallint, integer or bigint"; return;
      case fault::not_identity: column(); b << " is no identity; add_identity makes it one"; return;
      case fault::identity_already: column(); b << " is an identity already; set_identity changes it"; return;
      case fault::default_uses_column: b << "the default of column "; column(); b << " uses " << v.text << ", a default may use no column; call a function, or use generated<...>"; return;
      case fault::generated_uses_generated: column(); b << " is generated from a generated column, which PostgreSQL does not allow; repeat the expression"; return;
      default: b << "an expression on "; table(); b << " uses " << v.text << ", which is no column of it"; if (!v.hint) b << "; add the column before, or mend the name"; did_you_mean();
    }
  }

  constexpr void constraints() {
    switch (v.what) {
      case fault::no_constraint: b << "constraint " << v.object << " does not exist on "; table(); if (!v.hint) b << "; mend the name"; did_you_mean(); return;
      case fault::constraint_exists: b << "constraint " << v.object << " exists already on "; table(); b << "; choose another name"; return;
      case fault::second_primary_key: b << "table "; table(); b << " has a primary key already, " << v.object << "; drop it first, or use unique"; return;
      case fault::repeated_column: b << "column "; column(); b << " stands twice in a key; name it once"; return;
      case fault::key_in_use: b << v.object << " of "; table(); b << " cannot be dropped, the foreign key on "; other(); b << " rests on it; drop that first"; return;
      case fault::validated_already: b << "constraint " << v.object << " of "; table(); b << " is valid already; remove the step"; return;
      case fault::cannot_be_deferred: b << "check " << v.object << " of "; table(); b << " cannot be deferred; only keys, exclusions and foreign keys can"; return;
      case fault::target_missing: column(); b << " references table "; other(); b << ", which does not exist"; if (!v.hint) b << "; create it before, or add the foreign key later with add_constraint"; did_you_mean(); return;
      case fault::target_column_missing: column(); b << " references "; other(); b << ", which does not exist"; if (!v.hint) b << "; mend the name"; did_you_mean(); return;
      case fault::target_without_key: column(); b << " references "; other(); b << ", which has no primary key; name the columns of a unique key"; return;
      case fault::target_not_unique: column(); b << " references "; other(); b << ", which is not unique; add unique to it, or reference a key"; return;
      case fault::target_count: column(); b << " references "; other(); b << " with another number of columns; name one for each"; return;
      case fault::target_type: column(); b << " references "; other(); b << " of another type; make it "; spelling::type(b, *v.type); return;
      case fault::no_index: b << "index "; dotted(v.schema, nullptr); b << v.object << " does not exist"; if (!v.hint) b << "; mend the name"; did_you_mean(); return;
      default: b << "index " << v.object << " belongs to a constraint of "; table(); b << "; "; step_on_table("add drop_constraint"); b << ", " << v.object << "> instead";
    }
  }

  constexpr void step() {
    switch (v.what) {
      case fault::no_effect:
        b << "this step changes nothing, ";
        if (v.column) column();
        else table();
        b << " is so already; remove it, since its down would change something";
        return;
      case fault::loses_data:
        if (v.type) { b << "the new type of column "; column(); b << ", "; spelling::type(b, *v.type); b << ", holds less than the old one"; }
        else { b << "dropping " << (v.column ? "column " : "table "); if (v.column) column(); else table(); b << " loses data that no down brings back"; }
        b << "; say so with loses_data as its last argument";
        return;
      case fault::irreversible: b << "this cannot be undone; say why with irreversible<...> as its last argument"; return;
      case fault::not_convertible:
        b << "PostgreSQL does not convert column "; column(); b << (v.text.size == 2 ? " to " : " back to "); spelling::type(b, *v.type);
        b << (v.text.size == 2 ? " by itself; add using_<...> with the expression" : " by itself; add undo_using<...>, or irreversible<why>");
        return;
      case fault::needs_no_transaction: b << "an index is built or dropped concurrently only outside a transaction; add outside_transaction to the revision"; return;
      case fault::no_undo: b << "execute does not say how it is undone; add undo<...> (empty if there is nothing to undo), irreversible<why>, or write up<...>, down<...>"; return;
      default:
        b << "its down does not undo its up: ";
        if (v.table) { b << "table "; table(); }
        else b << "schema " << *v.schema;
        b << " differs afterwards; leave the down out to have it derived, or mend it";
    }
  }

  /// The last revision that drops the model's column, if any does.
  constexpr const revision_def* dropped_by() const {
    for (u32 i = revisions; i-- > 0;)
      for (const model::step* x : all[i]->up)
        if (x->what == model::op::drop_column && same(x->table->name, *v.table) && same(*x->name, *v.column)) return all[i];
    return nullptr;
  }

  constexpr void models() {
    if (v.where) at(*v.where);
    switch (v.what) {
      case fault::model_repeated: b << "model "; table(); b << " is declared more than once; remove one"; return;
      case fault::table_without_model: b << "table "; table(); b << " has no model; add it to the models, or a revision with "; step_on_table("drop_table"); b << ", loses_data>"; return;
      case fault::model_without_table: b << "model "; table(); b << " has no table; add a revision with "; step_on_table("create_table"); b << ", ...>"; return;
      default: b << "model "; table();
    }
    switch (v.what) {
      case fault::model_column_missing:
        b << " has column " << *v.column << ", which ";
        if (const revision_def* r = dropped_by()) b << "revision " << *r->id << " drops; remove it from the model, or add";
        else b << "no revision adds; add";
        b << " a revision with ";
        spelling::adding_step(b, v.schema, *v.table, *v.member, nullptr, nullptr);
        return;
      case fault::model_column_extra:
        b << " lacks column " << *v.column << " of type ";
        spelling::type(b, *v.type);
        b << ", which the history has; add it to the model, or a revision with ";
        step_on_table("drop_column");
        b << ", " << *v.column << ", loses_data>";
        return;
      case fault::model_column_differs:
        b << " says ";
        spelling::column(b, *v.member);
        b << ", which is not what the history leads to; change the model, or add a revision that alters the column";
        return;
      case fault::model_object_missing:
        b << " has ";
        if (v.member->what == model::kind::index) b << "an index";
        else b << (v.member->what == model::kind::parameter ? "a storage parameter" : "a constraint");
        b << " that no revision adds; add a revision with ";
        spelling::adding_step(b, v.schema, *v.table, *v.member, v.column ? v.constraint : nullptr, v.object.given);
        return;
      case fault::model_object_extra:
        b << " lacks " << v.text << " " << v.object << ", which the history has; add it to the model, or a revision with ";
        if (v.text.size == 5) b << "drop_index<" << v.object << ">";
        else { step_on_table("drop_constraint"); b << ", " << v.object << ">"; }
        return;
      default:
        b << ": " << (v.object.given ? "the definition of " : "the ");
        if (v.object.given) b << v.object;
        else b << v.text;
        b << " differs from the history's; change the model, or add a revision that replaces it";
    }
  }

  constexpr void write() {
    if (of_models(v.what)) return models();
    if (v.what != fault::empty_chain) revision();
    if (of_chain(v.what)) return chain();
    if (v.what <= fault::no_parameter) return names();
    if (v.what <= fault::generated_uses_generated) return columns();
    if (v.what <= fault::index_of_constraint) return constraints();
    step();
  }
};

}  // namespace sentences

constexpr buffer sentence(const verdict& v, const revision_def* const* all, u32 revisions) {
  buffer b;
  sentences::writer{b, v, all, revisions}.write();
  return b;
}

}  // namespace skein::checks
