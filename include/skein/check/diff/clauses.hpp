// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// What entities are made of, where PostgreSQL changes it in place: labels of enums, constraints of domains, attributes
/// of composite types, options of views, how triggers fire.

#include <skein/check/diff/passage.hpp>

namespace skein::checks {

/// The steps that lead from the clauses of one entity to those of another; nothing where there is no way but a new
/// definition.
class clause_differ {
 public:
  /// `was` and `wanted` are what the definers say of the two.
  clause_differ(passage& by, const entity_def& was, const entity_def& wanted) : p_(by), was_(was), wanted_(wanted) {}

  passage::change steps() {
    switch (wanted_.what) {
      case entity_kind::enumeration:
        labels();
        break;
      case entity_kind::domain:
      case entity_kind::composite:
      case entity_kind::view:
      case entity_kind::materialized_view:
        parts();
        break;
      case entity_kind::extension:
        version();
        break;
      case entity_kind::trigger:
      case entity_kind::event_trigger:
        firing();
        break;
      default:
        break;
    }
    return std::move(out_);
  }

 private:
  using op = model::op;
  using change = model::clause::change;
  using clause = model::clause;

  void add(const clause& c) {
    entity_def d{.what = wanted_.what, .name = was_.name, .table = was_.table, .clauses = p_.in.list_of(c)};
    out_.push_back(p_.in.make(step{.what = op::alter_entity, .entity = p_.in.make(d)}));
  }
  void add(clause c, change does) {
    c.does = does;
    add(c);
  }

  static bool has_label(const entity_def& d, const model::text_view& label) {
    for (const clause& c : d.clauses)
      if (same(c.text, label)) return true;
    return false;
  }
  /// Labels come; where one goes, or they change places, the type is built anew.
  void labels() {
    model::u32 k = 0;
    for (const clause& c : wanted_.clauses)
      if (k < was_.clauses.size && same(c.text, was_.clauses[k].text)) ++k;
    if (k < was_.clauses.size) {
      out_.push_back(p_.in.make(step{.what = op::replace_entity, .entity = &wanted_}));
      return;
    }
    for (model::u32 i = 0; i < wanted_.clauses.size; ++i) {
      clause c = wanted_.clauses[i];
      if (has_label(was_, c.text)) continue;
      const bool first = i == 0 && was_.clauses.size;
      if (first)
        c.beside = was_.clauses[0].text, c.before = true;
      else if (i)
        c.beside = wanted_.clauses[i - 1].text;
      add(c, change::add);
    }
  }

  /// The clause that says the same thing of the entity: of that name, of that option, or the only one of its kind.
  static const clause* like(const entity_def& d, const clause& c) {
    for (const clause& x : d.clauses)
      if (x.what == c.what && same(x.name, c.name) && (c.what != part::setting || same(x.from, c.from))) return &x;
    return nullptr;
  }
  static bool alike(const clause& a, const clause& b) { return same_clause(clause_of(a), b); }

  void parts() {
    for (const clause& c : was_.clauses)
      if (!like(wanted_, c)) drop(c);
    for (const clause& c : wanted_.clauses) {
      const clause* now = like(was_, c);
      if (!now)
        come(c);
      else if (!alike(*now, c))
        alter(*now, c);
    }
  }
  void drop(const clause& c) {
    if (c.what == part::no_data) return add({.what = part::refresh});
    add(c, change::drop);
  }
  void come(const clause& c) {
    if (c.what == part::no_data) return add({.what = part::no_data});
    const bool option = c.what == part::setting || c.what == part::default_value || c.what == part::not_null;
    add(c, option ? change::set : change::add);
  }
  void alter(const clause& now, const clause& c) {
    clause plain = now;
    plain.comment = c.comment;
    if (c.name && !(now.comment.size == c.comment.size && same(now.comment, c.comment))) {
      clause comment = c;
      comment.text = c.comment.size ? c.comment : model::view("");
      comment.comment = {};
      add(comment, change::comment);
      if (alike(plain, c)) return;
    }
    if (c.what == part::check) {
      plain.not_valid = false;
      if (now.not_valid && !c.not_valid && alike(plain, c)) return add(c, change::validate);
      add(now, change::drop);
      return add(c, change::add);
    }
    add(c, change::set);
  }

  void version() {
    for (const clause& c : wanted_.clauses)
      if (c.what == part::version) add(c, change::set);
  }
  void firing() {
    const model::text_view now = was_.clauses.size ? was_.clauses[0].text : model::view("ENABLE"),
                           wanted = wanted_.clauses.size ? wanted_.clauses[0].text : model::view("ENABLE");
    if (!same(now, wanted)) add({.what = part::firing, .does = change::set, .text = wanted});
  }

  passage& p_;
  const entity_def &was_, &wanted_;
  passage::change out_;
};

}  // namespace skein::checks
