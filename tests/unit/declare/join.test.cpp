// SPDX-License-Identifier: BSL-1.0
#include <skein/declare/join.hpp>

#include "support/catch.hpp"

#include <string>

namespace {

using namespace skein;

template <model::ident Name>
std::string name() { return {Name.text, Name.kept()}; }
template <model::object_name Name>
std::string object() { return {Name.name.text, Name.name.kept()}; }
template <model::literal Text>
std::string text() {
  const model::text_view v = Text;
  CHECK(v.hash == model::hash_of(v.data, v.size));
  return {v.data, v.size};
}

inline constexpr model::object_name orders = qualified("shop", "orders");

TEST_CASE("a name is put together from words and names") {
  CHECK(name<join<"ix_", orders, "_", model::ident("id")>>() == "ix_orders_id");
  CHECK(object<join<model::object_name("users"), "_old">>() == "users_old");
  CHECK(text<join<"rows of ", orders>>() == "rows of orders");
  CHECK(name<join<join<"a", "b">, "c">>() == "abc");
  static_assert(same(model::ident(join<"ix_", orders>), model::ident("ix_orders")));
}

TEST_CASE("a name that becomes too long keeps its size for the check") {
  constexpr model::ident n = join<"0123456789012345678901234567890123456789", "0123456789012345678901234567890123456789">;
  CHECK(n.size == 80);
  CHECK(n.kept() == 63);
}

TEST_CASE("in SQL names are quoted and qualified") {
  CHECK(text<join_sql<"UPDATE ", orders, " SET ", model::ident("a\"b"), " = '", "x", "'">>() ==
        R"(UPDATE "shop"."orders" SET "a""b" = 'x')");
  CHECK(text<join_sql<"TRUNCATE ", model::object_name("User")>>() == R"(TRUNCATE "User")");
}

}  // namespace
