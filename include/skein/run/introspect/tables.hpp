// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Tables with their columns and storage parameters.

#include <skein/model/relation_text.hpp>
#include <skein/run/introspect/heirs.hpp>
#include <skein/run/introspect/partitions.hpp>
#include <skein/run/introspect/printed.hpp>
#include <skein/run/introspect/properties.hpp>

namespace skein::run::introspection {

namespace detail {

inline const model::sequence_options* identity_options(reading& in, const record& r, std::size_t first) {
  using said = model::sequence_options;
  said o{};
  o.said = said::start | said::increment | said::min | said::max | said::cache | said::cycle;
  o.first = r.number(first), o.step = r.number(first + 1), o.least = r.number(first + 2), o.most = r.number(first + 3);
  o.cached = r.number(first + 4), o.cycles = r.truth(first + 5);
  o.name = in.words.name(r.view(first + 6));
  return in.make(o);
}

inline const char* storage_word(char c) {
  return c == 'p' ? "PLAIN" : c == 'e' ? "EXTERNAL" : c == 'm' ? "MAIN" : "EXTENDED";
}
/// How a column is stored, where it is not as its type says.
inline void keep_column_settings(reading& in, const record& r, const relation& of, const std::string& called) {
  const std::string alter = fmt::format("ALTER TABLE {} ALTER COLUMN {} ", of.spelled, render::identifier(r.view(2)));
  if (r.has(22))
    in.keep(of, "storage", called, "it is not that of its type",
            fmt::format("{}SET STORAGE {}", alter, storage_word(r.view(22)[0])),
            fmt::format("{}SET STORAGE {}", alter, storage_word(r.view(22)[1])));
  if (r.has(23))
    in.keep(of, "compression", called, "it is not the default one",
            fmt::format("{}SET COMPRESSION {}", alter, r.letter(23) == 'l' ? "lz4" : "pglz"),
            alter + "SET COMPRESSION default");
  if (r.has(24))
    in.keep(of, "options", called, fmt::format("it has {}", r.view(24)), fmt::format("{}SET ({})", alter, r.view(24)),
            fmt::format("{}RESET ({})", alter, r.view(26)));
}

}  // namespace detail

/// Also notes the columns of all relations in `in.relations`.
inline column_lists read_columns(reading& in) {
  namespace flag = model::flag;
  const rows found = in.from.read(fmt::format(
      R"(SELECT a.attrelid, a.attnum, a.attname, a.atttypid, a.atttypmod, a.attndims,
  CASE WHEN a.atttypmod >= 0 THEN format_type(coalesce(e.oid, t.oid), a.atttypmod) END, a.attnotnull, a.attidentity,
  a.attgenerated, pg_get_expr(d.adbin, d.adrelid), l.nspname, l.collname, col_description(a.attrelid, a.attnum),
  s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache, s.seqcycle, s.relname,
  nullif(a.attstattarget, -1),
  CASE WHEN a.attstorage <> t.typstorage THEN a.attstorage::text || t.typstorage::text END, {},
  (SELECT string_agg(format('%I = %L', option_name, option_value), ', ') FROM pg_options_to_table(a.attoptions)),
  NOT a.attislocal AND NOT r.relispartition,
  (SELECT string_agg(quote_ident(option_name), ', ') FROM pg_options_to_table(a.attoptions))
FROM relations r JOIN pg_attribute a ON a.attrelid = r.oid JOIN pg_type t ON t.oid = a.atttypid
LEFT JOIN pg_type e ON e.oid = t.typelem AND e.typarray = t.oid
LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
LEFT JOIN collations l
  ON l.oid = a.attcollation AND a.attcollation <> t.typcollation
LEFT JOIN (SELECT p.refobjid, p.refobjsubid, q.*, c.relname FROM pg_sequence q JOIN pg_class c ON c.oid = q.seqrelid
  JOIN pg_depend p ON p.classid = 'pg_class'::regclass AND p.objid = q.seqrelid AND p.deptype = 'i'
      AND p.refobjsubid > 0) s
  ON s.refobjid = a.attrelid AND s.refobjsubid = a.attnum
WHERE r.relkind IN ('r', 'p', 'v', 'm', 'f', 'c') AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attrelid,
    a.attnum)",
      in.from.since(14, "nullif(a.attcompression, '')")));
  column_lists out;
  each_record(found, [&](const record& r) {
    const auto of = in.relations.find(r.id(0));
    if (of == in.relations.end()) return;
    const model::ident* name = of->second.columns[static_cast<int>(r.number(1))] = in.words.name(r.view(2));
    const model::data_type* type = in.types.column_type(r.id(3), r.number(4), r.number(5), r.view(6));
    if (!type)
      return in.leave("column", of->second.spelled + "." + render::identifier(r.view(2)),
                      fmt::format("its type {} has modifiers that are no numbers", r.view(6)));
    const std::string called = of->second.spelled + "." + render::identifier(r.view(2));
    if (r.has(21) && (of->second.kind == 'r' || of->second.kind == 'p'))
      add_property(in, stage::owner,
                   {.what = model::property::statistics,
                    .name = of->second.name,
                    .column = name,
                    .value = in.words.name(r.view(21))},
                   called);
    detail::keep_column_settings(in, r, of->second, called);
    std::vector<const model::option*> options;
    const auto add = [&](const model::option& o) { options.push_back(in.make(o)); };
    const char identity = r.letter(8), generated = r.letter(9);
    if (r.truth(7) && !identity) add({.bit = flag::not_null});
    if (identity && r.has(14))
      add({.bit = identity == 'a' ? flag::identity_always : flag::identity_by_default,
           .sequence = detail::identity_options(in, r, 14)});
    if (r.has(10)) {
      const model::text_view text = in.words.text(printed::bare(r.view(10)));
      if (!generated)
        add({.bit = flag::default_value | model::relation_bit(text), .text = text});
      else if (generated == 's')
        add({.bit = flag::generated, .text = text});
      else
        in.leave("column", of->second.spelled + "." + render::identifier(r.view(2)),
                 "it is generated when it is read (VIRTUAL); it is there as a plain column");
    }
    if (r.has(12)) add({.bit = flag::collation, .collation = in.words.visible(r.view(11), r.view(12))});
    if (r.has(13)) add({.bit = flag::comment, .text = in.comment(r, 13)});
    model::u32 flags = 0;
    for (const model::option* o : options) flags |= o->bit;
    if (r.truth(25)) flags |= flag::inherited;
    out[r.id(0)].push_back(in.make(model::member{
        .what = model::kind::column, .flags = flags, .name = name, .type = type, .options = in.make_list(options)}));
  });
  return out;
}

/// Storage parameters of tables, views and indexes, those of a table's TOAST table among its own.
using parameter_lists = std::unordered_map<oid, std::vector<model::parameter>>;

inline parameter_lists read_parameters(reading& in) {
  const rows found = in.from.read(R"(SELECT r.oid, o.option_name, o.option_value
FROM relations r, pg_options_to_table(r.reloptions) o WHERE r.reloptions IS NOT NULL
UNION ALL SELECT r.oid, 'toast.' || o.option_name, o.option_value
FROM relations r JOIN pg_class t ON t.oid = r.reltoastrelid, pg_options_to_table(t.reloptions) o
    WHERE t.reloptions IS NOT NULL)");
  parameter_lists out;
  each_record(found, [&](const record& r) {
    out[r.id(0)].push_back({in.words.text(r.view(1)), in.words.text(r.view(2))});
  });
  return out;
}

/// Constraints, indexes and whose partition a table is come later.
inline void read_tables(reading& in, const rows& relations, const column_lists& columns,
                        const parameter_lists& parameters, const partition_keys& keys, const parent_lists& parents) {
  using model::kind;
  namespace field = relation_field;
  each_record(relations, [&](const record& r) {
    if (r.letter(field::kind) != 'r' && r.letter(field::kind) != 'p') return;
    const relation& table = in.relations.at(r.id(field::id));
    std::vector<const model::member*> members;
    std::vector<const model::step*> steps{nullptr};
    if (const auto own = columns.find(r.id(field::id)); own != columns.end()) members = own->second;
    if (const auto from = parents.find(r.id(field::id)); from != parents.end()) {
      const heir_reader heir(in, columns, from->second, table);
      for (const model::member* each : members) heir.add_steps(*each, steps);
      std::erase_if(members, [](const model::member* each) { return each->flags & model::flag::inherited; });
      heir.add_parents(members);
    }
    if (const auto own = keys.find(r.id(field::id)); own != keys.end()) members.push_back(own->second);
    if (const auto own = parameters.find(r.id(field::id)); own != parameters.end())
      for (const model::parameter& p : own->second)
        members.push_back(in.make(model::member{.what = kind::parameter, .setting = in.make(p)}));
    if (r.has(field::comment))
      members.push_back(in.make(model::member{.what = kind::comment, .text = in.comment(r, field::comment)}));
    steps[0] = in.step({.what = model::op::create_table, .table = table.name, .members = in.make_list(members)});
    in.drafts.push_back(
        {stage::object, {catalog_oid::relation, r.id(field::id)}, "table", table.spelled, std::move(steps)});
    read_properties(in, r, "table");
  });
}

}  // namespace skein::run::introspection
