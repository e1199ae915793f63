// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// What pg_dump says of a database.

#include "property/properties.hpp"
#include "support/server.hpp"
#include "unit/render/psql.hpp"

#include <cstdio>
#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

namespace skein::test {

/// `pg_dump -s` in lines, without those that differ from run to run: the key of \restrict.
inline std::vector<std::string> dump_of(const std::string& url) {
  const auto own = server().binaries() / "pg_dump";
  const std::string program = std::filesystem::exists(own) ? own.string() : "pg_dump";
  std::FILE* pipe = ::popen((program + " -s '" + url + "'").c_str(), "r");
  std::string all;
  char buffer[4096];
  while (const auto n = std::fread(buffer, 1, sizeof buffer, pipe)) all.append(buffer, n);
  ::pclose(pipe);
  std::istringstream text(all);
  std::vector<std::string> out;
  for (std::string line; std::getline(text, line);)
    if (line.find("restrict ") == line.npos) out.push_back(line);
  return out;
}

/// Where the dumps of a database and of one that was written from it differ first: the original goes through a dump
/// too, which does not print everything as it was. Empty if nowhere.
inline std::string difference_of_dumps(const std::string& original, const std::string& written) {
  const std::string restored = fresh_database();
  psql(restored, text_of(dump_of(original)), false);
  const std::vector<std::string> wanted = dump_of(restored), got = dump_of(written);
  if (wanted.size() < 30) return "the original is empty";
  for (std::size_t i = 0; i < std::max(wanted.size(), got.size()); ++i) {
    const std::string a = i < wanted.size() ? wanted[i] : "its end", b = i < got.size() ? got[i] : "its end";
    if (a != b) return "the dumps differ first at line " + std::to_string(i) + "\n- " + a + "\n+ " + b;
  }
  return "";
}

}  // namespace skein::test
