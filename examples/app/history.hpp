// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// How the schema came about: a dozen revisions, two of them side by side for a while.

#include <skein/skein.hpp>

namespace app {

using namespace skein;

struct create_users : revision<"20250901090000", base, "create users",
    create_table<"users",
        column<"id",         bigint, identity, primary_key>,
        column<"email",      varchar<255>, not_null, unique>,
        column<"created_at", timestamptz, not_null, default_<"now()">>>> {};

struct create_sessions : revision<"20250902101500", revises<"20250901090000">, "create sessions",
    create_table<"sessions",
        column<"token",      uuid, primary_key>,
        column<"user_id",    bigint, not_null, references<"users", "id", on_delete<cascade>>>,
        column<"address",    inet>,
        column<"expires_at", timestamptz, not_null>>,
    create_index<"ix_sessions_expires_at", "sessions", on<"expires_at">>> {};

struct create_memories : revision<"20250905143000", revises<"20250902101500">, "create memories",
    create_table<"memories",
        column<"id",         bigint, identity, primary_key>,
        column<"user_id",    bigint, not_null, references<"users", "id", on_delete<cascade>>>,
        column<"body",       text, not_null>,
        column<"created_at", timestamptz, not_null, default_<"now()">>>,
    create_index<"ix_memories_newest", "memories", on<"user_id", desc("created_at")>>> {};

struct add_name : revision<"20250912080000", revises<"20250905143000">, "users have names",
    add_column<"users", column<"name", varchar<80>>>> {};

// A data migration. Its down has nothing to do: the column that it fills goes with the revision before.
struct fill_in_names : revision<"20250912081000", revises<"20250912080000">, "names from email addresses",
    up<execute<"UPDATE users SET name = left(split_part(email, '@', 1), 80) WHERE name IS NULL">>,
    down<>> {};

struct require_names : revision<"20250912082000", revises<"20250912081000">, "names are required",
    set_not_null<"users", "name">> {};

// Two people at work at the same time …
struct create_tags : revision<"20250920110000", revises<"20250912082000">, "create tags",
    create_table<"tags",
        column<"id",      bigint, identity, primary_key>,
        column<"user_id", bigint, not_null, references<"users", "id", on_delete<cascade>>>,
        column<"label",   varchar<40>, not_null, check<"label <> ''">>,
        constraint<"uq_tags_label", unique_on<"user_id", "label">>>> {};

struct add_importance : revision<"20250921160000", revises<"20250912082000">, "memories have an importance",
    add_column<"memories",
        column<"importance", smallint, not_null, default_<"0">, check<"importance BETWEEN 0 AND 5">>>,
    create_index<"ix_memories_important", "memories", on<"user_id">, where<"importance >= 3">>> {};

// … and what they did commutes, or this would not compile.
struct tag_memories : revision<"20250924093000", revises<"20250920110000", "20250921160000">, "memories have tags",
    create_table<"memory_tags",
        column<"memory_id", bigint, not_null, references<"memories", "id", on_delete<cascade>>>,
        column<"tag_id",    bigint, not_null, references<"tags", "id", on_delete<cascade>>>,
        primary_key_on<"memory_id", "tag_id">>> {};

struct rename_name : revision<"20251003120000", revises<"20250924093000">, "name is a display name",
    rename_column<"users", "name", "display_name">> {};

struct forget_addresses : revision<"20251010170000", revises<"20251003120000">, "sessions keep no addresses",
    drop_column<"sessions", "address", loses_data>> {};

struct create_attachments : revision<"20251020100000", revises<"20251010170000">, "create attachments",
    create_table<"attachments",
        column<"id",        bigint, identity, primary_key>,
        column<"memory_id", bigint, not_null, references<"memories", "id", on_delete<cascade>>>,
        column<"name",      varchar<200>, not_null>,
        column<"content",   bytea, not_null>,
        column<"bytes",     integer, generated<"octet_length(content)">>,
        comment<"files that belong to a memory">>> {};

// On a large table without keeping writers out.
struct index_words : revision<"20251105110000", revises<"20251020100000">, "search memories by word",
    outside_transaction,
    create_index<"ix_memories_words", "memories", on<expression("to_tsvector('english', body)")>, method<"gin">,
                 concurrently>> {};

struct history : chain<create_users, create_sessions, create_memories, add_name, fill_in_names, require_names,
                       create_tags, add_importance, tag_memories, rename_name, forget_addresses, create_attachments,
                       index_words> {};

}  // namespace app
