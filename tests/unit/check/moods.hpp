// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// A schema with enums, one of them in use.

#include "unit/check/judged.hpp"

namespace skein::test {

using moods = first<create_schema<"app">, create_enum<"mood", "sad", "ok">, create_enum<qualified("app", "size"), "S", "L">,
                    create_table<"users", column<"id", bigint, primary_key>, column<"mood", type_named<"mood">>,
                                 column<"moods", array<type_named<"mood">>>>>;

}  // namespace skein::test
