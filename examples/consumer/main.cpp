// SPDX-License-Identifier: BSL-1.0
#include <skein/cli.hpp>
using namespace skein;

struct notes : table<"notes", column<"id", bigint, identity, primary_key>, column<"body", text, not_null>> {};

struct create_notes : revision<"20251121090000", base, "create notes",
    create_table<"notes", column<"id", bigint, identity, primary_key>, column<"body", text, not_null>>> {};

struct history : chain<create_notes> {};

int main(int argc, char** argv) { return skein::cli<history, models<notes>>(argc, argv); }
