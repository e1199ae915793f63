// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// The schema of an application that keeps what its users want to remember, as its code sees it today.

#include <skein/skein.hpp>

namespace app {

using namespace skein;

struct users : table<"users",
    column<"id",           bigint, identity, primary_key>,
    column<"email",        varchar<255>, not_null, unique>,
    column<"display_name", varchar<80>, not_null>,
    column<"created_at",   timestamptz, not_null, default_<"now()">>> {};

struct sessions : table<"sessions",
    column<"token",      uuid, primary_key>,
    column<"user_id",    bigint, not_null, references<"users", "id", on_delete<cascade>>>,
    column<"expires_at", timestamptz, not_null>,
    indexed<"ix_sessions_expires_at", on<"expires_at">>> {};

struct memories : table<"memories",
    column<"id",         bigint, identity, primary_key>,
    column<"user_id",    bigint, not_null, references<"users", "id", on_delete<cascade>>>,
    column<"body",       text, not_null>,
    column<"created_at", timestamptz, not_null, default_<"now()">>,
    column<"importance", smallint, not_null, default_<"0">, check<"importance BETWEEN 0 AND 5">>,
    indexed<"ix_memories_newest", on<"user_id", desc("created_at")>>,
    indexed<"ix_memories_important", on<"user_id">, where<"importance >= 3">>,
    indexed<"ix_memories_words", on<expression("to_tsvector('english', body)")>, method<"gin">>> {};

struct tags : table<"tags",
    column<"id",      bigint, identity, primary_key>,
    column<"user_id", bigint, not_null, references<"users", "id", on_delete<cascade>>>,
    column<"label",   varchar<40>, not_null, check<"label <> ''">>,
    constraint<"uq_tags_label", unique_on<"user_id", "label">>> {};

struct memory_tags : table<"memory_tags",
    column<"memory_id", bigint, not_null, references<"memories", "id", on_delete<cascade>>>,
    column<"tag_id",    bigint, not_null, references<"tags", "id", on_delete<cascade>>>,
    primary_key_on<"memory_id", "tag_id">> {};

struct attachments : table<"attachments",
    column<"id",        bigint, identity, primary_key>,
    column<"memory_id", bigint, not_null, references<"memories", "id", on_delete<cascade>>>,
    column<"name",      varchar<200>, not_null>,
    column<"content",   bytea, not_null>,
    column<"bytes",     integer, generated<"octet_length(content)">>,
    comment<"files that belong to a memory">> {};

struct schema : models<users, sessions, memories, tags, memory_tags, attachments> {};

}  // namespace app
