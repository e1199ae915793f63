// SPDX-License-Identifier: BSL-1.0
#include <skein/check/maps.hpp>

#include "support/catch.hpp"

#include <skein/declare/table.hpp>

namespace app {

enum class mood { calm, wild };
struct person {
  std::optional<long long> id;
  std::string email;
  std::vector<std::string> tags;
  std::optional<std::vector<std::optional<std::int32_t>>> scores;
  mood now;
};

}  // namespace app

BOOST_HANA_ADAPT_STRUCT(app::person, id, email, tags, scores, now);

template <>
struct skein::stored<app::mood> {
  using type = std::string;
};

namespace {

using namespace skein;
using checks::cpp_type;
using checks::field;
using checks::field_fault;

struct people
    : table<"people", column<"id", bigint, identity, primary_key>, column<"email", varchar<255>, not_null>,
            column<"tags", array<text>, not_null>, column<"scores", array<integer>>, column<"now", text, not_null>> {};
static_assert(maps<app::person, people>::ok);
static_assert(inserts<app::person, people>::ok);
static_assert(updates<app::person, people>::ok);

struct every : table<"every", column<"key", uuid>, column<"part", integer>, column<"named", text>,
                     column<"counted", serial>, column<"made", timestamptz, not_null, default_<"now()">>,
                     column<"folded", text, generated<"lower(named)">>, primary_key_on<"key", "part">> {};

consteval field_fault fault_of(field f) { return checks::check_fields({&f, 1}, every::value).what; }

// Every column has its field.
static_assert(fault_of({"key", cpp_type::string}) == field_fault::none);
static_assert(fault_of({"part", cpp_type::int32}) == field_fault::none);
static_assert(fault_of({"parts", cpp_type::int32}) == field_fault::no_column);
static_assert([] {
  const field f{"parts", cpp_type::int32};
  return same(*checks::check_fields({&f, 1}, every::value).hint, model::ident("part"));
}());

// Of the type that holds what the column holds, and no more.
static_assert(fault_of({"part", cpp_type::int64}) == field_fault::other_type);
static_assert(fault_of({"part", cpp_type::int16}) == field_fault::other_type);
static_assert(fault_of({"part", cpp_type::int32, false, true}) == field_fault::other_type);
static_assert(fault_of({"key", cpp_type::unknown}) == field_fault::other_type);
static_assert(fault_of({"made", cpp_type::instant}) == field_fault::none);
static_assert(fault_of({"made", cpp_type::wall_clock}) == field_fault::other_type);
static_assert(fault_of({"made", cpp_type::string}) == field_fault::none);

// std::optional where the column may be null, and where PostgreSQL has a value for one that is not.
static_assert(fault_of({"named", cpp_type::string}) == field_fault::may_be_null);
static_assert(fault_of({"named", cpp_type::string, true}) == field_fault::none);
static_assert(fault_of({"folded", cpp_type::string}) == field_fault::may_be_null);
static_assert(fault_of({"key", cpp_type::string, true}) == field_fault::never_null);
static_assert(fault_of({"counted", cpp_type::int32}) == field_fault::none);
static_assert(fault_of({"counted", cpp_type::int32, true}) == field_fault::none);
static_assert(fault_of({"made", cpp_type::instant, true}) == field_fault::none);

// What an INSERT and an UPDATE require besides.
consteval field_fault insert_of(const field (&fields)[1]) {
  return checks::check_insert({fields, 1}, every::value).what;
}
static_assert(insert_of({{"key", cpp_type::string}}) == field_fault::not_written);
consteval field_fault update_of(std::initializer_list<field> fields) {
  return checks::check_update({fields.begin(), static_cast<checks::u32>(fields.size())}, every::value).what;
}
static_assert(update_of({{"key", cpp_type::string}}) == field_fault::no_key);
static_assert(update_of({{"key", cpp_type::string}, {"part", cpp_type::int32}}) == field_fault::none);

TEST_CASE("the words of C++ types are in their order") {
  CHECK(std::string(checks::cpp_words[static_cast<int>(cpp_type::unknown)]) == "a type that skein does not know");
  CHECK(std::string(checks::cpp_words[static_cast<int>(cpp_type::int64)]) == "std::int64_t");
  CHECK(std::size(checks::cpp_words) == static_cast<std::size_t>(cpp_type::unknown) + 1);
}

}  // namespace
