// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// The text of a constraint, an index or a generated column again, as it is to be written now: its columns, and what it
/// calls, under their present names.

#include <skein/check/text/calls_text.hpp>

namespace skein::checks {

/// To `keep` what stays, as a range of characters, to `put` each character of another name. `use` counts the identifiers of
/// the object's texts. Requires: the text is the object's own, no copy.
template <class State>
constexpr void write_text(const State& s, u32 slot, const text_view& sql, u32& use, auto&& keep, auto&& put) {
  const model::object_state& o = s.objects[slot];
  const char* at = sql.data;
  calls_writer<State> calls(s, calls_of(s, o.table, names::of_object(slot), sql));
  for (reader r(sql); r.next(); ++use) {
    const u32 c = s.uses[o.first_use + use];
    if (!c || (same(*s.columns[c].name, r.found) && r.found.from + r.found.quoted == r.found.data)) continue;
    calls.write(at, r.found.from, keep, put);
    write_name(*s.columns[c].name, put);
    at = r.found.to;
  }
  calls.write(at, sql.data + sql.size, keep, put);
}

/// The same for a moment, where there are no strings.
class text_now {
 public:
  template <class State>
  constexpr text_now(const State& s, u32 slot, const text_view& sql, u32& use) {
    const u32 first = use;
    const auto count = [&](const char* from, const char* to) { size_ += static_cast<u32>(to - from); };
    write_text(s, slot, sql, use, count, [&](char) { ++size_; });
    char* to = text_ = new char[size_ + 1]{};
    use = first;
    const auto put = [&](char c) { *to++ = c; };
    write_text(s, slot, sql, use, [&](const char* from, const char* end) { while (from != end) put(*from++); }, put);
  }
  text_now(const text_now&) = delete;
  text_now& operator=(const text_now&) = delete;
  constexpr ~text_now() { delete[] text_; }

  constexpr operator text_view() const { return {text_, size_, 0}; }  // NOLINT: implicit by design

 private:
  char* text_ = nullptr;
  u32 size_ = 0;
};

}  // namespace skein::checks
