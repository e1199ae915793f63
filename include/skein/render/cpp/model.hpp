// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Models as the C++ that declares them, up to the struct that derives from it. In one line; layout.hpp breaks it.

#include <skein/model/table.hpp>
#include <skein/render/cpp/step.hpp>

namespace skein::render::cpp {

namespace detail {

inline const char* model_word(model::entity_kind k) {
  switch (k) {
    case entity_kind::enumeration:
      return "enum_type";
    case entity_kind::domain:
      return "domain_type";
    case entity_kind::composite:
      return "composite_type";
    case entity_kind::range:
      return "range_type";
    default:
      return nullptr;
  }
}

/// `create_view<…` as `view<…`.
inline void entity_model(source& b, const model::table_def& m) {
  source created;
  spelling::creating_step(created, *m.entity);
  const std::size_t word = created.text.find('<'), verb = created.text.find('_') + 1;
  created.text.pop_back();
  if (const char* own = model_word(m.entity->what))
    created.text.replace(0, word, own);
  else if (m.entity->what == entity_kind::row_security && created.text[0] == 'f')
    created.text.replace(0, word, "forced_row_security");
  else
    created.text.erase(0, verb);
  b.append(created);
  for (const model::member* index : m.members) b << ", ", spelling::member(b, *index);
}
inline void table_model(source& b, const model::table_def& m) {
  const bool partition = m.members.size && m.members[0]->what == model::kind::partition_of;
  begin(b, partition ? "partition" : "table", *m.name);
  if (partition) b << ", ", spelling::name(b, *m.members[0]->constraint->target);
  for (const model::member* x : m.members) b << ", ", spelling::member(b, *x);
}
/// `owner<"app", on_type<"mood">`
inline void owner_model(source& b, const model::property_def& d) {
  constexpr const char* kinds[]{"table<", "", "sequence<", "", "schema<", "type<"};
  b << "owner<" << *d.value << ", on_" << kinds[static_cast<int>(d.on)];
  if (d.routine)
    spelling::routine_by_types(b, d.routine->what, *d.routine->routine, &d.name->schema, d.name->name);
  else
    spelling::name(b, *d.name);
  b << ">";
}

}  // namespace detail

/// Requires a model without a mistake.
inline std::string model_text(const model::table_def& m) {
  source b;
  if (m.property)
    detail::owner_model(b, *m.property), b << ">";
  else if (m.privileges)
    detail::spelling::declared_privileges(b, m.privileges->revoked ? "revoked" : "granted", *m.privileges, nullptr,
                                          nullptr);
  else if (m.entity)
    detail::entity_model(b, m), b << ">";
  else
    detail::table_model(b, m), b << ">";
  return std::move(b.text);
}

}  // namespace skein::render::cpp
