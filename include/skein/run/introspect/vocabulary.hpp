// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Names and texts of a catalog as the model holds them.

#include <skein/check/arena.hpp>
#include <skein/render/quote.hpp>

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace skein::run::introspection {

/// Makes names in an arena, each only once.
class vocabulary {
 public:
  explicit vocabulary(checks::arena& in) : in_(in) {}

  const model::ident* name(std::string_view text) {
    const model::ident*& found = names_[std::string(text)];
    if (!found) found = in_.make(model::ident(text.data(), text.size()));
    return found;
  }
  /// Without the schema where that is the default one.
  const model::object_name* name(std::string_view schema, std::string_view text) {
    return exact(schema == "public" ? "" : schema, text);
  }
  /// What PostgreSQL finds without a schema: its own things, too.
  const model::object_name* visible(std::string_view schema, std::string_view text) {
    return exact(schema == "public" || schema == "pg_catalog" ? "" : schema, text);
  }
  const model::object_name* exact(std::string_view schema, std::string_view text) {
    const model::object_name*& found = objects_[{std::string(schema), std::string(text)}];
    if (!found) found = in_.make(model::object_name(*name(schema), *name(text)));
    return found;
  }
  /// Null for what is empty.
  model::text_view text(std::string_view sql) { return sql.empty() ? model::text_view{} : in_.text(sql); }
  model::names names(const std::vector<const model::ident*>& list) { return in_.make_list(list); }

  checks::arena& arena() { return in_; }

 private:
  checks::arena& in_;
  std::map<std::string, const model::ident*> names_;
  std::map<std::pair<std::string, std::string>, const model::object_name*> objects_;
};

/// `app.users`, as statements and sentences name it.
inline std::string spelled(std::string_view schema, std::string_view name) {
  return schema == "public" || schema.empty() ? render::identifier(name)
                                              : render::identifier(schema) + "." + render::identifier(name);
}

}  // namespace skein::run::introspection
