// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Headers that `import` writes, compiled as an application compiles them, with every warning an error.

#include "support/directory.hpp"

#include <skein/check/invert/baseline.hpp>
#include <skein/check/invert/models.hpp>
#include <skein/render/cpp/header.hpp>

#include <cstdio>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace skein::test {

/// What `import` writes of a state.
inline render::cpp::schema_text written(const checks::live_state& state, checks::arena& in) {
  const checks::baseline_steps baseline = checks::baseline_of(state, in);
  if (!baseline.refused.empty()) throw std::runtime_error(baseline.refused);
  return {{}, checks::models_of(state, in), {"1", {}, "baseline", baseline.steps}, baseline.server};
}

/// Of each header, the statements of its history, as a program prints them that includes them all.
inline std::vector<std::vector<std::string>> compiled_history(const std::vector<std::string>& headers) {
  const directory d;
  std::ofstream program(d.path() + "/x.cpp");
  for (std::size_t i = 0; i < headers.size(); ++i) {
    const std::string name = "imported_" + std::to_string(i);
    std::string text = headers[i];
    for (std::size_t at = 0; (at = text.find("namespace imported", at)) != text.npos; at += name.size())
      text.replace(at + 10, 8, name);
    std::ofstream(d.path() + "/" + name + ".hpp") << text;
    program << "#include \"" << name << ".hpp\"\n";
  }
  program << R"(#include <skein/declare/listed.hpp>
#include <skein/render.hpp>
#include <cstdio>
template <class History> void print() {
  for (const auto& m : skein::render::render_history(skein::model::revisions_of<History>))
    for (const auto& s : m.up) std::fwrite(s.sql.data(), 1, s.sql.size(), stdout), std::putchar('\x1e');
  std::putchar('\x1d');
}
int main() {
)";
  for (std::size_t i = 0; i < headers.size(); ++i) program << "  print<imported_" << i << "::history>();\n";
  program << "}\n";
  program.close();
  std::FILE* pipe = ::popen(
      ("cd " + d.path() + " && " SKEIN_TEST_COMPILE " x.cpp -o x " SKEIN_TEST_LINK " 2>&1 && ./x").c_str(), "r");
  std::string all;
  char buffer[4096];
  while (const auto n = std::fread(buffer, 1, sizeof buffer, pipe)) all.append(buffer, n);
  if (::pclose(pipe) != 0) throw std::runtime_error(all.substr(0, 4000));
  std::vector<std::vector<std::string>> out;
  std::istringstream parts(all);
  for (std::string part; std::getline(parts, part, '\x1d');) {
    out.emplace_back();
    std::istringstream statements(part);
    for (std::string sql; std::getline(statements, sql, '\x1e');) out.back().push_back(sql);
  }
  return out;
}

}  // namespace skein::test
