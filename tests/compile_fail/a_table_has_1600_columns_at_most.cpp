// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision a, step 1: table wide has more than 1600 columns, the most that PostgreSQL allows;
//   split it
#include <skein/skein.hpp>

#include <utility>

using namespace skein;

template <model::u32 N>
struct numbered {
  static constexpr char digits[]{'c', '0' + N / 1000, '0' + N / 100 % 10, '0' + N / 10 % 10, '0' + N % 10, '\0'};
  static constexpr model::ident name{digits};
  static constexpr model::member member{model::kind::column, 0, &name, &integer::type, {}};
};
template <class>
struct create_wide;
template <model::u32... N>
struct create_wide<std::integer_sequence<model::u32, N...>> : create_table<"wide", numbered<N>...> {};

#ifdef SKEIN_FAULT
inline constexpr model::u32 width = 1601;
#else
inline constexpr model::u32 width = 1600;
#endif
struct a : revision<"a", base, "a wide table",  // @line
                    create_wide<std::make_integer_sequence<model::u32, width>>> {};
struct history : chain<a> {};
static_assert(verify<history>::ok);
