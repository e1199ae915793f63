// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b: its down does not undo its up, the comment on index ix_email of users is not what it
//   was; add comment_on_index<ix_email, slow> to the down, or leave the down out to have it derived
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_table<"users", column<"email", text>, indexed<"ix_email", on<"email">>>,
    comment_on_index<"ix_email", "slow">> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", up<comment_on_index<"ix_email", "fast">>, down<>> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next",
    up<comment_on_index<"ix_email", "fast">>, down<comment_on_index<"ix_email", "slow">>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
