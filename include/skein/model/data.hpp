// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Rows, and what a step does to them.

#include <skein/model/step.hpp>

#include <cstddef>

namespace skein::model {

/// The value of a column that has none of its own: DEFAULT.
struct default_word {};

/// A value as it stands in a row: a literal of C++, NULL, DEFAULT, or an SQL expression.
struct value {
  enum class kind : std::uint8_t { null, default_value, boolean, integer, real, text, expression };

  kind what = kind::null;
  u32 size = 0;
  const char* data = nullptr;  ///< text, expression
  long long number = 0;        ///< boolean, integer
  double fraction = 0;         ///< real

  constexpr value() = default;
  constexpr value(kind k, const char* p, u32 n) : what(k), size(n), data(p) {}
  constexpr value(kind k, const char* p, u32 n, long long i, double r) : what(k), size(n), data(p), number(i), fraction(r) {}
  constexpr value(kind k, long long n) : what(k), number(n) {}
  // NOLINTBEGIN: implicit by design
  constexpr value(std::nullptr_t) {}
  constexpr value(default_word) : what(kind::default_value) {}
  template <class Bool>
    requires(__is_same(Bool, bool))  // no pointer becomes one
  constexpr value(Bool b) : what(kind::boolean), number(b) {}
  constexpr value(int n) : what(kind::integer), number(n) {}
  constexpr value(unsigned n) : what(kind::integer), number(n) {}
  constexpr value(long n) : what(kind::integer), number(n) {}
  constexpr value(long long n) : what(kind::integer), number(n) {}
  constexpr value(double d) : what(kind::real), fraction(d) {}
  template <std::size_t N>
  constexpr value(const char (&text)[N]) : what(kind::text), size(N - 1), data(text) {}
  // NOLINTEND
  value(char) = delete;  ///< an integer to C++; write "x"

  constexpr bool literal() const { return what >= kind::boolean && what <= kind::text; }
};

/// The values of a row, in the order of the columns that its step names.
using row_def = list<value>;
/// Rows that stand together: those of an array, or one that is written by itself.
using row_block = list<row_def>;

/// One column of an UPDATE.
struct assignment {
  const ident* column;
  value to;
};

/// What INSERT does with a row whose key is there already.
enum class conflict : std::uint8_t { unsaid, do_nothing, do_update };

struct data_def {
  enum class verb : std::uint8_t { insert, update, erase, truncate };

  verb what = verb::insert;
  bool overriding = false;            ///< OVERRIDING SYSTEM VALUE
  bool restart = false;               ///< RESTART IDENTITY
  bool cascade = false;
  conflict on_conflict = conflict::unsaid;
  names columns{};
  list<row_block> rows{};
  names conflict_key{};               ///< empty: any
  names conflict_columns{};           ///< what DO UPDATE takes from the row; empty: all but the key
  list<const assignment*> set{};      ///< null: nothing
  text_view where{};
  list<const object_name*> others{};  ///< tables that are truncated too
};

/// A step on rows is one of these: a field of `step` would cost every other step.
struct data_step : step {
  data_def data;
};
/// Requires op::data.
constexpr const data_def& data_of(const step& s) { return static_cast<const data_step&>(s).data; }

constexpr u32 row_count(const data_def& d) {
  u32 n = 0;
  for (u32 b = 0; b < d.rows.size; ++b) n += d.rows.data[b].size;
  return n;
}
constexpr u32 assignment_count(const data_def& d) {
  u32 n = 0;
  for (u32 i = 0; i < d.set.size; ++i) n += d.set.data[i] != nullptr;
  return n;
}
/// Calls `f` with each row and its number, from 1, until it says false.
constexpr bool each_row(const data_def& d, auto&& f) {
  u32 number = 0;
  for (u32 b = 0; b < d.rows.size; ++b)
    for (u32 r = 0; r < d.rows.data[b].size; ++r)
      if (!f(d.rows.data[b].data[r], ++number)) return false;
  return true;
}

}  // namespace skein::model
