// SPDX-License-Identifier: BSL-1.0
#include "history.hpp"
#include "schema.hpp"

#include <skein/cli.hpp>

static_assert(skein::verify<app::history, app::schema>::ok);

int main(int argc, char** argv) { return skein::cli<app::history, app::schema>(argc, argv); }
