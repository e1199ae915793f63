// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// What all families of objects share while they are read.

#include <skein/run/introspect/drafts.hpp>
#include <skein/run/introspect/type_reader.hpp>

#include <map>
#include <unordered_map>

namespace skein::run::introspection {

/// A table or whatever else has columns.
struct relation {
  const model::object_name* name = nullptr;
  std::string spelled;
  char kind = 'r';
  std::map<int, const model::ident*> columns{};  ///< by their numbers
};

struct reading {
  catalog_session& from;
  vocabulary& words;
  type_reader types{from, words};
  std::unordered_map<oid, relation> relations{};
  std::vector<draft> drafts{};
  std::vector<unrepresented> left{};

  template <class T>
  const T* make(T value) {
    return words.arena().make(std::move(value));
  }
  template <class T>
  model::list<T> make_list(const std::vector<T>& values) {
    return words.arena().make_list(values);
  }
  const model::step* step(const model::step& x) { return make(x); }

  void leave(std::string kind, std::string name, std::string why) {
    left.push_back({std::move(kind), std::move(name), std::move(why)});
  }
  /// The same, of a table or a view: kept as a tracked object, which the SQL sets and unsets.
  void keep(const relation& of, const std::string& kind, const std::string& name, std::string why, std::string set,
            std::string unset) {
    left.push_back({kind, name, std::move(why), true});
    drafts.push_back({stage::on_table, {}, kind, name, {}, std::move(unset), {of.name}, words.exact("", name)});
    drafts.back().create = std::move(set);
  }
  const relation* find(oid id) const {
    const auto at = relations.find(id);
    return at == relations.end() ? nullptr : &at->second;
  }
  /// The columns of a relation by their numbers; those that are not there are left out.
  std::vector<const model::ident*> columns(const relation& of, const std::vector<int>& numbers) const {
    std::vector<const model::ident*> out;
    for (const int n : numbers)
      if (const auto at = of.columns.find(n); at != of.columns.end()) out.push_back(at->second);
    return out;
  }
  /// The name of a tracked object that stands for something of a table.
  const model::object_name* beside(const relation& of, std::string_view called) {
    return make(
        model::object_name(of.name->schema, *words.name(fmt::format("{}.{}", render::view(of.name->name), called))));
  }
  /// The comment that is read in the field.
  model::text_view comment(const record& r, std::size_t field) { return words.text(r.view(field)); }
  /// COMMENT ON, for an entity that has one.
  void comment_on(draft& d, const model::entity_def* entity, const record& r, std::size_t field) {
    if (!r.view(field).empty())
      d.steps.push_back(step({.what = model::op::comment_on_entity, .text = comment(r, field), .entity = entity}));
  }
};

}  // namespace skein::run::introspection
