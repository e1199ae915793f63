// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Small histories and what is wrong with them, as text: `no_table in 1.0: table user, hint users` is the fault with
/// its revision, its step and its other facts. The verdict itself is a constant expression.

#include <skein/check/compare/all.hpp>
#include <skein/check/spell/routine.hpp>
#include <skein/declare/table.hpp>

#include <array>
#include <string>
#include <string_view>
#include <utility>

namespace skein::test {

using checks::fault;
using checks::verdict;
using model::u32;

template <class... Step>
struct first : revision<"a", base, "first", Step...> {};
template <class... Step>
struct second : revision<"b", revises<"a">, "second", Step...> {};
template <class... Step>
struct third : revision<"c", revises<"b">, "third", Step...> {};
/// For servers that have everything; unit/check/feature.test.cpp is about the others.
template <class... Revision>
struct history : chain<target<18>, Revision...> {};

/// The enumerator as it is written.
template <auto E>
constexpr std::string_view enumerator() {
  std::string_view in = __PRETTY_FUNCTION__;
  in = in.substr(in.find("E = "));
  in = in.substr(0, in.find_first_of(";]"));
  return in.substr(in.rfind(':') + 1);
}
/// Those of an enumeration up to its last one.
template <auto Last>
inline constexpr auto enumerators = []<std::size_t... I>(std::index_sequence<I...>) {
  return std::array<std::string_view, sizeof...(I)>{enumerator<static_cast<decltype(Last)>(I)>()...};
}(std::make_index_sequence<static_cast<std::size_t>(Last) + 1>{});

inline std::string facts(const verdict& v) {
  std::string out(enumerators<fault::entity_without_model>[static_cast<std::size_t>(v.what)]);
  if (!v) return out;
  if (!checks::of_models(v.what))
    out += " in " + std::to_string(v.revision) + "." + std::to_string(v.step) + (v.down ? " down" : "") +
           (v.leaf ? ", leaf " + std::to_string(v.leaf) : "");
  const char* separator = ": ";
  const auto fact = [&](const char* word, std::string_view value) {
    out.append(separator).append(word).append(" ").append(value);
    separator = ", ";
  };
  const auto name = [&](const char* word, const model::ident* n) {
    if (n && !n->empty()) fact(word, {n->text, n->kept()});
  };
  const auto object = [&](const char* word, const model::name_ref& n) {
    if (!n.given && !n.table) return;
    const model::short_text t = model::naming::write(n);
    fact(word, {t.text, t.size});
  };
  if (v.left != checks::remainder::none)
    fact("left", enumerators<checks::remainder::entity_differs>[static_cast<std::size_t>(v.left)]);
  if (v.other_revision) fact("other revision", std::to_string(v.other_revision));
  name("schema", v.schema);
  name("table", v.table);
  name("column", v.column);
  object("object", v.object);
  name("other schema", v.other_schema);
  name("other table", v.other_table);
  name("other column", v.other_column);
  if (v.entity != model::entity_kind::none) fact("is", model::traits_of(v.entity).words);
  name("on", v.on_table);
  if (v.routine) {
    checks::buffer b;
    checks::spelling::arguments(b, *v.routine);
    fact("takes", {b.text, b.size});
  }
  for (u32 i = 0; i < v.dependents && i < checks::most_dependents; ++i) {
    const checks::dependent& d = v.dependent_list[i];
    std::string user = std::string(d.what == model::entity_kind::none ? "column" : model::traits_of(d.what).words) + " ";
    if (d.table) user.append(d.table->text, d.table->kept()).append(".");
    if (d.name) user.append(d.name->text, d.name->kept());
    else user.append(model::naming::write(d.object).text);
    fact("used by", user);
  }
  if (v.constraint)
    for (const model::ident* c : v.constraint->target_columns) name("target", c);
  name("hint", v.hint);
  object("hint", v.suggested);
  if (v.text) fact("text", {v.text.data, v.text.size});
  constexpr std::pair<u32, const char*> properties[]{
      {checks::differs::type, "type"},           {checks::differs::nullability, "nullability"},
      {checks::differs::default_value, "default"}, {checks::differs::identity, "identity"},
      {checks::differs::generated, "generated"}, {checks::differs::next_value, "next value"},
      {checks::differs::collation, "collation"}, {checks::differs::comment, "comment"}};
  for (const auto& [bit, word] : properties)
    if (v.differs & bit) fact("differs in", word);
  if (v.needs != checks::feature::none)
    fact("needs", enumerators<checks::feature::second_sequence>[static_cast<std::size_t>(v.needs)]);
  name("role", v.role);
  if (v.later != model::grantable::tables_in_schema) fact("later", enumerators<model::grantable::type>[static_cast<std::size_t>(v.later)]);
  if (v.privileges) {
    std::string words;
    for (u32 i = 0; i < model::privilege::count; ++i)
      if (v.privileges >> i & 1) words.append(words.empty() ? "" : " ").append(model::privilege_words[i]);
    fact("may", words);
  }
  if (v.setting) fact("setting", {v.setting->name.data, v.setting->name.size});
  if (v.row) fact("row", std::to_string(v.row));
  if (v.number) fact("number", std::to_string(v.number));
  for (const model::ident* c : v.columns) name("of", c);
  if (v.type) {
    const bool none = v.type->id == model::type_id::mistake;
    const std::string_view cpp = none ? std::string_view(v.type->user->name.text) : "";
    fact("type", none ? cpp.substr(cpp.rfind(':') + 1) : model::type_table[static_cast<std::size_t>(v.type->id)].sql);
  }
  return out;
}

/// Of a chain of these revisions.
template <class... Revision>
std::string judged() {
  static constexpr verdict v = checks::verdict_of<history<Revision...>>();
  return facts(v);
}
/// Of steps that come in a revision after the one that `Start` is.
template <class Start, class... Step>
std::string after() {
  return judged<Start, second<Step...>>();
}
/// Of models against what the revision leads to.
template <class Start, class... Model>
std::string compared() {
  static_assert(!checks::verdict_of<history<Start>>());
  static constexpr verdict v = checks::verdict_of_models<history<Start>, models<Model...>>();
  return facts(v);
}

}  // namespace skein::test
