// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// What a table that inherits has otherwise than its parents give it, as steps: of a column that it does not declare
/// itself a default, NOT NULL and a comment, of a check the comment.

#include <skein/check/compare/as_above.hpp>
#include <skein/check/invert/define.hpp>

namespace skein::checks {

class heir_writer {
 public:
  heir_writer(const live_state& state, arena& in, definer& define) : s_(state), a_(in), define_(define) {}

  /// Of a table that has just been created as an heir.
  std::vector<const step*> table(u32 t) {
    for (u32 c = has_parents(s_, t) ? s_.tables[t].first_column : 0; c; c = s_.columns[c].next)
      if (s_.columns[c].name && count_sources(s_, c)) column(c);
    for (u32 o = s_.tables[t].first_object; o; o = s_.objects[o].next)
      if (s_.objects[o].inherited && count_check_sources(s_, o)) comment(o);
    return std::move(out_);
  }
  /// Of a column that has just come from a parent, as that is now.
  std::vector<const step*> inherited_column(u32 c) {
    column(c);
    return std::move(out_);
  }
  /// Of the heirs' parts of a check that has just come to their parent.
  std::vector<const step*> parts(u32 object) {
    below(object);
    return std::move(out_);
  }

 private:
  using op = model::op;

  void below(u32 object) {
    each_heir(s_, s_.objects[object].table, [&](u32 heir) {
      const u32 part = check_like(s_, heir, object);
      if (part && check_goes_with_parent(s_, part)) comment(part), below(part);
      return true;
    });
  }
  void add(op what, u32 c, const model::text_view& text = {}) {
    out_.push_back(a_.make(step{
        .what = what, .table = define_.table_name(s_.columns[c].table), .name = s_.columns[c].name, .text = text}));
  }
  void comment(u32 o) {
    if (s_.objects[o].comment)
      out_.push_back(a_.make(step{.what = op::comment_on_constraint,
                                  .table = define_.table_name(s_.objects[o].table),
                                  .name = a_.name(s_.objects[o].name),
                                  .text = *s_.objects[o].comment}));
  }
  void column(u32 c) {
    const column_state& x = s_.columns[c];
    u32 source = 0;
    bool required = is_in_primary_key(s_, c);
    each_source(s_, c, [&](u32 theirs) {
      if (!source) source = theirs;
      return required = required || s_.columns[theirs].flags & flag::not_null, true;
    });
    const bool declared = !(x.flags & flag::inherited), has = define_.has_default(c),
               given = define_.has_default(source);
    if (has ? !declared && !(given && same(define_.default_text(c), define_.default_text(source)))
            : given && !(x.flags & flag::identity))
      has ? add(op::set_default, c, define_.default_text(c)) : add(op::drop_default, c);
    if (declared) return;
    if (x.flags & flag::not_null && !required) add(op::set_not_null, c);
    if (x.comment) add(op::comment_on_column, c, *x.comment);
  }
  const live_state& s_;
  arena& a_;
  definer& define_;
  std::vector<const step*> out_;
};

}  // namespace skein::checks
