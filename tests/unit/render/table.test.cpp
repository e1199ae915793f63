// SPDX-License-Identifier: BSL-1.0
#include <skein/render/table.hpp>

#include "database.hpp"
#include "support/catch.hpp"

using namespace skein;

namespace {

/// The statements of a step as a script shows them.
template <class Step>
std::string sql_of() {
  std::string out;
  for (const std::string& sql : render::statements(Step::step)) out += render::terminated(sql) + "\n";
  return out;
}

}  // namespace

TEST_CASE("a table reads like one written by hand") {
  using users = create_table<
      "users", comment<"Who may log in.">, column<"id", bigint, identity, primary_key>,
      column<"email", varchar<255>, not_null, unique, collate<"C">, comment<"as given">>,
      column<"referrer", bigint, references<"users", "id", on_delete<set_null>>>,
      column<"tier", text, not_null, default_<"'free'">, check<"tier IN ('free', 'paid')">>,
      column<"created_at", timestamptz, not_null, default_<"now()">>,
      column<"search", tsvector, generated<"to_tsvector('simple', email)">>,
      constraint<"users_email_tier_key", unique_on<"email", "tier">, deferrable>, check_on<"users_check", "id > 0">,
      parameter<"fillfactor", "70">,
      indexed<"users_lower_email_idx", on<expression("lower(email)"), desc("created_at")>, where<"tier = 'paid'">>>;
  CHECK(sql_of<users>() == R"(CREATE TABLE users (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  email varchar(255) COLLATE "C" NOT NULL UNIQUE,
  referrer bigint REFERENCES users (id) ON DELETE SET NULL,
  tier text DEFAULT 'free' NOT NULL CHECK (tier IN ('free', 'paid')),
  created_at timestamptz DEFAULT now() NOT NULL,
  search tsvector GENERATED ALWAYS AS (to_tsvector('simple', email)) STORED,
  CONSTRAINT users_email_tier_key UNIQUE (email, tier) DEFERRABLE,
  CONSTRAINT users_check CHECK (id > 0)
) WITH (fillfactor = 70);
CREATE INDEX users_lower_email_idx ON users ((lower(email)), created_at DESC) WHERE tier = 'paid';
COMMENT ON TABLE users IS 'Who may log in.';
COMMENT ON COLUMN users.email IS 'as given';
)");
  test::database db;
  db.apply<users>();
  CHECK(db.columns("users") == "id email referrer tier created_at search");
  CHECK(db.column("users", "id") == "bigint|not null||a||");
  CHECK(db.column("users", "email") == "character varying(255)|not null||||C");
  CHECK(db.column("users", "tier") == "text|not null|'free'::text|||");
  CHECK(db.column("users", "search") == "tsvector|null|to_tsvector('simple'::regconfig, (email)::text)||s|");
  CHECK(db.ask("SELECT obj_description('users'::regclass), col_description('users'::regclass, 2)") ==
        "Who may log in.|as given");
  CHECK(db.ask("SELECT reloptions FROM pg_class WHERE oid = 'users'::regclass") == "{fillfactor=70}");
}

TEST_CASE("a table without columns, and one in a schema") {
  CHECK(sql_of<create_table<"t">>() == "CREATE TABLE t ();\n");
  test::database db;
  db.apply<create_schema<"my app">,
           create_table<qualified("my app", "T.1"), column<"a", integer>, indexed<"ix", on<"a">>>>();
  CHECK(db.ask("SELECT indexrelid::regclass || ' ' || indrelid::regclass FROM pg_index WHERE indrelid = '\"my "
               "app\".\"T.1\"'::regclass") == "\"my app\".ix \"my app\".\"T.1\"");
  db.apply<create_table<"t">>();
  CHECK(db.columns("t") == "");
}

TEST_CASE("identity columns") {
  test::database db;
  db.apply<create_table<
      "t",
      column<"a", bigint,
             identity_with<by_default, start<1000>, increment<10>, min_value<5>, max_value<99999>, cache<7>, cycle>>,
      column<"b", smallint, identity_with<always, cycle>>>>();
  CHECK(db.column("t", "a") == "bigint|not null||d||");
  CHECK(db.column("t", "b") == "smallint|not null||a||");
  CHECK(db.ask("SELECT seqstart, seqincrement, seqmin, seqmax, seqcache, seqcycle FROM pg_sequence WHERE seqrelid = "
               "'t_a_seq'::regclass") == "1000|10|5|99999|7|t");
  CHECK(db.ask("SELECT seqstart, seqcycle FROM pg_sequence WHERE seqrelid = 't_b_seq'::regclass") == "1|t");
}

TEST_CASE("serial columns own their sequence") {
  test::database db;
  db.apply<create_table<"t", column<"a", serial>, column<"b", bigserial, primary_key>>>();
  CHECK(db.column("t", "a") == "integer|not null|nextval('t_a_seq'::regclass)|||");
  CHECK(db.ask("SELECT pg_get_serial_sequence('t', 'b')") == "public.t_b_seq");
}

TEST_CASE("keys with everything that they can have") {
  test::database db;
  db.apply<create_table<"t", column<"a", integer, constraint<"uq_a", unique, include<"b">>>, column<"b", integer>,
                        column<"c", integer>, column<"d", integer, constraint<"uq_d", unique, initially_deferred>>,
                        constraint<"pk", primary_key_on<"a", "b">, include<"c">>,
                        constraint<"uq", unique_on<"b", "c">, include<"a">, deferrable>, unique_on<"c", "a">>>();
  CHECK(db.constraints("t") ==
        "pk|PRIMARY KEY (a, b) INCLUDE (c)\n"
        "t_c_a_key|UNIQUE (c, a)\n"
        "uq|UNIQUE (b, c) INCLUDE (a) DEFERRABLE\n"
        "uq_a|UNIQUE (a) INCLUDE (b)\n"
        "uq_d|UNIQUE (d) DEFERRABLE INITIALLY DEFERRED");
}

TEST_CASE("ON DELETE SET NULL of some columns") {
  test::database db;
  if (!db.has(15)) return;
  db.apply<create_table<"p", column<"a", integer>, column<"b", integer>, primary_key_on<"a", "b">>,
           create_table<"f", column<"a", integer>, column<"b", integer>, constraint<"fk", foreign_key<on<"a", "b">, to<"p">, on_delete<set_null, "b">>>,
                        constraint<"fk2", foreign_key<on<"a", "b">, to<"p">, on_delete<set_default_value, "b", "a">>>>>();
  CHECK(db.constraints("f") ==
        "fk|FOREIGN KEY (a, b) REFERENCES p(a, b) ON DELETE SET NULL (b)\n"
        "fk2|FOREIGN KEY (a, b) REFERENCES p(a, b) ON DELETE SET DEFAULT (b, a)");
}

TEST_CASE("of two like keys none is lost") {
  using t = create_table<"t", column<"a", integer, primary_key, unique>, column<"b", integer>,
                         constraint<"uq", unique_on<"b", "a">>, unique_on<"b", "a">, unique_on<"a", "b">>;
  CHECK(sql_of<t>() == R"(CREATE TABLE t (
  a integer PRIMARY KEY,
  b integer
);
ALTER TABLE t ADD UNIQUE (a);
ALTER TABLE t ADD CONSTRAINT uq UNIQUE (b, a);
ALTER TABLE t ADD UNIQUE (b, a);
ALTER TABLE t ADD UNIQUE (a, b);
)");
  test::database db;
  db.apply<t, add_column<"t", column<"c", integer, unique, constraint<"uq_c", unique>>>>();
  CHECK(db.constraints("t") ==
        "t_a_b_key|UNIQUE (a, b)\n"
        "t_a_key|UNIQUE (a)\n"
        "t_b_a_key|UNIQUE (b, a)\n"
        "t_c_key|UNIQUE (c)\n"
        "t_pkey|PRIMARY KEY (a)\n"
        "uq|UNIQUE (b, a)\n"
        "uq_c|UNIQUE (c)");
}

TEST_CASE("keys and indexes in which nulls are equal") {
  using t = create_table<"t", column<"a", integer, constraint<"uq_a", unique, nulls_not_distinct, initially_deferred>>,
                         column<"b", integer>, constraint<"uq", unique_on<"b", "a">, nulls_not_distinct>,
                         indexed<"ix", on<"b">, unique, nulls_not_distinct, include<"a">, where<"a > 0">>>;
  CHECK(sql_of<t>() == R"(CREATE TABLE t (
  a integer CONSTRAINT uq_a UNIQUE NULLS NOT DISTINCT DEFERRABLE INITIALLY DEFERRED,
  b integer,
  CONSTRAINT uq UNIQUE NULLS NOT DISTINCT (b, a)
);
CREATE UNIQUE INDEX ix ON t (b) INCLUDE (a) NULLS NOT DISTINCT WHERE a > 0;
)");
  test::database db;
  if (!db.has(15)) return;
  db.apply<t>();
  CHECK(db.constraints("t") ==
        "uq|UNIQUE NULLS NOT DISTINCT (b, a)\n"
        "uq_a|UNIQUE NULLS NOT DISTINCT (a) DEFERRABLE INITIALLY DEFERRED");
  CHECK(db.index("ix") ==
        "CREATE UNIQUE INDEX ix ON public.t USING btree (b) INCLUDE (a) NULLS NOT DISTINCT WHERE (a > 0)");
}

TEST_CASE("foreign keys with everything that they can have") {
  test::database db;
  db.apply<
      create_schema<"app">,
      create_table<qualified("app", "target"), column<"x", integer>, column<"y", integer>, primary_key_on<"x", "y">>,
      create_table<"t", column<"a", integer, default_<"0">>, column<"b", integer>, column<"c", integer, primary_key>,
                   constraint<"fk1",
                              foreign_key<on<"a", "b">, to<qualified("app", "target"), "x", "y">, on_delete<cascade>,
                                          on_update<restrict_>, match_full>,
                              initially_deferred>,
                   constraint<"fk2",
                              foreign_key<on<"b", "a">, to<qualified("app", "target")>, on_delete<set_default_value>,
                                          on_update<set_null>>,
                              deferrable>,
                   foreign_key<on<"a">, to<"t", "c">, on_delete<no_action>>, foreign_key<on<"b">, to<"t">>>>();
  CHECK(db.constraints("t") ==
        "fk1|FOREIGN KEY (a, b) REFERENCES app.target(x, y) MATCH FULL ON UPDATE RESTRICT ON DELETE CASCADE DEFERRABLE "
        "INITIALLY DEFERRED\n"
        "fk2|FOREIGN KEY (b, a) REFERENCES app.target(x, y) ON UPDATE SET NULL ON DELETE SET DEFAULT DEFERRABLE\n"
        "t_a_fkey|FOREIGN KEY (a) REFERENCES t(c)\n"
        "t_b_fkey|FOREIGN KEY (b) REFERENCES t(c)\n"
        "t_pkey|PRIMARY KEY (c)");
}

TEST_CASE("a constraint that is not valid stays so, and is numbered as it was declared") {
  using t = create_table<"t", column<"a", integer, primary_key>,
                         column<"b", integer, constraint<automatic, references<"t">, not_valid>>,
                         foreign_key<on<"b">, to<"t", "a">, on_delete<cascade>>,
                         constraint<"ck", check<"b > 0">, not_valid, no_inherit>, indexed<"ix", on<"b">>>;
  CHECK(sql_of<t>() == R"(CREATE TABLE t (
  a integer PRIMARY KEY,
  b integer
);
CREATE INDEX ix ON t (b);
ALTER TABLE t ADD FOREIGN KEY (b) REFERENCES t NOT VALID;
ALTER TABLE t ADD FOREIGN KEY (b) REFERENCES t (a) ON DELETE CASCADE;
ALTER TABLE t ADD CONSTRAINT ck CHECK (b > 0) NO INHERIT NOT VALID;
)");
  test::database db;
  db.apply<t>();
  CHECK(db.constraints("t") ==
        "ck|CHECK ((b > 0)) NO INHERIT NOT VALID\n"
        "t_b_fkey|FOREIGN KEY (b) REFERENCES t(a) NOT VALID\n"
        "t_b_fkey1|FOREIGN KEY (b) REFERENCES t(a) ON DELETE CASCADE\n"
        "t_pkey|PRIMARY KEY (a)");
}

TEST_CASE("a foreign key to its own table may rest on an index that comes after the table") {
  test::database db;
  db.apply<create_table<"t", column<"a", integer, references<"t", "code">>, column<"code", integer>,
                        indexed<"ix", on<"code">, unique>>>();
  CHECK(db.constraints("t") == "t_a_fkey|FOREIGN KEY (a) REFERENCES t(code)");
}

TEST_CASE("exclusion constraints") {
  test::database db;
  db.apply<create_table<"t", column<"a", int4range>, column<"b", tsrange>, column<"c", integer>,
                        exclude_on<"no_overlap", on<with("a", "&&"), with("b", "&&")>, method<"gist">, where<"c > 0">,
                                   include<"c">, deferrable, with_parameters<parameter<"fillfactor", "80">>>,
                        exclude_on<automatic, on<with(expression("c + 1"), "=")>>>>();
  CHECK(db.constraints("t") ==
        "no_overlap|EXCLUDE USING gist (a WITH &&, b WITH &&) INCLUDE (c) WITH (fillfactor='80') WHERE ((c > 0)) "
        "DEFERRABLE\n"
        "t_expr_excl|EXCLUDE USING btree (((c + 1)) WITH =)");
}

TEST_CASE("indexes with everything that they can have") {
  using t =
      create_table<"t", column<"a", integer>, column<"b", text>, column<"c", jsonb>,
                   indexed<"ix",
                           on<nulls_last(desc("a")), nulls_first(asc(opclass(collated("b", "C"), "text_pattern_ops"))),
                              expression("lower(b)")>,
                           unique, include<"c">, with_parameters<parameter<"fillfactor", "50">>, where<"c IS NULL">>>;
  CHECK_THAT(sql_of<t>(), test::containing("CREATE UNIQUE INDEX ix ON t (a DESC NULLS LAST, b COLLATE \"C\" "
                                           "text_pattern_ops ASC NULLS FIRST, (lower(b))) "
                                           "INCLUDE (c) WITH (fillfactor = 50) WHERE c IS NULL;\n"));
  test::database db;
  db.apply<t,
           create_index<"Gin \"x\"", "t", on<opclass("c", "jsonb_path_ops")>, method<"gin">, concurrently,
                        with_parameters<parameter<"fastupdate", "false">>>,
           create_index<automatic, "t", on<"a", "b">>,
           create_index<automatic, "t", on<opclass("b", qualified("pg_catalog", "text_ops"))>>>();
  CHECK(db.index("ix") ==
        "CREATE UNIQUE INDEX ix ON public.t USING btree (a DESC NULLS LAST, b COLLATE \"C\" text_pattern_ops NULLS "
        "FIRST, "
        "lower(b)) INCLUDE (c) WITH (fillfactor='50') WHERE (c IS NULL)");
  CHECK(db.index("\"Gin \"\"x\"\"\"") ==
        "CREATE INDEX \"Gin \"\"x\"\"\" ON public.t USING gin (c jsonb_path_ops) WITH (fastupdate='false')");
  CHECK(db.indexes("t") == "ix\n\"Gin \"\"x\"\"\"\nt_a_b_idx\nt_b_idx");
}

TEST_CASE("hostile names everywhere") {
  test::database db;
  using hostile =
      create_table<qualified("s.\"1\"", "t'.\n2"),
                   column<"c \"3\"", integer, constraint<"pk\\4", primary_key>, comment<"it's; -- \\ $$">>,
                   column<"grün", text, collate<qualified("pg_catalog", "C")>>,
                   constraint<"u;5", unique_on<"grün", "c \"3\"">>, indexed<"select", on<"grün">, include<"c \"3\"">>,
                   constraint<"fk--6", foreign_key<on<"c \"3\"">, to<qualified("s.\"1\"", "t'.\n2"), "c \"3\"">>>>;
  db.apply<create_schema<"s.\"1\"">, hostile>();
  const std::string table = "\"s.\"\"1\"\"\".\"t'.\n2\"";
  CHECK(db.columns(table) == "c \"3\" grün");
  CHECK(db.constraints(table) == "fk--6|FOREIGN KEY (\"c \"\"3\"\"\") REFERENCES " + table +
                                     "(\"c \"\"3\"\"\")\n"
                                     "pk\\4|PRIMARY KEY (\"c \"\"3\"\"\")\n"
                                     "u;5|UNIQUE (\"grün\", \"c \"\"3\"\"\")");
  CHECK(db.ask("SELECT col_description(" + render::literal(table) + "::regclass, 1)") == "it's; -- \\ $$");
}
