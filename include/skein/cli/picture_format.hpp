// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// In which language pictures are written.

#include <skein/render/diagram/dot.hpp>
#include <skein/render/diagram/mermaid.hpp>

#include <CLI/CLI.hpp>

#include <string>

namespace skein::driver {

/// `--format`; without a name there is no picture.
struct picture_format {
  std::string name;

  CLI::Option* declare(CLI::App& verb) {
    CLI::Option* out = verb.add_option("--format", name,
                                       "mermaid, which GitHub and GitLab draw in Markdown, or dot, which Graphviz draws")
                           ->check(CLI::IsMember({"mermaid", "dot"}));
    return name.empty() ? out : out->capture_default_str();
  }
  /// Of a diagram::picture, or of a history.
  std::string operator()(const auto& drawn) const {
    return name == "dot" ? render::diagram::dot(drawn) : render::diagram::mermaid(drawn);
  }
};

}  // namespace skein::driver
