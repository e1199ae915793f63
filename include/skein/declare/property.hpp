// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Properties of tables and columns, and whose something is, as models and tables declare them. What a model does not
/// say is as PostgreSQL begins.

#include <skein/declare/privileges.hpp>
#include <skein/model/property.hpp>

namespace skein {

namespace model {

/// The value that a step or a member names; that with which PostgreSQL begins is none.
template <property What, ident Value>
inline constexpr const ident* property_value =
    same(view(Value.text, Value.kept()), view(traits_of(What).at_first, __builtin_strlen(traits_of(What).at_first)))
        ? nullptr
        : &Value;

/// What the parts of a grant are on: one object.
template <class... Part>
inline constexpr privilege_def owned_object = (privilege_def{} | ... | amendment<Part>{});
constexpr property_def owner_of(const privilege_def& on, const ident* role) {
  property_def d{.what = property::owner, .on = on.on, .routine = on.routine, .value = role, .mistake = on.mistake};
  if (on.routine)
    d.name = on.routine->name;
  else if (on.objects.size == 1 && on.on != grantable::tables_in_schema)
    d.name = on.objects[0];
  else if (!d.mistake)
    d.mistake = unhashed(
        "an owner is of one object; write one of on_table<...>, on_sequence<...>, on_schema<...>, on_type<...> or "
        "on_function<...>");
  return d;
}
template <ident Role, class... Part>
inline constexpr property_def owner_declared = owner_of(owned_object<Part...>, property_value<property::owner, Role>);

/// An integer as a step writes it.
template <int Number>
inline constexpr ident decimal = [] {
  char text[12]{};
  u32 size = 0, digits = 1;
  for (unsigned n = Number < 0 ? 0u - unsigned(Number) : unsigned(Number); n >= 10; n /= 10) ++digits;
  if (Number < 0) text[size++] = '-';
  size += digits;
  for (unsigned n = Number < 0 ? 0u - unsigned(Number) : unsigned(Number), i = 1; i <= digits; n /= 10, ++i)
    text[size - i] = static_cast<char>('0' + n % 10);
  return ident(text, size);
}();
template <int Target>
inline constexpr const ident* statistics_value = Target == -1 ? nullptr : &decimal<Target>;

/// By all columns, or by none.
template <ident Word>
constexpr property_def replica_identity_by(property_def d) {
  constexpr const ident* word = property_value<property::replica_identity, Word>;
  if (word && !same(*word, full_word) && !same(*word, nothing_word))
    d.mistake = unhashed(
        "a replica identity is full, nothing or default; of an index write replica_identity_index<...> or "
        "set_replica_identity_index<...>");
  d.what = property::replica_identity, d.value = word;
  return d;
}

}  // namespace model

/// Whose the table is: `table<"notes", …, owner<"app">>`. In models<…>, of anything else: `struct mood_owner :
/// owner<"app", on_type<"mood">> {};`. Without it the history may not have said either: it is whoever's ran the
/// creation.
template <model::ident Role, class... Part>
struct owner : model::of_models {
  static constexpr model::table_def value{.name = &model::no_name,
                                          .where = model::privileges_placed<Part...>.where,
                                          .property = &model::owner_declared<Role, Part...>};
};
template <model::ident Role>
struct owner<Role> : model::of_table {
  static constexpr model::property_member member{
      {.what = model::kind::property},
      {.what = model::property::owner, .value = model::property_value<model::property::owner, Role>}};
};

/// CREATE UNLOGGED TABLE: a crash empties it. Requires: no table that is logged references it.
struct unlogged : model::of_table {
  static constexpr model::property_member member{
      {.what = model::kind::property}, {.what = model::property::persistence, .value = &model::unlogged_word}};
};
/// Where the table's rows are; its indexes have one of their own.
template <model::ident Name>
struct tablespace : model::of_table {
  static constexpr model::property_member member{
      {.what = model::kind::property},
      {.what = model::property::tablespace, .value = model::property_value<model::property::tablespace, Name>}};
};
/// `replica_identity<"full">`, `replica_identity<"nothing">`: by what logical replication tells rows apart.
template <model::ident Word>
struct replica_identity : model::of_table {
  static constexpr model::property_member member{{.what = model::kind::property}, model::replica_identity_by<Word>({})};
};
/// By a unique index over columns that are not null.
template <model::ident Index>
struct replica_identity_index : model::of_table {
  static constexpr model::property_member member{
      {.what = model::kind::property}, {.what = model::property::replica_identity, .value = &Index, .index = true}};
};
/// The index that CLUSTER orders the rows by.
template <model::ident Index>
struct clustered_on : model::of_table {
  static constexpr model::property_member member{{.what = model::kind::property},
                                                 {.what = model::property::cluster, .value = &Index, .index = true}};
};
/// How much ANALYZE keeps of a column, from 0 to 10000.
template <model::ident Column, int Target>
struct statistics_target : model::of_table {
  static constexpr model::property_member member{
      {.what = model::kind::property},
      {.what = model::property::statistics, .column = &Column, .value = model::statistics_value<Target>}};
};

}  // namespace skein
