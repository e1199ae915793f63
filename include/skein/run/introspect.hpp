// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// A live database as a state of the model.

#include <skein/run/introspect/aggregates.hpp>
#include <skein/run/introspect/assembly.hpp>
#include <skein/run/introspect/constraints.hpp>
#include <skein/run/introspect/partitions.hpp>
#include <skein/run/introspect/objects.hpp>
#include <skein/run/introspect/owners.hpp>
#include <skein/run/introspect/policies.hpp>
#include <skein/run/introspect/rights.hpp>
#include <skein/run/introspect/rules.hpp>
#include <skein/run/introspect/schemas.hpp>
#include <skein/run/introspect/sequences.hpp>
#include <skein/run/introspect/triggers.hpp>
#include <skein/run/introspect/strangers.hpp>
#include <skein/run/introspect/types.hpp>
#include <skein/run/introspect/views.hpp>

#include <memory>

namespace skein::run {

/// What `creation_of(state, …)` (check/invert/creation.hpp) gives again as steps, in the order in which they run.
struct introspected {
  std::unique_ptr<checks::arena> descriptors = std::make_unique<checks::arena>();  ///< what the state points at
  checks::live_state state{};
  std::vector<unrepresented> left_out{};  ///< or kept in another way
};

namespace introspection {

inline introspected read_once(session& s, const introspect_options& with) {
  introspected out;
  vocabulary words(*out.descriptors);
  catalog_session from(s, with);
  reading in{from, words};
  read_schemas(in);
  read_extensions(in);
  const rows relations = read_relations(in);
  const column_lists columns = read_columns(in);
  const parameter_lists parameters = read_parameters(in);
  const element_lists elements = read_elements(in);
  const argument_lists arguments = read_arguments(in);
  read_enums(in);
  read_composites(in, relations, columns);
  read_domains(in);
  read_ranges(in);
  read_routines(in, arguments, read_settings(in));
  read_aggregates(in, arguments);
  read_sequences(in);
  read_tables(in, relations, columns, parameters, read_partition_keys(in), read_parents(in));
  read_views(in, relations, columns, parameters);
  read_indexes(in, elements, parameters);
  read_constraints(in, elements, parameters);
  read_triggers(in);
  read_event_triggers(in);
  read_row_security(in, relations);
  read_policies(in);
  read_rules(in);
  read_partitions(in, relations);
  if (with.owners) read_owners(in, arguments);
  read_rights(in, arguments);
  read_default_rights(in);
  read_objects(in);
  read_strangers(in, with.owners);
  assembly made(in.drafts, read_dependencies(from), words);
  made.run();
  out.state = std::move(made.built.state);
  out.left_out = std::move(in.left);
  out.left_out.insert(out.left_out.end(), made.left.begin(), made.left.end());
  return out;
}

/// What PostgreSQL says about objects that were dropped while it looked at them.
inline bool is_about_dropped(const sql_error& e) {
  return e.sqlstate == "XX000" || e.sqlstate == "42P01" || e.sqlstate == "42704" || e.sqlstate == "42883";
}

}  // namespace introspection

/// Reads the catalogs in one transaction, a round trip for each family of objects, 30 at most. Expressions are as
/// PostgreSQL prints them. What is dropped meanwhile makes it begin again.
/// Requires: no transaction is open in the session
/// Errors:   catalogs_unsettled, sql_error, connection_lost
inline introspected introspect(session& s, const introspect_options& with = {}) {
  constexpr int most_attempts = 10;
  for (int attempt = 1; attempt <= most_attempts; ++attempt) try {
      return introspection::read_once(s, with);
    } catch (const introspection::vanished&) {
    } catch (const sql_error& e) {
      if (!introspection::is_about_dropped(e)) throw;
    }
  throw catalogs_unsettled(fmt::format(
      "objects of the database were dropped each of the {} times that it was read; read it while nobody changes it",
      most_attempts));
}

}  // namespace skein::run
