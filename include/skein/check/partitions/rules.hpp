// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// What is asked of partitioned tables and of partitions, of tables that inherit and of their parents, with the words about it:
/// `table T <before>[what it is about]<after>`.

#include <skein/model/ident.hpp>

namespace skein::checks {

enum class partition_rule : std::uint8_t {
  not_partitioned, another_table, is_partition, itself, no_bound, bound_of_another_strategy, bound_arity, bound_null, bound_expression,
  bound_behind_minimum, bound_of_text, bound_of_type, bound_notation, bound_zones, bound_empty, overlaps, second_default, default_of_hash, modulus,
  remainder, key_twice, key_generated, key_mistake, key_unordered, key_missing, key_expression, parameters, no_inherit, exclusion, is_target,
  row_trigger, statement_rows, index_concurrently, unvalidated, column_of_table, required_key, object_of_table, check_missing, check_differs, column_missing,
  column_more, column_differs, has_identity, new_identity, like, alike, key_column, rebuilt, levels, concurrently,
  no_heir, heir_already, circular, two_ways, parent_is_partitioned, heir_is_partitioned, inherits_column, inherits_check, two_parents,
  two_defaults, generated_twice, parent_required, heir_required, check_is_not_valid, becomes_own, heirs_left, inherits_already, check_would_stay
};

struct partition_words {
  const char *before, *after;
};
/// In the order of `partition_rule`.
inline constexpr partition_words partition_sentences[]{
    {"is not partitioned", "; create it with partition_by_range<...>"},
    {"is no partition of ", "; name its table"},
    {"is a partition already, of ", "; detach it first"},
    {"cannot be a partition of itself", " or of what it contains; name another table"},
    {"does not say which rows it takes", "; add values_from<...> and values_to<...>, values_in<...>, modulus<...> or default_partition"},
    {"says which rows it takes otherwise than its table is partitioned, by ", "; write values_from<...> and values_to<...> for range, values_in<...> for list, modulus<...> for hash"},
    {"has a bound with another number of values than the key has columns", "; write one for each"},
    {"has NULL in a bound, which only values_in<...> takes", "; write minvalue or maxvalue"},
    {"has an expression in a bound", ", which is not understood; write a literal, minvalue or maxvalue"},
    {"has a value behind minvalue or maxvalue in a bound", ", which means nothing; repeat that word"},
    {"has a bound whose order depends on the collation of column ", "; write collated(..., C) in partition_by_range<...>"},
    {"has a bound that no value of the key is, ", "; write one of the type of its column"},
    {"has a bound whose place among others is not known, ", "; write it as 2026-01-31, 2026-01-31 12:00:00, as a number with no more digits than are kept, or as a uuid in lower case"},
    {"has bounds with and without a time zone, as ", " has; write it in all of them, or in none"},
    {"takes no rows at all", "; values_to<...> has to be above values_from<...>"},
    {"would overlap partition ", "; give each value to one of them"},
    {"is not the only default partition, ", " is one already; detach or drop that first"},
    {"is partitioned by hash, which has no default partition", "; write modulus<...>"},
    {"has a modulus that does not go with that of partition ", "; of two of them one is a multiple of the other"},
    {"has a remainder that is not below its modulus", "; write one from 0 to the modulus less 1"},
    {"has two partition keys", "; leave one out"},
    {"is partitioned by the generated column ", ", which PostgreSQL does not allow; name another one"},
    {"has an order or an operator in its partition key", "; leave desc, asc, nulls_first, nulls_last and with out"},
    {"cannot be partitioned by column ", ", whose type has no order; name another one, or an opclass"},
    {"is partitioned by column ", ", which every unique key of it has to contain; add that to the key"},
    {"is partitioned by an expression, which no unique key can contain", "; make the key one of each partition"},
    {"is partitioned, and has no rows of its own that a storage parameter could be for", "; set it on the partitions"},
    {"is partitioned, and no_inherit would keep a check from its partitions", "; leave that out"},
    {"is partitioned, which exclusions are not understood with", "; add it to the partitions"},
    {"is partitioned, which foreign keys to it are not understood with", "; use execute, or reference a table that is not"},
    {"is partitioned, which triggers for each row are not understood with", "; create it on the partitions"},
    {"is a partition, where PostgreSQL gives triggers for each row no rows of a statement", "; leave old_rows and new_rows out"},
    {"is partitioned, on which PostgreSQL builds no index concurrently", "; build it on each partition so, then without on the table"},
    {"is partitioned, and its foreign keys are validated as they are added", "; leave not_valid out"},
    {"is a partition, whose column ", " is that of its table; change it there"},
    {"is a partition, in whose primary key column ", " may not be null, as it may in its table; set_not_null there first"},
    {"is a partition, whose ", " is that of its table; change it there"},
    {"lacks check ", " of the table above it; add it first, under that name"},
    {"has check ", " otherwise than the table above it; make them the same first"},
    {"lacks column ", " of the table above it; add it first"},
    {"has column ", ", which the partitioned table lacks; drop it first, or add it there"},
    {"has column ", " otherwise than the table above it; make type, collation, nullability and expression the same first"},
    {"has the identity column ", ", which a partition may not have; drop_identity first"},
    {"has partitions or heirs, to which PostgreSQL adds no identity column such as ", "; detach them first, or use serial"},
    {"has ", ", which PostgreSQL may take for a part of one of the partitioned table, without being the same; drop or rename one of them first"},
    {"is of a family of partitions and has ", " already, which is like the new one but for order, parameters or expressions; leave one of them out"},
    {"is partitioned by column ", ", which stays as it is; create another table and move the rows"},
    {"has ", ", which PostgreSQL would build again under a name that it chooses, without a comment; detach the partition before, or drop it from the partitioned table"},
    {"has partitions or heirs that have some of their own, for which PostgreSQL drops no expression of column ", "; detach them before"},
    {"is left with a check of its bound when it is detached concurrently, which is not understood yet", "; leave concurrently out"},
    {"does not inherit from ", "; name one of its parents"},
    {"inherits from ", " already; leave that out"},
    {"cannot inherit from ", ", which inherits from it or is the same table; name another one"},
    {"would inherit in two ways from ", ", which is not understood; leave one of them out"},
    {"cannot inherit from ", ", which is partitioned or a partition; name another table"},
    {"is partitioned or a partition, which inherits from no other table and is the parent of none", "; leave one of them out"},
    {"inherits its column ", "; change it in the parent"},
    {"inherits its check ", "; change it in the parent"},
    {"inherits ", " from several parents, which PostgreSQL keeps as it is; disinherit it from all but one before"},
    {"inherits column ", " with several defaults; make them the same in its parents"},
    {"inherits or declares the generated column ", ", which does not become one with another; leave it out of one of them"},
    {"has the column ", ", which is not null in a parent; change it there"},
    {"has the column ", ", which its parent has too and is not null in it already; drop_not_null there before, since the way back would take both"},
    {"inherits, or passes on, check ", ", which is not valid; leave not_valid out, or validate it before"},
    {"keeps ", " as its own then, which nothing makes inherited again; say why with irreversible<...> as the last argument of the step"},
    {"cannot be dropped, ", " inherits from it; drop that first, or disinherit it"},
    {"inherits check ", " already; leave this one out, or declare it in create_table<...>"},
    {"has check ", " on the column, which an heir declares itself and keeps; drop the check before"},
};
static_assert(sizeof(partition_sentences) / sizeof(partition_sentences[0]) == static_cast<std::size_t>(partition_rule::check_would_stay) + 1);

}  // namespace skein::checks
