# SPDX-License-Identifier: BSL-1.0
# How this project compiles its own tests and examples; nothing of it reaches a user.
add_library(skein_dev INTERFACE)
target_compile_options(skein_dev INTERFACE -Wall -Wextra -Wpedantic -Werror)
set_target_properties(skein_dev PROPERTIES SYSTEM FALSE)

if(PROJECT_IS_TOP_LEVEL)
  find_program(SKEIN_CCACHE ccache)
  mark_as_advanced(SKEIN_CCACHE)
  if(SKEIN_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER
      "${CMAKE_COMMAND}" -E env CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime "${SKEIN_CCACHE}")
  endif()
endif()
