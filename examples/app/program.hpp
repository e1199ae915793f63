// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <skein/program.hpp>

namespace app {

extern const skein::program migrations;

}  // namespace app
