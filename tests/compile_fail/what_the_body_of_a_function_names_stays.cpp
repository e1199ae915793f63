// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: function mail_of(bigint) names email of users in its body, which is called mail now; replace it in this revision, or add breaks_bodies to its steps
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start",
    create_table<"users", column<"id", bigint, primary_key>, column<"email", text>>,
    create_function<"mail_of", arguments<in<"user_id", bigint>>, returns<text>, language<"plpgsql">, body<"BEGIN RETURN (SELECT u.email FROM users u WHERE u.id = user_id); END">>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "shorter", rename_column<"users", "email", "mail">> {};  // @line
#else
struct b : revision<"b", revises<"a">, "shorter", rename_column<"users", "email", "mail">,
    replace_function<"mail_of", arguments<in<"user_id", bigint>>, returns<text>, language<"plpgsql">, body<"BEGIN RETURN (SELECT u.mail FROM users u WHERE u.id = user_id); END">>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
