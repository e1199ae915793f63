// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Rows as the application's own structs, inside its own transactions: `insert<users>(work, user)`,
/// `select<app::user, users>(work, "WHERE …")`. Whether the struct fits the model is checked at compile time.

#include <skein/render/quote.hpp>
#include <skein/run/pqxx.hpp>
#include <skein/run/value.hpp>

#include <fmt/ranges.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace skein {

namespace run {

template <class Row, class Table>
struct row_access {
  static_assert(maps<Row, Table>::ok);
  static constexpr auto fields = checks::row_fields<Row>::all;

  static std::string table() { return render::identifier(*Table::value.name); }
  static std::string column(std::size_t i) { return render::identifier(fields[static_cast<model::u32>(i)].name); }
  static std::string columns() {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < fields.size; ++i) names.push_back(column(i));
    return fmt::format("{}", fmt::join(names, ", "));
  }
  static const model::member& declared(std::size_t i) {
    return *checks::find_column(Table::value, fields[static_cast<model::u32>(i)].name);
  }

  /// Calls `use(field's number, field)` in order.
  template <class SomeRow, class Use>
  static void each(SomeRow& row, Use use) {
    boost::hana::unpack(boost::hana::accessors<Row>(), [&](const auto&... accessor) {
      std::size_t i = 0;
      (use(i++, boost::hana::second(accessor)(row)), ...);
    });
  }

  /// Of rows whose columns come in the order of the fields.
  static Row read(const rows& from, std::size_t at) {
    Row row{};
    each(row, [&](std::size_t i, auto& field) {
      try {
        field = read_value<std::remove_cvref_t<decltype(field)>>(from.at(at, i));
      } catch (const unreadable_value& failure) {
        throw unreadable_value(fmt::format("{}.{}: {}", table(), column(i), failure.what()));
      }
    });
    return row;
  }
  static std::vector<Row> read_all(const rows& from) {
    std::vector<Row> out;
    for (std::size_t at = 0; at < from.size(); ++at) out.push_back(read(from, at));
    return out;
  }

  /// As SQL. What PostgreSQL computes, and an empty optional of a column that is never null, is DEFAULT.
  template <class Transaction>
  static std::vector<std::string> literals(Transaction& work, const Row& row) {
    std::vector<std::string> out;
    each(row, [&](std::size_t i, const auto& field) {
      const model::member& to = declared(i);
      const auto text = checks::computed(to) ? std::nullopt : write_value(field);
      if (text) out.push_back(work.quote(*text));
      else out.push_back(checks::computed(to) || checks::never_null(Table::value, to) ? "DEFAULT" : "NULL");
    });
    return out;
  }
};

}  // namespace run

/// The rows that `tail` leaves: `"WHERE email = " + work.quote(email) + " ORDER BY id"`.
/// Errors: those of libpqxx; run::unreadable_value.
template <class Row, class Table, class Transaction>
std::vector<Row> select(Transaction& work, std::string_view tail = {}) {
  using access = run::row_access<Row, Table>;
  const std::string sql = fmt::format("SELECT {} FROM {} {}", access::columns(), access::table(), tail);
  return access::read_all(run::rows(work.exec(sql)));
}

/// Inserts rows with one statement, and gives them as PostgreSQL keeps them: with identities, defaults, generated
/// columns. Requires: every column that is never null and has no default is a field.
template <class Table, class Transaction, class Row>
std::vector<Row> insert(Transaction& work, const std::vector<Row>& rows) {
  using access = run::row_access<Row, Table>;
  static_assert(inserts<Row, Table>::ok);
  if (rows.empty()) return {};
  std::vector<std::vector<std::string>> values;
  for (const Row& row : rows) values.push_back(access::literals(work, row));
  std::vector<std::string> columns, tuples(rows.size());
  for (std::size_t i = 0; i < access::fields.size; ++i) {
    // Left out where no row gives it: before PostgreSQL 14, several rows cannot say DEFAULT of what is always computed.
    if (std::all_of(values.begin(), values.end(), [i](const auto& row) { return row[i] == "DEFAULT"; })) continue;
    columns.push_back(access::column(i));
    for (std::size_t r = 0; r < rows.size(); ++r) tuples[r] += (tuples[r].empty() ? "" : ", ") + values[r][i];
  }
  const std::string source =
      columns.empty() ? fmt::format("SELECT FROM generate_series(1, {})", rows.size())
                      : fmt::format("({}) VALUES ({})", fmt::join(columns, ", "), fmt::join(tuples, "), ("));
  const std::string sql = fmt::format("INSERT INTO {} {} RETURNING {}", access::table(), source, access::columns());
  return access::read_all(run::rows(work.exec(sql)));
}
template <class Table, class Transaction, class Row>
Row insert(Transaction& work, const Row& row) {
  return insert<Table>(work, std::vector<Row>{row}).front();
}

/// Writes a row back over the one with the same primary key; false if there is none.
/// Requires: the primary key's columns are fields.
template <class Table, class Transaction, class Row>
bool update(Transaction& work, const Row& row) {
  using access = run::row_access<Row, Table>;
  static_assert(updates<Row, Table>::ok);
  const std::vector<std::string> values = access::literals(work, row);
  std::vector<std::string> set, where;
  access::each(row, [&](std::size_t i, const auto& field) {
    const model::member& column = access::declared(i);
    if (checks::in_primary_key(Table::value, column)) {
      const auto key = run::write_value(field);
      where.push_back(fmt::format("{} = {}", access::column(i), key ? work.quote(*key) : "NULL"));
    } else if (!checks::computed(column)) {
      set.push_back(fmt::format("{} = {}", access::column(i), values[i]));
    }
  });
  const std::string sql =
      fmt::format("UPDATE {} SET {} WHERE {}", access::table(), fmt::join(set, ", "), fmt::join(where, " AND "));
  return work.exec(sql).affected_rows() == 1;
}

}  // namespace skein
