// SPDX-License-Identifier: BSL-1.0
/// @file
/// What is compiled again when the history or the models change. It builds while the models are ahead of the history: the
/// driver is what helps to write the missing revision.

#include "program.hpp"

#include "history.hpp"
#include "schema.hpp"

// program_of asserts the same; said here, the error comes without the way through the library.
static_assert(skein::verify<app::history>::ok);

const skein::program app::migrations = skein::program_of<app::history, app::schema>();
