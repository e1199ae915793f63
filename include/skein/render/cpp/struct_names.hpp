// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// What the structs of models are called: as what they describe, as far as C++ and skein's own words let them.

#include <skein/model/policy.hpp>
#include <skein/model/property.hpp>
#include <skein/model/table.hpp>
#include <skein/render/cpp/entity.hpp>
#include <skein/render/cpp/layout.hpp>
#include <skein/render/cpp/code_name.hpp>
#include <skein/render/quote.hpp>

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace skein::render::cpp {

class struct_names {
 public:
  /// Nothing is called as a word that the code needs, nor as a member of what models derive from, which it would hide.
  explicit struct_names(std::set<std::string, std::less<>> words) : taken_(std::move(words)) {
    for (const char* member : {"all", "by_its_struct", "entity", "indexes", "items", "member", "name", "none", "option",
                               "parents", "policy", "privileges", "routine", "rule", "sequence", "server", "size",
                               "step", "steps", "trigger", "type", "types", "value", "where", "words"})
      taken_.insert(member);
  }

  /// One for each model, in their order: `users`; where that is taken, or more than one would be called so,
  /// `users_table`, `touch_on_users`; then with a number.
  std::vector<std::string> of(const std::vector<const model::table_def*>& models) {
    std::map<std::string, int> wanted;
    for (const model::table_def* m : models) ++wanted[plain(*m)];
    std::vector<std::string> out;
    for (const model::table_def* m : models) {
      const std::string first = plain(*m), second = full(*m);
      std::string name = wanted[first] == 1 && !taken_.contains(first) ? first : second;
      for (int n = 2; taken_.contains(name) || (name != first && wanted.contains(name)); ++n)
        name = second + "_" + std::to_string(n);
      taken_.insert(name);
      out.push_back(name);
    }
    return out;
  }

 private:
  static std::string words_of(const model::object_name& n) {
    return (model::is_default(n.schema) ? "" : std::string(view(n.schema)) + " ") + std::string(view(n.name));
  }
  static bool hangs_on_table(const model::table_def& m) { return m.entity && m.entity->table; }
  static std::string object_of(const model::list<const model::object_name*>& objects,
                               const model::entity_def* routine) {
    if (routine) return words_of(*routine->name);
    std::string out;
    for (model::u32 i = 0; i < objects.size && i < 3; ++i) out += (i ? " and " : "") + words_of(*objects[i]);
    return out;
  }
  static std::string plain(const model::table_def& m) {
    if (m.property) return code_name("owner of " + words_of(*m.property->name), "owner");
    if (const model::privilege_def* d = m.privileges) {
      if (d->by_default) return code_name(d->revoked ? "revoked by default" : "granted by default", "");
      return code_name((d->revoked ? "revoked on " : "granted on ") + object_of(d->objects, d->routine), "");
    }
    if (m.entity && m.entity->what == model::entity_kind::row_security) return full(m);
    return code_name(hangs_on_table(m) ? std::string(view(m.entity->name->name)) : words_of(*m.name),
                     "unnamed_" + code_name(kind_of(m), "object"));
  }
  static std::string full(const model::table_def& m) {
    if (hangs_on_table(m))
      return code_name(std::string(view(m.entity->name->name)) + " on " + words_of(*m.entity->table), kind_of(m));
    return m.property || m.privileges ? plain(m) : code_name(words_of(*m.name) + " " + kind_of(m), kind_of(m));
  }
  static std::string kind_of(const model::table_def& m) {
    if (!m.entity) return "table";
    if (m.entity->what == model::entity_kind::object)
      return std::string(m.entity->clauses[0].text.data, m.entity->clauses[0].text.size);
    return detail::family(m.entity->what);
  }

  std::set<std::string, std::less<>> taken_;
};

/// The words of C++ code that are in no literal.
inline void collect_words(std::string_view code, std::set<std::string, std::less<>>& into) {
  for (std::size_t i = 0; i < code.size();) {
    const auto is_word = [&](std::size_t k) {
      return k < code.size() && (std::isalnum(static_cast<unsigned char>(code[k])) || code[k] == '_');
    };
    if (code[i] == '"' || (code[i] == 'R' && code.substr(i, 2) == "R\"")) {
      i = detail::end_of_literal(code, i);
    } else if (is_word(i)) {
      const std::size_t from = i;
      while (is_word(i)) ++i;
      into.emplace(code.substr(from, i - from));
    } else {
      ++i;
    }
  }
}

}  // namespace skein::render::cpp
