// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// The row structs of an application against its models, through Boost.Hana.

#include <skein/check/compare/field_sentence.hpp>
#include <skein/check/report.hpp>

#include <boost/hana/accessors.hpp>
#include <boost/hana/adapt_struct.hpp>
#include <boost/hana/concept/struct.hpp>
#include <boost/hana/first.hpp>
#include <boost/hana/second.hpp>
#include <boost/hana/unpack.hpp>

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace skein {

/// How a type of the application's own travels; specialise it:
/// `template <> struct skein::stored<app::mood> { using type = std::string; static std::string write(app::mood); static
/// app::mood read(const std::string&); };`
template <class T> struct stored {};

namespace checks {

template <class T> concept has_stored = requires { typename stored<T>::type; };

template <class T>
constexpr cpp_type cpp_type_of() {
  using std::chrono::microseconds;
  if constexpr (has_stored<T>) return cpp_type_of<typename stored<T>::type>();
  else if constexpr (std::is_same_v<T, bool>) return cpp_type::boolean;
  else if constexpr (std::is_integral_v<T> && std::is_signed_v<T> && !std::is_same_v<T, char>)
    return sizeof(T) == 2   ? cpp_type::int16
           : sizeof(T) == 4 ? cpp_type::int32
           : sizeof(T) == 8 ? cpp_type::int64
                            : cpp_type::unknown;
  else if constexpr (std::is_same_v<T, std::uint32_t>) return cpp_type::uint32;
  else if constexpr (std::is_same_v<T, float>) return cpp_type::float32;
  else if constexpr (std::is_same_v<T, double>) return cpp_type::float64;
  else if constexpr (std::is_same_v<T, std::string>) return cpp_type::string;
  else if constexpr (std::is_same_v<T, std::vector<std::byte>>) return cpp_type::bytes;
  else if constexpr (std::is_same_v<T, std::chrono::year_month_day>) return cpp_type::day;
  else if constexpr (std::is_same_v<T, std::chrono::sys_time<microseconds>>) return cpp_type::instant;
  else if constexpr (std::is_same_v<T, std::chrono::local_time<microseconds>>) return cpp_type::wall_clock;
  else return cpp_type::unknown;
}

/// What a field's type is made of: an optional, an array, and the type within.
template <class T>
struct plain {
  using type = T;
  static constexpr bool optional = false, array = false;
};
template <class T> struct shape : plain<T> {};
template <class T> struct shape<std::optional<T>> : shape<T> { static constexpr bool optional = true; };
template <class T> struct shape<std::vector<T>> : shape<T> { static constexpr bool optional = false, array = true; };
template <> struct shape<std::vector<std::byte>> : plain<std::vector<std::byte>> {};

template <class Row, class Accessor>
consteval field field_of() {
  using name = std::remove_cvref_t<decltype(boost::hana::first(std::declval<Accessor>()))>;
  using value = std::remove_cvref_t<decltype(boost::hana::second(std::declval<Accessor>())(std::declval<Row&>()))>;
  using shaped = shape<value>;
  const std::string_view text = name::c_str();
  return {ident(text.data(), text.size()), cpp_type_of<typename shaped::type>(), shaped::optional, shaped::array};
}

/// The fields of a Boost.Hana Struct, in its order.
template <class Row>
struct row_fields {
  static_assert(boost::hana::Struct<Row>::value,
                "maps<Row, Table> requires BOOST_HANA_ADAPT_STRUCT(Row, fields…) in the global namespace");
  template <std::size_t N>
  struct array {
    static constexpr u32 size = N;
    field items[N];
  };
  static constexpr auto held = boost::hana::unpack(boost::hana::accessors<Row>(), []<class... Accessor>(Accessor...) {
    return array<sizeof...(Accessor)>{{field_of<Row, Accessor>()...}};
  });
  static constexpr model::list<field> all{held.items, held.size};
};

/// A type's name as the compiler writes it.
template <class T>
consteval std::string_view type_name() {
  std::string_view text = __PRETTY_FUNCTION__;
  text.remove_prefix(text.find("T = ") + 4);
  return text.substr(0, text.find_first_of(";]"));
}

using field_check = field_verdict (*)(model::list<field>, const model::table_def&);

template <class Row, class Table, field_check Check>
struct row_sentence {
  static constexpr field_verdict verdict = Check(row_fields<Row>::all, Table::value);
  static constexpr buffer value = sentence(verdict, type_name<Row>(), row_fields<Row>::all, Table::value);
};

/// A row struct fits its model.
struct rows_fit {
  static constexpr bool ok = true;
};
template <bool Ok>
struct pick_row {
  template <class>
  using type = rows_fit;
};
template <>
struct pick_row<false> {
  template <class Sentence>
  using type = typename error_of<Sentence>::type;
};
template <class Row, class Table, field_check Check>
using row_outcome =
    typename pick_row<!Check(row_fields<Row>::all, Table::value)>::template type<row_sentence<Row, Table, Check>>;

}  // namespace checks

/// Compiles only if every field of `Row`, a Boost.Hana Struct, has its column in the model `Table`, of a fitting type,
/// and std::optional where the column may be null: `static_assert(maps<app::user, users>::ok);`. run/rows.hpp reads
/// such rows, and writes them where `inserts` and `updates` hold too.
template <class Row, class Table>
using maps = checks::row_outcome<Row, Table, checks::check_fields>;
/// Besides, every column that an INSERT has to give is a field.
template <class Row, class Table>
using inserts = checks::row_outcome<Row, Table, checks::check_insert>;
/// Besides, the columns of the primary key are fields.
template <class Row, class Table>
using updates = checks::row_outcome<Row, Table, checks::check_update>;

}  // namespace skein
