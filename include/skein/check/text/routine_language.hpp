// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Which bodies of routines are read.

#include <skein/check/extent.hpp>
#include <skein/model/entity.hpp>
#include <skein/model/routine.hpp>

namespace skein::checks::routine_bodies {

namespace lexical = model::lexical;
using model::text_view;

enum class language : std::uint8_t { unread, standard, sql, plpgsql };

constexpr language language_of(const model::entity_def& d) {
  const model::routine_def& r = *d.routine;
  if (d.what == model::entity_kind::aggregate) return language::unread;
  if (r.standard_body) return language::standard;
  if (d.body.size > bodies_read) return language::unread;
  if (!r.language || r.symbol) return language::unread;
  return r.language->hash == lexical::word("sql") ? language::sql : r.language->hash == lexical::word("plpgsql") ? language::plpgsql : language::unread;
}

/// Whether PostgreSQL parses the body, and holds what it uses.
constexpr bool is_standard(const model::entity_def& d) { return d.routine && language_of(d) == language::standard; }

/// What a standard body is behind RETURN or BEGIN ATOMIC.
constexpr text_view statements_of(const text_view& body) {
  u32 i = 0;
  for (u32 words = 0; words < 2; ++words) {
    u32 h = 0;
    while (i < body.size && lexical::start_of(body.data[i]) == lexical::starts::blank) ++i;
    for (; i < body.size && lexical::lower(body.data[i]); ++i) h = model::hash_step(h, lexical::lower(body.data[i]));
    if (h == lexical::word("return")) break;
  }
  return {body.data + i, body.size - i, 0};
}

}  // namespace skein::checks::routine_bodies
