// SPDX-License-Identifier: BSL-1.0
#include <skein/render/cpp/header.hpp>

#include <skein/declare/chain.hpp>
#include <skein/declare/entities/row_security.hpp>
#include <skein/declare/entities/rule.hpp>
#include <skein/skein.hpp>

#include "support/catch.hpp"

using namespace skein;

namespace {

struct mood : enum_type<"mood", "sad", "type_named<\"mood\">"> {};
struct users : table<"users", column<"id", bigint, identity, primary_key>, column<"feels", type_named<"mood">>> {};
struct posts : table<qualified("app", "posts"), column<"moods", array<type_named<"mood">>>, owner<"app">> {};
struct word : table<"text", column<"a", text>, column<"b", text>> {};
struct one : rule<"quiet", "users", "DELETE", "DO INSTEAD NOTHING"> {};
struct two : rule<"quiet", "text", "DELETE", "DO INSTEAD NOTHING"> {};
struct rows_of_users : row_security<"users"> {};
struct of_mood : owner<"app", on_type<"mood">> {};
using step_of = create_schema<"app">;

template <class... Model>
render::cpp::schema_text described() {
  return {{"What it was.", "", "  and \\"}, {&Model::value...}, {"1", {}, "baseline", {&step_of::step}}, 15};
}

}  // namespace

TEST_CASE("a schema is a header with its models, and the history that begins with it") {
  CHECK(render::cpp::header_writer(described<users, mood, of_mood, two, one, rows_of_users, posts, word>()).whole() ==
        R"(// What it was.
//
//   and \.

#pragma once

#include <skein/skein.hpp>

namespace imported {

using namespace skein;

// Types

struct mood : enum_type<"mood", "sad", "type_named<\"mood\">"> {};

// Tables

struct users : table<"users",
    column<"id",    bigint, identity, primary_key>,
    column<"feels", mood>> {};

struct quiet_on_users : rule<"quiet", "users", "DELETE", "DO INSTEAD NOTHING"> {};

struct row_level_security_on_users : row_security<"users"> {};

struct app_posts : table<qualified("app", "posts"),
    column<"moods", array<mood>>,
    owner<"app">> {};

struct text_table : table<"text",
    column<"a", text>,
    column<"b", text>> {};

struct quiet_on_text : rule<"quiet", "text", "DELETE", "DO INSTEAD NOTHING"> {};

// Privileges and owners

struct owner_of_mood : owner<"app", on_type<"mood">> {};

// All of it

struct schema : models<mood, users, quiet_on_users, row_level_security_on_users, app_posts, text_table, quiet_on_text,
    owner_of_mood> {};

struct baseline : revision<"1", base, "baseline",
    create_schema<"app">> {};

struct history : chain<target<15>, baseline> {};

static_assert(verify<history, schema>::ok);

}  // namespace imported
)");
}
