// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Declare and check: no fmt, no libpqxx, no I/O.

#include <skein/check/verify.hpp>
#include <skein/declare/chain.hpp>
#include <skein/declare/entities/composite_type.hpp>
#include <skein/declare/entities/domain_type.hpp>
#include <skein/declare/entities/enum_type.hpp>
#include <skein/declare/entities/extension.hpp>
#include <skein/declare/entities/range_type.hpp>
#include <skein/declare/entities/sequence.hpp>
#include <skein/declare/table.hpp>
