// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Steps on rows. They change no schema. How each is undone is derived, or said: `undo<"sql">` (empty if nothing is to be
/// undone), `loses_data` (the down leaves the rows as they are), `irreversible<"why">`; or the revision writes its down. What the
/// same revision creates needs no way back: rows of a new table, values of a new column go with it.

#include <skein/declare/acknowledge.hpp>
#include <skein/declare/index.hpp>
#include <skein/declare/row.hpp>
#include <skein/declare/steps/execute.hpp>

namespace skein {

namespace model {

// What follows a step's table: rows or assignments, which are parts of it, or an option.

template <class Part>
consteval row_block block_of() {
  if constexpr (requires { Part::block; }) return Part::block;
  else return {};
}
template <class Part>
consteval const assignment* assignment_of() {
  if constexpr (requires { Part::assignment; }) return &Part::assignment;
  else return nullptr;
}
template <class Columns>
consteval names names_of() {
  if constexpr (requires { Columns::names; }) return Columns::names;
  else return {};
}

template <class Part>
concept is_item = requires { Part::block; } || requires { Part::assignment; };
/// True for rows and assignments.
template <class Part>
constexpr bool amend_rows(data_step& s) {
  if constexpr (amends<Part, step>) Part::set(s);
  else if constexpr (amends<Part, data_def>) Part::set(s.data);
  else if constexpr (!is_item<Part>) make_mistake<Part>(s);
  return is_item<Part>;
}

constexpr bool is_there(const row_block& rows) { return rows.size != 0; }
constexpr bool is_there(const assignment* a) { return a != nullptr; }
/// What is wrong with the parts of a step as a whole; nothing mostly. An UPDATE holds assignments, all others rows.
constexpr const char* mistake_in(const data_def& d, bool has_items, bool has_others) {
  using verb = data_def::verb;
  const bool inserts = d.overriding || d.on_conflict != conflict::unsaid, truncates = d.restart || d.cascade || d.others.size;
  switch (d.what) {
    case verb::insert:
      if (!d.columns.size) return "insert_into does not say which columns its rows have; write columns<...> behind the table";
      if (!has_items) return "insert_into has no rows; write row<...> or rows_of<...> behind its columns";
      return d.where || truncates || has_others ? "insert_into takes rows and on_conflict<...>; leave the rest out" : nullptr;
    case verb::update:
      if (!has_items) return "update_rows sets nothing; write set<...> behind the table";
      return inserts || truncates || has_others || d.columns.size ? "update_rows takes set<...> and where<...>; leave the rest out" : nullptr;
    case verb::erase:
      if ((d.where.size != 0) == (has_items && d.columns.size)) return "delete_from takes either where<...>, or columns<...> and rows; write one of them";
      return inserts || truncates || has_others ? "delete_from takes where<...>, or columns<...> and rows; leave the rest out" : nullptr;
    default:
      return inserts || d.where || has_others || d.columns.size
                 ? "truncate_table takes together_with<...>, restart_identity and cascade; leave the rest out"
                 : nullptr;
  }
}

/// A step with what it holds, in one object.
template <class Item, u32 N>
struct data_holding : data_step {
  Item items[N + 1];
};
/// No fold: there may be more rows than a compiler nests.
template <class... Part, class Step>
constexpr Step amended(Step s) {
  const bool is_item[]{false, amend_rows<Part>(s)...};
  u32 items = 0, mine = 0;
  for (const bool is : is_item) items += is;
  for (const auto& item : s.items) mine += is_there(item);
  if (const char* mistake = s.what == op::data ? mistake_in(s.data, mine != 0, items != mine || s.concurrently || s.effects.size) : nullptr) {
    s.what = op::mistake;
    s.text = {mistake, 0, 0};
    while (mistake[s.text.size]) ++s.text.size;
  }
  return s;
}

}  // namespace model

// What INSERT does with a row whose key is there

struct do_nothing : model::of_step {
  static constexpr auto value = model::conflict::do_nothing;
  static constexpr model::names columns{};
};
/// These columns are taken from the row, or all but the key: SET c = EXCLUDED.c.
template <model::ident... Column>
struct do_update : model::of_step {
  static constexpr auto value = model::conflict::do_update;
  static constexpr model::holding<model::names, model::ident, sizeof...(Column)> columns{{do_update::columns.items, sizeof...(Column)}, {&Column...}};
};
/// `on_conflict<on<"id">, do_update<"name">>`, `on_conflict<on<"id">, do_nothing>`; `on_conflict<do_nothing>` whatever the key.
/// Requires: a primary key or a unique key or index over exactly these columns, neither partial nor deferrable.
template <class... Part>
struct on_conflict : model::of_step {
  static_assert(sizeof...(Part) > 2, "on_conflict<on<…>, action> requires the columns of a key, and do_nothing or do_update<…>");
};
template <>
struct on_conflict<do_nothing> : model::of_step {
  static constexpr void set(model::data_def& d) { d.on_conflict = model::conflict::do_nothing; }
};
template <class On, class Action>
struct on_conflict<On, Action> : model::of_step {
  static constexpr void set(model::data_def& d) {
    d.on_conflict = Action::value;
    d.conflict_key = {On::keys.columns, On::keys.size};
    d.conflict_columns = Action::columns;
  }
};
/// OVERRIDING SYSTEM VALUE: values may be given for a column that is GENERATED ALWAYS AS IDENTITY.
struct overriding_system_value : model::of_step {
  static constexpr void set(model::data_def& d) { d.overriding = true; }
};

/// `insert_into<"roles", columns<"id", "name">, row<1, "admin">, row<2, "reader">>`, or `rows_of<array>`.
/// Requires: a value for every column that needs one, of its type; no key twice.
/// SQL:      INSERT INTO table (…) VALUES (…), … [ON CONFLICT …], a statement for every hundred rows
/// Inverse:  DELETE of these rows by a key that all of them give as literals; with on_conflict it must be said
template <model::object_name Table, class Columns, class... Part>
struct insert_into : model::of_revision {
  static constexpr model::data_holding<model::row_block, sizeof...(Part)> step =
      model::amended<Part...>(model::data_holding<model::row_block, sizeof...(Part)>{
          {{.what = model::op::data, .table = &Table}, {.what = model::data_def::verb::insert, .columns = model::names_of<Columns>(), .rows = {insert_into::step.items, sizeof...(Part)}}},
          {model::block_of<Part>()...}});
};

/// `update_rows<"users", set<"active", true>, where<"last_seen < now() - interval '1 year'">, undo<"…">>`. Without `where` all rows.
/// Requires: columns that are not computed, values of their types; how it is undone.
/// SQL:      UPDATE table SET column = value, … WHERE …
/// Inverse:  what is said; nothing where all columns are new in the revision
template <model::object_name Table, class... Part>
struct update_rows : model::of_revision {
  static constexpr model::data_holding<const model::assignment*, sizeof...(Part)> step =
      model::amended<Part...>(model::data_holding<const model::assignment*, sizeof...(Part)>{
          {{.what = model::op::data, .table = &Table}, {.what = model::data_def::verb::update, .set = {update_rows::step.items, sizeof...(Part)}}},
          {model::assignment_of<Part>()...}});
};

/// `delete_from<"roles", columns<"id">, row<1>, row<2>>`: the rows with these values; or `delete_from<"users", where<"banned">, …>`.
/// SQL:      DELETE FROM table WHERE …
/// Inverse:  INSERT of the rows, where they are given with all of their columns and a key is among these; else what is said
template <model::object_name Table, class... Part>
struct delete_from : model::of_revision {
  static constexpr model::data_holding<model::row_block, sizeof...(Part)> step =
      model::amended<Part...>(model::data_holding<model::row_block, sizeof...(Part)>{
          {{.what = model::op::data, .table = &Table}, {.what = model::data_def::verb::erase, .rows = {delete_from::step.items, sizeof...(Part)}}},
          {model::block_of<Part>()...}});
};

/// The identity and serial columns begin again.
struct restart_identity : model::of_step {
  static constexpr void set(model::data_def& d) { d.restart = true; }
};
/// Other tables, in the same statement.
template <model::object_name... Table>
struct together_with : model::of_step {
  static constexpr const model::object_name* tables[sizeof...(Table)]{&Table...};
  static constexpr void set(model::data_def& d) { d.others = {tables, sizeof...(Table)}; }
};
/// `truncate_table<"logs", restart_identity, loses_data>`; with `cascade` whatever references it is emptied too.
/// Requires: every table that references it to be truncated in the same step, or `cascade`; how it is undone, mostly `loses_data`.
/// SQL:      TRUNCATE table, … [RESTART IDENTITY] [CASCADE]
/// Inverse:  what is said
template <model::object_name Table, class... Part>
struct truncate_table : model::of_revision {
  static constexpr model::data_holding<model::row_block, 0> step = model::amended<Part...>(model::data_holding<model::row_block, 0>{
      {{.what = model::op::data, .table = &Table}, {.what = model::data_def::verb::truncate}}, {}});
};

}  // namespace skein
