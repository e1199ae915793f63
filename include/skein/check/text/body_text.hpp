// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// A text again, as it is to be written now: what it uses under the present names, each `*` as the columns that it stood for.

#include <skein/check/arena.hpp>
#include <skein/check/state/growing_schema.hpp>
#include <skein/check/state/present.hpp>
#include <skein/check/text/body_digest.hpp>
#include <skein/check/text/present_name.hpp>

#include <string>

namespace skein::checks {

/// A text taken apart, with the names of its output; both live as long as the arena.
inline const query* parse(arena& in, const text_view& sql) {
  const model::query_room n(sql.size);
  auto& words = *const_cast<std::vector<query_word>*>(in.make(std::vector<query_word>(n.words)));
  auto& scopes = *const_cast<std::vector<query_scope>*>(in.make(std::vector<query_scope>(n.scopes)));
  auto& items = *const_cast<std::vector<query_item>*>(in.make(std::vector<query_item>(n.items)));
  auto& ctes = *const_cast<std::vector<query_cte>*>(in.make(std::vector<query_cte>(n.ctes)));
  query q = model::query_reader<>(sql, words.data(), scopes.data(), items.data(), ctes.data()).value();
  std::vector<ident> outputs;
  for (u32 k = 1; k <= q.word_count; ++k)
    if (names_output(words[k])) outputs.push_back(model::name_of(words[k]));
  q.names = in.make_list(outputs);
  return in.make(q);
}

class body_writer {
 public:
  /// `use` is the first of the text's places in `uses`.
  body_writer(const live_state& state, u32 use, const query& q) : s_(state), q_(q), entry_(q.word_count + 1) {
    for (u32 k = 1; k <= q.word_count; ++k) {
      if (model::entries_of(q.words[k])) entry_[k] = s_.uses[use];
      use += model::entries_of(q.words[k]);
    }
  }

  std::string write(const text_view& sql) {
    const char *at = sql.data, *end = nullptr;  // of an output column that is to be named
    std::string name;
    const auto put_name = [&] {
      if (!end) return;
      while (end != at && lexical::start_of(end[-1]) == lexical::starts::blank) --end;
      out_.append(at, end).append(" AS ").append(name);
      at = end;
      end = nullptr;
    };
    for (u32 k = 1; k <= q_.word_count; ++k) {
      const query_word& w = q_.words[k];
      if (end && w.from >= end) put_name();
      const std::string now = replacement(k);
      if (now.empty()) continue;
      const query_word& from = first_of(k);
      out_.append(at, from.from);
      out_ += now;
      at = w.to;
      if (w.is == role::qualifier && w.star)
        while (at[-1] != '*') ++at;
      if (w.is != role::column || !w.output) continue;
      end = bodies::end_of_output(q_, k, sql.data + sql.size);
      name.assign(w.from, w.to);
    }
    put_name();
    out_.append(at, sql.data + sql.size);
    return std::move(out_);
  }

  static std::string quoted(const ident& name) { return written({&name, nullptr}); }

  static std::string quoted(const ident& schema, const ident& name) {
    return written({&name, schema.empty() ? nullptr : &schema});
  }

 private:
  static bool is_now(const ident& name, const query_word& w) { return same(name, w); }

  /// Where a name with its schema begins; of a column only the last word is written again.
  const query_word& first_of(u32 k) const {
    const query_word& w = q_.words[k];
    if (w.is == role::column || !w.before) return w;
    return q_.words[w.before];
  }

  static std::string written(const present& n) {
    std::string out;
    write_name(n, [&](char c) { out += c; });
    return out;
  }

  /// What is to be written in the place of a word; empty: it stays as it is.
  std::string replacement(u32 k) const {
    const query_word& w = q_.words[k];
    const u32 entry = entry_[k];
    if (w.is == role::every) return every(k);
    if (!entry) return {};
    if (w.is == role::qualifier && w.star && w.output && (entry & names::kind_mask) == names::columns) return changed(entry) ? star(k, entry) : std::string();
    if ((entry & names::kind_mask) == names::column) {
      const ident& now = *s_.columns[names::slot_of(entry)].name;
      return is_now(now, w) ? std::string() : quoted(now);
    }
    if (w.is == role::qualifier) {
      const ident* name = present_of(s_, entry).name;
      return !name || is_now(*name, w) ? std::string() : quoted(*name);
    }
    const present other = other_name(s_, q_, w, entry);
    return other.name ? written(other) : std::string();
  }

  /// Whether `*` would mean other columns than it did.
  bool changed(u32 entry) const {
    const u32 last = names::slot_of(entry);
    const model::table_state& t = s_.tables[s_.columns[last].table];
    if (t.renamed) return true;
    for (u32 c = s_.columns[last].next; c; c = s_.columns[c].next)
      if (s_.columns[c].name) return true;
    return false;
  }
  /// `u.a, u.b` for `u.*`; a column of the output keeps the name that it has there.
  std::string star(u32 k, u32 entry) const {
    const u32 item = bodies::item_of_star(q_, k);
    std::string out;
    columns(out, item && !q_.items[item].alias ? quoted(*present_of(s_, entry).name) : std::string(q_.words[k].from, q_.words[k].to), entry);
    return out;
  }
  void columns(std::string& out, const std::string& qualifier, u32 entry) const {
    const u32 last = names::slot_of(entry);
    for (u32 c = s_.tables[s_.columns[last].table].first_column; c && c <= last; c = s_.columns[c].next)
      if (s_.columns[c].name) out += (out.empty() ? "" : ", ") + qualifier + "." + quoted(*s_.columns[c].name);
  }
  std::string every(u32 k) const {
    const u32 scope = q_.words[k].scope;
    bool other = false;
    for (u32 i = 1; i <= q_.item_count; ++i)
      if (q_.items[i].scope == scope && q_.items[i].word) other = other || ((entry_[q_.items[i].word] & names::kind_mask) == names::columns && changed(entry_[q_.items[i].word]));
    if (!other) return {};
    std::string out;
    for (u32 i = 1; i <= q_.item_count; ++i) {
      const query_item& item = q_.items[i];
      if (item.scope != scope) continue;
      const u32 entry = item.word ? entry_[item.word] : 0;
      std::string called;
      if (item.alias) called.assign(q_.words[item.alias].from, q_.words[item.alias].to);
      const ident* name = present_of(s_, entry).name;
      if (called.empty() && name) called = quoted(*name);
      if (called.empty() && item.word) called.assign(q_.words[item.word].from, q_.words[item.word].to);
      if ((entry & names::kind_mask) == names::columns) columns(out, called, entry);
      else out += (out.empty() ? "" : ", ") + called + ".*";
    }
    return out;
  }

  const live_state& s_;
  const query& q_;
  std::vector<u32> entry_;
  std::string out_;
};

}  // namespace skein::checks
