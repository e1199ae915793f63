// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// One history at three times: before a run of it was replaced, with the run beside what replaces it, and without the run.

#include <skein/replaces.hpp>
#include <skein/run.hpp>

#include <string>
#include <vector>

namespace skein::test {

namespace replaced {

struct start : revision<"start", base, "tenants", create_table<"tenants", column<"id", bigint, primary_key>>> {};

struct r1 : revision<"r1", revises<"start">, "users",
    create_table<"users", column<"id", bigint, identity, primary_key>, column<"mail", text>, column<"bio", text>>> {};
struct r2 : revision<"r2", revises<"r1">, "mail is email", rename_column<"users", "mail", "email">> {};
struct r3 : revision<"r3", revises<"r2">, "sessions",
    create_table<"sessions", column<"id", uuid, primary_key>, column<"of", bigint, references<"users", "id">>>,
    insert_into<"tenants", columns<"id">, row<1>, row<2>>> {};
struct r4 : revision<"r4", revises<"r3">, "found by email", outside_transaction,
    create_index<"ix_users_email", "users", on<"email">, concurrently>> {};
struct r5 : revision<"r5", revises<"r4">, "no bio", drop_column<"users", "bio", loses_data>,
    add_column<"users", column<"age", integer, check<"age > 0">>>> {};
struct r6 : revision<"r6", revises<"r5">, "older", alter_type<"users", "age", bigint>> {};

struct all : revision<"all", revises<"start">, "the first year", replaces<"r1", "r6">,
    create_table<"users", column<"id", bigint, identity, primary_key>, column<"email", text>, column<"age", bigint, check<"age > 0">>,
                 indexed<"ix_users_email", on<"email">>>,
    create_table<"sessions", column<"id", uuid, primary_key>, column<"of", bigint, references<"users", "id">>>,
    insert_into<"tenants", columns<"id">, row<1>, row<2>>> {};

struct next : revision<"next", revises<"r6">, "grown up", set_not_null<"users", "email">> {};
struct last : revision<"last", revises<"next">, "no sessions", drop_table<"sessions", loses_data>> {};

struct before : chain<start, r1, r2, r3, r4, r5, r6, next, last> {};
struct beside : chain<start, r1, r2, r3, r4, r5, r6, all, next, last> {};
struct after : chain<start, all, next, last> {};

/// Every revision at which a database may stand that went through the run.
inline const std::vector<std::string> standings{"base", "start", "r1", "r2", "r3", "r4", "r5", "r6", "next", "last"};

}  // namespace replaced

}  // namespace skein::test
