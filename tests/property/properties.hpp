// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// What must hold of every history: its inverses restore the model's state and PostgreSQL's catalogs, and the catalogs
/// at its end are those that the model predicts.

#include <skein/check/define.hpp>
#include <skein/check/invert.hpp>
#include <skein/check/restore.hpp>
#include <skein/check/sentence.hpp>
#include <skein/render/step.hpp>
#include <skein/run/catalog.hpp>

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

/// A step, then, as the end of its revision would ask, whether it leaves anything at odds.
inline bool accept(checks::live_state& state, const model::step& step) {
  state.transactional = false;
  return checks::advance(state, step) && checks::end_of_revision(state);
}

/// Every table by its name, as a digest.
using shape = std::map<std::string, model::u64>;
inline shape shape_of(const checks::live_state& s) {
  shape out;
  for (model::u32 t = 1; t <= s.used.tables; ++t)
    if (s.tables[t].alive)
      out[render::identifier(is_default(*s.tables[t].schema) ? model::public_schema : *s.tables[t].schema) + "." +
          render::identifier(*s.tables[t].name)] = checks::digests::of_table(s, t);
  for (model::u32 i = 1; i <= s.used.schemas; ++i)
    if (s.schemas[i].alive) out[render::identifier(*s.schemas[i].name)] = 1;
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
    checks::live_state state{};
    std::vector<move> moves;
    if (auto found = in_model(steps, state, in, moves)) return found;
    session_.run("BEGIN");
    auto found = on_server(moves);
    if (!found) found = predicted(state, in);
    session_.run("ROLLBACK");
    return found;
  }

  /// Whether PostgreSQL takes a step after a history.
  bool accepts(const history& before, const model::step& step) {
    session_.run("BEGIN");
    const bool taken = !refusal(before) && !refusal({&step});
    session_.run("ROLLBACK");
    return taken;
  }

 private:
  static std::optional<failure> in_model(const history& steps, checks::live_state& state, checks::arena& in,
                                         std::vector<move>& moves) {
    for (const model::step* x : steps) {
      checks::live_state attempt = state;
      if (!accept(attempt, *x)) continue;
      const shape before = shape_of(state);
      bool ok = true;
      const auto run = [&](const model::step& each) { return checks::inverter(state, in).run(each, ok); };
      checks::inverse down = run(*x);
      if (x->acknowledged == model::loss::irreversible) {
        moves.push_back({x, {}});
        continue;
      }
      const shape after = shape_of(state);
      const auto failed = [&](std::string property, const std::string& what) {
        return failure{std::move(property), "after\n" + sql_of({x}) + "and its inverse\n" + sql_of(down) + what};
      };
      state.lenient = true;
      for (const model::step* back : down) {
        run(*back);
        if (!ok) return failed("the model accepts the inverse of what it accepts", sentence(state.v, *back));
      }
      state.lenient = false;
      if (shape_of(state) != before)
        return failed("the inverse restores the model", difference(before, shape_of(state)));
      run(*x);
      if (!ok || shape_of(state) != after)
        return failed("the step can be repeated after its inverse", difference(after, shape_of(state)));
      moves.push_back({x, std::move(down)});
    }
    return {};
  }

  /// What the server says against the steps.
  struct objection {
    std::string sqlstate, message;
  };
  std::optional<objection> refusal(const history& steps) {
    std::vector<std::string> statements;
    for (const model::step* s : steps)
      for (std::string& sql : render::statements(*s)) statements.push_back(std::move(sql));
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

  std::optional<failure> on_server(const std::vector<move>& moves) {
    run::catalog before(session_);
    for (const move& m : moves) {
      if (const auto why = refusal({m.up}))
        return refused("PostgreSQL accepts what the model accepts", *why, sql_of({m.up}));
      if (m.down.empty()) {
        before = run::catalog(session_);
        continue;
      }
      if (const auto why = refusal(m.down))
        return refused("PostgreSQL accepts the inverse", *why,
                       "after\n" + sql_of({m.up}) + "the inverse\n" + sql_of(m.down));
      if (run::catalog restored(session_); restored != before)
        return failure{"the inverse restores the catalogs", "after\n" + sql_of({m.up}) + "and its inverse\n" +
                                                                sql_of(m.down) + text_of(difference(before, restored))};
      if (const auto why = refusal({m.up})) return refused("PostgreSQL accepts the step again", *why, sql_of({m.up}));
      before = run::catalog(session_);
    }
    reached_ = std::move(before);
    return {};
  }

  /// The state at the end, written from scratch.
  std::optional<failure> predicted(const checks::live_state& state, checks::arena& in) {
    const history definition = definition_of(state, in);
    session_.run("ROLLBACK; BEGIN");
    if (const auto why = refusal(definition))
      return refused("PostgreSQL accepts the model's state", *why, sql_of(definition));
    if (const run::catalog found(session_); found != reached_)
      return failure{"the model predicts the catalogs", "the model's state is\n" + sql_of(definition) +
                                                            "(-: by the history, +: by the model)\n" +
                                                            text_of(difference(reached_, found))};
    return {};
  }
  static history definition_of(const checks::live_state& s, checks::arena& in) {
    checks::definer define(s, in);
    history out, foreign_keys;
    for (model::u32 i = 1; i <= s.used.schemas; ++i)
      if (s.schemas[i].alive)
        out.push_back(in.make(model::step{.what = model::op::create_schema, .name = s.schemas[i].name}));
    for (model::u32 t = 1; t <= s.used.tables; ++t) {
      if (!s.tables[t].alive) continue;
      const model::object_name* name = define.table_name(t);
      std::vector<const model::member*> own;
      for (const model::member* m : define.members(t))
        if (m->what != model::kind::foreign_key)
          own.push_back(m);
        else
          foreign_keys.push_back(in.make(model::step{.what = model::op::add_constraint,
                                                     .table = name,
                                                     .name = m->name,
                                                     .members = in.make_list(std::vector{m})}));
      out.push_back(in.make(model::step{.what = model::op::create_table, .table = name, .members = in.make_list(own)}));
    }
    out.insert(out.end(), foreign_keys.begin(), foreign_keys.end());
    return out;
  }

  run::session& session_;
  run::catalog reached_;
};

}  // namespace skein::test
