// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Indexes that are no constraint's, and what an exclusion is on.

#include <skein/model/expression_name.hpp>
#include <skein/run/introspect/tables.hpp>

namespace skein::run::introspection {

/// The keys of every index by its oid, with the operators of an exclusion.
using element_lists = std::unordered_map<oid, std::vector<model::element>>;

inline element_lists read_elements(reading& in) {
  using order = model::element::order;
  using nulls = model::element::nulls;
  const rows found = in.from.read(fmt::format(
      R"(SELECT i.indexrelid, k.n, a.attname, CASE WHEN k.attnum = 0 THEN pg_get_indexdef(i.indexrelid, k.n::int,
    false) END,
  i.indoption[k.n - 1], l.nspname, l.collname, o.nspname, o.opcname, p.nspname, p.oprname,
      {} IS NOT NULL
FROM pg_index i JOIN relations r ON r.oid = i.indrelid CROSS JOIN LATERAL unnest(i.indkey) WITH ORDINALITY k(attnum,
    n)
LEFT JOIN LATERAL (SELECT t.attname FROM pg_attribute t WHERE t.attrelid = i.indrelid
    AND t.attnum = k.attnum) a ON true
LEFT JOIN LATERAL (SELECT x.* FROM pg_attribute x WHERE x.attrelid = i.indexrelid AND x.attnum = k.n) x ON true
LEFT JOIN collations l ON l.oid = i.indcollation[k.n - 1] AND l.oid <> coalesce((SELECT t.attcollation
    FROM pg_attribute t WHERE t.attrelid = i.indrelid AND t.attnum = k.attnum AND k.attnum <> 0),
    (SELECT y.typcollation FROM pg_type y WHERE y.oid = x.atttypid))
LEFT JOIN LATERAL (SELECT c.opcname, n.nspname FROM pg_opclass c JOIN pg_namespace n ON n.oid = c.opcnamespace
  WHERE c.oid = i.indclass[k.n - 1] AND NOT c.opcdefault) o ON true
LEFT JOIN pg_constraint e ON e.conindid = i.indexrelid AND e.contype = 'x'
LEFT JOIN operators p ON p.oid = e.conexclop[k.n]
WHERE k.n <= i.indnkeyatts ORDER BY i.indexrelid, k.n)",
      in.from.since(13, "x.attoptions")));
  element_lists out;
  each_record(found, [&](const record& r) {
    model::element e{};
    if (r.has(2))
      e.column = in.words.name(r.view(2));
    else
      e.expression = in.words.text(printed::bare(r.required(3)));
    const long long option = r.number(4);
    const bool descending = option & 1, first = option & 2;
    if (descending) e.direction = order::descending;
    if (descending != first) e.null_order = first ? nulls::first : nulls::last;
    if (r.has(6)) e.collation = in.words.visible(r.view(5), r.view(6));
    if (r.has(8)) e.opclass = in.words.visible(r.view(7), r.view(8));
    if (r.has(10))
      e.with = in.words.text(r.view(9) == "pg_catalog" || r.view(9) == "public"
                                 ? r.text(10)
                                 : fmt::format("OPERATOR({}.{})", render::identifier(r.view(9)), r.view(10)));
    if (r.truth(11))
      in.leave("operator class", fmt::format("index with oid {}", r.view(0)), "it has parameters, which are left out");
    out[r.id(0)].push_back(e);
  });
  return out;
}

/// What an index and an exclusion have in common. The fields of the row are those of `index_fields`, from `first` on.
inline std::string index_fields(const reading& in) {
  return fmt::format(
      "i.indexrelid, m.amname, i.indisunique, {}, pg_get_expr(i.indpred, i.indrelid), i.indkey, i.indnkeyatts",
      in.from.since(15, "i.indnullsnotdistinct"));
}

inline model::index_def index_in(reading& in, const record& r, std::size_t first, const relation& table,
                                 const element_lists& elements, const parameter_lists& parameters) {
  model::index_def d{};
  if (const auto own = elements.find(r.id(first)); own != elements.end()) d.elements = in.make_list(own->second);
  std::vector<const model::ident*> called;
  for (const model::element& e : d.elements)
    called.push_back(e.column ? e.column : in.make(model::expression_name(e.expression)));
  d.columns = in.words.names(called);
  std::vector<int> numbers = r.numbers(first + 5);
  numbers.erase(
      numbers.begin(),
      numbers.begin() + std::min<std::ptrdiff_t>(r.number(first + 6), static_cast<std::ptrdiff_t>(numbers.size())));
  d.include = in.words.names(in.columns(table, numbers));
  d.where = in.words.text(printed::bare(r.view(first + 4)));
  if (r.view(first + 1) != "btree") d.method = in.words.name(r.view(first + 1));
  if (const auto own = parameters.find(r.id(first)); own != parameters.end()) d.parameters = in.make_list(own->second);
  d.unique = r.truth(first + 2);
  d.nulls_not_distinct = r.truth(first + 3);
  return d;
}

inline void read_indexes(reading& in, const element_lists& elements, const parameter_lists& parameters) {
  const rows found = in.from.read(fmt::format(
      R"(SELECT i.indrelid, c.relname, r.nspname, obj_description(c.oid, 'pg_class'), i.indisvalid, i.indisclustered,
  i.indisreplident, (SELECT spcname FROM pg_tablespace s WHERE s.oid = c.reltablespace), r.relkind, {}
FROM pg_index i JOIN relations r ON r.oid = i.indrelid JOIN pg_class c ON c.oid = i.indexrelid
    JOIN pg_am m ON m.oid = c.relam
WHERE r.relkind IN ('r', 'p', 'm') AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid
    AND k.contype IN ('p', 'u', 'x'))
ORDER BY i.indexrelid)",
      index_fields(in)));
  each_record(found, [&](const record& r) {
    const relation& table = in.relations.at(r.id(0));
    const model::ident* name = in.words.name(r.view(1));
    const std::string called = spelled(r.view(2), r.view(1));
    model::index_def d = index_in(in, r, 9, table, elements, parameters);
    d.comment = in.comment(r, 3);
    const auto* m = in.make(model::member{.what = model::kind::index, .name = name, .index = in.make(d)});
    const model::step* create = in.step(
        {.what = model::op::create_index, .table = table.name, .name = name, .members = in.words.arena().list_of(m)});
    in.drafts.push_back({stage::key,
                         {catalog_oid::relation, r.id(9)},
                         "index",
                         called,
                         {create},
                         "DROP INDEX " + called,
                         {table.name},
                         in.words.name(r.view(2), r.view(1))});
    if (!r.truth(4) && r.letter(8) != 'p') in.leave("index", called, "it is not valid; it is there as a valid one");
    if (r.has(7))
      in.keep(table, "tablespace", "index " + called, fmt::format("it is in {}", r.view(7)),
              fmt::format("ALTER INDEX {} SET TABLESPACE {}", called, render::identifier(r.view(7))),
              fmt::format("ALTER INDEX {} SET TABLESPACE pg_default", called));
  });
}

}  // namespace skein::run::introspection
