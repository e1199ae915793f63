// SPDX-License-Identifier: BSL-1.0
/// @file
/// The driver. It builds while the models are ahead of the history: it is what helps to write the missing revision.

#include "history.hpp"
#include "schema.hpp"

#include <skein/cli.hpp>

// The driver asserts the same; said here, the error comes without the way through the library.
static_assert(skein::verify<app::history>::ok);

int main(int argc, char** argv) { return skein::cli<app::history, app::schema>(argc, argv); }
