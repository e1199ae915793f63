// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// What is wrong with what a type of the history's own is made of.

#include <skein/check/sentence/entities.hpp>

namespace skein::checks::sentences {

constexpr void of_types(auto& w) {
  const char* word = w.v.part == model::clause::part::attribute ? "attribute " : "constraint ";
  write_entity(w);
  switch (w.v.what) {
    case fault::clause_exists: return w.say({" has the ", word, object, " already; choose another name, or drop it first"});
    case fault::no_clause:
      w.say({" has no ", word, object});
      return w.suggest("mend the name");
    case fault::domain_uses_column: return w.say({" uses ", text, " in a default or a check, and a domain has no columns; write VALUE in a check for what is looked at"});
    case fault::type_is_stored:
      w.b << " cannot be changed like this, PostgreSQL neither checks nor converts values inside of others; ";
      return write_users(w, "has them; drop it first", "have them; drop those first");
    default: return w.say({" would contain itself; leave the attribute out, or give it another type"});
  }
}

}  // namespace skein::checks::sentences
