// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// A revision as the struct that declares it.

#include <skein/render/cpp/code_name.hpp>
#include <skein/render/cpp/layout.hpp>
#include <skein/render/cpp/step.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace skein::render::cpp {

/// What a struct is called after its message: `add_bio` of `add bio!`.
inline std::string struct_name(std::string_view message) { return code_name(message, "revision"); }

struct revision_text {
  std::string id;
  std::vector<std::string> parents;  ///< none: a base
  std::string message;
  std::vector<const model::step*> steps;
  std::optional<std::vector<const model::step*>> down{};  ///< where it is written
  std::string name{};                                     ///< of the struct; empty: after the message
};

namespace detail {

/// A comment above the revision: what is to be known of those of its steps for which `concerns` is true.
inline std::string remark(const revision_text& r, const char* sentence, auto&& concerns) {
  std::string steps;
  for (const model::step* s : r.steps) {
    if (!concerns(*s)) continue;
    source b;
    if (s->what == model::op::acknowledge) cpp::step(b, *s);
    else detail::step(b, *s), b << ">";
    steps += "//   ";
    for (const char c : b.text) steps += c == '\n' ? "\n//   " : std::string(1, c);
    steps += '\n';
  }
  return steps.empty() ? "" : std::string("// ") + sentence + "\n" + steps;
}
/// A column that comes without a value for the rows that there are.
inline bool needs_empty_table(const model::step& x) {
  namespace flag = model::flag;
  constexpr auto fills = flag::default_value | flag::identity | flag::next_value | flag::generated;
  if (x.what != model::op::add_column) return false;
  const model::member& m = *x.members[0];
  return m.flags & flag::not_null && !(m.flags & fills) && !model::is_serial(m.type->id);
}

/// `up<…>`, `down<…>`.
inline std::string listed(const char* way, const std::vector<const model::step*>& steps) {
  std::string out = std::string(way) + "<";
  for (const model::step* s : steps) out += (out.back() == '<' ? "" : ", ") + cpp::step(*s);
  return out + ">";
}

}  // namespace detail

/// `struct add_bio : revision<"20251114120000", revises<"…">, "add bio", …> {};`
inline std::string declaration(const revision_text& r) {
  const std::string name = r.name.empty() ? struct_name(r.message) : r.name;
  std::string out = "struct " + name + " : revision<" + literal(r.id) + ", ";
  if (r.parents.empty()) out += "base";
  for (std::size_t i = 0; i < r.parents.size(); ++i) out += (i ? ", " : "revises<") + literal(r.parents[i]);
  out += (r.parents.empty() ? ", " : ">, ") + literal(r.message);
  std::vector<std::string> arguments;
  if (r.down) arguments = {detail::listed("up", r.steps), detail::listed("down", *r.down)};
  else
    for (const model::step* s : r.steps) arguments.push_back(step(*s));
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    out.append(",\n").append(indent_by, ' ');
    out += laid_out(arguments[i], indent_by, i + 1 == arguments.size() ? 5 : 1);
  }
  return out + "> {};\n";
}

/// Its declaration, and before it, in comments, what its steps lose, and which of them need a table without rows.
inline std::string revision(const revision_text& r) {
  std::string out = detail::remark(
      r, "Read before you run it: these steps lose something, which their last argument says. Without that it does not compile.",
      [](const model::step& x) { return x.acknowledged != model::loss::none; });
  out += detail::remark(r, "Rows that are there have no value for these columns: give them a default, or a revision that fills them.",
                        detail::needs_empty_table);
  return out + declaration(r);
}

}  // namespace skein::render::cpp
