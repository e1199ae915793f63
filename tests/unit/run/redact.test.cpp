// SPDX-License-Identifier: BSL-1.0
#include <skein/run/redact.hpp>

#include "support/catch.hpp"

using skein::run::without_passwords;

TEST_CASE("passwords are not shown", "[run][redact]") {
  CHECK(without_passwords("CREATE ROLE a PASSWORD 'it''s' LOGIN") == "CREATE ROLE a PASSWORD … LOGIN");
  CHECK(without_passwords("ALTER ROLE a Password E'x\\'y' x") == "ALTER ROLE a Password E… x");
  CHECK(without_passwords("host=h password=secret user=u") == "host=h password=… user=u");
  CHECK(without_passwords("password = 'a b' user=u") == "password = … user=u");
  CHECK(without_passwords("postgresql://u:p@ss@h/db and more") == "postgresql://u:…@h/db and more");
  CHECK(without_passwords("postgresql://h:5432/db?password=x&user=u") == "postgresql://h:5432/db?password=…&user=u");
  CHECK(without_passwords("password=") == "password=…");
  CHECK(without_passwords("PASSWORD 'open") == "PASSWORD …");
}

TEST_CASE("anything else is left as it is", "[run][redact]") {
  for (const char* text :
       {"", "ALTER TABLE t ADD COLUMN password text", "a password", "SELECT 'it''s'", "http://h/", "user@host"})
    CHECK(without_passwords(text) == text);
}
