// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// The text of a default, a check, an index, a generated column again, as it is to be written now: functions and types
/// under their present names. Its columns are the caller's.

#include <skein/check/state/simulation.hpp>
#include <skein/check/text/present_name.hpp>
#include <skein/model/query_reader.hpp>

namespace skein::checks {

/// What such a text uses besides columns. Null if that is nothing, or nothing on its table has another name than at
/// first.
template <class State>
constexpr const model::entity_state* calls_of(const State& s, u32 table, u32 holder, const text_view& sql) {
  if constexpr (may_hold_routines<State>())
    for (u32 i = s.tables[table].renamed ? s.tables[table].first_entity : 0; i; i = s.entities[i].next) {
      const model::entity_state& e = s.entities[i];
      if (e.alive && e.what == model::entity_kind::expression && e.holder == holder && e.text == &sql) return &e;
    }
  return nullptr;
}

/// Writes a text again, piece by piece.
template <class State, bool = may_hold_routines<State>()>
class calls_writer {
 public:
  constexpr calls_writer(const State& s, const model::entity_state* e) : s_(s) {
    if (!e) return;
    q_ = new model::query_of<>(*e->text);
    use_ = e->first_use;
    find();
  }
  calls_writer(const calls_writer&) = delete;
  calls_writer& operator=(const calls_writer&) = delete;
  constexpr ~calls_writer() { delete q_; }

  /// What stands from here to there: `text` takes what stays, `put` each character of another name. Requires: no name is
  /// cut.
  constexpr void write(const char* from, const char* to, auto&& text, auto&& put) {
    for (; name_.name && from_ < to; find()) {
      text(from, from_);
      write_name(name_, put);
      from = to_;
    }
    text(from, to);
  }

 private:
  /// The next word that is another one now.
  constexpr void find() {
    for (name_ = {}; !name_.name && ++k_ <= q_->word_count;) {
      const model::query_word& w = q_->words[k_];
      const u32 n = model::entries_of(w), entry = n ? s_.uses[use_] : 0;
      use_ += n;
      if (!entry || w.is == model::role::sequence) continue;
      name_ = other_name(s_, *q_, w, entry);
      from_ = w.before ? q_->words[w.before].from : w.from;
      to_ = w.to;
    }
  }

  const State& s_;
  const model::query_of<>* q_ = nullptr;
  u32 k_ = 0, use_ = 0;
  present name_{};
  const char *from_ = nullptr, *to_ = nullptr;
};

/// A history without routines does not pay for the reader of texts.
template <class State>
class calls_writer<State, false> {
 public:
  constexpr calls_writer(const State&, const model::entity_state*) {}
  constexpr void write(const char* from, const char* to, auto&& text, auto&&) { text(from, to); }
};

}  // namespace skein::checks
