// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// How tables are partitioned, and which tables are partitions. A partition is read as a table of its own, which is
/// attached last: so everything in it has the name that it has.

#include <skein/model/expression_name.hpp>
#include <skein/model/partition.hpp>
#include <skein/run/introspect/printed.hpp>
#include <skein/run/introspect/relations.hpp>

namespace skein::run::introspection {

namespace detail {

/// `(lower(a)) COLLATE "C" text_ops` without what stands behind the expression: in parentheses, or a call.
inline std::string_view key_expression(std::string_view part) {
  std::size_t open = 0;
  while (open < part.size() && part[open] != '(')
    open = part[open] == '"' ? printed::behind_quoted(part, open) : open + 1;
  const std::size_t close = open < part.size() ? printed::end_of_group(part, open) : part.npos;
  return printed::bare(close == part.npos ? part : part.substr(0, close + 1));
}

/// A bound's value as PostgreSQL prints it.
inline model::value bound_value(reading& in, std::string_view printed_value) {
  using kind = model::value::kind;
  const auto text = [&](kind what, std::string_view of) {
    const model::text_view kept = in.words.arena().text(of);
    return model::value(what, kept.data, kept.size);
  };
  if (printed_value == "NULL") return {};
  if (printed_value == "true" || printed_value == "false") return {printed_value == "true"};
  if (printed::is_string(printed_value)) return text(kind::text, printed::unquoted(printed_value));
  long long number = 0;
  const char* end = printed_value.data() + printed_value.size();
  if (const auto read = std::from_chars(printed_value.data(), end, number); read.ptr == end && read.ec == std::errc())
    return {number};
  if (printed_value.find_first_not_of("-.0123456789") == printed_value.npos) return text(kind::text, printed_value);
  return text(kind::expression, printed_value);
}
inline model::list<model::value> bound_values(reading& in, std::string_view bound, std::string_view word) {
  std::vector<model::value> out;
  const std::size_t at = printed::find(bound, word);
  if (at == bound.npos) return {};
  const std::size_t open = at + word.size() - 1, close = printed::end_of_group(bound, open);
  for (const std::string_view each : printed::parts(bound.substr(open + 1, close - open - 1)))
    out.push_back(bound_value(in, each));
  return in.make_list(out);
}

}  // namespace detail

/// FOR VALUES … as pg_get_expr prints it.
inline model::partition_bound bound_in(reading& in, std::string_view text) {
  using kind = model::partition_bound::kind;
  model::partition_bound b{};
  if (text == "DEFAULT")
    b.what = kind::rest;
  else if (text.find(" FROM (") != text.npos)
    b.what = kind::range, b.from = detail::bound_values(in, text, " FROM ("),
    b.to = detail::bound_values(in, text, " TO (");
  else if (text.find(" IN (") != text.npos)
    b.what = kind::list, b.from = detail::bound_values(in, text, " IN (");
  else if (unsigned modulus = 0, remainder = 0;
           std::sscanf(std::string(text).c_str(), "FOR VALUES WITH (modulus %u, remainder %u)", &modulus, &remainder) ==
           2)
    b.what = kind::hash, b.modulus = modulus, b.remainder = remainder;
  return b;
}

/// PARTITION BY as a member of its table, by the table's oid.
using partition_keys = std::unordered_map<oid, const model::member*>;

inline partition_keys read_partition_keys(reading& in) {
  const rows found = in.from.read(
      R"(SELECT p.partrelid, p.partstrat, pg_get_partkeydef(p.partrelid), k.n, k.attnum, o.nspname, o.opcname,
    l.nspname, l.collname
FROM pg_partitioned_table p JOIN relations r ON r.oid = p.partrelid CROSS
    JOIN LATERAL unnest(p.partattrs) WITH ORDINALITY k(attnum, n)
LEFT JOIN LATERAL (SELECT c.opcname, s.nspname FROM pg_opclass c JOIN pg_namespace s ON s.oid = c.opcnamespace
  WHERE c.oid = p.partclass[k.n - 1] AND NOT c.opcdefault) o ON true
LEFT JOIN collations l ON l.oid = p.partcollation[k.n - 1] AND l.oid <> coalesce((SELECT a.attcollation
    FROM pg_attribute a
    WHERE a.attrelid = p.partrelid AND a.attnum = k.attnum AND k.attnum <> 0), 100)
ORDER BY p.partrelid, k.n)");
  partition_keys out;
  each_group(found, [&](std::size_t first, std::size_t end) {
    const record r(found, first);
    const relation& table = in.relations.at(r.id(0));
    const std::string_view text = r.required(2);
    const auto printed_keys = printed::parts(text.substr(text.find('(') + 1, text.size() - text.find('(') - 2));
    model::index_def d{};
    std::vector<model::element> elements;
    std::vector<const model::ident*> called;
    for (std::size_t i = first; i < end && i - first < printed_keys.size(); ++i) {
      const record k(found, i);
      model::element e{};
      if (k.number(4))
        e.column = table.columns.at(static_cast<int>(k.number(4)));
      else
        e.expression = in.words.text(detail::key_expression(printed_keys[i - first]));
      if (k.has(6)) e.opclass = in.words.visible(k.view(5), k.view(6));
      if (k.has(8)) e.collation = in.words.visible(k.view(7), k.view(8));
      elements.push_back(e);
      called.push_back(e.column ? e.column : in.make(model::expression_name(e.expression)));
    }
    d.elements = in.make_list(elements);
    d.columns = in.words.names(called);
    const char strategy = r.letter(1);
    d.method = strategy == 'r'   ? &model::strategies::range
               : strategy == 'l' ? &model::strategies::list
                                 : &model::strategies::hash;
    out[r.id(0)] = in.make(model::member{.what = model::kind::partition_by, .index = in.make(d)});
  });
  return out;
}

/// In the order in which tables were created: a partition that is partitioned may be attached before or after its own.
inline void read_partitions(reading& in, const rows& relations) {
  namespace field = relation_field;
  each_record(relations, [&](const record& r) {
    if (!r.has(field::parent)) return;
    const relation& table = in.relations.at(r.id(field::id));
    const relation* parent = in.find(r.id(field::parent));
    if (table.kind == 'f') return;
    if (!parent) return in.leave("partition", table.spelled, "the table that it is a partition of was not read");
    model::partition_def d{};
    d.what = model::kind::partition_of;
    d.target = parent->name;
    d.bound = bound_in(in, r.required(field::bound));
    const auto* m = in.make(model::member{.what = model::kind::partition_of, .constraint = in.make(d)});
    const model::step* attach =
        in.step({.what = model::op::attach_partition, .table = table.name, .members = in.words.arena().list_of(m)});
    draft made{stage::partition,
               {},
               "partition",
               table.spelled,
               {attach},
               fmt::format("ALTER TABLE {} DETACH PARTITION {}", parent->spelled, table.spelled),
               {table.name, parent->name},
               in.beside(table, "partition")};
    in.drafts.push_back(std::move(made));
  });
}

}  // namespace skein::run::introspection
