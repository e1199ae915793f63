// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// What was read, as steps that are to be run: each with the place of its object in the catalogs, by which others
/// depend on it.

#include <skein/model/step.hpp>
#include <skein/run/introspect/record.hpp>
#include <skein/run/introspect/selection.hpp>

#include <string>
#include <vector>

namespace skein::run::introspection {

/// Catalogs by their own oids, which are the same in every version.
namespace catalog_oid {
inline constexpr oid type = 1247, routine = 1255, relation = 1259, constraint = 2606, schema = 2615, extension = 3079;
}

/// An object of the database; none where nothing depends on it.
struct address {
  oid catalog = 0, object = 0;
  auto operator<=>(const address&) const = default;
};

/// In this order. Objects of one stage come in the order of their dependencies.
enum class stage { schema, extension, object, late_routine, owner, key, foreign_key, on_table, partition, privilege };

struct draft {
  stage when = stage::object;
  address at{};
  std::string kind, name;                         ///< for a sentence about it
  std::vector<const model::step*> steps{};        ///< the first creates it, the others need it
  std::string drop{};                             ///< SQL, where it can be a tracked object instead
  std::vector<const model::object_name*> uses{};  ///< of that
  const model::object_name* called = nullptr;     ///< of that
  std::string create{};                           ///< SQL, where it can be nothing else; then there are no steps
};

}  // namespace skein::run::introspection
