// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// What a written down leaves otherwise than its up found it, or what replaces a run otherwise than the run does: the step
/// that is missing.

#include <skein/check/sentence/entities.hpp>
#include <skein/check/sentence/privileges.hpp>
#include <skein/check/spell/step.hpp>

namespace skein::checks::sentences {

using enum fact;

/// The index or constraint as it was, as a step.
constexpr void add_object(auto& w) {
  const model::short_text called = model::naming::write(w.v.object);
  const ident name(called.text, called.size);
  model::constraint_def constraint;
  model::member m{.what = w.v.object_is, .name = &name, .index = w.v.index};
  if (w.v.constraint) {
    constraint = *w.v.constraint;
    constraint.not_valid = !w.v.valid;
    m.constraint = &constraint;
  }
  if (!w.v.column) return spelling::adding_step(w.b, w.v.schema, *w.v.table, m, nullptr, nullptr);
  m.what = model::kind::column;  // it stood behind that column
  m.name = w.v.column;
  spelling::adding_step(w.b, w.v.schema, *w.v.table, m, &constraint, &name);
}

constexpr void of_remainder(auto& w) {
  const auto& v = w.v;
  const bool is_index = v.object_is == model::kind::index;
  const char* what = is_index ? "index " : "constraint ";
  const bool down = v.what == fault::down_differs;
  const char* comes = down ? " comes back " : " ends up ";
  const char* derived = down ? "; leave the down out to have it derived" : "; let it end up so";
  if (down) w.b << "its down does not undo its up, ";
  switch (v.left) {
    case remainder::none:
      break;
    case remainder::schema_missing:
      w.say({"schema ", schema, " is missing afterwards; add create_schema<", schema, ">"});
      break;
    case remainder::schema_over:
      w.say({"schema ", schema, " is left over; add drop_schema<", schema, ">"});
      break;
    case remainder::schema_differs:
      w.say({"schema ", schema, comes, "otherwise; ", down ? "mend the down, or leave it out to have it derived" : "let it end up so"});
      return;
    case remainder::table_missing:
      w.say({"table ", table, " is missing afterwards; add create_table<", spelled_table, ", ...>"});
      break;
    case remainder::table_over:
      w.say({"table ", table, " is left over; add drop_table<", spelled_table, ">"});
      break;
    case remainder::table_renamed:
      w.say({"table ", table, " is called ", other, " afterwards; add rename_table<", spelled_other, ", "});
      w.b << *v.table << ">";
      break;
    case remainder::table_moved:
      w.say({"table ", table, " is ", other, " afterwards; add set_schema<", spelled_other, ", "});
      w.b << (v.schema->empty() ? model::public_schema : *v.schema) << ">";
      break;
    case remainder::column_missing:
      w.say({"column ", column, " is missing afterwards; add add_column<", spelled_table, ", "});
      if (v.member)
        spelling::column(w.b, *v.member);
      else
        spelling::column(w.b, *v.column, v.wanted);
      w.b << ">";
      break;
    case remainder::column_over:
      w.say({"column ", column, " is left over; add drop_column<", spelled_table, ", ", name, ">"});
      break;
    case remainder::column_renamed:
      w.say({"column ", column, " is called "});
      w.b << *v.other_column << " afterwards; add ";
      spelling::on_column(w.b, "rename_column", v.schema, *v.table, *v.other_column);
      w.say({", ", name, ">"});
      break;
    case remainder::column_differs:
      w.say({"column ", column, comes});
      spelling::difference(w.b, v.now, v.wanted, v.differs);
      w.b << "; add ";
      spelling::altering_steps(w.b, v.schema, *v.table, *v.column, v.now, v.wanted, v.differs, nullptr,
                               spelling::place::down);
      break;
    case remainder::sequence_renamed:
      w.say({"the sequence of column ", column, comes, "as ", object, " instead of "});
      w.b << v.suggested << derived;
      return;
    case remainder::object_missing:
      w.say({what, object, " of ", table, " is missing afterwards; add "});
      add_object(w);
      break;
    case remainder::object_over:
      w.say({what, object, " of ", table, " is left over; add "});
      spelling::dropping_step(w.b, v.object_is, v.schema, *v.table, v.object);
      break;
    case remainder::object_renamed:
      w.say({what, object, " of ", table, " is called "});
      w.b << v.suggested << " afterwards; add ";
      spelling::renaming_step(w.b, v.object_is, v.schema, *v.table, v.suggested, v.object);
      break;
    case remainder::object_unvalidated:
      w.say({what, object, " of ", table, " is not validated afterwards; add validate_constraint<", spelled_table, ", ",
             object, ">"});
      break;
    case remainder::object_comment_differs:
      w.say({"the comment on ", what, object, " of ", table, " is not what it was; add "});
      spelling::on_object(w.b, v.object_is, "comment_on", v.schema, *v.table, v.object);
      w.say({", ", text, ">"});
      break;
    case remainder::object_differs:
      w.say({what, object, " of ", table, comes, "otherwise; write "});
      add_object(w);
      w.b << (down ? " in the down, or leave the down out to have it derived" : "");
      return;
    case remainder::setting_missing:
      w.say({"storage parameter "});
      w.b << v.setting->name;
      w.say({" of ", table, " is not what it was; add set_parameters<", spelled_table, ", "});
      spelling::parameter(w.b, *v.setting);
      w.b << ">";
      break;
    case remainder::setting_over:
      w.say({"storage parameter "});
      w.b << v.setting->name;
      w.say({" of ", table, " is left over; add reset_parameter<", spelled_table, ", "});
      w.b << v.setting->name << ">";
      break;
    case remainder::partition_differs:
      if (v.other_table)
        w.say({"table ", table, " inherits from ", other, " otherwise afterwards; add inherit<...> or disinherit<...>"});
      else
        w.say({"table ", table, " is partitioned or a partition otherwise afterwards; add attach_partition<...> or detach_partition<...>"});
      break;
    case remainder::entity_missing:
    case remainder::entity_over:
    case remainder::entity_differs:
      write_entity(w);
      w.b << (v.left == remainder::entity_missing ? " is missing afterwards" : v.left == remainder::entity_over ? " is left over" : comes);
      if (v.left == remainder::entity_differs) w.b << "otherwise";
      w.b << (down ? "; mend the down, or leave it out to have it derived" : "; let it end up so");
      return;
    case remainder::columns_in_another_order:
      w.say({"column ", column, " stands behind "});
      w.b << *v.other_column << "; add the columns in the order of the run";
      return;
    case remainder::table_differs:
      w.say({"table ", table, comes, "otherwise; let it end up so"});
      return;
    case remainder::privileges_differ:
      w.b << *v.role << " has other privileges on ", write_granted(w);
      w.b << (down ? " than before; mend the down, or leave it out to have it derived" : "; grant and revoke the same");
      return;
    case remainder::property_differs:
      w.b << "the " << model::traits_of(v.property->what).words << " of ", write_granted(w);
      w.b << (down ? " is not what it was; mend the down, or leave it out to have it derived" : " is another one; set the same");
      return;
    case remainder::comment_differs:
      w.say({"the comment on table ", table, " is not what it was; add comment_on_table<", spelled_table, ", "});
      w.b << (v.text ? v.text : model::view("``")) << ">";
  }
  w.b << (down ? " to the down, or leave the down out to have it derived" : " to it");
}

}  // namespace skein::checks::sentences
