// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Random names, types and expressions.

#include "random.hpp"
#include "words.hpp"

#include <skein/check/arena.hpp>
#include <skein/render/quote.hpp>

#include <string>
#include <vector>

namespace skein::test {

/// A column as far as others speak of it.
struct field {
  const model::ident* name;
  const model::data_type* type;
};
using fields = std::vector<field>;

class vocabulary {
 public:
  vocabulary(chance& by, checks::arena& in) : by_(by), in_(in) {}

  template <class List>
  const model::ident* name(const List& words) {
    const std::string_view word = by_.one_of(words);
    return in_.make(model::ident(word.data(), word.size()));
  }
  /// A written name, or mostly none: the automatic one is PostgreSQL's choice.
  const model::ident* object_name() { return by_.percent(40) ? name(object_words) : nullptr; }
  const model::entity_def* entity(model::entity_kind what, const model::object_name* name, const std::vector<model::clause>& clauses) {
    return in_.make(model::entity_def{.what = what, .name = name, .clauses = in_.make_list(clauses)});
  }
  model::text_view comment() { return in_.text(by_.one_of(comment_words)); }

  const model::data_type* type() {
    using id = model::type_id;
    // Half of all columns have one of a few types, so that keys and foreign keys find partners.
    static constexpr id usual[]{id::integer,   id::bigint,  id::text,   id::varchar,
                                id::int4range, id::numeric, id::serial, id::date};
    model::data_type t{by_.percent(60) ? by_.one_of(usual) : by_.one_of(facts).id};
    const auto number = [&](std::size_t from, std::size_t to) {
      return static_cast<int>(from + by_.below(to - from + 1));
    };
    if (t.id == id::character || t.id == id::bit) t.first = number(1, 12);
    if ((t.id == id::varchar || t.id == id::varbit) && by_.percent(50)) t.first = number(1, 300);
    if (t.id == id::numeric && by_.percent(50)) t.first = number(10, 20), t.second = number(0, 5);
    if (t.id >= id::time && t.id <= id::interval && by_.percent(30)) t.first = number(0, 6);
    if (t.id == id::interval && by_.percent(60)) {
      t.second = number(0, model::interval_field_count - 1);
      if (model::last_field(t.second) != 5) t.first = model::data_type::none;
    }
    if (t.id == id::named) t.user = &mood_name;
    if (!is_serial(t.id) && by_.percent(8)) t.dims = number(1, 2);
    return in_.make(t);
  }

  /// A default that suits the type; empty if there is none.
  model::text_view value(const model::data_type& t) {
    if (t.dims) return in_.text("'{}'");
    if (t.user && !same(*t.user, mood_name)) return {};
    const std::string_view sql = facts_of(t).value;
    return sql.empty() ? model::text_view{} : in_.text(sql);
  }

  /// A column's name in an expression: bare, quoted, in capitals, behind the name of its table.
  std::string spelled(const model::ident& column, const model::ident* table) {
    const std::string_view name = render::view(column);
    std::string out = render::identifier(column);
    if (render::is_plain_name(name)) {
      if (by_.percent(15))
        out = '"' + std::string(name) + '"';
      else if (by_.percent(15))
        for (char& c : out) c = static_cast<char>(c >= 'a' && c <= 'z' ? c - 32 : c);
    }
    return table && by_.percent(15) ? render::identifier(*table) + "." + out : out;
  }

  /// A condition on columns, which any types allow.
  std::string condition(const fields& of, const model::ident* table) {
    std::string out = comparison(by_.one_of(of), table);
    while (by_.percent(30)) {
      out += by_.percent(50) ? " AND " : " or ";
      out += comparison(by_.one_of(of), table);
    }
    return out;
  }

  /// An immutable value made of one column, for an index.
  std::string derived(const field& of, const model::ident* table) {
    const std::string c = spelled(*of.name, table);
    if (is_text(*of.type)) return by_.percent(50) ? "lower(" + c + ")" : c + " || '" + "it''s'";
    if (is_number(*of.type)) return by_.percent(50) ? "abs(" + c + ")" : c + " + 1";
    return c + " IS NULL";
  }

  chance& by() { return by_; }
  checks::arena& in() { return in_; }

 private:
  std::string comparison(const field& of, const model::ident* table) {
    const std::string c = spelled(*of.name, table);
    if (is_text(*of.type)) {
      const std::string all[]{c + " <> 'id'",
                              "length(" + c + ") < 100",
                              c + " LIKE 'a%' ESCAPE '\\'",
                              c + "::varchar(3) = /* \"name\" */ 'x'",
                              "lower(" + c + ") = " + c + " -- name\n",
                              c + " IN ('name', E'it\\'s')",
                              "coalesce(" + c + ", $$name$$) COLLATE \"C\" > ''"};
      return by_.one_of(all);
    }
    if (is_number(*of.type)) {
      const std::string all[]{c + " > 0", c + " BETWEEN 0 AND 1e5", "CASE WHEN " + c + " = 1 THEN true ELSE false END",
                              "cast(" + c + " AS bigint) % 2 = 0", "greatest(" + c + ", 1) = ANY (ARRAY[1, 2])"};
      return by_.one_of(all);
    }
    const std::string all[]{c + " IS NOT NULL", c + " IS NULL", "NOT (" + c + " IS DISTINCT FROM NULL)"};
    // There is no = for some types.
    return all[by_.below(is_ordered(*of.type) ? 3 : 2)];
  }

  chance& by_;
  checks::arena& in_;
};

}  // namespace skein::test
