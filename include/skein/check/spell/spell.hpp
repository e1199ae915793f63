// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Declarations as the user would write them: into a `buffer`, for sentences, without quotes, which compilers escape; or into
/// sources, where render/cpp/source.hpp puts what is a text between quotes. Templates over the output for that.

#include <skein/check/buffer.hpp>
#include <skein/model/history.hpp>
#include <skein/model/partition.hpp>

#include <initializer_list>

namespace skein::checks {

namespace spelling {

constexpr void name(auto& b, const ident* schema, const ident& n) {
  if (schema && !schema->empty())
    b << "qualified(" << *schema << ", " << n << ")";
  else
    b << n;
}
constexpr void name(auto& b, const model::object_name& n) { name(b, &n.schema, n.name); }

constexpr void type(auto& b, const model::data_type& t) {
  const bool timed =
      t.id >= model::type_id::time && t.id <= model::type_id::interval && t.first != model::data_type::none;
  if (t.dims) b << "array<";
  if (timed) b << "precision<";
  const bool fields = t.id == model::type_id::interval && t.second != model::data_type::none;
  b << model::type_table[static_cast<u32>(t.id)].cpp;
  if (fields) (b << "_of<").word(model::interval_fields[t.second]) << ">";
  if (timed) {
    b << ", ";
    b.number(t.first) << ">";
  } else if (t.user) {
    b << "<";
    name(b, *t.user);
    if (t.first != model::data_type::none) (b << ", ").number(t.first);
    if (t.second != model::data_type::none) (b << ", ").number(t.second);
    b << ">";
  } else if (t.first != model::data_type::none) {
    (b << "<").number(t.first);
    if (t.second != model::data_type::none && t.second != 0) (b << ", ").number(t.second);
    b << ">";
  } else if (t.id == model::type_id::varchar || t.id == model::type_id::numeric || t.id == model::type_id::varbit) {
    b << "<>";
  }
  if (t.dims) {
    if (t.dims > 1) (b << ", ").number(t.dims);
    b << ">";
  }
}

constexpr void list(auto& b, const model::names& names) {
  for (u32 i = 0; i < names.size; ++i) b << (i ? ", " : "") << *names[i];
}

constexpr void include(auto& b, const model::names& columns) {
  if (columns.empty()) return;
  b << ", include<";
  list(b, columns);
  b << ">";
}

constexpr void options(auto& b, const model::constraint_def& d) {
  constexpr const char* actions[]{"no_action", "restrict_", "cascade", "set_null", "set_default_value"};
  if (d.on_delete != model::action::no_action) {
    b << ", on_delete<" << actions[static_cast<u32>(d.on_delete)];
    for (const ident* c : d.delete_columns) b << ", " << *c;
    b << ">";
  }
  if (d.on_update != model::action::no_action) b << ", on_update<" << actions[static_cast<u32>(d.on_update)] << ">";
  if (d.match_full) b << ", match_full";
  if (d.nulls_not_distinct) b << ", nulls_not_distinct";
  if (d.defer == model::deferral::deferrable) b << ", deferrable";
  if (d.defer == model::deferral::initially_deferred) b << ", initially_deferred";
  if (d.not_valid) b << ", not_valid";
  if (d.no_inherit) b << ", no_inherit";
  include(b, d.include);
  if (d.comment.size && !d.exclusion) b << ", comment<" << d.comment << ">";
}

constexpr void parameter(auto& b, const model::parameter& p) {
  b << "parameter<" << p.name << ", " << p.value << ">";
}

constexpr void on(auto& b, const model::index_def& d) {
  b << "on<";
  for (u32 i = 0; i < d.elements.size; ++i) {
    const model::element& e = d.elements[i];
    if (i) b << ", ";
    const bool down = e.direction == model::element::order::descending, up = e.direction == model::element::order::ascending;
    if (e.null_order == model::element::nulls::first) b << "nulls_first(";
    if (e.null_order == model::element::nulls::last) b << "nulls_last(";
    if (down) b << "desc(";
    if (up) b << "asc(";
    if (e.with) b << "with(";
    if (e.opclass) b << "opclass(";
    if (e.collation) b << "collated(";
    if (e.column)
      b << *e.column;
    else
      b << "expression(" << e.expression << ")";
    for (const model::object_name* of : {e.collation, e.opclass}) {
      if (!of) continue;
      b << ", ";
      name(b, *of);
      b << ")";
    }
    if (e.with) b << ", " << e.with << ")";
    if (down || up) b << ")";
    if (e.null_order != model::element::nulls::unsaid) b << ")";
  }
  b << ">";
  if (d.unique) b << ", unique";
  if (d.nulls_not_distinct) b << ", nulls_not_distinct";
  if (d.method) b << ", method<" << *d.method << ">";
  include(b, d.include);
  if (d.where) b << ", where<" << d.where << ">";
  for (u32 i = 0; i < d.parameters.size; ++i) {
    b << (i ? ", " : ", with_parameters<");
    parameter(b, d.parameters[i]);
  }
  if (!d.parameters.empty()) b << ">";
  if (d.comment.size) b << ", comment<" << d.comment << ">";
}

constexpr void value(auto& b, const model::value& v) {
  using kind = model::value::kind;
  if (v.what == kind::integer) b.number(v.number);
  else if (v.what == kind::boolean) b << (v.number ? "true" : "false");
  else if (v.what == kind::null) b << "nullptr";
  else if (v.what == kind::real) b.real(v.fraction);
  else if (model::is_minvalue(v)) b << "minvalue";
  else if (model::is_maxvalue(v)) b << "maxvalue";
  else if (v.what == kind::expression) b << "expression(" << model::view(v.data, v.size) << ")";
  else b << model::view(v.data, v.size);
}
constexpr void bound(auto& b, const model::partition_bound& x) {
  using kind = model::partition_bound::kind;
  const auto values = [&](const char* word, const model::list<model::value>& all) {
    b << word;
    for (u32 i = 0; i < all.size; ++i) b << (i ? ", " : ""), value(b, all[i]);
    b << ">";
  };
  if (x.what == kind::range) values("values_from<", x.from), values(", values_to<", x.to);
  if (x.what == kind::list) values("values_in<", x.from);
  if (x.what == kind::hash) (b << "modulus<").number(x.modulus), (b << ", ").number(x.remainder) << ">";
  if (x.what == kind::rest) b << "default_partition";
}
constexpr void partition_by(auto& b, const model::index_def& d) {
  (b << "partition_by_").token(*d.method) << "<";
  for (u32 i = 0; i < d.elements.size; ++i) {
    const model::element& e = d.elements[i];
    b << (i ? ", " : "");
    if (e.column) b << *e.column;
    else b << "expression(" << e.expression << ")";
  }
  b << ">";
}

constexpr void name_or_automatic(auto& b, const ident* n) {
  if (n)
    b << *n;
  else
    b << "automatic";
}

/// A constraint as a member of a table: also one that is written behind a column, whose name is then `own`.
constexpr void constraint(auto& b, const model::constraint_def& d, const ident* called, const ident* own) {
  using model::kind;
  const bool names_itself = d.what == kind::check || d.what == kind::exclusion,
             takes_options = d.what >= kind::exclusion;
  auto further = b.another();
  if (!takes_options) options(further, d);
  const bool wrapped = (called && !names_itself) || !further.empty();
  if (wrapped) {
    b << "constraint<";
    name_or_automatic(b, called);
    b << ", ";
  }
  const auto columns = [&] {
    if (own)
      b << *own;
    else
      list(b, d.columns);
  };
  switch (d.what) {
    case kind::primary_key:
      b << "primary_key_on<";
      columns();
      break;
    case kind::unique:
      b << "unique_on<";
      columns();
      break;
    case kind::check:
    case kind::exclusion:
      b << (d.what == kind::check ? "check_on<" : "exclude_on<");
      name_or_automatic(b, wrapped ? nullptr : called);
      b << ", ";
      if (d.what == kind::check)
        b << d.expression;
      else
        on(b, *d.exclusion);
      break;
    default:
      b << "foreign_key<on<";
      columns();
      b << ">, to<";
      name(b, *d.target);
      if (!d.target_columns.empty()) b << ", ";
      list(b, d.target_columns);
      b << ">";
  }
  if (takes_options) options(b, d);
  b << ">";
  b.append(further);
  if (wrapped) b << ">";
}

/// The options that are said, each with a comma before it.
constexpr void sequence_options(auto& b, const model::sequence_values& o) {
  using v = model::sequence_values;
  const auto said = [&](u32 option, const char* word, long long value) {
    if (o.said & option) (b << ", " << word << "<").number(value) << ">";
  };
  if (o.said & v::of_type) b << ", as<" << model::type_table[static_cast<u32>(o.type)].cpp << ">";
  said(v::start, "start", o.first);
  said(v::increment, "increment", o.step);
  said(v::min, "min_value", o.least);
  said(v::max, "max_value", o.most);
  said(v::cache, "cache", o.cached);
  if (o.said & v::cycle) b << (o.cycles ? ", cycle" : ", no_cycle");
}
/// Also the options of a change that has no value of its own, and the owner.
constexpr void sequence_options(auto& b, const model::sequence_options& o) {
  sequence_options(b, static_cast<const model::sequence_values&>(o));
  if (o.said & o.no_min) b << ", no_min_value";
  if (o.said & o.no_max) b << ", no_max_value";
  if (!(o.said & o.owner)) return;
  b << ", owned_by<";
  if (o.table) name(b, *o.table), b << ", " << *o.column;
  b << ">";
}

constexpr void identity(auto& b, u32 bit, const model::sequence_values& o, const ident* name = nullptr) {
  if (bit == model::flag::identity_always && !o.said && !name) {
    b << "identity";
    return;
  }
  b << "identity_with<" << (bit == model::flag::identity_always ? "always" : "by_default");
  sequence_options(b, o);
  if (name) b << ", sequence_name<" << *name << ">";
  b << ">";
}

constexpr void behind(auto& b, const model::option& o) {
  using namespace model;
  if (o.constraint) {
    const constraint_def& d = *o.constraint;
    b << ", ";
    auto further = b.another();
    if (d.what != kind::foreign_key) options(further, d);
    const bool wrapped = o.constraint_name || !further.empty();
    if (wrapped) b << "constraint<", name_or_automatic(b, o.constraint_name), b << ", ";
    if (d.what == kind::primary_key) b << "primary_key";
    if (d.what == kind::unique) b << "unique";
    if (d.what == kind::check) b << "check<" << d.expression << ">";
    if (d.what == kind::foreign_key) {
      b << "references<";
      name(b, *d.target);
      if (!d.target_columns.empty()) b << ", ", list(b, d.target_columns);
      options(b, d);
      b << ">";
    }
    b.append(further);
    if (wrapped) b << ">";
    return;
  }
  switch (o.bit & ~flag::relation) {
    case flag::not_null:
      b << ", not_null";
      break;
    case flag::null:
      b << ", null";
      break;
    case flag::identity_always:
    case flag::identity_by_default:
      b << ", ";
      identity(b, o.bit, *o.sequence, o.sequence->name);
      break;
    case flag::default_value:
      b << ", default_<" << o.text << ">";
      break;
    case flag::generated:
      b << ", generated<" << o.text << ">";
      break;
    case flag::collation:
      b << ", collate<";
      name(b, *o.collation);
      b << ">";
      break;
    case flag::comment:
      b << ", comment<" << o.text << ">";
      break;
    default:
      break;
  }
}

constexpr void column(auto& b, const model::member& m) {
  b << "column<" << *m.name << ", ";
  type(b, *m.type);
  for (const model::option* o : m.options) behind(b, *o);
  b << ">";
}

/// The step that adds a model's member to its table; of a column that is there, `behind_it` is the constraint that is
/// not.
constexpr void adding_step(auto& b, const ident* schema, const ident& table, const model::member& m,
                           const model::constraint_def* behind_it, const ident* called) {
  using model::kind;
  switch (m.what) {
    case kind::column:
      b << (behind_it ? "add_constraint<" : "add_column<");
      name(b, schema, table);
      b << ", ";
      if (behind_it)
        constraint(b, *behind_it, called, m.name);
      else
        column(b, m);
      break;
    case kind::index:
      b << "create_index<";
      name_or_automatic(b, m.name);
      b << ", ";
      name(b, schema, table);
      b << ", ";
      on(b, *m.index);
      break;
    case kind::inherits:
      b << "inherit<";
      name(b, schema, table);
      b << ", ";
      name(b, *m.constraint->target);
      break;
    case kind::parameter:
      b << "set_parameters<";
      name(b, schema, table);
      b << ", ";
      parameter(b, *m.setting);
      break;
    default:
      b << "add_constraint<";
      name(b, schema, table);
      b << ", ";
      constraint(b, *m.constraint, m.name, nullptr);
  }
  b << ">";
}

}  // namespace spelling
}  // namespace skein::checks
