// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Why a row struct does not fit its model, as one sentence.

#include <skein/check/compare/fields.hpp>
#include <skein/check/spell/spell.hpp>

#include <string_view>

namespace skein::checks {

/// The C++ type of a field that fits a column.
constexpr void spell_field_type(buffer& b, const model::table_def& table, const model::member& column) {
  const bool optional = !never_null(table, column);
  if (optional) b << "std::optional<";
  if (column.type->dims > 0) b << "std::vector<";
  b << cpp_words[static_cast<u32>(natural(column.type->id))];
  if (column.type->dims > 0) b << ">";
  if (optional) b << ">";
}

/// `row` is the struct's name.
constexpr buffer sentence(const field_verdict& v, std::string_view row, model::list<field> fields,
                          const model::table_def& table) {
  buffer b;
  const auto type_of_row = [&] {
    for (const char c : row) b.put(c);
  };
  const auto add_field = [&](const ident& name) {
    b << "; add a field " << name << " to ";
    type_of_row();
  };
  const auto column = [&] { b << "column " << table.name->name << "." << *v.column->name; };
  const auto remedy = [&] {
    b << "; make field " << *v.column->name << " of ";
    type_of_row();
    b << " a ";
    spell_field_type(b, table, *v.column);
  };
  (b << table.where->file << ":").number(table.where->line) << ": ";
  switch (v.what) {
    case field_fault::none: break;
    case field_fault::no_column:
      b << "model " << table.name->name << " has no column " << fields[v.field].name << " for the field of ";
      type_of_row();
      if (v.hint) b << "; did you mean " << *v.hint << "?";
      else b << "; add the column to the model, or leave the field out of BOOST_HANA_ADAPT_STRUCT";
      break;
    case field_fault::other_type:
      column();
      b << " is ";
      spelling::type(b, *v.column->type);
      remedy();
      break;
    case field_fault::may_be_null:
      column();
      b << " may be null";
      remedy();
      break;
    case field_fault::never_null:
      column();
      b << " is never null and has no default";
      remedy();
      break;
    case field_fault::not_written:
      column();
      b << " is never null and has no default, so an insert has to give it";
      add_field(*v.column->name);
      break;
    case field_fault::no_key:
      b << "model " << table.name->name;
      if (v.column) {
        b << " has " << *v.column->name << " in its primary key, by which an update finds its row";
        add_field(*v.column->name);
      } else {
        b << " has no primary key, by which an update finds its row; add one, or write the UPDATE yourself";
      }
  }
  return b;
}

}  // namespace skein::checks
