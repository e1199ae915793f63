// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Steps as SQL.

#include <skein/model/step.hpp>
#include <skein/render/data.hpp>
#include <skein/render/entity.hpp>
#include <skein/render/partition.hpp>
#include <skein/render/privileges.hpp>
#include <skein/render/property.hpp>
#include <skein/render/table.hpp>

#include <utility>

namespace skein::render {

namespace detail {

inline std::string alter_table(const model::step& s, const std::string& change) {
  return fmt::format("ALTER TABLE {} {}", identifier(*s.table), change);
}
inline std::string alter_column(const model::step& s, const std::string& change) {
  return alter_table(s, fmt::format("ALTER COLUMN {} {}", identifier(*s.name), change));
}

/// The identity that an identity step carries.
inline const model::option& identity_of(const model::step& s) {
  return *find_option(*s.members[0], model::flag::identity);
}

inline std::string alter_type(const model::step& s) {
  const model::member& m = *s.members[0];
  std::string out = "TYPE " + type(*m.type);
  if (const auto* o = find_option(m, model::flag::collation)) out += " COLLATE " + identifier(*o->collation);
  if (s.text.size) out += fmt::format(" USING {}", view(s.text));
  if (s.entity) out += " USING " + relabelled(identifier(*s.name), *m.type, s.entity->clauses);
  return alter_column(s, out);
}

inline std::string set_parameters(const model::step& s) {
  std::string settings;
  for (const model::member* m : s.members) settings += (settings.empty() ? "" : ", ") + parameter(*m->setting);
  return alter_table(s, fmt::format("SET ({})", settings));
}

/// The one statement of the steps that have one.
inline std::string only_statement(const model::step& s) {
  using model::op;
  switch (s.what) {
    case op::drop_table: return "DROP TABLE " + identifier(*s.table);
    case op::rename_table: return alter_table(s, "RENAME TO " + identifier(*s.to));
    case op::set_schema: return alter_table(s, "SET SCHEMA " + identifier(*s.to));
    case op::comment_on_table: return comment_on_table(*s.table, s.text);
    case op::set_parameters: return set_parameters(s);
    case op::reset_parameters: return alter_table(s, fmt::format("RESET ({})", parameter_name(view(s.text))));

    case op::drop_column: return alter_table(s, "DROP COLUMN " + identifier(*s.name));
    case op::rename_column:
      return alter_table(s, fmt::format("RENAME COLUMN {} TO {}", identifier(*s.name), identifier(*s.to)));
    case op::alter_type: return alter_type(s);
    case op::set_not_null: return alter_column(s, "SET NOT NULL");
    case op::drop_not_null: return alter_column(s, "DROP NOT NULL");
    case op::set_default: return alter_column(s, fmt::format("SET DEFAULT {}", view(s.text)));
    case op::drop_default: return alter_column(s, "DROP DEFAULT");
    case op::add_identity: return alter_column(s, "ADD " + identity(identity_of(s)));
    case op::set_identity: return alter_column(s, set_identity(identity_of(s)));
    case op::drop_identity: return alter_column(s, "DROP IDENTITY");
    case op::drop_expression: return alter_column(s, "DROP EXPRESSION");
    case op::comment_on_column: return comment_on_column(*s.table, *s.name, s.text);

    case op::attach_partition: return attach_partition(s);
    case op::detach_partition: return detach_partition(s);
    case op::inherit: return alter_table(s, "INHERIT " + identifier(*s.members[0]->constraint->target));
    case op::disinherit: return alter_table(s, "NO INHERIT " + identifier(*s.members[0]->constraint->target));

    case op::add_constraint: return add_constraint(*s.table, constraint(*s.members[0]));
    case op::drop_constraint: return alter_table(s, "DROP CONSTRAINT " + identifier(*s.name));
    case op::rename_constraint:
      return alter_table(s, fmt::format("RENAME CONSTRAINT {} TO {}", identifier(*s.name), identifier(*s.to)));
    case op::validate_constraint: return alter_table(s, "VALIDATE CONSTRAINT " + identifier(*s.name));

    case op::comment_on_constraint: return comment_on_constraint(*s.table, *s.name, s.text);

    case op::comment_on_index: return comment_on_index(*s.table, s.text);
    case op::create_index: return create_index(s.name, *s.table, *s.members[0]->index, s.concurrently);
    case op::drop_index:
      return fmt::format("DROP INDEX {}{}", s.concurrently ? "CONCURRENTLY " : "", identifier(*s.table));
    case op::rename_index: return fmt::format("ALTER INDEX {} RENAME TO {}", identifier(*s.table), identifier(*s.to));

    case op::create_schema: return "CREATE SCHEMA " + identifier(*s.name);
    case op::drop_schema: return "DROP SCHEMA " + identifier(*s.name);
    case op::comment_on_schema: return comment_on_schema(*s.name, s.text);

    case op::grant: return privileges(privileges_of(s));
    case op::set_property: return set_property(property_of(s));
    case op::execute: return std::string(without_semicolon(view(s.text)));
    default: return {};
  }
}

}  // namespace detail

/// The statements of a step, without their semicolons, in the order in which they run. What a step says without doing
/// anything (an acknowledgement, the effects of an `execute`) is no statement.
inline std::vector<std::string> statements(const model::step& s) {
  switch (s.what) {
    case model::op::create_table: return create_table(*s.table, s.members);
    case model::op::add_column: return add_column(*s.table, *s.members[0]);
    case model::op::data: return change_rows(s);
    default: break;
  }
  if (s.what == model::op::replace_entity && !s.effects.empty()) {
    std::vector<std::string> out;
    for (const model::step* one : s.effects)
      for (std::string& sql : statements(*one)) out.push_back(std::move(sql));
    return out;
  }
  if (s.entity && s.what != model::op::alter_type) return detail::entity_statements(s);
  std::string only = detail::only_statement(s);
  if (only.empty()) return {};
  const bool adds = s.what == model::op::add_constraint || s.what == model::op::create_index;
  if (adds && has_comment(*s.members[0])) return {std::move(only), comment_on_member(*s.table, *s.members[0])};
  return {std::move(only)};
}

}  // namespace skein::render
