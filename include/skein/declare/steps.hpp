// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// All steps.

#include <skein/declare/steps/alter_column.hpp>
#include <skein/declare/steps/constraint.hpp>
#include <skein/declare/steps/composite.hpp>
#include <skein/declare/steps/data.hpp>
#include <skein/declare/steps/domain.hpp>
#include <skein/declare/steps/execute.hpp>
#include <skein/declare/steps/extension.hpp>
#include <skein/declare/steps/group.hpp>
#include <skein/declare/steps/index.hpp>
#include <skein/declare/steps/object.hpp>
#include <skein/declare/steps/owner.hpp>
#include <skein/declare/steps/partition.hpp>
#include <skein/declare/steps/policy.hpp>
#include <skein/declare/steps/privileges.hpp>
#include <skein/declare/steps/property.hpp>
#include <skein/declare/steps/range.hpp>
#include <skein/declare/steps/routine.hpp>
#include <skein/declare/steps/row_security.hpp>
#include <skein/declare/steps/schema.hpp>
#include <skein/declare/steps/sequence.hpp>
#include <skein/declare/steps/table.hpp>
#include <skein/declare/steps/trigger.hpp>
#include <skein/declare/steps/type.hpp>
#include <skein/declare/steps/view.hpp>
