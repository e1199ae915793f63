// SPDX-License-Identifier: BSL-1.0
// harness: has no line `// expect: <sentence>`
#include "sentence.hpp"
