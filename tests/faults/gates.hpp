// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Places between an upgrade's statements at which the server waits until the test has done its damage.

#include <skein/run/scratch.hpp>

#include <fmt/format.h>

#include <chrono>
#include <string>
#include <thread>

namespace skein::test {

/// Triggers in a database: before and after each DDL statement, before and after the journal's row, at the commit. They
/// count in a sequence, which knows no rollback; the one whose turn it is waits.
class gates {
 public:
  explicit gates(const std::string& url) : url_(url) {}

  void install() const {
    run::session(url_).run(R"(
CREATE SCHEMA gate;
CREATE SEQUENCE gate.passed MINVALUE 0 START 0;
CREATE TABLE gate.control (closed bigint);
INSERT INTO gate.control VALUES (NULL);
CREATE FUNCTION gate.pass() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  here bigint := nextval('gate.passed');
BEGIN
  WHILE here = (SELECT closed FROM gate.control) LOOP
    PERFORM pg_sleep(0.005);
  END LOOP;
END $$;
CREATE FUNCTION gate.at_row() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM gate.pass(); RETURN new; END $$;
CREATE FUNCTION gate.at_ddl() RETURNS event_trigger LANGUAGE plpgsql AS $$
BEGIN
  IF tg_tag = 'DROP INDEX' AND tg_event = 'ddl_command_start' THEN
    RETURN;  -- CONCURRENTLY requires that nothing was written before it
  END IF;
  PERFORM gate.pass();
  IF tg_event = 'ddl_command_end' AND to_regclass('public.skein_journal') IS NOT NULL
     AND NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = to_regclass('public.skein_journal')) THEN
    CREATE TRIGGER before BEFORE INSERT OR UPDATE ON public.skein_journal FOR EACH ROW EXECUTE FUNCTION gate.at_row();
    CREATE CONSTRAINT TRIGGER commit AFTER INSERT OR UPDATE ON public.skein_journal DEFERRABLE INITIALLY DEFERRED
      FOR EACH ROW EXECUTE FUNCTION gate.at_row();
  END IF;
END $$;
CREATE EVENT TRIGGER gate_before ON ddl_command_start EXECUTE FUNCTION gate.at_ddl();
CREATE EVENT TRIGGER gate_after ON ddl_command_end EXECUTE FUNCTION gate.at_ddl();
SELECT setval('gate.passed', 0))");
  }

  /// How many were passed so far.
  long passed() const { return std::stol(run::session(url_).run("SELECT last_value FROM gate.passed").text(0, 0)); }
  void close(long number) const { run::session(url_).run(fmt::format("UPDATE gate.control SET closed = {}", number)); }
  void open() const { run::session(url_).run("UPDATE gate.control SET closed = NULL"); }

  /// Whether someone comes to the closed gate before `over`; waits until one or the other is so.
  template <class Condition>
  bool reached(Condition over) const {
    run::session s(url_);
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::minutes(5);
    while (!s.run("SELECT EXISTS (SELECT FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND datname = "
                  "current_database())")
                .truth(0, 0)) {
      if (over()) return false;
      if (std::chrono::steady_clock::now() > deadline)
        throw std::runtime_error("nobody came to the gate, nor went away; the sessions: " + sessions(s));
      std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
    return true;
  }

 private:
  static std::string sessions(run::session& s) {
    return s
        .run("SELECT string_agg(format('%s %s %s %s: %s', pid, state, wait_event_type, wait_event, query), '; ') FROM "
             "pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()")
        .text(0, 0);
  }

  std::string url_;
};

}  // namespace skein::test
