// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: model invoices has no table; add a revision with create_table<invoices, column<id, bigint, identity,
//   primary_key>, column<number, varchar<40>, not_null, unique>, column<customer_id, bigint, not_null, references<customers,
//   id, on_delete<cascade>>>, column<issued_at, timestamptz, not_null, default_<now()>>, column<due_on, date, not_null>,
//   column<currency, character<3>, not_null, default_<`EUR`>>, column<net, numeric<12, 2>, not_null>, column<vat, numeric<12,
//   2>, not_null>, column<gross, numeric<12, 2>, generated<net + vat>>, column<paid_at, timestamptz>, column<remark, text,
//   comment<not printed>>, ... and 4 more>
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_table<"customers", column<"id", bigint, primary_key>>> {};
struct customers : table<"customers", column<"id", bigint, primary_key>> {};
struct invoices : table<"invoices",  // @line
    column<"id", bigint, identity, primary_key>,
    column<"number", varchar<40>, not_null, unique>,
    column<"customer_id", bigint, not_null, references<"customers", "id", on_delete<cascade>>>,
    column<"issued_at", timestamptz, not_null, default_<"now()">>,
    column<"due_on", date, not_null>,
    column<"currency", character<3>, not_null, default_<"'EUR'">>,
    column<"net", numeric<12, 2>, not_null>,
    column<"vat", numeric<12, 2>, not_null>,
    column<"gross", numeric<12, 2>, generated<"net + vat">>,
    column<"paid_at", timestamptz>,
    column<"remark", text, comment<"not printed">>,
    column<"dunning_level", smallint, not_null, default_<"0">>,
    column<"dunned_at", timestamptz>,
    check_on<"ck_invoices_due", "due_on >= issued_at::date">,
    indexed<"ix_invoices_due", on<"due_on">, where<"paid_at IS NULL">>> {};
struct history : chain<a> {};
#ifdef SKEIN_FAULT
static_assert(verify<history, models<customers, invoices>>::ok);
#else
static_assert(verify<history, models<customers>>::ok);
#endif
