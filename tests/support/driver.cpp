// SPDX-License-Identifier: BSL-1.0
// The driver of all the programs that tests compile, and that are about nothing but a history.
#include <skein/cli.hpp>

extern const skein::program migrations;

int main(int argc, char** argv) { return skein::cli(migrations, argc, argv); }
