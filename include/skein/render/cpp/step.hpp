// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Steps as the C++ that declares them: compiled again, it is a step that does the same. In one line; layout.hpp breaks
/// it.

#include <skein/render/cpp/data.hpp>
#include <skein/render/cpp/entity.hpp>
#include <skein/render/cpp/property.hpp>

#include <skein/check/spell/step.hpp>

namespace skein::render::cpp {

/// What the step answers for, behind its arguments.
inline void acknowledgement(source& b, const model::step& x) {
  if (x.acknowledged == model::loss::loses_data) b << ", loses_data";
  if (x.acknowledged == model::loss::irreversible) b << ", irreversible<" << x.reason << ">";
}

inline void step(source& b, const model::step& x);

namespace detail {

namespace spelling = checks::spelling;

inline void begin(source& b, const char* word, const model::object_name& n) { b << word << "<", spelling::name(b, n); }
inline void on_table(source& b, const char* word, const model::step& x) { begin(b, word, *x.table); }
inline void on_named(source& b, const char* word, const model::step& x) { on_table(b, word, x), b << ", " << *x.name; }

inline void create_table(source& b, const model::step& x) {
  const bool partition = x.members.size && x.members[0]->what == model::kind::partition_of;
  on_table(b, partition ? "create_partition" : "create_table", x);
  if (partition) b << ", ", spelling::name(b, *x.members[0]->constraint->target);
  for (const model::member* m : x.members) b << ", ", spelling::member(b, *m);
}
inline void add_member(source& b, const model::step& x) {
  spelling::adding_step(b, &x.table->schema, x.table->name, *x.members[0], nullptr, nullptr);
  b.text.pop_back();
  if (x.concurrently) b << ", concurrently";
}
inline void alter_type(source& b, const model::step& x) {
  on_named(b, "alter_type", x);
  b << ", ", spelling::type(b, *x.members[0]->type);
  if (const model::option* o = find_option(*x.members[0], model::flag::collation))
    b << ", collate<", spelling::name(b, *o->collation), b << ">";
  if (x.text) b << ", using_<" << x.text << ">";
  if (x.undo) b << ", undo_using<" << x.undo << ">";
}
inline void identity(source& b, const char* word, const model::step& x) {
  on_named(b, word, x);
  const model::option& o = *x.members[0]->options[0];
  b << ", ", spelling::identity(b, o.bit, *o.sequence, x.what == model::op::add_identity ? o.sequence->name : nullptr);
}
inline void partition(source& b, const char* word, const model::step& x) {
  const model::constraint_def& d = *x.members[0]->constraint;
  begin(b, word, *d.target);
  b << ", ", spelling::name(b, *x.table);
  if (x.what == model::op::attach_partition) b << ", ", spelling::bound(b, bound_of(d));
  if (x.concurrently) b << ", concurrently";
}
inline void list(source& b, const char* word, const model::list<const model::step*>& steps) {
  b << word << "<";
  for (model::u32 i = 0; i < steps.size; ++i) b << (i ? ", " : ""), cpp::step(b, *steps[i]);
}
inline void execute(source& b, const model::step& x) {
  b << "execute<" << x.text;
  if (x.undo.data) b << ", undo<" << x.undo << ">";
  if (x.effects.size) b << ", ", list(b, "effects", x.effects), b << ">";
}

/// Up to what it answers for.
inline void step(source& b, const model::step& x) {
  using model::op;
  const auto renamed = [&](const char* word) { on_named(b, word, x), b << ", " << *x.to; };
  const auto said = [&](const char* word) { on_named(b, word, x), b << ", " << x.text; };
  switch (x.what) {
    case op::create_table:
      return create_table(b, x);
    case op::drop_table:
      return on_table(b, "drop_table", x);
    case op::rename_table:
      return on_table(b, "rename_table", x), void(b << ", " << *x.to);
    case op::set_schema:
      return on_table(b, "set_schema", x), void(b << ", " << *x.to);
    case op::comment_on_table:
      return on_table(b, "comment_on_table", x), void(b << ", " << x.text);
    case op::set_parameters:
      on_table(b, "set_parameters", x);
      for (const model::member* m : x.members) b << ", ", spelling::member(b, *m);
      return;
    case op::reset_parameters:
      return on_table(b, "reset_parameter", x), void(b << ", " << x.text);
    case op::add_column:
    case op::add_constraint:
    case op::create_index:
      return add_member(b, x);
    case op::drop_column:
      return on_named(b, "drop_column", x);
    case op::rename_column:
      return renamed("rename_column");
    case op::alter_type:
      return alter_type(b, x);
    case op::set_not_null:
      return on_named(b, "set_not_null", x);
    case op::drop_not_null:
      return on_named(b, "drop_not_null", x);
    case op::set_default:
      return said("set_default");
    case op::drop_default:
      return on_named(b, "drop_default", x);
    case op::add_identity:
      return identity(b, "add_identity", x);
    case op::set_identity:
      return identity(b, "set_identity", x);
    case op::drop_identity:
      return on_named(b, "drop_identity", x);
    case op::drop_expression:
      return on_named(b, "drop_expression", x);
    case op::comment_on_column:
      return said("comment_on_column");
    case op::attach_partition:
      return partition(b, "attach_partition", x);
    case op::detach_partition:
      return partition(b, "detach_partition", x);
    case op::inherit:
    case op::disinherit:
      on_table(b, x.what == op::inherit ? "inherit" : "disinherit", x);
      return void((b << ", ", spelling::name(b, *x.members[0]->constraint->target)));
    case op::drop_constraint:
      return on_named(b, "drop_constraint", x);
    case op::rename_constraint:
      return renamed("rename_constraint");
    case op::validate_constraint:
      return on_named(b, "validate_constraint", x);
    case op::comment_on_constraint:
      return said("comment_on_constraint");
    case op::drop_index:
      return on_table(b, "drop_index", x), void(x.concurrently ? b << ", concurrently" : b);
    case op::rename_index:
      return on_table(b, "rename_index", x), void(b << ", " << *x.to);
    case op::comment_on_index:
      return on_table(b, "comment_on_index", x), void(b << ", " << x.text);
    case op::create_schema:
      return void(b << "create_schema<" << *x.name);
    case op::drop_schema:
      return void(b << "drop_schema<" << *x.name);
    case op::comment_on_schema: return void(b << "comment_on_schema<" << *x.name << ", " << x.text);
    case op::set_property: return property_step(b, property_of(x));
    case op::create_entity:
    case op::drop_entity:
    case op::replace_entity:
    case op::rename_entity:
    case op::move_entity:
    case op::alter_entity:
    case op::comment_on_entity:
      return entity_step(b, x);
    case op::grant:
      spelling::declared_privileges(b, privileges_of(x).revoked ? "revoke_" : "grant", privileges_of(x), nullptr,
                                    nullptr);
      b.text.pop_back();
      return;
    case op::data:
      return data_step(b, x);
    case op::execute:
      return execute(b, x);
    case op::frozen:
      return void(b << "frozen<" << x.text);
    case op::replaces:
      return void(b << "replaces<" << *x.name << ", " << *x.to);
    case op::group:
      return list(b, "steps", x.effects);
    default:
      return;
  }
}

}  // namespace detail

/// Requires a step without a mistake.
inline void step(source& b, const model::step& x) {
  switch (x.what) {
    case model::op::outside_transaction:
      b << "outside_transaction";
      return;
    case model::op::breaks_bodies:
      b << "breaks_bodies";
      return;
    case model::op::acknowledge:
      if (x.acknowledged == model::loss::loses_data)
        b << "loses_data";
      else
        b << "irreversible<" << x.reason << ">";
      return;
    default:
      detail::step(b, x);
      acknowledgement(b, x);
      b << ">";
  }
}
inline std::string step(const model::step& x) {
  source b;
  step(b, x);
  return std::move(b.text);
}

}  // namespace skein::render::cpp
