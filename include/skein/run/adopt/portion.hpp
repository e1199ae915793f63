// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// A migration in portions: between two of them the catalogs are looked at, so that what each does to the schema is
/// known by itself, and data are changed in just the schema that they were changed in.

#include <skein/run/adopt/altered.hpp>

#include <algorithm>
#include <cstddef>
#include <set>
#include <string>
#include <vector>

namespace skein::run::adoption {

/// Of a text in C++, in bytes. Compilers go through a literal that is a template argument; GCC does so for 262,144 at
/// most.
inline constexpr std::size_t longest_text = 250'000;

/// Statements that follow each other.
struct portion {
  bool shows = true;                  ///< the catalogs show what it has done; else its text is needed
  std::vector<statement> settings{};  ///< of the session, all that come before it in the file
  std::vector<statement> statements{};

  bool alone() const { return statements.size() == 1 && statements[0].needs_no_transaction; }
  /// As one text, which leaves no setting behind.
  std::string text() const {
    std::string out;
    for (const statement& s : settings) out += for_now(s);
    for (const statement& s : statements) out += s.text;
    out.erase(out.find_last_not_of(" \t\r\n;") + 1);
    return out.substr(std::min(out.find_first_not_of(" \t\r\n"), out.size()));
  }

 private:
  /// SET as SET LOCAL; the last argument of set_config says the same.
  static std::string for_now(const statement& s) {
    const auto with = [&](const token& in_place_of, std::string_view words) {
      const auto at = static_cast<std::size_t>(in_place_of.text.data() - s.text.data());
      return std::string(s.text.substr(0, at)).append(words).append(s.text.substr(at + in_place_of.text.size()));
    };
    const std::size_t n = s.words.size();
    if (s.begins({"set", "session"})) return with(s.words[1], "LOCAL");
    if (s.begins({"set"}) && !s.begins({"set", "local"})) return with(s.words[0], "SET LOCAL");
    for (std::size_t i = n; i-- > 0;)
      if (s.words[i].is("false") && s.begins({"select"})) return with(s.words[i], "true");
    return std::string(s.text);
  }
};

/// Whether the catalogs show all that the statement does.
inline bool shows_in_catalogs(const statement& s) {
  const auto first = [&](std::string_view w) { return s.begins({w}); };
  if (first("create")) {
    if (s.begins({"create", "temp"}) || s.begins({"create", "temporary"}) || s.begins({"create", "role"}) ||
        s.begins({"create", "user"}) || s.begins({"create", "database"}) || s.begins({"create", "tablespace"}))
      return false;
    if (!s.begins({"create", "table"}) && !s.begins({"create", "unlogged", "table"})) return true;
    int depth = 0;
    for (const token& t : s.words) {  // CREATE TABLE … AS has rows
      depth += t.is("(") ? 1 : t.is(")") ? -1 : 0;
      if (depth == 0 && t.is("as")) return false;
    }
    return true;
  }
  if (first("alter")) {
    if (s.begins({"alter", "role"}) || s.begins({"alter", "user"}) || s.begins({"alter", "database"}) ||
        s.begins({"alter", "system"}) || s.begins({"alter", "schema"}))
      return false;
    return !(s.begins({"alter", "sequence"}) && s.has_word("restart"));
  }
  if (first("drop")) return !s.begins({"drop", "role"}) && !s.begins({"drop", "user"}) && !s.begins({"drop", "owned"});
  return first("comment") || first("grant") || first("revoke") || read_refreshed(s);
}

/// Settings of the session, which matter to what follows in the file and to nothing else.
inline bool is_setting(const statement& s) {
  return s.begins({"set"}) || s.begins({"reset"}) || s.begins({"select", "set_config"}) ||
         s.begins({"select", "pg_catalog", ".", "set_config"});
}

namespace detail {

/// What a difference would take for one thing though it was two: a table or a column that is dropped and comes again
/// empty, a default that only rows of that moment got; and what it does not show, which is read from the statement and
/// has to come before the difference: a rename, a conversion, a view that is filled.
class portion_limits {
 public:
  bool begins_anew(const statement& s) {
    const auto altered = read_alter(s);
    bool precedes = read_renamed_label(s).has_value(), anew = false;
    if (altered)
      for (const table_action& a : altered->actions) {
        using kind = table_action::kind;
        precedes = precedes || a.what == kind::rename || a.what == kind::rename_column ||
                   a.what == kind::rename_attribute || a.what == kind::set_schema ||
                   (a.what == kind::set_type && !a.expression.empty());
        const bool comes = a.what == kind::add_column,
                   changes = a.what == kind::set_default || a.what == kind::set_type;
        anew = anew || (comes && gone_.contains(column(*altered, a))) ||
               (changes && valued_.contains(column(*altered, a)));
      }
    for (const said_name& n : read_created_or_dropped(s, "create")) anew = anew || gone_.contains({n, ""});
    if (const auto view = read_refreshed(s)) precedes = !made_.contains(view->name);
    anew = anew || (precedes && others_);
    if (anew) *this = {};
    others_ = others_ || !precedes;
    for (const said_name& n : read_created_or_dropped(s, "drop")) gone_.insert({n, ""});
    for (const said_name& n : read_created_or_dropped(s, "create")) made_.insert(n);
    if (altered)
      for (const table_action& a : altered->actions) {
        if (a.what == table_action::kind::drop_column) gone_.insert(column(*altered, a));
        if (a.what == table_action::kind::add_column && a.has_default) valued_.insert(column(*altered, a));
      }
    return anew;
  }

 private:
  using place = std::pair<said_name, std::string>;
  static place column(const altered_table& t, const table_action& a) { return {t.table, a.column}; }

  std::set<place> gone_, valued_;
  std::set<said_name> made_;
  bool others_ = false;
};

}  // namespace detail

/// Transaction control is left out: the transaction is skein's.
inline std::vector<portion> portions_of(std::string_view sql) {
  std::vector<portion> out;
  detail::portion_limits limits;
  std::vector<statement> settings;
  std::size_t size = 0;
  for (const statement& s : statements_of(sql)) {
    if (s.controls_transaction || s.is_empty()) continue;
    if (is_setting(s)) {
      settings.push_back(s);
      continue;
    }
    const bool shows = shows_in_catalogs(s);
    const bool anew = shows && limits.begins_anew(s);
    size += s.text.size();
    const bool full = !shows && size > longest_text / 2;
    if (out.empty() || out.back().shows != shows || anew || full || s.needs_no_transaction || out.back().alone()) {
      size = s.text.size();
      out.push_back({shows, settings, {}});
      if (!shows) limits = {};
    }
    out.back().statements.push_back(s);
  }
  return out;
}

}  // namespace skein::run::adoption
