// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// What is wrong with a step on rows.

#include <skein/check/sentence/writer.hpp>

namespace skein::checks::sentences {

using enum fact;
using model::op;

constexpr void value_of(auto& w) {
  using kind = model::value::kind;
  const model::value& v = *w.v.value;
  switch (v.what) {
    case kind::null: w.b << "nullptr"; break;
    case kind::default_value: w.b << "default_value"; break;
    case kind::boolean: w.b << (v.number ? "true" : "false"); break;
    case kind::integer: w.b.number(v.number); break;
    case kind::real: w.b << "the fraction"; break;
    default: {
      constexpr u32 enough = 60;
      w.b << "`" << model::text_view{v.data, v.size < enough ? v.size : enough, 0} << (v.size < enough ? "`" : "...`");
    }
  }
}
constexpr void row_of(auto& w) {
  if (w.v.row) (w.b << "row ").number(w.v.row) << " ";
  else w.b << "the step ";
}
/// Row 2 gives 70000 for roles.level.
constexpr void given(auto& w) {
  row_of(w);
  w.b << "gives ";
  value_of(w);
  w.say({" for ", column});
}

constexpr void of_misfit(auto& w) {
  using model::type_id;
  given(w);
  switch (w.v.what) {
    case fault::value_null:
      if (w.v.value->what == model::value::kind::null) return w.say({", which is never null; write a value"});
      return w.say({", which is never null and has no default; write a value"});
    case fault::value_kind:
      if (w.v.value->what == model::value::kind::default_value)
        return w.say({" to compare with, but DEFAULT is no value; write one"});
      if (w.v.type->dims) return w.say({", which is an array; write it as a text, such as {1, 2}"});
      w.say({", which is of type ", type, "; write "});
      if (w.v.type->id == type_id::boolean) return w.say({"true or false"});
      if (w.v.type->id <= type_id::bigint) return w.say({"a whole number"});
      if (w.v.type->id == type_id::numeric || w.v.type->id == type_id::real || w.v.type->id == type_id::double_precision)
        return w.say({"a number"});
      return w.say({"a text"});
    case fault::value_range:
      return w.say({", which is more than its type ", type, " holds; write another, or change the type before"});
    case fault::value_length:
      return w.say({", whose length does not fit its type ", type, "; write another, or change the type before"});
    case fault::label_too_new:
      return w.say({", a label that this revision adds to ", type, ", and PostgreSQL uses it only after that transaction; insert it in a "
                                                                   "revision of its own"});
    default:
      return w.say({", which is no value of its type ", type, "; mend it"});
  }
}

constexpr void of_rows(auto& w) {
  switch (w.v.what) {
    case fault::named_twice:
      return w.say({"column ", column, " is named twice; name it once"});
    case fault::computed_column:
      return w.say({"column ", column, " is computed by PostgreSQL, so nothing is written to it; leave it out, or, of an identity, "
                                       "insert with overriding_system_value"});
    case fault::value_missing:
      return w.say({"column ", column, " is never null and has no default, so every row has to give it; add it to columns<...>"});
    case fault::value_count:
      row_of(w);
      (w.b << "has ").number(w.v.number) << (w.v.number == 1 ? " value for the " : " values for the ");
      w.b.number(w.v.columns.size) << (w.v.columns.size == 1 ? " column " : " columns ");
      spelling::list(w.b, w.v.columns);
      return w.say({" of ", table, "; write one for each"});
    case fault::value_uses_column:
      return w.say({"a value for ", column, " uses ", text, ", but a row that is inserted has no columns to use yet; write the value"});
    case fault::not_comparable:
      return w.say({"column ", column, " is of type ", type, ", which PostgreSQL cannot compare; leave it out, or write where<...>"});
    case fault::repeated_row:
      row_of(w);
      (w.b << "repeats row ").number(w.v.number);
      return w.say({" in the key ", object, " of ", table, "; remove one of them"});
    case fault::no_conflict_key:
      if (w.v.columns.empty())
        return w.say({"on_conflict of ", table, " names no key, so ", object, " counts too, but PostgreSQL cannot ask what is deferrable; name "
                                                "the columns of another key"});
      w.say({"on_conflict of ", table, " names "});
      spelling::list(w.b, w.v.columns);
      if (w.v.object.hash) return w.say({", so ", object, " of these columns counts too, but PostgreSQL cannot ask what is deferrable; drop it, or name another key"});
      w.say({", which is no key (deferrable and partial ones do not count); add unique_on<"});
      spelling::list(w.b, w.v.columns);
      return w.say({"> before, or name the columns of one that there is"});
    case fault::nothing_to_update:
      return w.say({"on_conflict of ", table, " has do_update, but the rows have no column beside the key; write do_nothing"});
    case fault::truncated_reference:
      return w.say({"table ", table, " cannot be truncated alone, foreign key ", object, " of ", other, " references it; add together_with<",
                    spelled_other, ">, or cascade"});
    case fault::rows_without_undo:
      return w.say({"nothing tells which rows of ", table, " there were before, so the way back cannot be derived; add undo<...> (empty if "
                                                           "nothing is to be undone), loses_data or irreversible<...>, or write up<...>, down<...>"});
    case fault::rows_without_value:
      return w.say({"column ", column, " is never null and has no default, but the history has put rows into ", table,
                    "; add default_<...>, or add it nullable and then update_rows and set_not_null"});
    default:
      return of_misfit(w);
  }
}

}  // namespace skein::checks::sentences
