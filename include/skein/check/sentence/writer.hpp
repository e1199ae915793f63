// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Writes a sentence from words and the facts of a verdict: `w.say({"column ", column, " does not exist"})`.

#include <skein/check/spell/spell.hpp>
#include <skein/check/verdict.hpp>

namespace skein::checks {

using model::revision_def;

namespace sentences {

/// A fact in a sentence.
enum class fact : std::uint8_t {
  words,
  schema,
  table,
  column,
  name,
  object,
  text,
  type,   ///< `name` is the column's without its table
  other,  ///< the other table, or its column
  other_revision,
  other_place,
  spelled_table,
  spelled_other,
  spelled_object  ///< as an argument of a step
};
struct piece {
  const char* words = nullptr;
  fact what = fact::words;

  constexpr piece(const char* w) : words(w) {}  // NOLINT: implicit by design
  constexpr piece(fact f) : what(f) {}          // NOLINT: implicit by design
};

struct writer {
  buffer& b;
  const verdict& v;
  const revision_def* const* all;
  u32 revisions;

  constexpr void at(const model::location& l) { (b << l.file << ":").number(l.line); }
  constexpr void dotted(const ident* in, const ident* of) {
    if (in && !in->empty()) b << *in << ".";
    if (of) b << *of;
  }
  constexpr void write(const piece& p) {
    switch (p.what) {
      case fact::words:
        b << p.words;
        break;
      case fact::schema:
        b << *v.schema;
        break;
      case fact::table:
        dotted(v.schema, v.table);
        break;
      case fact::column:
        dotted(v.schema, v.table);
        b << "." << *v.column;
        break;
      case fact::name:
        b << *v.column;
        break;
      case fact::object:
        b << v.object;
        break;
      case fact::text:
        b << v.text;
        break;
      case fact::type:
        spelling::type(b, *v.type);
        break;
      case fact::other:
        dotted(v.other_schema, v.other_table);
        if (v.other_column) b << "." << *v.other_column;
        break;
      case fact::other_revision:
        b << *all[v.other_revision]->id;
        break;
      case fact::other_place:
        at(*all[v.other_revision]->where);
        break;
      case fact::spelled_table:
        spelling::name(b, v.schema, *v.table);
        break;
      case fact::spelled_other:
        spelling::name(b, v.other_schema, *v.other_table);
        break;
      case fact::spelled_object: {
        const bool in_schema = v.schema && !v.schema->empty();
        if (in_schema) b << "qualified(" << *v.schema << ", ";
        b << v.object << (in_schema ? ")" : "");
      }
    }
  }
  constexpr void say(std::initializer_list<piece> pieces) {
    for (const piece& p : pieces) write(p);
  }
  /// The end of a sentence about a name that is not there.
  constexpr void suggest(const char* otherwise) {
    if (v.hint)
      b << "; did you mean " << *v.hint << "?";
    else if (v.suggested.hash)
      b << "; did you mean " << v.suggested << "?";
    else if (v.suggested.hash)
      b << "; did you mean " << v.suggested << "?";
    else
      b << "; " << otherwise;
  }

  /// The step at fault as the revision lists it, and the one of its group; an effect of raw SQL counts as the SQL.
  constexpr const model::step& listed_step() const {
    const revision_def& r = *all[v.revision];
    return *(v.down ? r.down : r.up)[v.step];
  }
  constexpr model::op step_is() const { return model::leaf(listed_step(), v.leaf).what; }

  /// Where in a group the n-th leaf is: `.2.1`, of the tables of for_each_table its name.
  constexpr void place_in_group(const model::step& group, u32 n) {
    if (group.what != model::op::group) return;
    u32 i = 0;
    for (; n > model::leaves(*group.effects[i]); ++i) n -= model::leaves(*group.effects[i]);
    const model::step& inner = *group.effects[i];
    if (inner.what == model::op::group && inner.table) {
      place_in_group(*inner.effects[0], n);
      b << " for table ";
      dotted(&inner.table->schema, &inner.table->name);
    } else {
      (b << ".").number(i + 1);
      place_in_group(inner, n);
    }
  }
  /// The revision's own identifier is what is wrong.
  constexpr bool is_of_identifier() const {
    return (v.what == fault::name_empty || v.what == fault::name_too_long) && v.column == all[v.revision]->id;
  }

  /// Where it is: the place of the model or of the revision, with the step.
  constexpr void place() {
    if (v.where) at(*v.where), b << ": ";
    if (checks::of_models(v.what) || v.what == fault::empty_chain) return;
    const revision_def& r = *all[v.revision];
    at(*r.where);
    b << (r.id->empty() ? ": revision" : ": revision ") << *r.id;
    if (!checks::of_chain(v.what) && v.what != fault::down_differs && !is_of_identifier()) {
      (b << (v.down ? ", down step " : ", step ")).number(v.step + 1);
      if (v.leaf) place_in_group(listed_step(), v.leaf);
    }
    b << ": ";
  }
};

}  // namespace sentences
}  // namespace skein::checks
