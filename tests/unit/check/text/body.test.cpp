// SPDX-License-Identifier: BSL-1.0
#include <skein/check/apply.hpp>
#include <skein/check/state/growing_schema.hpp>
#include <skein/check/text/body.hpp>
#include <skein/declare/chain.hpp>

#include "support/catch.hpp"

#include <string>

namespace {

using namespace skein;
using checks::u32;

/// Some tables.
checks::live_state made() {
  checks::live_state s;
  const model::step* steps[]{
      &create_schema<"app">::step,
      &create_enum<"mood", "sad", "ok">::step,
      &create_table<"users", column<"id", bigint, primary_key>, column<"email", text>, column<"Age", integer>>::step,
      &create_table<"orders", column<"id", bigint, primary_key>, column<"user_id", bigint>, column<"total", integer>, column<"year", integer>>::step,
      &create_table<qualified("app", "users"), column<"id", bigint, primary_key>, column<"name", text>>::step,
      &create_table<"none">::step};
  for (const model::step* x : steps) REQUIRE(checks::advance(s, *x));
  return s;
}

std::string called(const checks::live_state& s, u32 entry) {
  const u32 i = checks::names::slot_of(entry);
  const auto table = [&](u32 t) { return (s.tables[t].schema->empty() ? "" : std::string(s.tables[t].schema->text) + ".") + s.tables[t].name->text; };
  switch (entry & checks::names::kind_mask) {
    case checks::names::table: return table(i);
    case checks::names::column: return table(s.columns[i].table) + "." + s.columns[i].name->text;
    case checks::names::columns: return table(s.columns[i].table) + ".*";
    case checks::names::entity: return std::string("@") + s.entities[i].name->text;
    default: return "-";
  }
}

/// What the text uses, in the order of its words; words that are nothing of the schema's left out.
std::string uses(std::string_view sql, const char* about = nullptr) {
  checks::live_state s = made();
  checks::entity_state e{};
  const model::ident name("v");
  e.what = model::entity_kind::expression;
  e.name = e.schema = &name;
  s.uses.resize(sql.size() + 10);
  e.first_use = s.used.uses + 1;
  u32 table = 0;
  if (about) table = checks::names::find_table(s, {}, model::ident(about, std::string(about).size()));
  e.table = table ? table : 1;
  if (!checks::read_body(s, e, model::view(sql.data(), sql.size()), table))
    return std::string(s.v.what == checks::fault::unknown_relation ? "no relation " : "no column ").append(s.v.text.data, s.v.text.size) +
           (s.v.hint ? std::string(", ") + s.v.hint->text + "?" : "");
  CHECK(e.used <= checks::extents::names_in(model::view(sql.data(), sql.size())));
  std::string out;
  for (u32 k = 0; k < e.used; ++k)
    if (const u32 entry = s.uses[e.first_use + k]) out += (out.empty() ? "" : " ") + called(s, entry);
  return out;
}

TEST_CASE("a query uses what its FROM names, and the columns of that") {
  CHECK(uses("SELECT id, email FROM users") == "users.id users.email users");
  CHECK(uses("select \"Age\" from Users where EMAIL is not null") == "users.Age users users.email");
  CHECK(uses("SELECT age FROM users") == "users");  // not so called
  CHECK(uses("SELECT u.email FROM users u") == "users.email users");
  CHECK(uses("SELECT u.email FROM users AS u") == "users.email users");
  CHECK(uses("SELECT users.email FROM users") == "users users.email users");
  CHECK(uses("SELECT 1 FROM app.users") == "app.users");
  CHECK(uses("SELECT app.users.name, users.id FROM app.users") == "app.users app.users.name app.users app.users.id app.users");
  CHECK(uses("SELECT u.id FROM public.users u JOIN app.users a ON a.id = u.id") == "users.id users app.users app.users.id users.id");
  CHECK(uses("SELECT total, email FROM users, orders WHERE users.id = user_id") == "orders.total users.email users orders users users.id orders.user_id");
  CHECK(uses("TABLE_NOTHING").empty());
  CHECK(uses("SELECT count(*) FROM users") == "users");
  CHECK(uses("SELECT count(*) FROM \"users\"") == "users");
  CHECK(uses("").empty());
}

TEST_CASE("a star uses all columns") {
  CHECK(uses("SELECT * FROM users") == "users.*");
  CHECK(uses("SELECT u.*, o.total FROM users u JOIN orders o ON o.user_id = u.id") == "users.* orders.total users orders orders.user_id users.id");
  CHECK(uses("SELECT * FROM users JOIN orders USING (id)") == "users.* orders.* orders.id users.id");
  CHECK(uses("SELECT total * 2 FROM orders") == "orders.total orders");
  CHECK(uses("SELECT 2 * total FROM orders") == "orders.total orders");
  CHECK(uses("SELECT DISTINCT * FROM orders") == "orders.*");
  CHECK(uses("SELECT DISTINCT ON (total) * FROM orders") == "orders.total orders.*");
  CHECK(uses("SELECT * FROM none") == "none");
  CHECK(uses("SELECT count(u.*) FROM users u") == "users");
  CHECK(uses("SELECT u FROM users u") == "users");
}

TEST_CASE("aliases, literals, comments and grammar are nothing") {
  CHECK(uses("SELECT id AS email, id total FROM users") == "users.id users.id users");
  CHECK(uses("SELECT 'email', $$id$$, E'id\\'s' /* id */ FROM users -- email") == "users");
  CHECK(uses("SELECT extract(year from now()), now() at time zone 'UTC' FROM orders") == "orders");
  CHECK(uses("SELECT total::bigint, cast(id AS text) FROM orders") == "orders.total orders.id orders");
  CHECK(uses("SELECT (total::timestamp with time zone), total::double precision FROM orders") == "orders.total orders.total orders");
  CHECK(uses("SELECT 'sad'::mood, mood 'ok', 'ok'::public.mood[] FROM users") == "@mood @mood @mood users");
  CHECK(uses("SELECT id::orders FROM users") == "users.id orders users");
  CHECK(uses("SELECT rank() OVER w, sum(total) OVER (PARTITION BY user_id ORDER BY id) FILTER (WHERE year > 0) FROM orders WINDOW w AS (ORDER BY total)") ==
        "orders.total orders.user_id orders.id orders.year orders orders.total");
  CHECK(uses("SELECT id AS total FROM users JOIN LATERAL (SELECT 1 AS one) x ON true ORDER BY total DESC NULLS LAST LIMIT 3") == "users.id users");
  CHECK(uses("SELECT f(a => total, b := year) FROM orders") == "orders.total orders.year orders");
  CHECK(uses("SELECT CASE WHEN total > 1 THEN year ELSE id END AS x FROM orders GROUP BY total, year, id HAVING count(*) > 1") ==
        "orders.total orders.year orders.id orders orders.total orders.year orders.id");
  CHECK(uses("SELECT a IS DISTINCT FROM id FROM users") == "users.id users");
  CHECK(uses("SELECT id FROM users FOR UPDATE OF users") == "users.id users users");
}

TEST_CASE("subqueries and CTEs have columns of their own") {
  CHECK(uses("SELECT x.id, email FROM (SELECT id, email FROM users) x") == "users.id users.email users");
  CHECK(uses("SELECT id FROM users WHERE EXISTS (SELECT 1 FROM orders WHERE user_id = users.id AND email = 'x')") ==
        "users.id users orders orders.user_id users users.id users.email");
  CHECK(uses("SELECT id FROM users WHERE id IN (SELECT total AS id FROM orders)") == "users.id users users.id orders.total orders");
  CHECK(uses("WITH users AS (SELECT id FROM users) SELECT id FROM users") == "users.id users");
  CHECK(uses("WITH RECURSIVE t AS (SELECT id FROM users UNION ALL SELECT t.id + 1 FROM t) SELECT id FROM t") == "users.id users");
  CHECK(uses("WITH t(a) AS NOT MATERIALIZED (SELECT id FROM users), s AS (SELECT a FROM t) SELECT a FROM s, t") == "users.id users");
  CHECK(uses("SELECT id FROM users u, LATERAL (SELECT total FROM orders WHERE user_id = u.id) o") == "users.id users orders.total orders orders.user_id users.id");
  CHECK(uses("SELECT e.x, id FROM unnest(ARRAY[1]) WITH ORDINALITY AS e(x, n) JOIN users ON id = e.n") == "users.id users users.id");
  CHECK(uses("SELECT id FROM users UNION ALL (SELECT total FROM orders) ORDER BY 1") == "users.id users orders.total orders");
  CHECK(uses("SELECT * FROM (SELECT * FROM users) x") == "users.*");
  CHECK(uses("SELECT (SELECT max(total) FROM orders) AS m FROM users") == "orders.total orders users");
  CHECK(uses("SELECT id FROM ((users JOIN orders o ON o.user_id = users.id) JOIN none ON true)") == "users.id users orders orders.user_id users users.id none");
  CHECK(uses("SELECT v FROM (VALUES (1), (2)) AS t(v), users") == "users");
}

TEST_CASE("other statements") {
  CHECK(uses("INSERT INTO app.users (id, name) VALUES (1, 'x')") == "app.users app.users.id app.users.name");
  CHECK(uses("INSERT INTO orders (id, total) SELECT id, 1 FROM users ON CONFLICT (id) DO UPDATE SET total = excluded.total RETURNING id") ==
        "orders orders.id orders.total users.id users orders.id orders.total orders.total orders.id");
  CHECK(uses("UPDATE users SET email = total::text FROM orders WHERE users.id = user_id") == "users users.email orders.total orders users users.id orders.user_id");
  CHECK(uses("DELETE FROM orders USING users WHERE users.id = user_id; SELECT email FROM users") ==
        "orders users users users.id orders.user_id users.email users");
}

TEST_CASE("an expression is about its table") {
  CHECK(uses("email = current_user AND id > 0", "users") == "users.email users.id");
  CHECK(uses("NEW.email IS DISTINCT FROM OLD.email", "users") == "users.email users.email");
  CHECK(uses("users.id = 1 AND EXISTS (SELECT FROM orders WHERE user_id = users.id)", "users") == "users users.id orders orders.user_id users users.id");
  CHECK(uses("NEW.mail IS NULL", "users") == "no column mail, email?");
  CHECK(uses("new.emial IS NULL", "users") == "no column emial, email?");
  CHECK(uses("NEW.* IS DISTINCT FROM OLD.*", "users") == "users.* users.*");
}

TEST_CASE("what is not there is a fault, if that is sure") {
  CHECK(uses("SELECT 1 FROM usrs") == "no relation usrs, users?");
  CHECK(uses("SELECT 1 FROM app.orders") == "no relation orders, orders?");
  CHECK(uses("SELECT 1 FROM pg_class, information_schema.tables, pg_catalog.pg_type, generate_series(1, 2) g").empty());
  CHECK(uses("SELECT u.emal FROM users u") == "no column emal, email?");
  CHECK(uses("SELECT u.ctid, u.tableoid FROM users u") == "users");
  CHECK(uses("SELECT emal FROM users") == "users");  // may be a function's, or an outer one
  CHECK(uses("SELECT (x).email FROM users x") == "users");
}

TEST_CASE("sequences stand in strings") {
  model::query_of q(model::view("SELECT nextval('app.s'), currval('\"S\"'::regclass), nextval(x), f('s')"));
  std::string found;
  for (u32 k = 1; k <= q.word_count; ++k)
    if (q.words[k].is == model::role::sequence) found += std::string(q.words[k].data, q.words[k].size) + " ";
  CHECK(found == "s S ");
}

constexpr std::string_view statements[]{
    "WITH RECURSIVE t(a, b) AS (SELECT u.*, count(*) FILTER (WHERE x) OVER w FROM a.b AS u JOIN c USING (d, e) WHERE f(g => 1)::h[] = 'i' "
    "UNION ALL SELECT \"j\".k FROM \"j\") INSERT INTO t (a) VALUES (1), ($1) ON CONFLICT (a) DO UPDATE SET b = excluded.b RETURNING *, (a).b.*",
    "SELECT DISTINCT ON (a) b[1:2], extract(year from c), nextval('d.e') x FROM ONLY f, LATERAL (VALUES (1)) g(h) NATURAL JOIN i "
    "ORDER BY j USING <, k COLLATE \"C\" LIMIT 1 FOR UPDATE OF f; DELETE FROM a USING b WHERE $$x$$ = E'\\'' OPERATOR(pg_catalog.=) 1.5e3",
    "a,b,c.d.e,*,*,f(*,g),((h)),[i],::j,.k,l.,'m,\"n,$o$p,--q"};

TEST_CASE("every text has an end") {
  std::size_t read = 0;
  for (const std::string_view sql : statements)
    for (std::size_t n = 0; n <= sql.size(); ++n)
      for (const std::size_t from : {std::size_t{0}, sql.size() - n}) {
        const std::string copy(sql.substr(from, n));  // what is beyond its end is nobody's
        const std::string found = uses(copy, "users");
        read += found.size();
      }
  CHECK(read > 0);
  CHECK(uses(std::string(300, '(') + "SELECT id FROM users" + std::string(300, ')')) == "users.id users");
}

/// In a constant expression.
constexpr u32 relations(const model::text_view& sql) {
  u32 n = 0;
  const model::query_of q(sql);
  for (u32 k = 1; k <= q.word_count; ++k) n += q.words[k].is == model::role::relation;
  return n;
}
static_assert(relations(model::view("WITH x AS (SELECT a FROM b) SELECT * FROM x JOIN c ON x.a = c.a WHERE EXISTS (SELECT FROM d)")) == 4);

}  // namespace
