// SPDX-License-Identifier: BSL-1.0
/// @file
/// The driver. Its history is in program.cpp, so this is compiled once.

#include "program.hpp"

#include <skein/cli.hpp>

int main(int argc, char** argv) { return skein::cli(app::migrations, argc, argv); }
