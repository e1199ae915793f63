// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Histories as SQL: what runs, in both directions, as scripts and as a plan. Needs fmt; no libpqxx.

#include <skein/render/history.hpp>
#include <skein/render/idempotent_script.hpp>
#include <skein/render/plan.hpp>
#include <skein/render/script.hpp>
