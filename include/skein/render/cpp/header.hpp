// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// A whole schema as headers of C++: its models, and the history that begins with it.

#include <skein/render/cpp/include_line.hpp>
#include <skein/render/cpp/model.hpp>
#include <skein/render/cpp/revision.hpp>
#include <skein/render/cpp/struct_names.hpp>

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <vector>

namespace skein::render::cpp {

struct schema_text {
  std::vector<std::string> remarks;  ///< the paragraphs of the comment that it begins with
  std::vector<const model::table_def*> models;
  revision_text baseline;  ///< creates what they describe
  model::u32 server = model::oldest_server;
  bool agreed = true;  ///< whether the models are what the baseline leads to
};

struct source_file {
  std::string name, text;
  bool operator==(const source_file&) const = default;
};

/// A paragraph as lines of a comment, which nothing in it ends or goes on with.
inline std::string comment(std::string_view paragraph) {
  std::string out = "//", word;
  std::size_t width = 2, indent = 1;
  while (indent <= paragraph.size() && paragraph[indent - 1] == ' ') ++indent;
  paragraph.remove_prefix(indent - 1);
  const auto end_line = [&] { out += out.back() == '\\' ? ".\n" : "\n"; };
  while (!paragraph.empty()) {
    const std::size_t size = std::min(paragraph.find(' '), paragraph.size());
    word = paragraph.substr(0, size);
    for (char& c : word)
      if (static_cast<unsigned char>(c) < ' ' || c == '\x7f') c = '?';
    paragraph.remove_prefix(std::min(size + 1, paragraph.size()));
    if (width > 2 && width + 1 + detail::width_of(word) > line_width)
      end_line(), out += "//", width = 2, indent += indent > 1 ? 2 : 0;
    out.append(width == 2 ? indent : 1, ' ').append(word);
    width += (width == 2 ? indent : 1) + detail::width_of(word);
  }
  return end_line(), out;
}

class header_writer {
 public:
  explicit header_writer(const schema_text& of) : of_(of) {
    std::set<std::string, std::less<>> words{"baseline", "chain",  "history", "imported",
                                             "models",   "schema", "target",  "verify"};
    for (const model::type_words& t : model::type_table) words.insert(t.cpp);
    for (const model::table_def* m : of.models) flat_.push_back(model_text(*m)), collect_words(flat_.back(), words);
    collect_words(revision(of.baseline), words);
    names_ = struct_names(std::move(words)).of(of.models);
    for (std::size_t i = 0; i < of.models.size(); ++i)
      if (const model::entity_def* d = of.models[i]->entity; d && model::traits_of(d->what).is_type) {
        source type;
        checks::spelling::type(type, {.id = model::type_id::named, .user = d->name});
        types_[type.text] = names_[i];
      }
    for (std::size_t i = 0; i < of.models.size(); ++i) order_.push_back(i), places_.push_back(place_of(i));
    std::stable_sort(order_.begin(), order_.end(),
                     [&](std::size_t a, std::size_t b) { return places_[a] < places_[b]; });
  }

  /// In one piece.
  std::string whole() const {
    std::string out = heading() + include() + "\nnamespace imported {\n\nusing namespace skein;\n\n";
    std::string part;
    for (const std::size_t i : order_) {
      if (const std::string next = places_[i].part; next != part) part = next, out += "// " + part + "\n\n";
      out += struct_of(i);
    }
    return out + "// All of it\n\n" + list_of_models() + baseline() + conclusion() + "}  // namespace imported\n";
  }

  /// A header for each table, and for the types, the views and so on; `schema.hpp` includes them all.
  std::vector<source_file> split() const {
    std::vector<source_file> out;
    std::set<std::string> used{"schema", "baseline"};
    std::map<std::pair<int, std::string>, std::string> named;  // a table may be called as the file of the views is
    std::string includes, types;
    for (const std::size_t i : order_) {
      const std::string group = places_[i].file;
      std::string& name = named[{places_[i].rank, group}];
      if (name.empty()) {
        name = group;
        for (int n = 2; !used.insert(name).second; ++n) name = group + "_" + std::to_string(n);
        includes += "#include \"" + name + ".hpp\"\n";
        out.push_back(
            {name + ".hpp", "#pragma once\n\n" + types + include() +
                                "\nnamespace imported {\n\nusing namespace skein;\n\n"});
        if (places_[i].rank <= rank_of_types) types += "#include \"" + name + ".hpp\"\n";
      }
      out.back().text += struct_of(i);
    }
    for (source_file& f : out) f.text += "}  // namespace imported\n";
    out.push_back({"baseline.hpp",
                   "#pragma once\n\n" + include() + "\nnamespace imported {\n\nusing namespace skein;\n\n" +
                       baseline() + "}  // namespace imported\n"});
    out.push_back({"schema.hpp", heading() + "#include \"baseline.hpp\"\n" + includes +
                                     "\n" + include() + "\nnamespace imported {\n\n" + list_of_models() +
                                     conclusion() + "}  // namespace imported\n"});
    return out;
  }

 private:
  /// The header that has all words that the models use.
  std::string include() const {
    bool heirs = false;
    for (const model::table_def* m : of_.models)
      for (const model::member* x : m->members) heirs |= is_about_heirs(*x);
    return include_line(heirs);
  }

  static constexpr int rank_of_types = 2;
  struct position {
    int rank;
    std::size_t table;
    std::string part, file;
    bool hangs = false;  ///< on that table, which comes before it
    bool operator<(const position& o) const {
      return std::tuple(rank, table, hangs) < std::tuple(o.rank, o.table, o.hangs);
    }
  };
  position place_of(std::size_t i) const {
    const model::table_def& m = *of_.models[i];
    if (m.privileges || m.property) return {8, 0, "Privileges and owners", "privileges"};
    if (!m.entity) return table(i);
    switch (m.entity->what) {
      case model::entity_kind::extension:
        return {0, 0, "Extensions", "extensions"};
      case model::entity_kind::object:
        return {7, 0, "Objects that skein tracks by their SQL", "objects"};
      case model::entity_kind::sequence:
        return {3, 0, "Sequences", "sequences"};
      case model::entity_kind::view:
      case model::entity_kind::materialized_view:
        return {5, 0, "Views", "views"};
      case model::entity_kind::event_trigger:
        return {6, 0, "Functions", "functions"};
      default:
        break;
    }
    const model::entity_traits& t = model::traits_of(m.entity->what);
    if (t.is_type) return {2, 0, "Types", "types"};
    if (t.is_routine) return {6, 0, "Functions", "functions"};
    for (std::size_t k = 0; k < of_.models.size(); ++k)
      if (m.entity->table && !of_.models[k]->privileges && !of_.models[k]->property &&
          same(*of_.models[k]->name, *m.entity->table))
        if (!of_.models[k]->entity) return table(k, true);
    return {5, 0, "Views", "views"};
  }
  position table(std::size_t i, bool hangs = false) const { return {4, i, "Tables", names_[i], hangs}; }

  std::string heading() const {
    std::string out;
    for (const std::string& remark : of_.remarks) out += comment(remark);
    return out + (out.empty() ? "" : "\n") + "#pragma once\n\n";
  }
  std::string struct_of(std::size_t i) const {
    const std::string head = "struct " + names_[i] + " : ";
    return head + laid_out(with_structs(flat_[i]), 0, 4, width_of(head)) + " {};\n\n";
  }
  /// `type_named<"mood">` as `mood`.
  std::string with_structs(std::string_view flat) const {
    std::string out;
    for (std::size_t i = 0; i < flat.size();) {
      std::size_t end = i + 1;
      if (flat[i] == '"' || flat.substr(i, 2) == "R\"") end = detail::end_of_literal(flat, i);
      if (flat.substr(i, 11) == "type_named<")
        for (const auto& [text, name] : types_)
          if (flat.substr(i, text.size()) == text) out += name, i += text.size(), end = i;
      out += flat.substr(i, end - i);
      i = end;
    }
    return out;
  }
  std::string list_of_models() const {
    std::string all;
    for (const std::size_t i : order_) all += (all.empty() ? "" : ", ") + names_[i];
    return "struct schema : " + laid_out("models<" + all + ">", 0, 4, 16) + " {};\n\n";
  }
  std::string baseline() const { return revision(of_.baseline) + "\n"; }
  std::string conclusion() const {
    const std::string target = of_.server > model::oldest_server ? "target<" + std::to_string(of_.server) + ">, " : "";
    return "struct history : chain<" + target + "baseline> {};\n\nstatic_assert(verify<history" +
           (of_.agreed ? ", schema" : "") + ">::ok);\n\n";
  }
  static std::size_t width_of(std::string_view s) { return detail::width_of(s); }

  const schema_text& of_;
  std::vector<std::string> flat_, names_;
  std::map<std::string, std::string> types_;
  std::vector<std::size_t> order_;
  std::vector<position> places_;  ///< of each model
};

}  // namespace skein::render::cpp
