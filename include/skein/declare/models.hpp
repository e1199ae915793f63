// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// The tables of an application.

#include <skein/declare/table.hpp>

namespace skein {

namespace model {
/// An array by value, so that it can be copied out of a template with many arguments once: GCC walks all of them at every
/// access to one of its static members.
template <class T, u32 N>
struct holder {
  const T* items[N + 1];
};
template <class User>
struct flat {
  static constexpr auto held = User::all;
};
}  // namespace model

/// The tables as the application declares them: `models<users, orders>`.
template <class... Table>
struct models {
  static constexpr model::u32 size = sizeof...(Table);
  static constexpr model::holder<model::table_def, size> all{{&Table::value...}};
};

}  // namespace skein
