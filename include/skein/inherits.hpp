// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Tables that inherit from others, beside skein.hpp: who has none does not pay for their checks.

#include <skein/check/inheritance/steps.hpp>
#include <skein/declare/steps/inherit.hpp>
#include <skein/skein.hpp>
