// SPDX-License-Identifier: BSL-1.0
#include <skein/cli.hpp>
using namespace skein;

// The schema as the application sees it today.
struct users : table<"users",
    column<"id",    bigint, identity, primary_key>,
    column<"email", varchar<255>, not_null, unique>,
    column<"bio",   text>,
    indexed<"ix_users_email", on<"email">>> {};

// The history that leads to it.
struct create_users : revision<"efaa6e584823", base, "create users",
    create_table<"users",
        column<"id",    bigint, identity, primary_key>,
        column<"email", varchar<255>, not_null, unique>>,
    create_index<"ix_users_email", "users", on<"email">>> {};

struct add_bio : revision<"20251114120000", revises<"efaa6e584823">, "add bio",
    add_column<"users", column<"bio", text>>> {};                       // its down is derived

struct backfill_bio : revision<"20251116000000", revises<"20251114120000">, "say something",
    up<execute<"UPDATE users SET bio = '' WHERE bio IS NULL">>,
    down<>> {};                                                         // an explicit down, checked to undo the up

struct history : chain<create_users, add_bio, backfill_bio> {};

static_assert(verify<history, models<users>>::ok);

int main(int argc, char** argv) { return skein::cli<history, models<users>>(argc, argv); }
