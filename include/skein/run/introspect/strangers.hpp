// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// What there is besides all that is read, so that nothing is left out in silence.

#include <skein/run/introspect/reading.hpp>

namespace skein::run::introspection {

/// Objects of kinds without SQL of their own here, and owners other than the role that reads, where the
/// state does not have them.
inline void read_strangers(reading& in, bool owners) {
  const rows found = in.from.read(R"(SELECT i.type, i.identity, 'skein does not know this kind'
FROM (SELECT 'pg_opclass'::regclass AS c, oid AS o, opcnamespace AS n FROM pg_opclass
    UNION ALL SELECT 'pg_opfamily'::regclass, oid, opfnamespace FROM pg_opfamily
    UNION ALL SELECT 'pg_ts_parser'::regclass, oid, prsnamespace FROM pg_ts_parser
    UNION ALL SELECT 'pg_ts_template'::regclass, oid, tmplnamespace FROM pg_ts_template
    UNION ALL SELECT 'pg_type'::regclass, oid, typnamespace FROM pg_type WHERE (typtype = 'b'
    AND typelem = 0) OR NOT typisdefined
    UNION ALL SELECT 'pg_language'::regclass, oid, NULL FROM pg_language
    UNION ALL SELECT 'pg_am'::regclass, oid, NULL FROM pg_am
    UNION ALL SELECT 'pg_transform'::regclass, oid, NULL FROM pg_transform) x
CROSS JOIN LATERAL pg_identify_object(x.c, x.o, 0) i
WHERE x.o >= 16384 AND (x.n IS NULL OR x.n IN (SELECT oid FROM spaces)) AND (x.c, x.o) NOT IN (SELECT classid, objid
    FROM members)
UNION ALL SELECT 'subscription', quote_ident(subname), 'it holds a password' FROM pg_stat_subscription
    WHERE subname IS NOT NULL
UNION ALL SELECT 'user mapping', format('%I for %I', srvname, usename), 'it may hold a password' FROM pg_user_mappings
UNION ALL SELECT 'security label', pg_describe_object(classoid, objoid, objsubid), 'skein does not know this kind'
    FROM pg_seclabel
UNION ALL SELECT 'owner', format('%s of tables, views and sequences', count(*)),
    format('%I, who is not the role that reads; the role that runs the steps will own them',
    pg_get_userbyid(relowner))
FROM relations WHERE relkind IN ('r', 'p', 'v', 'm', 'f', 'S') AND relowner <> (SELECT oid FROM pg_roles
    WHERE rolname = current_user) GROUP BY relowner)");
  each_record(found, [&](const record& r) {
    if (r.view(0) != "owner" || !owners) in.leave(r.text(0), r.text(1), r.text(2));
  });
}

}  // namespace skein::run::introspection
