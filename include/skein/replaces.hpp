// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Revisions that stand for a run of earlier ones, beside skein.hpp: who replaces none does not pay for their checks.

#include <skein/check/graph/same_run.hpp>
#include <skein/declare/replaces.hpp>
#include <skein/skein.hpp>
