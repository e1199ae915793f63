// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// A small history with a branch, a merge, a revision outside a transaction and one that holds whatever a script must survive.

#include <skein/declare/chain.hpp>
#include <skein/render/history.hpp>

namespace skein::test {

struct create_users : revision<"a1", base, "create users",
                               up<create_table<"users", column<"id", bigint, identity, primary_key>,
                                               column<"email", varchar<255>, not_null, unique>,
                                               indexed<"ix_lower", on<expression("lower(email)")>>>,
                                  execute<"INSERT INTO users (email) VALUES ('a@b')">>,
                               down<drop_table<"users", loses_data>>> {};
struct add_name
    : revision<"b1", revises<"a1">, "names",
               up<add_column<"users", column<"name", text, default_<"''">, comment<"what they're called">>>>,
               down<drop_column<"users", "name", loses_data>>> {};
struct add_posts
    : revision<"b2", revises<"a1">, "posts", up<create_table<"posts", column<"author", bigint, references<"users">>>>,
               down<drop_table<"posts", loses_data>>> {};
struct merge : revision<"c1", revises<"b1", "b2">, "both", up<>, down<>> {};
struct index_names : revision<"d1", revises<"c1">, "index names while the application runs",
                              up<outside_transaction, execute<"UPDATE users SET name = email WHERE name = ''">,
                                 create_index<"ix_name", "users", on<"name">, concurrently>, execute<"VACUUM users">>,
                              down<drop_index<"ix_name", concurrently>>> {};
struct hostile
    : revision<
          "e'$sql$--", revises<"d1">, "it's 100 % $skein$\n; DROP TABLE users; --",
          up<execute<"CREATE TABLE made (a text); INSERT INTO made VALUES ($sql$it's$sql$), ('$skein$ \\'); -- done;">,
             set_default<"users", "name", "'x' -- why">>,
          down<execute<"DROP TABLE made">, set_default<"users", "name", "''">>> {};

struct history : chain<create_users, add_name, add_posts, merge, index_names, hostile> {};

template <class Chain>
render::migrations rendered() {
  static constexpr auto all = Chain::all;
  return render::render_history({all.items, Chain::size});
}

}  // namespace skein::test
