// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// The version: CMake reads it from here, the journal records it.

#define SKEIN_VERSION_MAJOR 0
#define SKEIN_VERSION_MINOR 1
#define SKEIN_VERSION_PATCH 0
#define SKEIN_VERSION "0.1.0"
