// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// What PostgreSQL's catalogs hold of a database, as lines of text that two databases, or two moments, can be compared
/// by.

#include <skein/render/journal.hpp>
#include <skein/run/pqxx.hpp>

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

namespace skein::run {

/// Every object in a line of its own, sorted; its owner only where that is not who asks. The order of a table's columns is left out: a column that is dropped and
/// added again comes back last. So are the functions that make ranges, which keep their names when the type gets another, the
/// journal, and whatever belongs to an extension or to PostgreSQL itself.
class catalog {
 public:
  catalog() = default;
  /// One round trip.
  catalog(session& s, const render::journal_name& journal = {}) {
    const rows found = s.run(query(journal));
    for (std::size_t i = 0; i < found.size(); ++i) lines_.push_back(found.text(i, 0));
    std::sort(lines_.begin(), lines_.end());
  }

  const std::vector<std::string>& lines() const { return lines_; }
  bool operator==(const catalog&) const = default;

  /// What `after` lacks, each with a minus, then what only it has, each with a plus.
  friend std::vector<std::string> difference(const catalog& before, const catalog& after) {
    std::vector<std::string> out;
    const auto append = [&](char sign, const catalog& from, const catalog& without) {
      std::vector<std::string> only;
      std::set_difference(from.lines_.begin(), from.lines_.end(), without.lines_.begin(), without.lines_.end(),
                          std::back_inserter(only));
      for (const std::string& line : only) out.push_back(std::string{sign, ' '} + line);
    };
    append('-', before, after);
    append('+', after, before);
    return out;
  }

 private:
  static std::string query(const render::journal_name& journal) {
    return fmt::format(
        R"(WITH spaces AS (
  SELECT oid, nspname FROM pg_namespace WHERE nspname NOT LIKE 'pg\_%' AND nspname <> 'information_schema'
), of_extensions AS (
  SELECT classid, objid FROM pg_depend WHERE deptype = 'e'
), of_ranges AS (
  SELECT oid FROM pg_proc
  WHERE prosrc ~ '^(multi)?range_constructor[0-9]$' AND prolang = (SELECT oid FROM pg_language WHERE lanname = 'internal')
), relations AS (
  SELECT c.oid, c.relname, c.relkind, c.reltype, c.relpersistence, c.relreplident, c.reltablespace, c.relowner,
         (SELECT array_agg(o ORDER BY o) FROM unnest(c.reloptions) o) AS reloptions, n.nspname,
         format('%I.%I', n.nspname, c.relname) AS named
  FROM pg_class c JOIN spaces n ON n.oid = c.relnamespace
  WHERE NOT (n.nspname = {0} AND c.relname = {1})
    AND ('pg_class'::regclass, c.oid) NOT IN (SELECT classid, objid FROM of_extensions)
)
SELECT format('schema %I', nspname) FROM spaces
UNION ALL
SELECT format('extension %I in %s version %s', extname, extnamespace::regnamespace, extversion) FROM pg_extension
UNION ALL
SELECT format('relation %s kind %s persistence %s with %s%s%s', named, relkind, relpersistence, reloptions,
              (SELECT format(' in tablespace %I', spcname) FROM pg_tablespace WHERE oid = reltablespace),
              CASE WHEN relkind IN ('r', 'p') THEN ' replica identity ' || nullif(relreplident::text, 'd') END)
FROM relations WHERE relkind IN ('r', 'p', 'v', 'm', 'f', 'c')
UNION ALL
SELECT format('column %s.%I %s%s%s%s%s%s%s', r.named, a.attname, format_type(a.atttypid, a.atttypmod),
              CASE WHEN a.attnotnull THEN ' not null' END, ' identity ' || nullif(a.attidentity::text, ''),
              ' generated ' || nullif(a.attgenerated::text, ''), ' default ' || pg_get_expr(d.adbin, d.adrelid),
              (SELECT format(' collation %s.%I', l.collnamespace::regnamespace, l.collname)
               FROM pg_collation l JOIN pg_type t ON t.oid = a.atttypid
               WHERE l.oid = a.attcollation AND l.oid <> t.typcollation),
              ' statistics ' || nullif(a.attstattarget, -1))
FROM relations r JOIN pg_attribute a ON a.attrelid = r.oid
LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
WHERE r.relkind IN ('r', 'p', 'v', 'm', 'f', 'c') AND a.attnum > 0 AND NOT a.attisdropped
UNION ALL
SELECT format('partitioned %s by %s', named, pg_get_partkeydef(oid)) FROM relations WHERE relkind = 'p'
UNION ALL
SELECT format('%s %s of %s%s%s', CASE WHEN r.relkind IN ('i', 'I') THEN 'index' ELSE 'table' END, r.named, i.inhparent::regclass,
              ' ' || pg_get_expr(c.relpartbound, c.oid), ' ' || nullif(i.inhseqno, 1))
FROM pg_inherits i JOIN relations r ON r.oid = i.inhrelid JOIN pg_class c ON c.oid = r.oid
UNION ALL
SELECT format('column %s.%I inherited %s times%s', r.named, a.attname, a.attinhcount, CASE WHEN a.attislocal THEN ', local' END)
FROM relations r JOIN pg_attribute a ON a.attrelid = r.oid WHERE r.relkind IN ('r', 'p', 'f') AND a.attnum > 0 AND a.attinhcount > 0 AND NOT a.attisdropped
UNION ALL
SELECT format('constraint %I on %s %s%s', c.conname, r.named, pg_get_constraintdef(c.oid),
              CASE WHEN c.coninhcount > 0 THEN format(' inherited %s times%s', c.coninhcount, CASE WHEN c.conislocal THEN ', local' END) END)
FROM pg_constraint c JOIN relations r ON r.oid = c.conrelid WHERE c.contype <> 'n'
UNION ALL
SELECT format('constraint %I on domain %s %s', c.conname, c.contypid::regtype, pg_get_constraintdef(c.oid))
FROM pg_constraint c JOIN pg_type t ON t.oid = c.contypid JOIN spaces n ON n.oid = t.typnamespace
WHERE c.contype <> 'n' AND ('pg_type'::regclass, t.oid) NOT IN (SELECT classid, objid FROM of_extensions)
UNION ALL
SELECT format('index %s%s%s%s', pg_get_indexdef(i.indexrelid), CASE WHEN NOT i.indisvalid THEN ' invalid' END,
              CASE WHEN i.indisclustered THEN ' clustered' END, CASE WHEN i.indisreplident THEN ' replica identity' END) FROM pg_index i JOIN relations r ON r.oid = i.indrelid
UNION ALL
SELECT format('sequence %s as %s start %s by %s from %s to %s cache %s%s owned by %s', r.named,
              s.seqtypid::regtype, s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache,
              CASE WHEN s.seqcycle THEN ' cycle' END,
              (SELECT format('%s.%I%s', a.attrelid::regclass, a.attname, CASE d.deptype WHEN 'i' THEN ' identity' END) FROM pg_depend d
               JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
               WHERE d.classid = 'pg_class'::regclass AND d.objid = r.oid AND d.deptype IN ('a', 'i')))
FROM pg_sequence s JOIN relations r ON r.oid = s.seqrelid
UNION ALL
SELECT format('view %s %s', named, pg_get_viewdef(oid)) FROM relations WHERE relkind IN ('v', 'm')
UNION ALL
SELECT format('rule %s', pg_get_ruledef(w.oid))
FROM pg_rewrite w JOIN relations r ON r.oid = w.ev_class WHERE w.rulename <> '_RETURN'
UNION ALL
SELECT format('function %s %s', p.oid::regprocedure, pg_get_functiondef(p.oid))
FROM pg_proc p JOIN spaces n ON n.oid = p.pronamespace
WHERE p.prokind <> 'a' AND ('pg_proc'::regclass, p.oid) NOT IN (SELECT classid, objid FROM of_extensions)
  AND p.oid NOT IN (SELECT oid FROM of_ranges)
UNION ALL
SELECT format('aggregate %s (%s) returns %s parallel %s kind %s sfunc %s%s stype %s final %s%s combine %s serial %s deserial %s init %L sort %s',
              p.oid::regprocedure, pg_get_function_arguments(p.oid), pg_get_function_result(p.oid), p.proparallel, a.aggkind, a.aggtransfn,
              CASE WHEN p.proisstrict THEN ' strict' END, a.aggtranstype::regtype, a.aggfinalfn, CASE WHEN a.aggfinalextra THEN ' extra' END,
              a.aggcombinefn, a.aggserialfn, a.aggdeserialfn, a.agginitval, a.aggsortop::regoperator)
FROM pg_aggregate a JOIN pg_proc p ON p.oid = a.aggfnoid JOIN spaces n ON n.oid = p.pronamespace
WHERE ('pg_proc'::regclass, p.oid) NOT IN (SELECT classid, objid FROM of_extensions)
UNION ALL
SELECT format('event trigger %I on %s %s %s calls %s', evtname, evtevent, evttags, evtenabled, evtfoid::regprocedure)
FROM pg_event_trigger WHERE ('pg_event_trigger'::regclass, oid) NOT IN (SELECT classid, objid FROM of_extensions)
UNION ALL
SELECT format('trigger %s %s', t.tgenabled, pg_get_triggerdef(t.oid))
FROM pg_trigger t JOIN relations r ON r.oid = t.tgrelid WHERE NOT t.tgisinternal
UNION ALL
SELECT format('row security of %s%s%s', r.named, CASE WHEN c.relrowsecurity THEN ' enabled' END, CASE WHEN c.relforcerowsecurity THEN ' forced' END)
FROM relations r JOIN pg_class c ON c.oid = r.oid WHERE c.relrowsecurity OR c.relforcerowsecurity
UNION ALL
SELECT format('policy %I on %s %s %s to %s %s %s', p.polname, r.named, p.polcmd, p.polpermissive,
              (SELECT string_agg(CASE WHEN o = 0 THEN 'public' ELSE pg_get_userbyid(o) END, ', ' ORDER BY o) FROM unnest(p.polroles) o),
              pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid))
FROM pg_policy p JOIN relations r ON r.oid = p.polrelid
UNION ALL
SELECT format('privileges on %s: %s', pg_describe_object(classid, objid, column_number),
              (SELECT string_agg(format('%s to %s%s', a.privilege_type, CASE WHEN a.grantee = 0 THEN 'public' ELSE pg_get_userbyid(a.grantee) END,
                                        CASE WHEN a.is_grantable THEN ' with grant option' END), ', ' ORDER BY a.grantee, a.privilege_type)
               FROM aclexplode(acl) a))
FROM (SELECT 'pg_class'::regclass AS classid, c.oid AS objid, 0 AS column_number, c.relacl AS acl,
             acldefault(CASE WHEN c.relkind = 'S' THEN 's'::"char" ELSE 'r' END, c.relowner) AS usual
      FROM relations r JOIN pg_class c ON c.oid = r.oid
      UNION ALL SELECT 'pg_class'::regclass, r.oid, a.attnum, a.attacl, NULL FROM relations r JOIN pg_attribute a ON a.attrelid = r.oid AND NOT a.attisdropped
      UNION ALL SELECT 'pg_proc'::regclass, p.oid, 0, proacl, acldefault('f', proowner) FROM pg_proc p JOIN spaces n ON n.oid = p.pronamespace
      WHERE p.oid NOT IN (SELECT oid FROM of_ranges)
      UNION ALL SELECT 'pg_type'::regclass, t.oid, 0, typacl, acldefault('T', typowner) FROM pg_type t JOIN spaces n ON n.oid = t.typnamespace AND t.typtype <> 'm'
      UNION ALL SELECT 'pg_namespace'::regclass, n.oid, 0, nspacl, acldefault('n', nspowner) FROM pg_namespace n JOIN spaces USING (oid)) o
WHERE acl IS NOT NULL AND (classid, objid) NOT IN (SELECT classid, objid FROM of_extensions)
  AND ARRAY(SELECT format('%s %s %s', grantee, privilege_type, is_grantable) FROM aclexplode(acl) ORDER BY 1)
      <> ARRAY(SELECT format('%s %s %s', grantee, privilege_type, is_grantable) FROM aclexplode(usual) ORDER BY 1)
UNION ALL
SELECT format('owner of %s: %s', pg_describe_object(classid, objid, 0), pg_get_userbyid(owner))
FROM (SELECT 'pg_class'::regclass AS classid, oid AS objid, relowner AS owner FROM relations WHERE relkind NOT IN ('i', 'I')
      UNION ALL SELECT 'pg_proc'::regclass, p.oid, proowner FROM pg_proc p JOIN spaces n ON n.oid = p.pronamespace WHERE p.oid NOT IN (SELECT oid FROM of_ranges)
      UNION ALL SELECT 'pg_type'::regclass, t.oid, typowner FROM pg_type t JOIN spaces n ON n.oid = t.typnamespace AND t.typtype IN ('e', 'd', 'r')
      UNION ALL SELECT 'pg_namespace'::regclass, n.oid, nspowner FROM pg_namespace n JOIN spaces USING (oid)) o
WHERE owner <> (SELECT oid FROM pg_roles WHERE rolname = current_user) AND (classid, objid) NOT IN (SELECT classid, objid FROM of_extensions)
UNION ALL
SELECT format('default privileges of %s in %s on %s: %s %s', pg_get_userbyid(d.defaclrole), d.defaclnamespace::regnamespace, d.defaclobjtype,
              CASE WHEN a.grantee = 0 THEN 'public' ELSE pg_get_userbyid(a.grantee) END,
              string_agg(a.privilege_type || CASE WHEN a.is_grantable THEN ' with grant option' ELSE '' END, ', ' ORDER BY a.privilege_type))
FROM pg_default_acl d, aclexplode(d.defaclacl) a GROUP BY d.defaclrole, d.defaclnamespace, d.defaclobjtype, a.grantee
UNION ALL
SELECT format('object %s: %s', pg_describe_object(classid, objid, 0), definition)
FROM (SELECT 'pg_collation'::regclass AS classid, oid AS objid, concat_ws(' ', collprovider, collisdeterministic, collcollate, collctype) AS definition FROM pg_collation
      UNION ALL SELECT 'pg_cast'::regclass, oid, concat_ws(' ', castfunc::regprocedure, castcontext, castmethod) FROM pg_cast
                WHERE castfunc NOT IN (SELECT oid FROM of_ranges)
      UNION ALL SELECT 'pg_conversion'::regclass, oid, concat_ws(' ', conproc, condefault) FROM pg_conversion
      UNION ALL SELECT 'pg_operator'::regclass, oid,
                       concat_ws(' ', oprresult::regtype, oprcode, oprcom::regoperator, oprnegate::regoperator, oprrest, oprjoin, oprcanhash, oprcanmerge) FROM pg_operator
      UNION ALL SELECT 'pg_opclass'::regclass, oid, concat_ws(' ', opcintype::regtype, opckeytype::regtype, opcdefault) FROM pg_opclass
      UNION ALL SELECT 'pg_opfamily'::regclass, oid, '' FROM pg_opfamily
      UNION ALL SELECT 'pg_ts_config'::regclass, c.oid,
                       (SELECT string_agg(m.maptokentype || ' ' || m.mapdict::regdictionary, ', ' ORDER BY m.maptokentype, m.mapseqno)
                        FROM pg_ts_config_map m WHERE m.mapcfg = c.oid) FROM pg_ts_config c
      UNION ALL SELECT 'pg_ts_dict'::regclass, oid, dictinitoption FROM pg_ts_dict
      UNION ALL SELECT 'pg_ts_parser'::regclass, oid, prsstart::text FROM pg_ts_parser
      UNION ALL SELECT 'pg_ts_template'::regclass, oid, tmpllexize::text FROM pg_ts_template
      UNION ALL SELECT 'pg_statistic_ext'::regclass, oid, pg_get_statisticsobjdef(oid) FROM pg_statistic_ext
      UNION ALL SELECT 'pg_publication'::regclass, p.oid,
                       concat_ws(' ', puballtables, pubinsert, pubupdate, pubdelete, pubtruncate, to_jsonb(p)->>'pubviaroot',
                                 (SELECT string_agg(format('%I.%I', t.schemaname, t.tablename), ', ' ORDER BY 1)
                                  FROM pg_publication_tables t WHERE t.pubname = p.pubname)) FROM pg_publication p
      UNION ALL SELECT 'pg_foreign_data_wrapper'::regclass, oid, concat_ws(' ', fdwhandler::regproc, fdwvalidator::regproc, fdwoptions) FROM pg_foreign_data_wrapper
      UNION ALL SELECT 'pg_foreign_server'::regclass, oid, concat_ws(' ', srvtype, srvversion, srvoptions) FROM pg_foreign_server) o
WHERE objid >= 16384 AND (classid, objid) NOT IN (SELECT classid, objid FROM of_extensions)
UNION ALL
SELECT format('type %I.%I %s %s%s%s%s%s%s', n.nspname, t.typname, t.typtype,
              (SELECT string_agg(quote_literal(e.enumlabel), ', ' ORDER BY e.enumsortorder) FROM pg_enum e WHERE e.enumtypid = t.oid),
              CASE t.typtype WHEN 'd' THEN format_type(t.typbasetype, t.typtypmod) END, CASE WHEN t.typnotnull THEN ' not null' END,
              ' default ' || t.typdefault,
              (SELECT format(' collation %s.%I', l.collnamespace::regnamespace, l.collname)
               FROM pg_collation l JOIN pg_type b ON b.oid = t.typbasetype
               WHERE l.oid = t.typcollation AND l.oid <> b.typcollation),
              (SELECT format(' over %s by %s collation %s canonical %s difference %s multirange %s', r.rngsubtype::regtype,
                             (SELECT format('%s.%I', opcnamespace::regnamespace, opcname) FROM pg_opclass o WHERE o.oid = r.rngsubopc),
                             (SELECT format('%s.%I', collnamespace::regnamespace, collname) FROM pg_collation l WHERE l.oid = r.rngcollation),
                             r.rngcanonical, r.rngsubdiff, (to_jsonb(r)->>'rngmultitypid')::oid::regtype)
               FROM pg_range r WHERE r.rngtypid = t.oid))
FROM pg_type t JOIN spaces n ON n.oid = t.typnamespace
WHERE t.typtype IN ('e', 'd', 'r', 'm')
  AND ('pg_type'::regclass, t.oid) NOT IN (SELECT classid, objid FROM of_extensions)
UNION ALL
SELECT format('comment on %s%s: %s', r.named,
              '.' || (SELECT quote_ident(attname) FROM pg_attribute
                      WHERE attrelid = r.oid AND attnum = d.objsubid AND d.objsubid > 0), d.description)
FROM pg_description d JOIN relations r ON r.oid = d.objoid WHERE d.classoid = 'pg_class'::regclass
UNION ALL
SELECT format('comment on constraint %I on %s: %s', c.conname, r.named, d.description)
FROM pg_description d JOIN pg_constraint c ON c.oid = d.objoid JOIN relations r ON r.oid = c.conrelid
WHERE d.classoid = 'pg_constraint'::regclass
UNION ALL
SELECT format('comment on constraint %I on domain %s: %s', c.conname, c.contypid::regtype, d.description)
FROM pg_description d JOIN pg_constraint c ON c.oid = d.objoid WHERE d.classoid = 'pg_constraint'::regclass AND c.contypid <> 0
UNION ALL
SELECT format('comment on %s: %s', pg_describe_object(classoid, objoid, 0), description)
FROM pg_description
WHERE objoid >= 16384 AND classoid NOT IN ('pg_class'::regclass, 'pg_constraint'::regclass)
  AND (classoid, objoid) NOT IN (SELECT classid, objid FROM of_extensions))",
        render::literal(journal.schema), render::literal(journal.table));
  }

  std::vector<std::string> lines_;
};

}  // namespace skein::run
