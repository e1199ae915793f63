// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// The text of one message: the transactions of one or several revisions, each with its journal row.

#include <skein/run/execution.hpp>

#include <deque>
#include <random>

namespace skein::run {

/// `BEGIN; settings; the revision; journal row; COMMIT; BEGIN; …`. The server stops at the first error, so that what is
/// committed is a beginning of the message. With its row each transaction adds its time to the session's setting
/// `skein.done`, which is rolled back with it and thereby says, after an error too, how far the message came.
class message {
 public:
  explicit message(const execution& run) : run_(run), tag_(fmt::format("#{:x}", std::random_device{}())) {
    sent(render::journal::start_watch(tag_));
  }

  void add(const task& t) {
    const render::migration& m = *t.revision;
    first_.push_back(statements_.size());
    sent("BEGIN");
    sent(run_.settings(true));
    for (const render::statement& s : t.sql()) statements_.push_back(s.sql);
    sent(t.towards == direction::up ? render::journal::record_applied(m) : render::journal::record_removed(m));
    sent("COMMIT");
    for (std::size_t i = first_.back(); i < statements_.size(); ++i) bytes_ += statements_[i].size();
  }

  std::size_t revisions() const { return first_.size(); }
  std::size_t bytes() const { return bytes_; }
  const std::vector<std::string_view>& statements() const { return statements_; }
  /// The position of the first revision's own first statement, behind the watch and what opens its transaction.
  static constexpr std::size_t opening = 3;

  /// The revision that the n-th statement belongs to, from 0.
  std::size_t owner(std::size_t statement) const {
    std::size_t out = 0;
    while (out + 1 < first_.size() && first_[out + 1] <= statement) ++out;
    return out;
  }

  /// The times of the revisions that were committed, from the setting's value.
  std::vector<elapsed> times(std::string_view done) const {
    std::vector<elapsed> out;
    if (!done.starts_with(tag_ + ' ')) return out;
    for (std::size_t at = done.find(' '), end; at != done.npos; at = end) {
      end = done.find(' ', at + 1);
      out.emplace_back(number<double>(done.substr(at + 1, end - at - 1)).value_or(0));
    }
    return out;
  }

 private:
  void sent(std::string sql) { statements_.push_back(own_.emplace_back(std::move(sql))); }

  const execution& run_;
  std::string tag_;
  std::deque<std::string> own_;
  std::vector<std::string_view> statements_;
  std::vector<std::size_t> first_;
  std::size_t bytes_ = 0;
};

}  // namespace skein::run
