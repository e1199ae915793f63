// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Connection strings, read by libpq itself: so that one can be shown and saved without its password.

#include <skein/cli/exit_code.hpp>

#include <fmt/format.h>
#include <libpq-fe.h>

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace skein::driver {

class conninfo {
 public:
  /// A URI, `key=value` pairs, or the name of a database; what is left out comes from libpq's PG* variables.
  /// Throws usage_error, without the text: a password may be in it.
  explicit conninfo(const std::string& text) {
    const bool is_name = text.find('=') == text.npos && text.find("://") == text.npos;
    const options parsed(is_name || text.empty() ? nullptr : PQconninfoParse(text.c_str(), nullptr), PQconninfoFree);
    if (!parsed && !is_name)
      throw usage_error(
          "the connection is no URI (postgresql://user@host/database), no key=value pairs and no database's name");
    for (const PQconninfoOption* o = parsed.get(); o && o->keyword; ++o)
      if (o->val) given_.emplace_back(o->keyword, o->val);
    if (is_name && !text.empty()) given_.emplace_back("dbname", text);
    require_whole_password(text);
  }

  /// `key='value'` pairs, for libpq.
  std::string text() const {
    std::string out;
    for (const auto& [key, value] : given_) {
      out += fmt::format("{}{}='", out.empty() ? "" : " ", key);
      for (const char c : value) {
        if (c == '\'' || c == '\\') out += '\\';
        out += c;
      }
      out += '\'';
    }
    return out;
  }

  conninfo with(std::string_view key, const std::string& value) const {
    conninfo out = without(key);
    out.given_.emplace_back(key, value);
    return out;
  }
  conninfo without(std::string_view key) const {
    conninfo out = *this;
    std::erase_if(out.given_, [&](const auto& pair) { return pair.first == key; });
    return out;
  }
  /// For a file: the password stays in PGPASSWORD or ~/.pgpass.
  conninfo without_secrets() const { return without("password").without("sslpassword"); }

  std::string database() const { return value("dbname").empty() ? value("user") : value("dbname"); }
  std::string user() const { return value("user"); }
  /// `app on localhost:5432 as alice`.
  std::string shown() const {
    const std::string host = value("host").empty() ? "the local server" : value("host");
    return fmt::format("{} on {}:{} as {}", database(), host, value("port"), user());
  }

 private:
  using options = std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)>;

  /// An @, / or ? in a URI's password ends it there; what is left of it would be part of the host, the port or the
  /// database, which errors name.
  void require_whole_password(std::string_view text) const {
    const std::size_t scheme = text.find("://");
    if (scheme == text.npos) return;
    const std::string_view uri = text.substr(scheme + 3, text.find('?', scheme) - scheme - 3);
    const std::size_t at = uri.find('@');
    const bool cut = at != uri.npos && (uri.find('@', at + 1) != uri.npos || uri.find('/') < at);
    if (cut || value("port").find_first_not_of("0123456789,") != std::string::npos)
      throw usage_error("the URI cannot be read; in a password write %40 for @, %2F for / and %3F for ?");
  }

  /// As given, or as libpq's environment and defaults have it.
  std::string value(std::string_view key) const {
    for (const auto& [k, v] : given_)
      if (k == key) return v;
    const options defaults(PQconndefaults(), PQconninfoFree);
    for (const PQconninfoOption* o = defaults.get(); o && o->keyword; ++o)
      if (o->keyword == key && o->val) return o->val;
    return {};
  }

  std::vector<std::pair<std::string, std::string>> given_;
};

}  // namespace skein::driver
