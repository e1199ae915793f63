// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// C++ identifiers made of names of another language.

#include <algorithm>
#include <cctype>
#include <iterator>
#include <string>
#include <string_view>

namespace skein::render::cpp {

/// Keywords, other spellings of operators, and lower-case macros of the C library.
inline bool is_taken(std::string_view word) {
  static constexpr std::string_view taken[]{"alignas",    "alignof",       "and",
                                            "and_eq",     "asm",           "assert",
                                            "auto",       "bitand",        "bitor",
                                            "bool",       "break",         "case",
                                            "catch",      "char",          "char16_t",
                                            "char32_t",   "char8_t",       "class",
                                            "co_await",   "co_return",     "co_yield",
                                            "compl",      "concept",       "const",
                                            "const_cast", "consteval",     "constexpr",
                                            "constinit",  "continue",      "decltype",
                                            "default",    "delete",        "do",
                                            "double",     "dynamic_cast",  "else",
                                            "enum",       "errno",         "explicit",
                                            "export",     "extern",        "false",
                                            "float",      "for",           "friend",
                                            "goto",       "i386",          "if",
                                            "inline",     "int",           "linux",
                                            "long",       "main",          "mutable",
                                            "namespace",  "new",           "noexcept",
                                            "not",        "not_eq",        "nullptr",
                                            "offsetof",   "operator",      "or",
                                            "or_eq",      "private",       "protected",
                                            "public",     "register",      "reinterpret_cast",
                                            "requires",   "return",        "short",
                                            "signed",     "sizeof",        "skein",
                                            "static",     "static_assert", "static_cast",
                                            "std",        "stderr",        "stdin",
                                            "stdout",     "struct",        "switch",
                                            "template",   "this",          "thread_local",
                                            "throw",      "true",          "try",
                                            "typedef",    "typeid",        "typename",
                                            "union",      "unix",          "unsigned",
                                            "using",      "va_arg",        "va_copy",
                                            "va_end",     "va_list",       "va_start",
                                            "virtual",    "void",          "volatile",
                                            "wchar_t",    "while",         "xor",
                                            "xor_eq"};
  static_assert(std::is_sorted(std::begin(taken), std::end(taken)));
  return std::binary_search(std::begin(taken), std::end(taken), word);
}

/// Lower-case letters, digits and single underscores of the words; `otherwise` where there are none, and before a
/// digit. Never a keyword, nor empty.
inline std::string code_name(std::string_view words, std::string_view otherwise) {
  std::string out;
  for (const char c : words)
    if (const auto byte = static_cast<unsigned char>(c); std::isalnum(byte) && byte < 128)
      out += static_cast<char>(std::tolower(byte));
    else if (!out.empty() && out.back() != '_')
      out += '_';
  while (!out.empty() && out.back() == '_') out.pop_back();
  if (out.empty() || std::isdigit(static_cast<unsigned char>(out[0])))
    out.insert(0, std::string(otherwise) + (out.empty() ? "" : "_"));
  return is_taken(out) ? out + "_" : out;
}

}  // namespace skein::render::cpp
