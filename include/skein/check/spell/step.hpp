// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Steps as the user would write them: what leads from what there is to what should be.

#include <skein/check/spell/properties.hpp>
#include <skein/check/spell/spell.hpp>
#include <skein/check/tables/alteration.hpp>

namespace skein::checks::spelling {

/// Where a step is to be written: in a down nothing has to be acknowledged.
enum class place : std::uint8_t { revision, down };

/// The beginning of a step on a column, up to its name.
constexpr void on_column(auto& b, const char* step, const ident* schema, const ident& table, const ident& column) {
  b << step << "<";
  name(b, schema, table);
  b << ", " << column;
}

constexpr void default_text(auto& b, const column_facts& f) {
  if (f.has(model::flag::next_value)) b << "nextval('" << f.calls << "')";
  else b << *f.text;
}

/// Of a column that was altered, and so has no declaration any more.
constexpr void column(auto& b, const ident& name_, const column_facts& f) {
  namespace flag = model::flag;
  b << "column<" << name_ << ", ";
  const bool serial = is_serial(f);
  if (serial)
    b << (f.type->id == model::type_id::smallint ? "small" : f.type->id == model::type_id::bigint ? "big" : "") << "serial";
  else
    type(b, *f.type);
  if (f.has(flag::identity)) b << ", ", identity(b, f.flags & flag::identity, f.sequence);
  if (f.has(flag::not_null) && !f.has(flag::identity) && !serial) b << ", not_null";
  if (has_default(f)) b << ", default_<", default_text(b, f), b << ">";
  if (f.has(flag::generated)) b << ", generated<" << *f.text << ">";
  if (f.collation) b << ", collate<", name(b, *f.collation), b << ">";
  if (f.comment) b << ", comment<" << *f.comment << ">";
  b << ">";
}

/// What `now` is, as far as it differs from `wanted`: of type bigint instead of integer and not null instead of nullable.
constexpr void difference(auto& b, const column_facts& now, const column_facts& wanted, u32 differing) {
  namespace flag = model::flag;
  const char* separator = "";
  const auto begin = [&](u32 what) {
    if (!(differing & what)) return false;
    b << separator;
    separator = " and ";
    return true;
  };
  const auto instead = [&](const char* word, const model::text_view* x, const model::text_view* y) {
    b << (x ? "with " : "without its ") << word << " " << (x ? *x : *y);
    if (x) b << " instead of " << (y ? *y : model::view("none"));
  };
  if (begin(differs::type)) {
    b << "of type ", type(b, *now.type);
    b << " instead of ", type(b, *wanted.type);
  }
  if (begin(differs::nullability)) b << (now.has(flag::not_null) ? "not null instead of nullable" : "nullable instead of not null");
  const bool serial = is_serial(now) || is_serial(wanted), any = has_default(now) || has_default(wanted);
  if (any && !serial && begin(differs::default_value | differs::next_value)) {
    b << (has_default(now) ? "with default " : "without its default "), default_text(b, has_default(now) ? now : wanted);
    if (has_default(now) && has_default(wanted)) b << " instead of ", default_text(b, wanted);
    else if (has_default(now)) b << " instead of none";
  }
  if (begin(differs::identity)) {
    if (now.has(flag::identity) && wanted.has(flag::identity)) {
      b << "as ", identity(b, now.flags & flag::identity, now.sequence);
      b << " instead of ", identity(b, wanted.flags & flag::identity, wanted.sequence);
    } else {
      b << (now.has(flag::identity) ? "as an identity" : "as no identity");
    }
  }
  if (begin(differs::generated)) {
    b << (now.has(flag::generated) ? "generated from " : "not generated");
    if (now.has(flag::generated)) b << *now.text;
    if (now.has(flag::generated) && wanted.has(flag::generated)) b << " instead of " << *wanted.text;
  }
  if (is_serial(now) != is_serial(wanted) && begin(differs::next_value)) b << (is_serial(now) ? "as serial" : "not as serial");
  if (begin(differs::collation)) {
    const auto collation = [&](const model::object_name* n) {
      if (n)
        name(b, *n);
      else
        b << "the default one";
    };
    b << "with collation ", collation(now.collation);
    b << " instead of ", collation(wanted.collation);
  }
  if (begin(differs::comment)) instead("comment", now.comment, wanted.comment);
}

/// The steps that make a column what it should be. `declared` is the whole column, where there is a declaration.
constexpr void altering_steps(auto& b, const ident* schema, const ident& table, const ident& name_,
                              const column_facts& now, const column_facts& wanted, u32 differing,
                              const model::member* declared, place in) {
  namespace flag = model::flag;
  const char* separator = "";
  const auto step = [&](const char* word) {
    b << separator;
    separator = ", ";
    on_column(b, word, schema, table, name_);
  };
  const conversions_of converts(now, wanted, differing);
  const bool asks = in == place::revision, computed = now.has(flag::generated);
  each_alteration(now, wanted, differing, [&](alteration is) {
    switch (is) {
      case alteration::replaced:
        step("drop_column");
        b << (asks && !computed ? ", loses_data>" : ">") << ", add_column<";
        name(b, schema, table);
        b << ", ";
        if (declared) column(b, *declared);
        else column(b, name_, wanted);
        break;
      case alteration::drop_expression: step("drop_expression"), b << (asks ? ", irreversible<...>" : ""); break;
      case alteration::drop_default: step("drop_default"); break;
      case alteration::drop_identity: step("drop_identity"); break;
      case alteration::alter_type:
        step("alter_type");
        b << ", ", type(b, *wanted.type);
        if (wanted.collation) b << ", collate<", name(b, *wanted.collation), b << ">";
        if (converts.there == conversion::none) b << ", using_<...>";
        if (asks && converts.back == conversion::none) b << ", undo_using<...>";
        if (asks && converts.there == conversion::lossy && !computed) b << ", loses_data";
        break;
      case alteration::set_not_null: step("set_not_null"); break;
      case alteration::drop_not_null: step("drop_not_null"); break;
      case alteration::add_identity:
      case alteration::set_identity:
        step(is == alteration::add_identity ? "add_identity" : "set_identity");
        b << ", ", identity(b, wanted.flags & flag::identity, identity_change(now, wanted, differing));
        break;
      case alteration::set_default: step("set_default"), b << ", ", default_text(b, wanted); break;
      case alteration::adopted:
        b << separator << "alter_sequence<";
        separator = ", ";
        if (schema && !schema->empty()) b << "qualified(" << *schema << ", " << now.calls << ")";
        else b << now.calls;
        b << ", as<" << model::type_table[static_cast<u32>(wanted.type->id)].cpp << ">, owned_by<", name(b, schema, table);
        b << ", " << name_ << ">";
        break;
      case alteration::comment: step("comment_on_column"), b << ", " << (wanted.comment ? *wanted.comment : model::view("``")); break;
    }
    b << ">";
  });
}

/// A member as it is written in a table.
constexpr void member(auto& b, const model::member& m) {
  using model::kind;
  switch (m.what) {
    case kind::column:
      return column(b, m);
    case kind::index:
      b << "indexed<";
      name_or_automatic(b, m.name);
      b << ", ", on(b, *m.index), b << ">";
      return;
    case kind::parameter:
      return parameter(b, *m.setting);
    case kind::privileges: return declared_privileges(b, "granted", privileges_of(m), nullptr, nullptr);
    case kind::property: return declared_property(b, property_of(m), model::written(property_of(m).value));
    case kind::inherits:
      b << "inherits<", name(b, *m.constraint->target);
      return void(b << ">");
    case kind::partition_of:
      return bound(b, bound_of(*m.constraint));
    case kind::partition_by:
      return partition_by(b, *m.index);
    case kind::comment:
      b << "comment<" << m.text << ">";
      return;
    default:
      return constraint(b, *m.constraint, m.name, nullptr);
  }
}

/// The members of a long table end in an ellipsis and how many more there are, so that there is room for the rest of the
/// sentence.
constexpr void create_table(auto& b, const ident* schema, const ident& table, const model::list<const model::member*>& members) {
  constexpr u32 enough = 640;
  const bool partition = members.size && members[0]->what == model::kind::partition_of;
  b << (partition ? "create_partition<" : "create_table<");
  name(b, schema, table);
  if (partition) b << ", ", name(b, *members[0]->constraint->target);
  u32 i = 0;
  for (; i < members.size && b.size < enough; ++i) {
    buffer one;
    member(one, *members[i]);
    if (i && b.size + one.size > enough) break;
    (b << ", ").append(one);
  }
  if (i < members.size) (b << ", ... and ").number(members.size - i) << " more";
  b << ">";
}

/// The beginning of a step on an index or a constraint, up to its name.
constexpr void on_object(auto& b, model::kind what, const char* verb, const ident* schema, const ident& table, const model::name_ref& object) {
  b << verb << (what == model::kind::index ? "_index<" : "_constraint<");
  if (what != model::kind::index) {
    name(b, schema, table);
    b << ", " << object;
    return;
  }
  const bool in_schema = schema && !schema->empty();
  if (in_schema) b << "qualified(" << *schema << ", ";
  b << object << (in_schema ? ")" : "");
}
constexpr void dropping_step(auto& b, model::kind what, const ident* schema, const ident& table, const model::name_ref& object) {
  on_object(b, what, "drop", schema, table, object);
  b << ">";
}
constexpr void renaming_step(auto& b, model::kind what, const ident* schema, const ident& table, const model::name_ref& from,
                             const model::name_ref& to) {
  on_object(b, what, "rename", schema, table, from);
  b << ", " << to << ">";
}

}  // namespace skein::checks::spelling
