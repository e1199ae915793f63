// SPDX-License-Identifier: BSL-1.0
#include <skein/render/diagram/dot.hpp>

#include "support/catch.hpp"

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <unistd.h>

using namespace skein::render;
using diagram::change;

namespace {

/// What Graphviz makes of it, as SVG; empty if it does not accept it.
std::string drawn(const std::string& dot) {
  char name[] = "/tmp/skein-dot-XXXXXX";
  const int file = mkstemp(name);
  REQUIRE(file >= 0);
  close(file);
  std::ofstream(name) << dot;
  std::string out;
  FILE* svg = popen(("dot -Tsvg " + std::string(name)).c_str(), "r");
  REQUIRE(svg);
  for (char part[4096]; const std::size_t n = std::fread(part, 1, sizeof part, svg);) out.append(part, n);
  const int status = pclose(svg);
  std::filesystem::remove(name);
  return status == 0 ? out : "";
}
bool has(const std::string& text, const std::string& part) { return text.find(part) != text.npos; }

}  // namespace

TEST_CASE("Graphviz draws a schema, whatever its names are") {
  const std::string svg = drawn(dot(diagram::picture{
      {{.name = "users", .columns = {{.name = "id", .type = "bigint", .primary = true, .not_null = true}}},
       {.name = "a \"b\" <c> & \\", .columns = {{.name = "who", .type = "bigint", .foreign = true, .is = change::added},
                                              {.name = "größe", .type = "\"My Type\"", .not_null = true, .is = change::removed}}},
       {.name = "empty", .columns = {}, .is = change::added}},
      {{.from = "a \"b\" <c> & \\", .to = "users", .columns = "who", .optional = true, .is = change::added}}}));
  REQUIRE_FALSE(svg.empty());
  for (const char* part : {">users<", ">a &quot;b&quot; &lt;c&gt; &amp; \\<", ">größe<", ">&quot;My Type&quot; not null<", ">who<", "#1a7f37", "#ffebe9"}) {
    CAPTURE(part);
    CHECK(has(svg, part));
  }
}

TEST_CASE("Graphviz draws a history with a merge") {
  migrations all;
  for (const auto& [id, parents] : std::vector<std::pair<std::string, std::vector<std::string>>>{{"01", {}}, {"02", {"01"}}, {"03", {"01"}}, {"04", {"02", "03"}}}) {
    all.emplace_back();
    all.back().id = id, all.back().parents = parents, all.back().message = "<say> \"" + id + "\"";
  }
  const std::string svg = drawn(diagram::dot(all));
  CHECK(has(svg, "01&#45;&gt;02"));
  CHECK(has(svg, "03&#45;&gt;04"));
  CHECK(has(svg, "&lt;say&gt; &quot;04&quot;"));
}
