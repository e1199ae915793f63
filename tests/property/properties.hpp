// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// What must hold of every history: its inverses restore the model's state and PostgreSQL's catalogs, and the catalogs
/// at its end are those that the model predicts.

#include <skein/check/diff/diff.hpp>
#include <skein/check/graph/commute.hpp>
#include <skein/check/invert/creation.hpp>
#include <skein/check/invert/invert.hpp>
#include <skein/check/invert/restore.hpp>
#include <skein/check/sentence.hpp>
#include <skein/render/step.hpp>
#include <skein/run/catalog.hpp>

#include "support/server.hpp"

#include <map>
#include <optional>

namespace skein::test {

using history = std::vector<const model::step*>;

struct failure {
  std::string property;
  std::string what;
};

/// What is wrong with a step, as users read it.
inline std::string sentence(const checks::verdict& v, const model::step& step) {
  static constexpr model::ident id{"1"};
  static constexpr model::location here{};
  const model::step* steps[]{&step};
  const model::revision_def revision{.id = &id, .where = &here, .up = {steps, 1}, .down = {steps, 1}};
  const model::revision_def* all[]{&revision};
  checks::verdict copy = v;
  copy.revision = copy.other_revision = copy.step = 0;
  const auto text = checks::sentence(copy, all, 1);
  const std::string_view whole(text.text, text.size);
  const auto colon = whole.find("step ");
  return std::string(whole.substr(whole.find(": ", colon == whole.npos ? 0 : colon) + 2));
}

/// The server's major version.
inline model::u32 major() {
  static const int version = run::session(server().url()).server_version();
  return static_cast<model::u32>(version / 10000);
}
/// The state of an empty database on that server.
inline checks::live_state empty_state() {
  checks::live_state out{};
  out.server = major();
  return out;
}

/// A step, then, as the end of its revision would ask, whether it leaves anything at odds.
inline bool accept(checks::live_state& state, const model::step& step) {
  state.transactional = false;
  return checks::advance(state, step) && checks::end_of_revision(state);
}

/// Every table by its name, as a digest.
using shape = std::map<std::string, model::u64>;
inline shape shape_of(const checks::live_state& s) {
  checks::arena in;
  shape out;
  for (model::u32 t = 1; t <= s.used.tables; ++t)
    if (s.tables[t].alive)
      out[render::identifier(is_default(*s.tables[t].schema) ? model::public_schema : *s.tables[t].schema) + "." +
          render::identifier(*s.tables[t].name)] = checks::digests::of_table(s, t);
  for (model::u32 i = 1; i <= s.used.schemas; ++i)
    if (s.schemas[i].alive) out[render::identifier(*s.schemas[i].name)] = checks::digests::of_schema(s, *s.schemas[i].name);
  out["public"] = checks::digests::of_schema(s, model::public_schema);
  for (model::u32 q = 1; q <= s.used.sequences; ++q) {
    const model::sequence_state& x = s.sequences[q];
    const model::short_text name = model::naming::write(x.name);
    if (x.alive) out[fmt::format("sequence {}.{}", is_default(*x.schema) ? "public" : render::view(*x.schema), std::string_view(name.text, name.size))] = checks::digests::of_sequence(s, q);
  }
  for (model::u32 i = 1; i <= s.used.entities; ++i) {
    const model::entity_state& e = s.entities[i];
    if (!e.alive || e.what == model::entity_kind::expression) continue;
    std::string name = render::detail::entity_name(*checks::definer(s, in).entity(i));
    for (std::size_t at; (at = name.find("public.")) != name.npos;) name.erase(at, 7);  // written or not
    out[name] = checks::digests::of_whole(s, i);
  }
  return out;
}
inline std::string difference(const shape& expected, const shape& found) {
  std::string out;
  for (const auto& [name, digest] : expected)
    if (const auto at = found.find(name); at == found.end())
      out += name + " is missing\n";
    else if (at->second != digest)
      out += name + " differs\n";
  for (const auto& [name, digest] : found)
    if (!expected.contains(name)) out += name + " is new\n";
  return out;
}

inline std::string text_of(const std::vector<std::string>& lines, std::string_view after_each = "\n") {
  std::string out;
  for (const std::string& line : lines) out.append(line).append(after_each);
  return out;
}
inline std::string sql_of(const history& steps) {
  std::string out;
  for (const model::step* s : steps) out += text_of(render::statements(*s), ";\n");
  return out;
}

/// One step with what undoes it; nothing does if it is irreversible.
struct move {
  const model::step* up;
  checks::inverse down;
};

/// Runs histories through model and server; each leaves the database as it found it.
class laboratory {
 public:
  explicit laboratory(run::session& s) : session_(s) {}

  /// The first property that does not hold. Steps that do not fit, because one before them was taken away, are left
  /// out.
  std::optional<failure> test(const history& steps) {
    checks::arena in;
    checks::live_state state = empty_state();
    std::vector<move> moves;
    if (auto found = in_model(steps, state, in, moves)) return found;
    session_.run("BEGIN");
    unknowable_ = false;
    auto found = on_server(moves);
    if (!found && !unknowable_) found = predicted(state, in);
    session_.run("ROLLBACK");
    return found;
  }

  /// Runs steps of which some do not fit: PostgreSQL refuses what the model refuses, and nothing else, but for what
  /// skein is stricter about and says why. What either refuses is left out of both.
  std::optional<failure> agree(const history& steps) {
    checks::live_state state = empty_state();
    session_.run("BEGIN");
    std::optional<failure> found;
    for (std::size_t i = 0; i < steps.size() && !found; ++i) {
      const model::step& x = *steps[i];
      checks::live_state attempt = state;
      const bool taken = accept(attempt, x);
      session_.run("SAVEPOINT here");
      checks::arena in;
      const auto why = refusal({carried_out(state, in, x)});
      session_.run(why || !taken ? "ROLLBACK TO here; RELEASE here" : "RELEASE here");
      if (taken && why && !is_left_to_the_server(*why) && !is_about_rows(x, *why)) found = refused("PostgreSQL accepts what the model accepts", *why, sql_of({&x}));
      if (!taken && why) ++refusals[attempt.v.what].by_both;
      if (!taken && !why) {
        ++refusals[attempt.v.what].by_model;
        if (!is_stricter(attempt.v, x))
          found = failure{fmt::format("the model accepts what PostgreSQL accepts ({})", static_cast<int>(attempt.v.what)),
                          sql_of({&x}) + sentence(attempt.v, x)};
      }
      if (taken && !why) state = std::move(attempt);
    }
    session_.run("ROLLBACK");
    return found;
  }
  struct count {
    std::size_t by_both = 0, by_model = 0;
  };
  std::map<checks::fault, count> refusals;

  /// What rows that are there, or are to be there, do not allow. That a required value is missing from a row is the model's business.
  struct objection {
    std::string sqlstate, message;  ///< what the server says
  };
  bool is_about_rows(const model::step& x, const objection& why) {
    // Rows of one ON CONFLICT that meet by what functions give them; a value of a type such as regtype that names nothing.
    if (why.sqlstate == "21000" || why.sqlstate == "42601" || why.sqlstate == "3F000" || why.sqlstate.starts_with("427") || why.sqlstate == "42883")
      return x.what == model::op::data;
    if (why.sqlstate == "42P01") return x.what == model::op::data && why.message.find(render::identifier(x.table->name)) == why.message.npos;
    if (why.sqlstate == "55P04") return true;  // a label that the test's own transaction has added
    if (why.sqlstate == "0A000" && x.what == model::op::data) return true;  // a composite value in a comparison
    if (x.what == model::op::data && why.sqlstate == "23502") return is_of_generated(why);
    return why.sqlstate.starts_with("22") || why.sqlstate.starts_with("23");
  }
  /// What a generated column is in a row only PostgreSQL knows.
  bool is_of_generated(const objection& why) {
    const auto found = session_.run("SELECT coalesce(string_agg(attname, E'\x1f'), '') FROM pg_attribute WHERE attgenerated <> ''").text(0, 0);
    for (std::size_t at = 0; at < found.size();) {
      const std::size_t end = std::min(found.find('\x1f', at), found.size());
      if (why.message.find("column \"" + std::string(found.substr(at, end - at)) + "\"") != why.message.npos) return true;
      at = end + 1;
    }
    return false;
  }
  std::size_t rows_taken = 0, rows_refused = 0;

  /// What a view computes is of a type that is no key.
  static bool is_unordered(const objection& why) { return why.sqlstate == "42704" && why.message.find("operator class") != why.message.npos; }
  /// What a value, an operator or a function makes of a type.
  static bool is_left_to_the_server(const objection& why) {
    const std::string& code = why.sqlstate;
    return is_unordered(why) || code.starts_with("22") || code == "42883" || code == "42804" || code == "42846";
  }

  /// What PostgreSQL says to the steps; empty if it takes them.
  std::string objection_of(const history& steps) {
    checks::arena in;
    checks::live_state state = empty_state();
    history carried;
    for (const model::step* x : steps) {
      carried.push_back(carried_out(state, in, *x));
      checks::live_state attempt = state;
      if (accept(attempt, *x)) state = std::move(attempt);
    }
    session_.run("BEGIN");
    const auto why = refusal(carried);
    session_.run("ROLLBACK");
    return why ? why->message : "";
  }

  /// Two branches that do not conflict fit after the base in either order, and end alike. Empty also if they do conflict,
  /// or if one does not fit alone, because of what was taken out of the base.
  std::optional<failure> commute(const history& base, const history& a, const history& b) {
    if (conflict(a, b) || !fits(base, a) || !fits(base, b)) return {};
    ++commuted;
    shape shapes[2];
    run::catalog catalogs[2];
    for (const int i : {0, 1}) {
      const history &first = i ? b : a, &second = i ? a : b;
      history all = base;
      all.insert(all.end(), first.begin(), first.end());
      all.insert(all.end(), second.begin(), second.end());
      checks::live_state state = empty_state();
      checks::arena in;
      history carried;
      for (const model::step* x : all) {
        carried.push_back(carried_out(state, in, *x));
        if (!accept(state, *x)) return failure{fmt::format("branches that do not conflict fit in either order ({})", static_cast<int>(state.v.what)), sql_of({x}) + sentence(state.v, *x)};
      }
      shapes[i] = shape_of(state);
      session_.run("BEGIN");
      const auto why = refusal(carried);
      if (!why) catalogs[i] = run::catalog(session_);
      session_.run("ROLLBACK");
      // That depends on the rows.
      if (why && (why->sqlstate.starts_with("23") || why->sqlstate.starts_with("22") || why->sqlstate == "21000")) return {};
      if (why) return refused("PostgreSQL takes branches that do not conflict in either order", *why, sql_of(all));
    }
    if (shapes[0] != shapes[1]) return failure{"branches that do not conflict end alike in the model", difference(shapes[0], shapes[1])};
    if (catalogs[0] != catalogs[1])
      return failure{"branches that do not conflict end alike in the catalogs", text_of(difference(catalogs[0], catalogs[1]))};
    return {};
  }
  std::size_t commuted = 0;

  /// The difference between where two histories lead takes the model and the catalogs from one to the other.
  std::optional<failure> lead(const history& a, const history& b) {
    checks::arena in;
    checks::live_state from = empty_state(), to = empty_state();
    for (const auto& [steps, state] : {std::pair{&a, &from}, std::pair{&b, &to}})
      for (const model::step* x : *steps) {
        checks::live_state attempt = *state;
        if (accept(attempt, *x)) *state = std::move(attempt);
      }
    const checks::difference_of_states found = checks::diff(from, to, in);
    const auto failed = [&](std::string property, const std::string& what) {
      return failure{std::move(property), "from\n" + sql_of(checks::creation_of(from, in)) + "to\n" + sql_of(checks::creation_of(to, in)) + "by\n" + sql_of(found.steps) + what};
    };
    checks::live_state state = from;
    history carried;
    for (const model::step* x : found.steps) {
      carried.push_back(carried_out(state, in, *x));
      state.transactional = false;
      state.breaks_bodies = found.steps[0]->what == model::op::breaks_bodies;
      if (!checks::advance(state, *x)) return failed("the model accepts each step of a difference", sql_of({x}) + sentence(state.v, *x));
    }
    if (!checks::end_of_revision(state)) return failed("the model accepts a difference as a revision", sentence(state.v, *found.steps.back()));
    const shape reached_shape = shape_of(as_declared(state)), wanted_shape = shape_of(as_declared(to));
    if (reached_shape != wanted_shape && is_about_stars(to, difference(wanted_shape, reached_shape))) return {};
    if (reached_shape != wanted_shape) return failed("a difference leads to the other state", difference(wanted_shape, reached_shape));
    if (!found.complete) return failed("a difference that leads there says so", "");
    ++led, steps_led += found.steps.size();
    for (const model::step* x : found.steps) lossy_led += x->acknowledged != model::loss::none;
    run::catalog wanted, reached;
    session_.run("BEGIN");
    const bool known = !refusal(checks::creation_of(to, in));  // `predicted` is about that
    if (known) wanted = run::catalog(session_);
    session_.run("ROLLBACK; BEGIN");
    if (!known || refusal(checks::creation_of(from, in))) return session_.run("ROLLBACK"), std::nullopt;
    const auto why = refusal(carried);
    if (!why) reached = run::catalog(session_);
    session_.run("ROLLBACK");
    if (why) return refused("PostgreSQL accepts a difference", *why, failed("", "").what);
    if (as_declared(reached) != as_declared(wanted)) return failed("a difference leads to the other catalogs", text_of(difference(wanted, reached)));
    return {};
  }
  std::size_t led = 0, steps_led = 0, lossy_led = 0;
  /// Nothing changes whether a table declares what it also inherits, see check/diff/diff.hpp.
  static checks::live_state as_declared(checks::live_state s) {
    for (model::column_state& c : s.columns) c.flags &= ~model::flag::inherited;
    for (model::u32 o = 1; o <= s.used.objects; ++o)
      if (checks::count_check_sources(s, o)) s.objects[o].inherited = 0;
    return s;
  }
  /// Nor in which order it has its parents.
  static std::vector<std::string> as_declared(const run::catalog& c) {
    std::vector<std::string> out;
    for (std::string line : c.lines()) {
      if (const auto at = line.find(", local"); at != line.npos) line.erase(at, 7);
      if (line.starts_with("table ")) line.erase(line.find_last_not_of(" 0123456789") + 1);
      out.push_back(std::move(line));
    }
    std::sort(out.begin(), out.end());
    return out;
  }
  /// Views alone are different, and one has a `*`, which is in the order of columns: that is apart.
  static bool is_about_stars(const checks::live_state& s, const std::string& lines) {
    bool star = false, views = true;
    for (const model::entity_state& e : s.entities) star |= e.alive && is_view(e.what) && render::view(e.def->body).find('*') != std::string_view::npos;
    for (std::size_t at = 0; at < lines.size(); at = lines.find('\n', at) + 1) views &= lines.compare(at, 4, "VIEW") == 0 || lines.compare(at, 12, "MATERIALIZED") == 0;
    return star && views;
  }

  static bool fits(const history& base, const history& branch) {
    checks::live_state state = empty_state();
    for (const history* part : {&base, &branch})
      for (const model::step* x : *part)
        if (!accept(state, *x)) return false;
    return true;
  }
  static bool conflict(const history& a, const history& b) {
    std::multimap<model::u32, checks::touch> touched;
    const auto revision = [](const history& h) {
      return model::revision_def{.up = {h.data(), static_cast<model::u32>(h.size())}};
    };
    checks::each_touch(revision(a), [&](const checks::touch& t) { touched.emplace(t.key, t); });
    bool found = false;
    checks::each_touch(revision(b), [&](const checks::touch& t) {
      for (auto [at, end] = touched.equal_range(t.key); at != end; ++at) found |= clash(at->second, t);
    });
    return found;
  }

  /// Where skein refuses what PostgreSQL would do, on purpose.
  /// So that every way back is exact, or since it is not understood.
  static bool is_stricter(checks::partition_rule rule, const model::step& x) {
    using enum checks::partition_rule;
    switch (rule) {
      case bound_expression: case bound_of_text: case bound_notation: case bound_zones: case exclusion: case is_target: case row_trigger: case required_key:
      case column_differs: case has_identity: case like: case alike: case rebuilt: case concurrently: case check_differs:
      case two_ways: case two_defaults: case generated_twice: case parent_required: case heir_required: case check_is_not_valid: case becomes_own: case inherits_already: case check_would_stay: return true;
      case inherits_check: return x.what == model::op::validate_constraint;
      case two_parents: return x.what >= model::op::set_not_null && x.what <= model::op::drop_default;
      case object_of_table: return x.what == model::op::validate_constraint;
      case column_of_table: return x.what >= model::op::set_not_null && x.what <= model::op::drop_identity;
      default: return false;
    }
  }
  static bool is_stricter(checks::property_rule r) {
    using enum checks::property_rule;
    switch (r) {
      case has_privileges:    // an owner's are told apart no more
      case is_owner:
      case of_partitions:     // says nothing, or something of later ones
      case identity_in_use:   // would be nothing
      case comment_on_public:  // could not be taken back to what the server began with
      case statistics_range: return true;  // is taken for another one
      default: return false;
    }
  }
  static bool is_stricter(const checks::verdict& v, const model::step& x) {
    using checks::fault;
    switch (v.what) {
      case fault::no_effect:        // its down would undo something else
      case fault::no_parameter:
      case fault::validated_already:
      case fault::loses_data:       // must be said aloud
      case fault::irreversible:
      case fault::not_convertible: return true;  // the way back
      case fault::column_used: return x.what == model::op::drop_column || x.what == model::op::alter_type;  // it takes indexes along
      case fault::no_schema: return x.what == model::op::drop_schema && same(*x.name, model::public_schema);  // it stays
      case fault::index_of_constraint: return x.what == model::op::comment_on_index;
      case fault::repeated_column:               // of a foreign key
      case fault::value_kind:                    // a number is no text
      case fault::computed_column:               // DEFAULT
      case fault::not_comparable:                // = of boxes and circles compares areas
      case fault::label_named:
      case fault::type_kept:
      case fault::entity_called:                 // the declaration of a range type would say another name
      case fault::granted_already:               // its down would take it away
      case fault::not_granted:
      case fault::depends_on_server:
      case fault::named_in_body:                 // the next call would fail
      case fault::view_grows:                    // the way back
      case fault::columns_unknown:               // of a new query
      case fault::no_setting:                    // nothing to reset
      case fault::column_starred:                // the query would say another name
      case fault::star_of_nothing:               // the query as it is written would say more when there is a column
      case fault::reads_itself: return true;     // so that nothing can be read
      case fault::no_label: return x.what == model::op::replace_entity;  // that is mapped
      case fault::malformed: return x.what == model::op::replace_entity && x.entity->what == model::entity_kind::enumeration;  // what it maps
      case fault::misplaced: return x.what == model::op::grant;  // on a multirange type, which some servers do
      case fault::column_exists: return (x.entity && x.entity->what == model::entity_kind::view) || (x.to && checks::is_system_column(*x.to));  // and could not come back
      case fault::rows_without_undo: return true;
      // What is refused as soon as there is a row.
      case fault::value_null: return x.what == model::op::data && model::data_of(x).what == model::data_def::verb::update;
      case fault::named_twice:                   // of rows that are deleted; of others PostgreSQL says so, too
      case fault::value_range:
      case fault::repeated_row:
      case fault::value_length: return x.what == model::op::data && model::data_of(x).what == model::data_def::verb::erase;  // finds nothing
      case fault::entity_exists:
      case fault::name_taken: {  // a sequence and a type of one name: neither could be created again
        const bool type = x.entity && traits_of(x.entity->what).is_type, sequence = x.entity && x.entity->what == model::entity_kind::sequence;
        return (type && v.text && v.text.size == 8) || (sequence && traits_of(v.entity).is_type);
      }
      case fault::property_refused: return is_stricter(static_cast<checks::property_rule>(v.number));
      case fault::partitioning: return is_stricter(static_cast<checks::partition_rule>(v.number), x);
      // Of a view, or a sequence: a step says what kind of object it is on.
      case fault::no_table: return v.entity != model::entity_kind::none || x.what == model::op::grant;
      case fault::sequence_of_identity: return x.what == model::op::alter_entity;  // the type of its column
      case fault::sequence_option: return v.text && v.text.data[0] == 'r';         // rows have moved it on
      // On the type that a table is; and OR REPLACE would create it.
      case fault::no_entity: return x.what == model::op::comment_on_entity || x.what == model::op::replace_entity || x.what == model::op::grant;
      default: return false;
    }
  }

 private:
  static std::optional<failure> in_model(const history& steps, checks::live_state& state, checks::arena& in,
                                         std::vector<move>& moves) {
    for (const model::step* x : steps) {
      checks::live_state attempt = state;
      if (!accept(attempt, *x)) continue;
      const shape before = shape_of(state);
      bool ok = true;
      const auto run = [&](const model::step& each) {
        checks::inverse back = checks::inverter(state, in).run(each, ok);
        ok = ok && checks::settle_bodies(state);
        return back;
      };
      const model::step* up = carried_out(state, in, *x);
      checks::inverse down = run(*x);
      if (x->acknowledged == model::loss::irreversible) {
        moves.push_back({up, {}});
        continue;
      }
      const shape after = shape_of(state);
      const auto failed = [&](std::string property, const std::string& what) {
        return failure{std::move(property), "after\n" + sql_of({x}) + "and its inverse\n" + sql_of(down) + what};
      };
      state.lenient = true;
      for (const model::step* back : down) {
        checks::inverter(state, in).run(*back, ok);
        ok = ok && (back != down.back() || checks::settle_bodies(state));  // at the end of the revision
        if (!ok) return failed("the model accepts the inverse of what it accepts", sentence(state.v, *back));
      }
      state.lenient = false;
      if (shape_of(state) != before)
        return failed("the inverse restores the model", difference(before, shape_of(state)));
      run(*x);
      if (!ok || shape_of(state) != after)
        return failed("the step can be repeated after its inverse", difference(after, shape_of(state)));
      moves.push_back({up, std::move(down)});
    }
    return {};
  }

  std::optional<objection> refusal(const history& steps) {
    std::vector<std::string> statements;
    for (const model::step* s : steps)
      for (std::string& sql : render::statements(*s)) {
        statements.push_back(std::move(sql));
        if (s->what == model::op::data) statements.push_back("SET CONSTRAINTS ALL IMMEDIATE");  // nothing waits for the next step
      }
    if (statements.empty()) return {};
    try {
      session_.run(std::vector<std::string_view>(statements.begin(), statements.end()));
      return {};
    } catch (const run::sql_error& e) {
      return objection{e.sqlstate, e.what()};
    }
  }

  /// The SQLSTATE is part of the property, so that a smaller history fails for the same reason.
  static failure refused(const std::string& property, const objection& why, const std::string& sql) {
    return {fmt::format("{} ({})", property, why.sqlstate), sql + why.message};
  }

  /// Where rows are in the way the steps are tried without any: what the model accepts, PostgreSQL does on empty tables.
  std::optional<objection> refusal_without_rows(const history& steps) {
    session_.run("SAVEPOINT rows");
    auto why = refusal(steps);
    session_.run(why ? "ROLLBACK TO rows; RELEASE rows" : "RELEASE rows");  // none starts behind a dropped constraint of a domain
    if (why && is_about_rows(*steps[0], *why) && steps[0]->what != model::op::data) {
      session_.run(
          "DO $$DECLARE t regclass; BEGIN FOR t IN SELECT oid FROM pg_class WHERE relkind = 'r' AND oid >= 16384 LOOP "
          "EXECUTE 'TRUNCATE ' || t || ' CASCADE'; END LOOP; END$$");
      why = refusal(steps);
    }
    return why;
  }
  /// The rows of the table that a step is on.
  std::string rows_of(const model::step& x) {
    const std::string sql = fmt::format("SELECT string_agg(t::text, E'\\x1f' ORDER BY t::text) FROM {} AS t", render::identifier(*x.table));
    return session_.run(sql).text(0, 0);
  }

  static std::size_t count_of(const std::string& rows) {
    return rows.empty() ? 0 : 1 + static_cast<std::size_t>(std::count(rows.begin(), rows.end(), '\x1f'));
  }

  std::optional<failure> on_server(const std::vector<move>& moves) {
    run::catalog before(session_);
    for (const move& m : moves) {
      const bool on_rows = m.up->what == model::op::data;
      const std::string rows = on_rows ? rows_of(*m.up) : "";
      const auto objected = refusal_without_rows({m.up});
      if (on_rows) ++(objected ? rows_refused : rows_taken);
      if (on_rows && objected && is_about_rows(*m.up, *objected)) continue;
      unknowable_ = objected && is_unordered(*objected);
      if (unknowable_) return {};
      if (const auto& why = objected)
        return refused("PostgreSQL accepts what the model accepts", *why, sql_of({m.up}));
      // The inverse of a delete takes the rows to have been there.
      const bool missed = on_rows && model::data_of(*m.up).what == model::data_def::verb::erase &&
                          count_of(rows) - count_of(rows_of(*m.up)) != model::row_count(model::data_of(*m.up));
      if (m.down.empty() || missed) {
        before = run::catalog(session_);
        continue;
      }
      if (const auto why = refusal_without_rows(m.down))
        return refused("PostgreSQL accepts the inverse", *why,
                       "after\n" + sql_of({m.up}) + "the inverse\n" + sql_of(m.down));
      if (on_rows && rows_of(*m.up) != rows)
        return failure{"the inverse restores the rows", "after\n" + sql_of({m.up}) + "and its inverse\n" + sql_of(m.down) + "there were\n" +
                                                            rows + "\nand are\n" + rows_of(*m.up)};
      if (run::catalog restored(session_); restored != before)
        return failure{"the inverse restores the catalogs", "after\n" + sql_of({m.up}) + "and its inverse\n" +
                                                                sql_of(m.down) + text_of(difference(before, restored))};
      if (const auto why = refusal_without_rows({m.up})) return refused("PostgreSQL accepts the step again", *why, sql_of({m.up}));
      before = run::catalog(session_);
    }
    reached_ = std::move(before);
    return {};
  }

  /// The state at the end, written from scratch.
  std::optional<failure> predicted(const checks::live_state& state, checks::arena& in) {
    const history definition = checks::creation_of(state, in);
    session_.run("ROLLBACK; BEGIN");
    if (const auto why = refusal(definition))
      return refused("PostgreSQL accepts the model's state", *why, sql_of(definition));
    if (const run::catalog found(session_); found != reached_)
      return failure{"the model predicts the catalogs", "the model's state is\n" + sql_of(definition) +
                                                            "(-: by the history, +: by the model)\n" +
                                                            text_of(difference(reached_, found))};
    return {};
  }
  run::session& session_;
  run::catalog reached_;
  bool unknowable_ = false;  ///< PostgreSQL has refused what the model cannot know
};

}  // namespace skein::test
