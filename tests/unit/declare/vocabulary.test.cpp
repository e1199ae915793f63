// SPDX-License-Identifier: BSL-1.0
// Whatever these headers declare, `using namespace skein` works beside it: ::index, ::time, ::link, ::pipe, y0 and the
// like.
#include <complex.h>
#include <ctype.h>
#include <fcntl.h>
#include <math.h>
#include <signal.h>
#include <strings.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include <cmath>
#include <complex>
#include <cstdio>
#include <ctime>
#include <filesystem>

#include <skein/skein.hpp>

#include "support/catch.hpp"

using namespace skein;

namespace {

/// One table for every type, so that none needs another name.
template <class Type>
struct holding : table<"one", column<"c", Type>> {};
template <class... Type>
constexpr bool hold = (... && (holding<Type>::value.members.size == 1));

static_assert(
    hold<smallint, integer, bigint, smallserial, serial, bigserial, real, double_precision, numeric<>, numeric<10>,
         numeric<10, 2>, money, boolean, text, character<>, character<3>, varchar<>, varchar<9>, bytea, date, time_,
         timetz, timestamp, timestamptz, interval, precision<time_, 3>, precision<timestamptz, 0>, uuid, json, jsonb,
         jsonpath, xml, inet, cidr, macaddr, macaddr8, bit<>, bit<4>, varbit<>, varbit<4>, tsvector, tsquery>);
static_assert(
    hold<point, line, lseg, box, path, polygon, circle, int4range, int8range, numrange, tsrange, tstzrange, daterange,
         int4multirange, int8multirange, nummultirange, tsmultirange, tstzmultirange, datemultirange, oid, regclass,
         regcollation, regconfig, regdictionary, regnamespace, regoper, regoperator, regproc, regprocedure, regrole,
         regtype, pg_name, pg_lsn, txid_snapshot, pg_snapshot, xid, xid8, cid, tid, internal_char, array<text>,
         array<integer, 2>, type_named<"citext">, type_named<qualified("app", "mood")>, type_named<"vector", 3>>);

struct create_everything
    : revision<
          "20251114120000", base, "tables with everything", create_schema<"app">,
          create_table<"tenants", column<"id", integer, primary_key>,
                       column<"name", text, collate<"C">, not_null, unique, comment<"as they sign">>,
                       comment<"who pays">, parameter<"fillfactor", "70">>,
          create_table<
              qualified("app", "users"),
              column<
                  "id", bigint,
                  identity_with<by_default, start<10>, increment<2>, min_value<2>, max_value<1000000>, cache<5>, cycle>,
                  constraint<"pk_users", primary_key>>,
              column<"tenant", integer, null, references<"tenants", "id", on_delete<set_null>, on_update<cascade>>>,
              column<"email", varchar<255>, not_null,
                     constraint<"uq_email", unique, nulls_not_distinct, include<"tenant">>>,
              column<"age", integer, default_<"18">, check<"age >= 0">>,
              column<"shout", text, generated<"upper(email)">>, column<"during", tstzrange>, column<"room", text>,
              unique_on<"email", "age">, check_on<"adult", "age > 17">,
              constraint<"no_overlap", exclude_on<automatic, on<with("during", "&&")>, method<"gist">,
                                                  where<"room IS NOT NULL">, deferrable>>,
              constraint<
                  "fk_again",
                  foreign_key<on<"tenant">, to<"tenants", "id">, on_delete<restrict_>, on_update<set_default_value>>,
                  match_full, initially_deferred, not_valid>,
              indexed<"ix_users",
                      on<nulls_last(desc("email")), nulls_first(asc("age")), opclass("room", "text_pattern_ops"),
                         collated("shout", "C"), expression("lower(email)")>,
                      unique, nulls_not_distinct, method<"btree">, include<"id">, where<"age > 17">,
                      with_parameters<parameter<"fillfactor", "80">>>>> {};

struct change_everything
    : revision<"20251115120000", revises<"20251114120000">, "every step", rename_table<"tenants", "customers">,
               comment_on_table<"customers", "who pays, or paid">,
               set_parameters<"customers", parameter<"fillfactor", "80">>, reset_parameter<"customers", "fillfactor">,
               add_column<"customers", column<"born", text, not_null, default_<"''">>>,
               rename_column<"customers", "born", "birthday">, drop_default<"customers", "birthday">,
               alter_type<"customers", "birthday", date, using_<"birthday::date">, undo_using<"birthday::text">>,
               set_default<"customers", "birthday", "now()">, drop_not_null<"customers", "birthday">,
               set_not_null<"customers", "birthday">, comment_on_column<"customers", "birthday", "on the papers">,
               add_identity<"customers", "id", identity_with<always>>,
               set_identity<"customers", "id", identity_with<by_default>>, drop_identity<"customers", "id">,
               drop_expression<qualified("app", "users"), "shout", irreversible<"it is edited from now on">>,
               drop_constraint<qualified("app", "users"), "adult">,
               add_constraint<qualified("app", "users"),
                              constraint<"grown_up", check_on<automatic, "age > 17">, no_inherit, not_valid>>,
               rename_constraint<qualified("app", "users"), "grown_up", "adult">,
               validate_constraint<qualified("app", "users"), "adult">,
               create_index<"ix_customers", "customers", on<"birthday">>, rename_index<"ix_customers", "ix_birthday">,
               drop_index<"ix_birthday">, create_index<automatic, "customers", on<"birthday">>,
               drop_index<"customers_birthday_idx">, drop_column<"customers", "birthday", loses_data>,
               create_schema<"archive">, set_schema<"customers", "archive">,
               execute<"SELECT make_partitions()", undo<"SELECT drop_partitions()">,
                       effects<create_table<"p1", column<"id", bigint>>>>,
               drop_table<"p1", irreversible<"partitions are not kept">>> {};

struct concurrent : revision<"20251116120000", revises<"20251115120000">, "outside a transaction", outside_transaction,
                             create_index<"ix_room", qualified("app", "users"), on<"room">, concurrently>> {};
struct written : revision<"20251117120000", revises<"20251116120000">, "both ways",
                          up<create_schema<"x">, execute<"SELECT 1">>, down<drop_schema<"x">>> {};

struct customers : table<qualified("archive", "customers"), column<"id", integer, primary_key>,
                         column<"name", text, collate<"C">, not_null, unique, comment<"as they sign">>,
                         comment<"who pays, or paid">> {};

struct history : chain<target<15>, create_everything, change_everything, concurrent, written> {};
static_assert(verify<history>::ok);

TEST_CASE("the whole vocabulary beside the C library's names") {
  // The other names are still there, qualified.
  CHECK(::index("skein", 'k') != nullptr);
  CHECK(::time(nullptr) > 0);
  CHECK(std::abs(std::complex<double>(3, 4)) == 5);
  CHECK(model::flat<history>::held.items[0]->up.size == 3);
  CHECK(customers::value.members.size == 3);
}

}  // namespace
