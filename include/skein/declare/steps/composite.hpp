// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Steps on composite types. `rename_type`, `set_type_schema`, `comment_on_type` and `drop_type` serve them too.

#include <skein/declare/acknowledge.hpp>
#include <skein/declare/entities/composite_type.hpp>

namespace skein {

/// `create_composite<"address", attribute<"street", text>, attribute<"town", text>>`.
/// Requires: no type, table, index, sequence or view of that name; types that exist; each name once.
/// SQL:      CREATE TYPE name AS (attribute type, …)
/// Inverse:  drop_type
template <model::object_name Name, class... Attribute>
struct create_composite : model::of_revision {
  static constexpr model::step step{.what = model::op::create_entity, .entity = &model::composite_definition<Name, Attribute...>::entity};
};

/// `add_attribute<"address", attribute<"zip", varchar<10>>>`; of rows that exist it is null.
/// SQL:      ALTER TYPE name ADD ATTRIBUTE attribute type
/// Inverse:  drop_attribute
template <model::object_name Name, class Attribute>
struct add_attribute : model::of_revision {
  static constexpr model::clause change = [] {
    model::clause c = model::attribute_clause<Attribute>;
    c.does = model::clause::change::add;
    return c;
  }();
  static constexpr model::step step{.what = model::op::alter_entity, .entity = &model::changed_entity<model::entity_kind::composite, Name, change>};
};
/// Requires: `loses_data` where columns keep values of the type.
/// SQL:      ALTER TYPE name DROP ATTRIBUTE attribute
/// Inverse:  add_attribute; it comes back last
template <model::object_name Name, model::ident Attribute, class... Option>
struct drop_attribute : model::of_revision {
  static constexpr model::clause change{.what = model::clause::part::attribute, .does = model::clause::change::drop, .name = &Attribute};
  static constexpr model::step step =
      (model::step{.what = model::op::alter_entity, .entity = &model::changed_entity<model::entity_kind::composite, Name, change>} | ... |
       model::amendment<Option>{});
};
/// SQL:      ALTER TYPE name RENAME ATTRIBUTE attribute TO to;  inverse: rename_attribute back
template <model::object_name Name, model::ident Attribute, model::ident To>
struct rename_attribute : model::of_revision {
  static constexpr model::clause change{.what = model::clause::part::attribute, .does = model::clause::change::rename, .name = &Attribute, .to = &To};
  static constexpr model::step step{.what = model::op::alter_entity, .entity = &model::changed_entity<model::entity_kind::composite, Name, change>};
};
/// `alter_attribute<"address", attribute<"zip", text, collate<"C">>>`.
/// Requires: no column keeps values of the type, not even inside of another: PostgreSQL cannot convert them.
/// SQL:      ALTER TYPE name ALTER ATTRIBUTE attribute TYPE type [COLLATE …]
/// Inverse:  alter_attribute to the type before
template <model::object_name Name, class Attribute>
struct alter_attribute : model::of_revision {
  static constexpr model::clause change = [] {
    model::clause c = model::attribute_clause<Attribute>;
    c.does = model::clause::change::set;
    return c;
  }();
  static constexpr model::step step{.what = model::op::alter_entity, .entity = &model::changed_entity<model::entity_kind::composite, Name, change>};
};
/// SQL:      COMMENT ON COLUMN name.attribute IS 'text'; the empty text removes it
/// Inverse:  the comment before
template <model::object_name Name, model::ident Attribute, model::literal Text>
struct comment_on_attribute : model::of_revision {
  static constexpr model::clause change{.what = model::clause::part::attribute, .does = model::clause::change::comment, .name = &Attribute, .text = Text};
  static constexpr model::step step{.what = model::op::alter_entity, .entity = &model::changed_entity<model::entity_kind::composite, Name, change>};
};

}  // namespace skein
