// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// What is asked of properties, with the words about it: `<before>[what it is about]<after>` behind the object.

#include <skein/check/state/simulation.hpp>

namespace skein::checks {

enum class property_rule : std::uint8_t {
  public_owns_nothing,
  of_its_table,
  has_privileges,
  is_owner,
  other_owner,
  of_schema_public,
  comment_on_public,
  of_partitions,
  references_unlogged,
  not_of_table,
  no_identity,
  not_to_cluster,
  identity_in_use,
  identity_column,
  statistics_range
};

struct property_words {
  const char *before, *after;
};
/// In the order of `property_rule`.
inline constexpr property_words property_sentences[]{
    {" cannot belong to public, which is every role", "; name one"},
    {" belongs to whom its table does, ", "; write set_owner<...> for that"},
    {" has privileges granted to ", ", who would have them as its owner, and lose them with it; revoke them before"},
    {" belongs to ", ", who may do everything with it; leave that role out"},
    {" cannot be owned by a column of a table that belongs to another role, ",
     "; write set_sequence_owner<...> before"},
    {" is the server's, and so is the question whose it is", "; write execute<...> for it"},
    {" is the server's, and has a comment from the beginning", "; write execute<...> for another one"},
    {" is partitioned, and has no rows of its own that this could be for", "; say it of the partitions"},
    {" is permanent and references unlogged table ", ", whose rows a crash takes; make both the same"},
    {" has no index ", " that this could be; name one of its own"},
    {" cannot tell its rows apart by index ",
     "; name a unique one over columns that are not null, immediate, without where<...> and expressions"},
    {" cannot be ordered by index ", "; name one of method btree or gist without where<...>"},
    {" tells its rows apart by index ", ", its replica identity; write set_replica_identity<...> before"},
    {" tells its rows apart by a replica identity with column ", "; write set_replica_identity<...> before"},
    {" has a statistics target that PostgreSQL does not have",
     "; write one from 0 to 10000, or -1 for that of the server"},
};
static_assert(sizeof(property_sentences) / sizeof(property_sentences[0]) ==
              static_cast<std::size_t>(property_rule::statistics_range) + 1);

constexpr bool fail_property(auto& sim, property_rule rule, verdict f) {
  f.number = static_cast<u32>(rule);
  return sim.fail(fault::property_refused, f);
}

}  // namespace skein::checks
