// SPDX-License-Identifier: BSL-1.0
#include <skein/run/uri.hpp>

#include "support/catch.hpp"

using skein::run::percent_encoded;

TEST_CASE("what a URI gives a meaning to is written as its code", "[run][uri]") {
  CHECK(percent_encoded("plain-1.2_3~") == "plain-1.2_3~");
  CHECK(percent_encoded("/tmp/a b") == "%2Ftmp%2Fa%20b");
  CHECK(percent_encoded("ä?&=") == "%C3%A4%3F%26%3D");
  CHECK(percent_encoded("").empty());
}
