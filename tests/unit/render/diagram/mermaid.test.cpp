// SPDX-License-Identifier: BSL-1.0
#include <skein/render/diagram/mermaid.hpp>

#include "support/catch.hpp"

using namespace skein::render;
using diagram::change;

TEST_CASE("Mermaid: tables, keys, and crow's feet") {
  const diagram::picture p{
      {{.name = "users", .columns = {{.name = "id", .type = "bigint", .primary = true, .not_null = true},
                                     {.name = "email", .type = "varchar(255)", .unique = true, .not_null = true}}},
       {.name = "app.Blog \"Posts\"", .columns = {{.name = "author", .type = "bigint", .foreign = true},
                                                  {.name = "when written", .type = "numeric(10,2)", .not_null = true}}},
       {.name = "empty", .columns = {}}},
      {{.from = "app.Blog \"Posts\"", .to = "users", .columns = "author", .optional = true}}};
  CHECK(mermaid(p) ==
        "erDiagram\n"
        "  users {\n"
        "    bigint id PK\n"
        "    varchar(255) email UK \"not null\"\n"
        "  }\n"
        "  t0_app_Blog__Posts_[\"app.Blog #quot;Posts#quot;\"] {\n"
        "    bigint author FK\n"
        "    numeric(10_2) when_written \"when written, numeric(10,2), not null\"\n"
        "  }\n"
        "  empty\n"
        "  t0_app_Blog__Posts_ }o--o| users : \"author\"\n");
}

TEST_CASE("Mermaid: what is added is green, what is removed red") {
  const diagram::picture p{{{.name = "tags", .columns = {{.name = "post", .type = "bigint", .is = change::added}}, .is = change::added},
                            {.name = "one", .columns = {{.name = "a", .type = "text", .is = change::removed}}}},
                           {{.from = "tags", .to = "one", .columns = "post", .unique = true, .is = change::removed}}};
  CHECK(mermaid(p) ==
        "erDiagram\n"
        "  tags:::added {\n"
        "    bigint post \"added\"\n"
        "  }\n"
        "  t0_one[\"one\"] {\n"
        "    text a \"removed\"\n"
        "  }\n"
        "  tags |o--|| t0_one : \"removed: post\"\n"
        "  classDef added fill:#dafbe1,stroke:#1a7f37,color:#1a7f37\n"
        "  classDef removed fill:#ffebe9,stroke:#cf222e,color:#cf222e\n");
}

TEST_CASE("Mermaid: the graph of revisions") {
  migrations all;
  for (const auto& [id, parents] : std::vector<std::pair<std::string, std::vector<std::string>>>{{"01", {}}, {"02", {"01"}}, {"03", {"01"}}, {"04", {"02", "03"}}}) {
    all.emplace_back();
    all.back().id = id, all.back().parents = parents, all.back().message = "say \"" + id + "\"";
  }
  CHECK(diagram::mermaid(all) ==
        "flowchart BT\n"
        "  r0[\"01 say #quot;01#quot;\"]\n"
        "  r1[\"02 say #quot;02#quot;\"]\n"
        "  r0 --> r1\n"
        "  r2[\"03 say #quot;03#quot;\"]\n"
        "  r0 --> r2\n"
        "  r3[\"04 say #quot;04#quot;\"]\n"
        "  r1 --> r3\n"
        "  r2 --> r3\n");
}
