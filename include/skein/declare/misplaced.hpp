// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// What stands where it has no place (`column<"age", int>`, `cascade` behind a drop_table) lowers to a descriptor that says so:
/// an error of `verify`, with the revision and the step, instead of one of the compiler's about a member that is missing.
/// Of what stands in a list, the vocabulary knows by its bases that it has no place there; of an option and of a type it is asked.

#include <skein/declare/type_name.hpp>
#include <skein/model/step.hpp>

namespace skein::model {

/// An option that fills in a descriptor: see amend.hpp.
template <class T, class Def>
concept amends = requires(Def& d) { T::set(d); };

/// The words about a mistake.
struct remark {
  char text[320]{};
  u32 size = 0;

  constexpr remark() = default;
  constexpr remark(const char* what, const char* verdict, const char* remedy) { add(what), add(verdict), add(remedy); }
  constexpr text_view view() const { return {text, size, 0}; }

  constexpr void add(const char* words) {
    while (*words) text[size++] = *words++;
  }
  /// A name as its user writes it, without arguments and without skein's namespace; cut where it is endless.
  constexpr void add_name(text_view n) {
    constexpr char own[] = "skein::";
    u32 i = 0;
    while (i < 7 && i < n.size && n.data[i] == own[i]) ++i;
    if (i < 7) i = 0;
    for (const u32 end = i + 100; i < n.size && i < end && n.data[i] != '<'; ++i) text[size++] = n.data[i];
    if (i < n.size) add("<...>");
  }
};

/// Where it would have had a place.
template <class T>
consteval const char* rightful_place() {
  constexpr bool is_step = requires { requires T::step.what != op::mistake; };
  constexpr bool is_member = requires { requires T::member.what != kind::mistake; };
  constexpr bool is_option = requires { T::option; };
  if constexpr (is_step && amends<T, step>)
    return "write it among the steps of a revision, or as the last argument of a step that needs it";
  else if constexpr (is_step)
    return "write it among the steps of a revision";
  else if constexpr (amends<T, step>)
    return "write it behind the arguments of a step that takes it";
  else if constexpr (is_option && is_member)
    return "write it behind the type of a column, or among the members of a table";
  else if constexpr (is_option)
    return "write it behind the type of a column";
  else if constexpr (is_member)
    return "write it inside create_table<...> or table<...>";
  else if constexpr (amends<T, constraint_def>)
    return "write it inside references<...>, foreign_key<...> or constraint<...>";
  else if constexpr (amends<T, index_def>)
    return "write it inside create_index<...> or indexed<...>";
  else if constexpr (amends<T, sequence_options> || requires { T::bit; })
    return "write it inside identity_with<...>";
  else if constexpr (requires { static_cast<action>(T::value); })
    return "write it inside on_delete<...> or on_update<...>";
  else if constexpr (requires { T::type; })
    return "write it as the type of a column";
  else
    return "remove it";
}

enum class option_of_a : std::uint8_t { column, step, constraint, index, domain, attribute, composite, range };
/// `T` is no option of that.
template <class T, option_of_a As>
inline constexpr remark misplaced = [] {
  constexpr const char* words[]{" is no option of a column; ", " is no option of this step; ", " is no option of a constraint; ",
                                " is no option of an index; ", " is no option of a domain; ", " is no option of an attribute; ",
                                " is no attribute of a type; ", " is no option of a range type; "};
  remark r;
  r.add_name(name_of<T>());
  r.add(words[static_cast<int>(As)]);
  r.add(rightful_place<T>());
  return r;
}();
template <class Option>
consteval void make_mistake(step& s) {
  s.what = op::mistake;
  s.text = misplaced<Option, option_of_a::step>.view();
}
template <class Option>
consteval void make_mistake(constraint_def& d) {
  d.what = kind::mistake;
  d.expression = misplaced<Option, option_of_a::constraint>.view();
}
/// What a step creates has a place for it of its own.
template <class Option, class Def>
  requires requires(Def d) { d.mistake; }
consteval void make_mistake(Def& d) {
  d.mistake = misplaced<Option, option_of_a::step>.view();
}

/// What a word of the vocabulary is, and where it belongs.
struct place {
  const char* what;
  const char* remedy;
};
inline constexpr place steps_of_a_revision{"a step", "write it among the steps of a revision"};
inline constexpr place members_of_a_table{"a member of a table",
                                          "write it inside create_table<...>, add_column<...> or add_constraint<...>"};
inline constexpr place options_of_a_column{"an option of a column", "write it behind the type of its column"};
inline constexpr place options_of_an_object{"an option of a constraint or an index", "write it inside that constraint or index"};
inline constexpr place options_of_a_step{"an option of a step", "write it behind the arguments of its step"};
inline constexpr place options_of_an_identity{"an option of an identity", "write it inside identity_with<...>"};
inline constexpr place models_of_an_application{"a model", "write it inside models<...>, and among the steps what creates it"};
inline constexpr place attributes_of_a_type{"an attribute", "write it inside create_composite<...>"};
inline constexpr place types_of_a_column{"a type", "write it inside column<...>, behind the name"};

/// Bases of the vocabulary, each with the member that a word lacks. One class for each place, so that they cost next to nothing:
/// to ask of every column and every step whether it has a member costs 1 % of the time to verify a history.
template <const place& Place>
struct no_member {
  static constexpr remark words{Place.what, " is no member of a table; ", Place.remedy};
  static constexpr constraint_def none{.what = kind::mistake, .expression = words.view()};
  static constexpr struct member member{.what = kind::mistake, .constraint = &none};
};
template <const place& Place>
struct no_step {
  static constexpr remark words{Place.what, " is no step; ", Place.remedy};
  static constexpr struct step step{.what = op::mistake, .text = words.view()};
};
template <const place& Place>
struct neither : no_member<Place>, no_step<Place> {};

using of_revision = no_member<steps_of_a_revision>;
using of_table = no_step<members_of_a_table>;
using of_column = neither<options_of_a_column>;
using of_object = neither<options_of_an_object>;
using of_step = neither<options_of_a_step>;
using of_identity = neither<options_of_an_identity>;
using of_models = neither<models_of_an_application>;
using is_type = neither<types_of_a_column>;

/// An option behind a column, or what says that it is none.
template <class T>
inline constexpr option no_option{.bit = flag::mistake, .text = misplaced<T, option_of_a::column>.view()};
template <class T>
inline constexpr const option& option_of = no_option<T>;
template <class T>
  requires requires { T::option; }
inline constexpr const option& option_of<T> = T::option;

/// A type of PostgreSQL, or what says that it is none.
template <class T>
inline constexpr object_name cpp_name = [] {
  remark r;
  r.add_name(name_of<T>());
  return object_name{{}, {r.text, r.size}};
}();
template <class T>
inline constexpr data_type no_type{.id = type_id::mistake, .user = &cpp_name<T>};
template <class T>
inline constexpr const data_type& type_of = no_type<T>;
template <class T>
  requires requires { T::type; }
inline constexpr const data_type& type_of<T> = T::type;

}  // namespace skein::model
