# SPDX-License-Identifier: BSL-1.0
# cmake -DBUILD=<build of skein> -DSOURCE=<its sources> -DCOMPILER=<C++ compiler> -DROOT=<directory to use> -P run.cmake
# Installs skein to a fake root and builds consumers with it: with all of it, with declarations alone, the example. Builds one
# more with the sources below its own. Packs the Debian package.
file(REMOVE_RECURSE "${ROOT}")

function(run)
  execute_process(COMMAND ${ARGN} COMMAND_ERROR_IS_FATAL ANY)
endfunction()

function(build source name)
  run("${CMAKE_COMMAND}" -S "${source}" -B "${ROOT}/${name}" -G Ninja "-DCMAKE_CXX_COMPILER=${COMPILER}" ${ARGN})
  run("${CMAKE_COMMAND}" --build "${ROOT}/${name}")
endfunction()

function(consume name)
  build("${CMAKE_CURRENT_LIST_DIR}/consumer" ${name} ${ARGN})
  run("${ROOT}/${name}/declares")
endfunction()

run("${CMAKE_COMMAND}" --install "${BUILD}" --prefix "${ROOT}/usr")
consume(all "-DCMAKE_PREFIX_PATH=${ROOT}/usr")
run("${ROOT}/all/connects")
consume(declarations "-DCMAKE_PREFIX_PATH=${ROOT}/usr" -DSKEIN_COMPONENTS=skein)
if(EXISTS "${ROOT}/declarations/connects")
  message(FATAL_ERROR "skein::run was found although only the component skein was asked for")
endif()
build("${SOURCE}/examples/consumer" example "-DCMAKE_PREFIX_PATH=${ROOT}/usr")
run("${ROOT}/example/migrate" sql)
consume(sources "-DSKEIN_SOURCE=${SOURCE}")

execute_process(COMMAND dpkg --version RESULT_VARIABLE no_debian OUTPUT_QUIET ERROR_QUIET)
if(NOT no_debian)
  run("${CMAKE_COMMAND}" -E chdir "${BUILD}" cpack -G DEB -B "${ROOT}")
endif()
