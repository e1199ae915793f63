// SPDX-License-Identifier: BSL-1.0
// expect: public does not have execute on functions that will be created, which the history says and no model; add revoked_by_default<privileges<execute>, on_functions, from_roles<public>> to models<...>, or a revision with grant_by_default<privileges<execute>, on_functions, to_roles<public>>
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start", revoke_by_default<privileges<"execute">, on_functions, from_roles<"public">>> {};
struct history : chain<a> {};
#ifdef SKEIN_FAULT
using all = models<>;
#else
struct nobody : revoked_by_default<privileges<"execute">, on_functions, from_roles<"public">> {};
using all = models<nobody>;
#endif
static_assert(verify<history, all>::ok);
