// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// What the model tracks without knowing its kind (declare/entities/object.hpp): the SQL that creates it is put
/// together from the catalogs. What it uses is what it depends on.

#include <skein/run/introspect/reading.hpp>

namespace skein::run::introspection {

namespace detail {

/// The rows of one kind: kind, schema, name, how statements name it, the SQL that creates it, catalog, oid.
inline std::string tracked_kinds(const catalog_session& from) {
  const char* locale = from.since(17, "c.colllocale", from.since(15, "c.colliculocale", "c.collcollate"));
  std::string out =
      fmt::format(R"(SELECT 'collation', s.nspname, c.collname::text, format('%I.%I', s.nspname, c.collname),
  format('CREATE COLLATION %I.%I (PROVIDER = %s%s%s)', s.nspname, c.collname,
    CASE c.collprovider WHEN 'i' THEN 'icu' WHEN 'b' THEN 'builtin' ELSE 'libc' END,
    CASE WHEN c.collprovider <> 'c' THEN format(', LOCALE = %L', {}) WHEN c.collcollate = c.collctype
      THEN format(', LOCALE = %L', c.collcollate) ELSE format(', LC_COLLATE = %L, LC_CTYPE = %L', c.collcollate,
      c.collctype) END,
    CASE WHEN NOT c.collisdeterministic THEN ', DETERMINISTIC = false' END), 'pg_collation'::regclass, c.oid
FROM pg_collation c JOIN spaces s ON s.oid = c.collnamespace
)",
                  locale);
  out += fmt::format(R"(UNION ALL SELECT 'statistics', s.nspname, x.stxname, format('%I.%I', s.nspname, x.stxname),
  pg_get_statisticsobjdef(x.oid) || coalesce(format(E';\nALTER STATISTICS %I.%I SET STATISTICS ', s.nspname,
      x.stxname) || nullif({}, -1), ''),
  'pg_statistic_ext'::regclass, x.oid FROM pg_statistic_ext x JOIN spaces s ON s.oid = x.stxnamespace
)",
                     from.since(13, "x.stxstattarget", "-1"));
  out += R"(UNION ALL SELECT 'cast', '', format('%s as %s', c.castsource::regtype, c.casttarget::regtype),
  format('(%s AS %s)', c.castsource::regtype, c.casttarget::regtype),
  format('CREATE CAST (%s AS %s) %s%s', c.castsource::regtype, c.casttarget::regtype,
    CASE c.castmethod WHEN 'f' THEN 'WITH FUNCTION ' || c.castfunc::regprocedure WHEN 'i' THEN 'WITH INOUT'
    ELSE 'WITHOUT FUNCTION' END,
    CASE c.castcontext WHEN 'a' THEN ' AS ASSIGNMENT' WHEN 'i' THEN ' AS IMPLICIT' END), 'pg_cast'::regclass, c.oid
FROM pg_cast c WHERE NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_cast'::regclass AND d.objid = c.oid
    AND d.deptype = 'i')
UNION ALL SELECT 'operator', s.nspname, format('%s (%s, %s)', o.oprname, l.t, r.t), format('%I.%s (%s, %s)',
    s.nspname, o.oprname, l.t, r.t),
  format('CREATE OPERATOR %I.%s (FUNCTION = %s', s.nspname, o.oprname,
      o.oprcode) || coalesce(', LEFTARG = ' || nullif(l.t, 'NONE'), '')
    || coalesce(', RIGHTARG = ' || nullif(r.t, 'NONE'), '') || CASE WHEN c.oid IS NULL THEN ''
      ELSE format(', COMMUTATOR = OPERATOR(%I.%s)', c.nspname, c.oprname) END
    || CASE WHEN n.oid IS NULL THEN '' ELSE format(', NEGATOR = OPERATOR(%I.%s)', n.nspname,
    n.oprname) END || coalesce(', RESTRICT = ' || nullif(o.oprrest, 0)::regproc, '')
    || coalesce(', JOIN = ' || nullif(o.oprjoin, 0)::regproc, '') || CASE WHEN o.oprcanhash THEN ', HASHES'
    ELSE '' END
    || CASE WHEN o.oprcanmerge THEN ', MERGES' ELSE '' END || ')', 'pg_operator'::regclass, o.oid
FROM pg_operator o JOIN spaces s ON s.oid = o.oprnamespace LEFT JOIN operators c ON c.oid = o.oprcom LEFT
    JOIN operators n ON n.oid = o.oprnegate
CROSS JOIN LATERAL (SELECT CASE o.oprleft WHEN 0 THEN 'NONE' ELSE o.oprleft::regtype::text END AS t) l
CROSS JOIN LATERAL (SELECT CASE o.oprright WHEN 0 THEN 'NONE' ELSE o.oprright::regtype::text END AS t) r
    WHERE o.oprcode <> 0
UNION ALL SELECT 'conversion', s.nspname, c.conname, format('%I.%I', s.nspname, c.conname),
  format('CREATE %sCONVERSION %I.%I FOR %L TO %L FROM %s', CASE WHEN c.condefault THEN 'DEFAULT ' END, s.nspname,
      c.conname,
    pg_encoding_to_char(c.conforencoding), pg_encoding_to_char(c.contoencoding),
    c.conproc), 'pg_conversion'::regclass, c.oid
FROM pg_conversion c JOIN spaces s ON s.oid = c.connamespace
UNION ALL SELECT 'text search dictionary', s.nspname, d.dictname, format('%I.%I', s.nspname, d.dictname),
  format('CREATE TEXT SEARCH DICTIONARY %I.%I (TEMPLATE = %I.%I%s)', s.nspname, d.dictname, n.nspname,
      t.tmplname, ', ' || d.dictinitoption),
  'pg_ts_dict'::regclass, d.oid
FROM pg_ts_dict d JOIN spaces s ON s.oid = d.dictnamespace JOIN pg_ts_template t ON t.oid = d.dicttemplate
    JOIN pg_namespace n ON n.oid = t.tmplnamespace
UNION ALL SELECT 'text search configuration', s.nspname, c.cfgname, format('%I.%I', s.nspname, c.cfgname),
  format('CREATE TEXT SEARCH CONFIGURATION %I.%I (PARSER = %I.%I)', s.nspname, c.cfgname, n.nspname,
      p.prsname) || coalesce((
    SELECT string_agg(format(E';\nALTER TEXT SEARCH CONFIGURATION %I.%I ADD MAPPING FOR %I WITH %s', s.nspname,
    c.cfgname, k.alias, m.dicts), '' ORDER BY k.alias)
    FROM (SELECT maptokentype, string_agg(mapdict::regdictionary::text, ', ' ORDER BY mapseqno) AS dicts
    FROM pg_ts_config_map
          WHERE mapcfg = c.oid GROUP BY maptokentype) m
          JOIN ts_token_type(c.cfgparser) k ON k.tokid = m.maptokentype), ''),
  'pg_ts_config'::regclass, c.oid
FROM pg_ts_config c JOIN spaces s ON s.oid = c.cfgnamespace JOIN pg_ts_parser p ON p.oid = c.cfgparser
    JOIN pg_namespace n ON n.oid = p.prsnamespace
UNION ALL SELECT 'foreign data wrapper', '', w.fdwname, quote_ident(w.fdwname),
  format('CREATE FOREIGN DATA WRAPPER %I%s%s%s', w.fdwname,
    ' HANDLER ' || nullif(w.fdwhandler, 0)::regproc,
    ' VALIDATOR ' || nullif(w.fdwvalidator, 0)::regproc,
    (SELECT format(' OPTIONS (%s)', string_agg(format('%I %L', option_name, option_value), ', '))
    FROM pg_options_to_table(w.fdwoptions) HAVING count(*) > 0)),
  'pg_foreign_data_wrapper'::regclass, w.oid FROM pg_foreign_data_wrapper w
UNION ALL SELECT 'server', '', v.srvname, quote_ident(v.srvname),
  format('CREATE SERVER %I%s%s FOREIGN DATA WRAPPER %I%s', v.srvname,
    ' TYPE ' || quote_literal(v.srvtype),
    ' VERSION ' || quote_literal(v.srvversion), w.fdwname,
    (SELECT format(' OPTIONS (%s)', string_agg(format('%I %L', option_name, option_value), ', '))
    FROM pg_options_to_table(v.srvoptions) HAVING count(*) > 0)),
  'pg_foreign_server'::regclass, v.oid FROM pg_foreign_server v JOIN pg_foreign_data_wrapper w ON w.oid = v.srvfdw
UNION ALL SELECT 'foreign table', r.nspname, r.relname, format('%I.%I', r.nspname, r.relname),
  format('CREATE FOREIGN TABLE %I.%I (%s) SERVER %I%s', r.nspname, r.relname, concat_ws(', ',
    (SELECT string_agg(format('%I %s%s%s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
        (SELECT format(' OPTIONS (%s)', string_agg(format('%I %L', option_name, option_value), ', '))
        FROM pg_options_to_table(a.attfdwoptions) HAVING count(*) > 0),
        (SELECT format(' COLLATE %I.%I', l.nspname, l.collname) FROM collations l JOIN pg_type t ON t.oid = a.atttypid
         WHERE l.oid = a.attcollation AND l.oid <> t.typcollation), ' DEFAULT ' || pg_get_expr(e.adbin, e.adrelid),
        CASE WHEN a.attnotnull THEN ' NOT NULL' END), ', ' ORDER BY a.attnum)
     FROM pg_attribute a LEFT JOIN pg_attrdef e ON e.adrelid = a.attrelid AND e.adnum = a.attnum
     WHERE a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped),
    (SELECT string_agg(format('CONSTRAINT %I %s', k.conname, pg_get_constraintdef(k.oid)), ', ' ORDER BY k.conname)
    FROM pg_constraint k WHERE k.conrelid = r.oid AND k.contype = 'c')),
    v.srvname, (SELECT format(' OPTIONS (%s)', string_agg(format('%I %L', option_name, option_value), ', '))
    FROM pg_options_to_table(f.ftoptions) HAVING count(*) > 0)),
  'pg_class'::regclass, r.oid
FROM relations r JOIN pg_foreign_table f ON f.ftrelid = r.oid JOIN pg_foreign_server v ON v.oid = f.ftserver
    WHERE NOT r.relispartition
)";
  // Rows and columns of a publication, and whole schemas, are of PostgreSQL 15.
  const bool filters = from.server_version() >= 150000;
  out += fmt::format(
      R"(UNION ALL SELECT 'publication', '', p.pubname, quote_ident(p.pubname),
  format('CREATE PUBLICATION %I%s WITH (publish = %L{})', p.pubname, CASE WHEN p.puballtables THEN ' FOR ALL TABLES'
      ELSE nullif(' FOR ' || concat_ws(', ',
      (SELECT 'TABLE ' || string_agg(format('ONLY %s{}', t.prrelid::regclass{}), ', ' ORDER BY t.prrelid)
      FROM pg_publication_rel t WHERE t.prpubid = p.oid){}), ' FOR ') END,
    concat_ws(', ', CASE WHEN p.pubinsert THEN 'insert' END, CASE WHEN p.pubupdate THEN 'update' END, CASE
    WHEN p.pubdelete THEN 'delete' END,
      CASE WHEN p.pubtruncate THEN 'truncate' END){}), 'pg_publication'::regclass, p.oid
FROM pg_publication p)",
      from.since(13, "%s", ""), filters ? "%s%s" : "",
      filters ? R"(, (SELECT format(' (%s)', string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum))
    FROM pg_attribute a
        WHERE a.attrelid = t.prrelid AND a.attnum = ANY (t.prattrs) HAVING count(*) > 0), ' WHERE ('
        || pg_get_expr(t.prqual, t.prrelid) || ')')"
              : "",
      filters ? R"(, (SELECT string_agg(format('TABLES IN SCHEMA %I', n.nspname), ', ' ORDER BY n.nspname)
    FROM pg_publication_namespace t
       JOIN pg_namespace n ON n.oid = t.pnnspid WHERE t.pnpubid = p.oid))"
              : "",
      from.since(13, ", CASE WHEN p.pubviaroot THEN ', publish_via_partition_root = true' END", ""));
  return out;
}

}  // namespace detail

inline void read_objects(reading& in) {
  const rows found = in.from.read(fmt::format(
      R"(SELECT o.kind, o.nspname, o.name, o.called, o.sql, o.catalog::oid, o.id, obj_description(o.id,
    o.catalog::regclass::text)
FROM ({}) o(kind, nspname, name, called, sql, catalog, id)
WHERE o.id >= 16384 AND (o.catalog, o.id) NOT IN (SELECT classid, objid FROM members) ORDER BY o.id)",
      detail::tracked_kinds(in.from)));
  each_record(found, [&](const record& r) {
    std::string kind = r.text(0), words = kind;
    for (char& c : words) c = static_cast<char>(c == ' ' ? c : c - 'a' + 'A');
    draft d{stage::object,
            {r.id(5), r.id(6)},
            kind,
            r.text(3),
            {},
            fmt::format("DROP {} {}", words, r.view(3)),
            {},
            in.words.name(r.view(1), r.view(2))};
    d.create = r.text(4);
    if (r.has(7)) d.create += fmt::format(";\nCOMMENT ON {} {} IS {}", words, r.view(3), render::literal(r.view(7)));
    in.drafts.push_back(std::move(d));
  });
}

}  // namespace skein::run::introspection
