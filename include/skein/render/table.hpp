// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Whole tables as SQL: CREATE TABLE, then what cannot stand inside it.

#include <skein/render/column.hpp>
#include <skein/render/partition.hpp>
#include <skein/render/privileges.hpp>
#include <skein/render/property.hpp>

namespace skein::render {

namespace detail {

/// Sorts a table's members by the place where they are written.
class table_writer {
 public:
  table_writer(const model::object_name& table, const model::list<const model::member*>& members) : table_(table) {
    for (const model::member* m : members) unique_index_ |= m->what == model::kind::index && m->index->unique;
    for (const model::member* m : members) add(*m);
  }

  std::vector<std::string> statements() const {
    std::vector<std::string> out{create()};
    for (const auto* list : {&indexes_, &later_, &comments_, &privileges_, &properties_}) out.insert(out.end(), list->begin(), list->end());
    return out;
  }

 private:
  void add(const model::member& m) {
    if ((m.index || m.constraint) && has_comment(m)) comments_.push_back(comment_on_member(table_, m));
    switch (m.what) {
      case model::kind::column: add_column(m); break;
      case model::kind::partition_of: partition_ = m.constraint; break;
      case model::kind::inherits: parents_ += (parents_.empty() ? "" : ", ") + identifier(*m.constraint->target); break;
      case model::kind::partition_by: key_ = partition_by(*m.index); break;
      case model::kind::index: indexes_.push_back(create_index(m.name, table_, *m.index)); break;
      case model::kind::comment: comments_.insert(comments_.begin(), comment_on_table(table_, m.text)); break;
      case model::kind::parameter: parameters_.push_back(parameter(*m.setting)); break;
      case model::kind::property:
        if (property_of(m).what == model::property::persistence) unlogged_ = "UNLOGGED ";
        else properties_.push_back(set_property(property_of(m), &table_));
        break;
      case model::kind::privileges: privileges_.push_back(privileges(privileges_of(m), &table_)); break;
      default:
        if (comes_later(*m.constraint, m.constraint->columns)) later_.push_back(add_constraint(table_, constraint(m)));
        else constraints_.push_back(constraint(m));
    }
  }

  void add_column(const model::member& m) {
    std::string line = column(m);
    for (const model::option* o : m.options) {
      if (!o->constraint) continue;
      if (o->constraint_name && o->constraint->comment.size)
        comments_.push_back(comment_on_constraint(table_, *o->constraint_name, o->constraint->comment));
      if (comes_later(*o->constraint, {&m.name, 1})) later_.push_back(add_constraint(table_, constraint_beside(m, *o)));
      else if (fits_behind_column(*o->constraint)) line += constraint_behind(*o);
      else constraints_.push_back(constraint_beside(m, *o));
    }
    columns_.push_back(line);
    if (const auto* o = find_option(m, model::flag::comment))
      comments_.push_back(comment_on_column(table_, *m.name, o->text));
  }

  /// NOT VALID means nothing inside CREATE TABLE, a foreign key to the table itself may rest on an index that comes after
  /// it, and of two like keys PostgreSQL would make one. What follows such a constraint comes later too, so that PostgreSQL numbers names in the declared order.
  bool comes_later(const model::constraint_def& c, const model::names& columns) {
    const bool self = c.what == model::kind::foreign_key && same(*c.target, table_);
    bool& from_here = kinds_later_[static_cast<std::size_t>(c.what)];
    return from_here = from_here || c.not_valid || (self && unique_index_) || !keys_.add(c, columns);
  }

  std::string create() const {
    std::string lines, settings;
    for (const auto* list : {&columns_, &constraints_})
      for (const auto& line : *list) lines += fmt::format("{}\n  {}", lines.empty() ? "" : ",", line);
    for (const auto& p : parameters_) settings += (settings.empty() ? "" : ", ") + p;
    std::string members = lines.empty() && partition_ ? "" : fmt::format(" ({})", lines.empty() ? "" : lines + "\n"), of;
    if (partition_) {
      of = " PARTITION OF " + identifier(*partition_->target);
      members += " " + partition_bound(bound_of(*partition_));
    }
    if (!parents_.empty()) members += fmt::format(" INHERITS ({})", parents_);
    return fmt::format("CREATE {}TABLE {}{}{}{}{}", unlogged_, identifier(table_), of, members, key_, settings.empty() ? "" : fmt::format(" WITH ({})", settings));
  }

  const model::object_name& table_;
  bool unique_index_ = false;
  const model::constraint_def* partition_ = nullptr;  ///< that the table is
  std::string key_, parents_;
  const char* unlogged_ = "";
  distinct_keys keys_;
  bool kinds_later_[static_cast<std::size_t>(model::kind::privileges) + 1]{};
  std::vector<std::string> columns_, constraints_, parameters_, indexes_, later_, comments_, privileges_, properties_;
};

}  // namespace detail

/// CREATE TABLE with a line for each column and constraint; then CREATE INDEX, ALTER TABLE … ADD for the constraints
/// that have to wait, COMMENT ON, GRANT, ALTER TABLE … OWNER TO and the like.
inline std::vector<std::string> create_table(const model::object_name& name,
                                             const model::list<const model::member*>& members) {
  return detail::table_writer(name, members).statements();
}

}  // namespace skein::render
