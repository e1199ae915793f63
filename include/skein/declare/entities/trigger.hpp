// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Triggers as models, and what they are declared with: `trigger<"touch", "users", fires_before<inserting, updating_of<"email">>,
/// for_each_row, when<"NEW.email IS NOT NULL">, calls<"touch_row">>`.

#include <skein/declare/amend.hpp>
#include <skein/declare/constraint.hpp>
#include <skein/model/history.hpp>
#include <skein/model/trigger.hpp>

namespace skein {

namespace model {

inline constexpr place parts_of_a_trigger{"a part of a trigger", "write it inside create_trigger<...> or trigger<...>"};
using of_trigger = neither<parts_of_a_trigger>;

/// A constraint trigger is deferred as a constraint is.
template <class Part>
struct trigger_part {};
template <class Part>
consteval trigger_def operator|(trigger_def d, trigger_part<Part>) {
  if constexpr (amends<Part, trigger_def>) Part::set(d);
  else if constexpr (__is_same(Part, deferrable)) d.defer = deferral::deferrable;
  else if constexpr (__is_same(Part, initially_deferred)) d.defer = deferral::initially_deferred;
  else if constexpr (!amends<Part, step>) make_mistake<Part>(d);
  return d;
}

inline constexpr object_name no_table{};

template <entity_kind Kind, object_name Name, object_name Table, class... Part>
struct trigger_definition {
  static constexpr trigger_def trigger = (trigger_def{} | ... | trigger_part<Part>{});
  static constexpr entity_with<1> entity{{.what = Kind, .name = &Name, .table = Kind == entity_kind::trigger ? &Table : nullptr, .clauses = {trigger_definition::entity.items, trigger.firing ? 1u : 0u},
                                          .body = trigger.condition, .trigger = &trigger},
                                         {clause{.what = clause::part::firing, .text = trigger.firing}}};
};

/// An event that a trigger fires on; `add` says it.
template <class... Event>
consteval void add_events(trigger_def& d, trigger_def::timing when) {
  d.when = when;
  (Event::add(d), ...);
}
consteval void add_event(trigger_def& d, u32 e) {
  d.repeated |= d.events & e;
  d.events |= e;
}

}  // namespace model

struct inserting : model::of_trigger { static consteval void add(model::trigger_def& d) { model::add_event(d, model::event::insert); } };
struct updating : model::of_trigger { static consteval void add(model::trigger_def& d) { model::add_event(d, model::event::update); } };
struct deleting : model::of_trigger { static consteval void add(model::trigger_def& d) { model::add_event(d, model::event::remove); } };
struct truncating : model::of_trigger { static consteval void add(model::trigger_def& d) { model::add_event(d, model::event::truncate); } };
/// UPDATE OF these columns.
template <model::ident... Column>
struct updating_of : model::of_trigger {
  static constexpr const model::ident* columns[sizeof...(Column) + 1]{&Column...};
  static consteval void add(model::trigger_def& d) {
    model::add_event(d, model::event::update);
    d.columns = {columns, sizeof...(Column)};
  }
};
/// BEFORE INSERT OR …: `fires_before<inserting, updating>`.
template <class... Event>
struct fires_before : model::of_trigger {
  static consteval void set(model::trigger_def& d) { model::add_events<Event...>(d, model::trigger_def::timing::before); }
};
template <class... Event>
struct fires_after : model::of_trigger {
  static consteval void set(model::trigger_def& d) { model::add_events<Event...>(d, model::trigger_def::timing::after); }
};
/// Of a view.
template <class... Event>
struct fires_instead_of : model::of_trigger {
  static consteval void set(model::trigger_def& d) { model::add_events<Event...>(d, model::trigger_def::timing::instead_of); }
};
/// FOR EACH ROW; without it, for each statement.
struct for_each_row : model::of_trigger { static constexpr void set(model::trigger_def& d) { d.for_each_row = true; } };
struct for_each_statement : model::of_trigger { static constexpr void set(model::trigger_def& d) { d.for_each_row = false; } };
/// The condition, without its parentheses; the rows in it are OLD and NEW.
template <model::literal Sql> struct when : model::of_trigger { static constexpr void set(model::trigger_def& d) { d.condition = Sql; } };
/// EXECUTE FUNCTION name('argument', …).
template <model::object_name Function, model::literal... Argument>
struct calls : model::of_trigger {
  static constexpr model::text_view items[sizeof...(Argument) + 1]{Argument...};
  static constexpr void set(model::trigger_def& d) { d.function = &Function, d.arguments = {items, sizeof...(Argument)}; }
};
/// REFERENCING OLD TABLE AS name: the rows before and after the statement, as tables for the function.
template <model::ident Name> struct old_rows : model::of_trigger { static constexpr void set(model::trigger_def& d) { d.old_rows = &Name; } };
template <model::ident Name> struct new_rows : model::of_trigger { static constexpr void set(model::trigger_def& d) { d.new_rows = &Name; } };
/// CREATE CONSTRAINT TRIGGER; may be `deferrable` or `initially_deferred`, and `from_table` says what the constraint refers to.
struct constraint_trigger : model::of_trigger { static constexpr void set(model::trigger_def& d) { d.constraint = true; } };
template <model::object_name Table> struct from_table : model::of_trigger { static constexpr void set(model::trigger_def& d) { d.from = &Table; } };
/// It does not fire, fires in a replica too, or there alone.
struct disabled : model::of_trigger { static constexpr void set(model::trigger_def& d) { d.firing = model::view("DISABLE"); } };
struct enabled_always : model::of_trigger { static constexpr void set(model::trigger_def& d) { d.firing = model::view("ENABLE ALWAYS"); } };
struct enabled_in_replicas : model::of_trigger { static constexpr void set(model::trigger_def& d) { d.firing = model::view("ENABLE REPLICA"); } };
/// Of an event trigger: ddl_command_start, ddl_command_end, sql_drop or table_rewrite, and the commands that it is about.
template <model::literal Event> struct on_event : model::of_trigger { static constexpr void set(model::trigger_def& d) { d.on = Event; } };
template <model::literal... Tag>
struct tags : model::of_trigger {
  static constexpr model::text_view items[sizeof...(Tag) + 1]{Tag...};
  static constexpr void set(model::trigger_def& d) { d.tags = {items, sizeof...(Tag)}; }
};

/// `struct touch : trigger<"touch", "users", fires_before<updating>, for_each_row, calls<"touch_row">> {};`, in models<…>.
template <model::model_name Name, model::object_name Table, class... Part>
struct trigger {
  static constexpr model::table_def value{
      .name = &Name.name, .where = &Name.where, .entity = &model::trigger_definition<model::entity_kind::trigger, Name.name, Table, Part...>::entity};
};
/// `struct audit : event_trigger<"audit", on_event<"sql_drop">, calls<"note_drops">> {};`
template <model::model_name Name, class... Part>
struct event_trigger {
  static constexpr model::table_def value{
      .name = &Name.name, .where = &Name.where, .entity = &model::trigger_definition<model::entity_kind::event_trigger, Name.name, model::no_table, Part...>::entity};
};

}  // namespace skein
