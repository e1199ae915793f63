// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Renames, which two states do not tell from something that goes and something else that comes: as they are given, and
/// as they are likely.

#include <skein/check/diff/counterpart.hpp>
#include <skein/check/tables/column_facts.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace skein::checks {

/// Of a table or, with `column`, of a column of it. Any other thing stands as `table`: a view, a type, a sequence.
struct rename {
  const model::object_name* table;
  const ident* column;
  const ident* to;
};

/// `users.name:users.full_name`, `users:people`, with `schema.` before the table where it has one. The new name may
/// stand alone. A name that has a dot or a colon in it cannot be given so. Empty if the text is none, or there is
/// nothing of that name in the state.
inline std::optional<rename> read_rename(std::string_view text, const live_state& from, arena& in) {
  const std::size_t colon = text.find(':');
  if (colon == text.npos) return {};
  std::vector<std::string_view> parts;
  for (std::string_view rest = text.substr(0, colon);;) {
    const std::size_t dot = rest.find('.');
    parts.push_back(rest.substr(0, dot));
    if (dot == rest.npos) break;
    rest.remove_prefix(dot + 1);
  }
  std::string_view last = text.substr(colon + 1);
  last.remove_prefix(last.rfind('.') + 1);  // npos + 1 is 0
  if (last.empty() || parts.size() > 3) return {};
  const auto name = [](std::string_view s) { return ident(s.data(), s.size()); };
  const ident* to = in.make(name(last));
  const auto of = [&](std::string_view schema, std::string_view table, const ident* column) -> std::optional<rename> {
    const model::object_name n(name(schema), name(table));
    const u32 t = find_columns(from, n);
    if (column ? !t || !names::find_column(from, t, *column)
               : !names::find_relation(from, n.schema, n.name) && !names::find_type(from, n))
      return {};
    return rename{in.make(n), column, to};
  };
  if (parts.size() == 1) return of("", parts[0], nullptr);
  const auto column = [&](std::size_t i) { return in.make(name(parts[i])); };
  if (parts.size() == 3) return of(parts[0], parts[1], column(2));
  const auto found = of("", parts[0], column(1));
  return found ? found : of(parts[0], parts[1], nullptr);
}

inline step step_of(const rename& r, const live_state& now, arena& in) {
  using model::op;
  if (r.column) return {.what = op::rename_column, .table = r.table, .name = r.column, .to = r.to};
  const u32 e = names::find_relation(now, r.table->schema, r.table->name);
  if ((e & names::kind_mask) == names::table) return {.what = op::rename_table, .table = r.table, .to = r.to};
  if ((e & names::kind_mask) == names::sequence)
    return {.what = op::rename_entity,
            .to = r.to,
            .entity = in.make(entity_def{
                .what = entity_kind::sequence, .name = r.table, .sequence = in.make(model::sequence_options{})})};
  const u32 i = (e & names::kind_mask) == names::entity ? names::slot_of(e) : names::find_type(now, *r.table);
  std::vector<const member*> types;  // what columns of the type are of
  const model::object_name* renamed = in.make(model::object_name(r.table->schema, *r.to));
  for (const int dims : {0, 1})
    types.push_back(
        in.make(member{.type = in.make(model::data_type{.id = model::type_id::named, .dims = dims, .user = renamed})}));
  return {.what = op::rename_entity, .to = r.to, .members = in.make_list(types), .entity = definer(now, in).entity(i)};
}

namespace renaming {

/// What is the same of a column whatever it and its sequence are called. Of a generated one that it is.
inline u64 column_digest(const live_state& s, u32 c) {
  const column_state& x = s.columns[c];
  u64 h = digests::mix(digests::of_type(*x.type), x.flags & flag::attributes);
  if (x.flags & flag::default_value) h = digests::mix(h, digests::of_default(s, c));
  if (x.collation) h = digests::mix(h, x.collation->name.hash);
  return x.comment ? digests::mix(h, x.comment->hash) : h;
}
/// Of a table the columns, by their names.
inline u64 table_digest(const live_state& s, u32 t) {
  u64 sum = 0;
  for (u32 c = s.tables[t].first_column; c; c = s.columns[c].next)
    if (s.columns[c].name) sum += digests::mix(s.columns[c].name->hash, column_digest(s, c));
  return sum;
}
/// The only one of `gone` that is like the only one of `come`, if there is just one pair of that digest.
struct candidates {
  std::vector<std::pair<u64, u32>> gone, come;

  void each_pair(auto&& f) const {
    const auto count = [](const auto& of, u64 digest) {
      u32 n = 0;
      for (const auto& [d, slot] : of) n += d == digest;
      return n;
    };
    for (const auto& [digest, was] : gone)
      for (const auto& [other, is] : come)
        if (digest == other && count(gone, digest) == 1 && count(come, digest) == 1) f(was, is);
  }
};

}  // namespace renaming

/// Likely renames: of tables and columns just one goes and one comes of a definition. To be asked about, never to be
/// taken for granted.
inline std::vector<rename> likely_renames(const live_state& from, const live_state& to, arena& in) {
  using namespace renaming;
  std::vector<rename> out;
  definer here(from, in);
  candidates tables;
  for (u32 t = 1; t <= from.used.tables; ++t)
    if (from.tables[t].alive && !counterpart::table(to, from, t)) tables.gone.emplace_back(table_digest(from, t), t);
  for (u32 t = 1; t <= to.used.tables; ++t)
    if (to.tables[t].alive && !counterpart::table(from, to, t)) tables.come.emplace_back(table_digest(to, t), t);
  tables.each_pair([&](u32 was, u32 is) {
    if (same_schema(*from.tables[was].schema, *to.tables[is].schema) && from.tables[was].columns)
      out.push_back({here.table_name(was), nullptr, to.tables[is].name});
  });
  for (u32 t = 1; t <= from.used.tables; ++t) {
    const u32 is = from.tables[t].alive && !membership(from, t) ? counterpart::table(to, from, t) : 0;
    if (!is) continue;
    candidates columns;
    for (u32 c = from.tables[t].first_column; c; c = from.columns[c].next)
      if (from.columns[c].name && !counterpart::column(to, is, from, c))
        columns.gone.emplace_back(column_digest(from, c), c);
    for (u32 c = to.tables[is].first_column; c; c = to.columns[c].next)
      if (to.columns[c].name && !counterpart::column(from, t, to, c))
        columns.come.emplace_back(column_digest(to, c), c);
    columns.each_pair([&](u32 was, u32 now) {
      out.push_back({here.table_name(t), from.columns[was].name, to.columns[now].name});
    });
  }
  return out;
}

}  // namespace skein::checks
