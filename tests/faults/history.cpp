// SPDX-License-Identifier: BSL-1.0
// The driver of which many are started at once: a table, and then data alone, which would be there twice if it were
// applied twice.
#include <skein/program.hpp>

using namespace skein;

struct r000 : revision<"r000", base, "a log", create_table<"log", column<"id", text>>> {};

#define ROW(n, before)                                          \
  struct r##n : revision<"r" #n, revises<"r" #before>, "a row", \
      execute<"INSERT INTO log VALUES ('r" #n "')", undo<"DELETE FROM log WHERE id = 'r" #n "'">>> {};
ROW(001, 000)  ROW(002, 001)  ROW(003, 002)  ROW(004, 003)  ROW(005, 004)
ROW(006, 005)  ROW(007, 006)  ROW(008, 007)  ROW(009, 008)  ROW(010, 009)
ROW(011, 010)  ROW(012, 011)  ROW(013, 012)  ROW(014, 013)  ROW(015, 014)
ROW(016, 015)  ROW(017, 016)  ROW(018, 017)  ROW(019, 018)  ROW(020, 019)
ROW(021, 020)  ROW(022, 021)  ROW(023, 022)  ROW(024, 023)  ROW(025, 024)
ROW(026, 025)  ROW(027, 026)  ROW(028, 027)  ROW(029, 028)
#undef ROW

struct history : chain<
    r000, r001, r002, r003, r004, r005, r006, r007, r008, r009, r010, r011, r012, r013, r014, r015, r016, r017,
    r018, r019, r020, r021, r022, r023, r024, r025, r026, r027, r028, r029> {};

extern const program migrations;
const program migrations = program_of<history>();
