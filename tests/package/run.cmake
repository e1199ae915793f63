# SPDX-License-Identifier: BSL-1.0
# cmake -DBUILD=<build of skein> -DSOURCE=<its sources> -DCOMPILER=<C++ compiler> -DROOT=<directory to use> -P run.cmake
# Installs skein to a fake root and builds the consumer there with all of it, and with declarations alone; builds it once
# more with the sources below its own; packs the Debian package.
file(REMOVE_RECURSE "${ROOT}")

function(run)
  execute_process(COMMAND ${ARGN} COMMAND_ERROR_IS_FATAL ANY)
endfunction()

function(consume name)
  run("${CMAKE_COMMAND}" -S "${SOURCE}/examples/consumer" -B "${ROOT}/${name}" -G Ninja
    "-DCMAKE_CXX_COMPILER=${COMPILER}" ${ARGN})
  run("${CMAKE_COMMAND}" --build "${ROOT}/${name}")
  run("${ROOT}/${name}/declares")
endfunction()

run("${CMAKE_COMMAND}" --install "${BUILD}" --prefix "${ROOT}/usr")
consume(all "-DCMAKE_PREFIX_PATH=${ROOT}/usr")
run("${ROOT}/all/connects")
consume(declarations "-DCMAKE_PREFIX_PATH=${ROOT}/usr" -DSKEIN_COMPONENTS=skein)
if(EXISTS "${ROOT}/declarations/connects")
  message(FATAL_ERROR "skein::run was found although only the component skein was asked for")
endif()
consume(sources "-DSKEIN_SOURCE=${SOURCE}")

execute_process(COMMAND dpkg --version RESULT_VARIABLE no_debian OUTPUT_QUIET ERROR_QUIET)
if(NOT no_debian)
  run("${CMAKE_COMMAND}" -E chdir "${BUILD}" cpack -G DEB -B "${ROOT}")
endif()
