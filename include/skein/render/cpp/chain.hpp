// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// A whole history as a header of C++.

#include <skein/model/history.hpp>
#include <skein/render/cpp/include_line.hpp>
#include <skein/render/cpp/revision.hpp>

#include <set>
#include <string>
#include <vector>

namespace skein::render::cpp {

struct chain_text {
  struct link {
    revision_text revision;
    std::vector<std::string> remarks{};  ///< lines of the comment before it
  };
  std::string space;                   ///< the namespace
  std::vector<std::string> remarks{};  ///< lines of the comment that the header begins with
  std::vector<link> revisions{};       ///< each after its parents
  model::u32 server = model::oldest_server;
};

/// Names of structs that a history's own words do not hide: `r0042_add_bio`.
class revision_names {
 public:
  std::string next(const revision_text& r) {
    const std::string id = struct_name("r " + r.id).substr(2), words = r.message.empty() ? "" : struct_name(r.message);
    const bool digit = !id.empty() && id[0] >= '0' && id[0] <= '9';
    const bool said = id.size() >= words.size() && id.ends_with(words);
    const std::string wanted = (digit ? "r" : "r_") + id + (said ? "" : "_" + words);
    std::string out = wanted;
    for (int n = 2; !taken_.insert(out).second; ++n) out = wanted + "_" + std::to_string(n);
    return out;
  }

 private:
  std::set<std::string> taken_;
};

/// It compiles as it is, and verifies itself.
inline std::string chain(chain_text all) {
  const auto comment = [](const std::vector<std::string>& lines) {
    std::string out;
    for (const std::string& line : lines) {
      out += "// ";
      for (const char c : line) out += c == '\n' ? "\n// " : std::string(1, c);
      if (out.ends_with('\\')) out += '.';  // the next line would be part of the comment
      out += "\n";
    }
    return out;
  };
  bool heirs = false;
  for (const chain_text::link& each : all.revisions)
    for (const model::step* x : each.revision.steps) heirs |= is_about_heirs(*x);
  std::string out = comment(all.remarks) + (all.remarks.empty() ? "" : "\n");
  out += "#pragma once\n\n" + include_line(heirs) + "\nnamespace " + all.space + " {\n\nusing namespace skein;\n\n";
  std::string links = all.server > model::oldest_server ? "target<" + std::to_string(all.server) + ">" : "";
  revision_names names;
  for (chain_text::link& each : all.revisions) {
    each.revision.name = names.next(each.revision);
    links += (links.empty() ? "" : ", ") + each.revision.name;
    out += comment(each.remarks) + declaration(each.revision) + "\n";
  }
  out += "struct history : " + laid_out("chain<" + links + ">", 0, 4) + " {};\n\n";
  return out + "static_assert(verify<history>::ok);\n\n}  // namespace " + all.space + "\n";
}

}  // namespace skein::render::cpp
