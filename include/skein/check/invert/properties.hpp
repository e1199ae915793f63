// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// What brings properties back, and what sets them on what is created anew. An owner comes last: who creates something
/// may do everything with it until then.

#include <skein/check/invert/privileges.hpp>
#include <skein/check/properties/properties.hpp>

#include <vector>

namespace skein::checks {

/// Of something that may be there no more by its present name.
struct named_property {
  property_state at;
  const step* set;  ///< to its present value
};

class property_writer {
 public:
  property_writer(const live_state& s, arena& in, definer& define) : s_(s), in_(in), define_(define) {}

  /// Sets it to a value; null: as PostgreSQL begins.
  const step* set(const property_state& x, const ident* value, bool index) {
    const named_right at = name_right(s_, in_, define_, {x.of, x.column, nullptr, 0, 0, nullptr});
    model::property_step out{{.what = model::op::set_property},
                             {.what = x.said->what,
                              .on = at.on,
                              .name = at.object,
                              .routine = at.routine,
                              .column = at.column_name,
                              .value = value}};
    out.property.index = index;
    return in_.make(out);
  }
  /// To what it is.
  const step* set(const property_state& x) {
    return set(x, x.index ? in_.name(s_.objects[x.index].name) : x.said->value, x.said->index);
  }

  /// That a table is unlogged is said as it is created.
  static bool comes_by_itself(const property_state& x) { return x.said->what == property::persistence; }
  /// All that is said in the state, owners last.
  std::vector<named_property> all() {
    std::vector<named_property> out;
    for (const bool owners : {false, true})
      for (u32 i = 1; i <= s_.used.properties; ++i)
        if (const property_state& x = s_.properties[i]; is_said(s_, x) && (x.said->what == property::owner) == owners)
          out.push_back({x, set(x)});
    return out;
  }

 private:
  const live_state& s_;
  arena& in_;
  definer& define_;
};

/// What undoes a step, as far as properties go. To be made before it.
class property_inverter {
 public:
  property_inverter(const live_state& s, arena& in, const step& x) : s_(s), in_(in), x_(x) {
    if (!s.used.properties) return;
    definer define(s, in);
    before_ = property_writer(s, in, define).all();
  }

  /// To be called behind it.
  std::vector<const step*> steps() {
    std::vector<const step*> out;
    definer define(s_, in_);
    property_writer writer(s_, in_, define);
    bool changed = false;
    for (const named_property& was : before_) {
      const u32 i = names::find_property(s_, was.at.of, was.at.column, was.at.said->what);
      const bool is_set = x_.what == model::op::set_property && s_.properties[i].said != was.at.said;
      if (is_set || (!is_alive(s_, was.at) && !property_writer::comes_by_itself(was.at))) out.push_back(was.set);
      changed = changed || is_set;
    }
    if (x_.what != model::op::set_property || changed) return out;
    for (u32 i = 1; i <= s_.used.properties; ++i)
      if (s_.properties[i].said == &property_of(x_)) out.push_back(writer.set(s_.properties[i], nullptr, false));
    return out;
  }

 private:
  const live_state& s_;
  arena& in_;
  const step& x_;
  std::vector<named_property> before_;
};

}  // namespace skein::checks
