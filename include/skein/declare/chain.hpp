// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Revisions, and the chain of them. Users derive from these templates; an alias would put the whole definition into every
/// symbol's name, which GCC's mangling pays for quadratically.

#include <skein/declare/frozen.hpp>
#include <skein/declare/models.hpp>
#include <skein/declare/steps.hpp>
#include <skein/model/history.hpp>

namespace skein {

/// The first revision's parent.
struct base {
  static constexpr model::names parents{};
};
/// The parents of a revision; several make it a merge.
template <model::ident... Id>
struct revises {
  static_assert(sizeof...(Id) > 0, "revises<…> requires the identifier of a revision; the first one revises base");
  static constexpr model::holding<model::names, model::ident, sizeof...(Id)> parents{{revises::parents.items, sizeof...(Id)}, {&Id...}};
};

namespace model {
/// The base of a revision: what it has where `revises<…>` should stand.
struct of_chain {
  static constexpr const ident* by_its_struct[1]{&no_identifier};
  static constexpr names parents{by_its_struct, 1};
};
}  // namespace model

/// The steps up, where the steps down are written too.
template <class... Step> struct up {};
/// The steps down, in the order in which they run. Checked: after up and down the state is what it was before.
template <class... Step> struct down {};

/// A revision: identifier, parents, message, steps. Its down is derived, unless `up<…>` and `down<…>` are written.
template <model::revision_id Id, class Parents, model::literal Message, class... Step>
struct revision : model::of_chain {
  static constexpr model::holding<model::revision_def, model::step, sizeof...(Step)> value{
      {&Id.id, &Id.where, Parents::parents, Message, {revision::value.items, sizeof...(Step)}}, {&Step::step...}};
};
template <model::revision_id Id, class Parents, model::literal Message, class... Up, class... Down>
struct revision<Id, Parents, Message, up<Up...>, down<Down...>> : model::of_chain {
  static constexpr const model::step* steps[sizeof...(Up) + 1]{&Up::step...};
  static constexpr const model::step* back[sizeof...(Down) + 1]{&Down::step...};
  static constexpr model::revision_def value{&Id.id,  &Id.where, Parents::parents, Message, {steps, sizeof...(Up)}, {back, sizeof...(Down)}, true};
};

/// One way without the other: no revision, and `verify` says so.
template <model::revision_id Id, class Parents, model::literal Message, class... Up>
struct revision<Id, Parents, Message, up<Up...>> {
  static constexpr model::half_revision value{};
};
template <model::revision_id Id, class Parents, model::literal Message, class... Down>
struct revision<Id, Parents, Message, down<Down...>> {
  static constexpr model::half_revision value{};
};

/// The oldest server that a chain has to run on, as its first argument: `chain<target<15>, create_users, add_bio>`. What
/// that server cannot do does not compile, and the driver refuses an older one.
template <model::u32 Version>
struct target {
  static constexpr model::u32 server = Version;
};

/// The history: `struct history : chain<create_users, add_bio> {};`, in any order.
template <class... Revision>
struct chain {
  static constexpr model::u32 server = model::oldest_server;
  static constexpr model::u32 size = sizeof...(Revision);
  static constexpr model::holder<model::revision_def, size> all{{&Revision::value...}};
};
template <model::u32 Version, class... Revision>
struct chain<target<Version>, Revision...> {
  static constexpr model::u32 server = target<Version>::server;
  static constexpr model::u32 size = sizeof...(Revision);
  static constexpr model::holder<model::revision_def, size> all{{&Revision::value...}};
};

}  // namespace skein
